"""Every figure that an item, or a plan, commits to: cut into sentences → find numbers → leave out what is none → say of what."""

from collections.abc import Iterable

from assistant.targets.amounts import Amount, find_amounts
from assistant.targets.aside import clause_of, is_aside, mask
from assistant.targets.deadlines import Deadline, choose_deadline, find_deadlines
from assistant.targets.target import PlanTarget, Target
from assistant.targets.topic import topic_of
from assistant.targets.what import Thing, find_direction, find_thing
from ingest.characters import fold, fold_with_offsets
from ingest.plan import Identity, Item
from vectorstore.sentences import cut_sentences


def plan_targets(plan: Identity, items: Iterable[Item]) -> tuple[PlanTarget, ...]:
    """The targets of a plan's items, in reading order."""
    return tuple(PlanTarget(plan, item, target) for item in items for target in find_targets(item, plan))


def find_targets(item: Item, plan: Identity | None = None) -> tuple[Target, ...]:
    """The targets of an item in reading order.

    `5．加快发展学前教育。年内新建幼儿园5所。` gives 5 所 of 新建幼儿园, by when 年内. The plan's identity tells the year of
    dates that name none, and what was before it.
    """
    topic = topic_of(item)
    found: list[Target] = []
    for number, sentence in enumerate(cut_sentences(item.text)):
        label = len(item.label or "") if number == 0 and sentence.startswith(item.label or "\0") else 0
        found += _Reading(sentence, item, plan, label).targets(topic)
    return tuple(found)


class _Reading:
    """A sentence folded, its numbers and its dates."""

    def __init__(self, sentence: str, item: Item, plan: Identity | None, label: int) -> None:
        folded, offsets = fold_with_offsets(sentence)
        signs = ["，" if sentence[at] == "，" else sign for sign, at in zip(folded, offsets, strict=True)]
        self.sentence, self._offsets, self._item = sentence, offsets, item
        self._text = "□" * label + "".join(signs)[label:]
        self._masked = mask(self._text)
        self._year = plan.year if plan else None
        self._second_half = bool(plan and "下半年" in fold(plan.title))
        self._numbers = list(find_amounts(self._masked))
        self._deadlines = find_deadlines(self._text, year=self._year)

    def targets(self, topic: str) -> list[Target]:
        """The sentence's targets."""
        found: list[Target] = []
        whole = ""
        for amount in self._numbers:
            if is_aside(amount, self._masked, year=self._year, second_half=self._second_half):
                continue
            thing = find_thing(amount, self._masked, [other for other in self._numbers if other != amount])
            what = "".join(self._original(*span) for span in thing.spans)
            if not thing.is_part:
                whole = what
            found.append(self._target(amount, thing, self._named(what, whole, thing), topic))
        return found

    def _named(self, what: str, whole: str, thing: Thing) -> str:
        """What is counted; a part with the whole before it, and nothing named is the item's own matter."""
        if thing.is_part and whole and what != whole:
            return f"{whole}：{what}" if what else whole
        return what or self._item.heading or whole

    def _target(self, amount: Amount, thing: Thing, what: str, topic: str) -> Target:
        when = choose_deadline(self._deadlines, amount.start, clause_of(self._masked, amount), self._text)
        start, end = self._at(amount.start, amount.end)
        return Target(
            words=self.sentence[start:end],
            value=amount.value,
            low=amount.low,
            high=amount.high,
            unit=amount.unit,
            per=self._original(*thing.per) if thing.per else "",
            what=what,
            direction=find_direction(amount, self._masked),
            by_when=self._when(when),
            by_year=when.year if when else None,
            topic=topic,
            sentence=self.sentence,
            start=start,
            end=end,
        )

    def _when(self, when: Deadline | None) -> str | None:
        return self._original(when.start, when.end) if when else None

    def _original(self, start: int, end: int) -> str:
        start, end = self._at(start, end)
        return self.sentence[start:end]

    def _at(self, start: int, end: int) -> tuple[int, int]:
        return (self._offsets[start], self._offsets[end - 1] + 1) if end > start else (0, 0)
