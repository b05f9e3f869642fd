"""Every figure that an item, or a plan, commits to: cut into sentences → find numbers → leave out what is none → say of what."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from assistant.targets.amounts import find_amounts, is_length
from assistant.targets.aside import is_aside
from assistant.targets.deadlines import Deadline, choose_deadline, find_deadlines
from assistant.targets.direction import find_direction
from assistant.targets.masks import clause_of, mask
from assistant.targets.target import Direction, PlanTarget, Target
from assistant.targets.topic import topic_of
from assistant.targets.what import Thing, find_thing
from ingest.language.folding import fold
from ingest.language.quantities import Quantity
from ingest.language.reading import read
from ingest.language.sentences import cut_entries
from ingest.plan import Identity, Item

RECURS = re.compile("[年期月周天日次度]$")  # 每学期, 每人每月
OF_ALL = re.compile("(?:全部|所有|以上|上述|各)(?:建设)?(?:项目|工程|任务|工作)")
CACHED_ITEMS = (
    5_000  # whose targets are kept, so that a page can filter and sort them anew: an item takes a millisecond
)
When = tuple[str, int | None]  # as printed, and its year


def plan_targets(plan: Identity, items: Iterable[Item]) -> tuple[PlanTarget, ...]:
    """The targets of a plan's items, in reading order."""
    return tuple(PlanTarget(plan, item, target) for item in items for target in find_targets(item, plan))


@lru_cache(maxsize=CACHED_ITEMS)
def find_targets(item: Item, plan: Identity | None = None) -> tuple[Target, ...]:
    """The targets of an item in reading order.

    `5．加快发展学前教育。年内新建幼儿园5所。` gives 5 所 of 新建幼儿园, by when 年内. The plan's identity tells the year of
    dates that name none, and what was before it.
    """
    topic = topic_of(item)
    found: list[Target] = []
    carried = None
    for number, sentence in enumerate(cut_entries(item.text)):
        label = len(item.label or "") if number == 0 and sentence.startswith(item.label or "\0") else 0
        reading = _Reading(sentence, item, plan, label)
        if of_all := reading.deadline_of_all():
            found = [
                one if one.by_when or one.per else replace(one, by_when=of_all[0], by_year=of_all[1]) for one in found
            ]
        targets = reading.targets(topic)
        if carried:
            targets = [one if one.by_when else replace(one, by_when=carried[0], by_year=carried[1]) for one in targets]
        carried = (reading.opening_deadline() or carried) if sentence[-1] in "；;" else None
        found += targets
    return tuple(found)


class _Reading:
    """A sentence folded, its numbers and its dates."""

    def __init__(self, sentence: str, item: Item, plan: Identity | None, label: int) -> None:
        known = read(sentence)
        signs = ["，" if sentence[at] == "，" else sign for sign, at in zip(known.folded, known.offsets, strict=True)]
        self.sentence, self._offsets, self._item = sentence, known.offsets, item
        self._text = "□" * label + "".join(signs)[label:]
        self._masked = mask(self._text)
        self._year = plan.year if plan else None
        self._second_half = bool(plan and "下半年" in fold(plan.title))
        self._numbers = list(find_amounts(self._masked))
        self._deadlines = find_deadlines(self._text, year=self._year)

    def targets(self, topic: str) -> list[Target]:
        """The sentence's targets."""
        found: list[Target] = []
        whole: dict[str, str] = {}  # what was counted last that parts may be of, by its unit
        last = ""
        for amount in self._numbers:
            if is_aside(amount, self._masked, self._text, year=self._year, second_half=self._second_half):
                last = self._words(self._thing(amount)) or last
                continue
            thing = self._thing(amount)
            what = self._words(thing)
            if thing.is_part and (of := whole.get(amount.unit)) and of != what:
                what = f"{of}：{what}" if what else of
            else:
                what = what or (last if thing.goes_on else "") or self._item.heading or last
                whole[amount.unit] = what
            last = what
            found.append(self._target(amount, thing, what, topic))
        return found

    def opening_deadline(self) -> When | None:
        """The date that the sentence begins with, which governs what stands behind its semicolon too."""
        first = self._deadlines[0] if self._deadlines else None
        return self._printed(first) if first and first.start == 0 else None

    def deadline_of_all(self) -> When | None:
        """The date by which all that was told before is to be done: `全部项目于8月20日前竣工`."""
        match = OF_ALL.search(self._text)
        later = [one for one in self._deadlines if match and match.end() <= one.start <= match.end() + 2]
        return self._printed(later[0]) if later else None

    def _printed(self, deadline: Deadline) -> When:
        return self._original(deadline.start, deadline.end), deadline.year

    def _thing(self, amount: Quantity) -> Thing:
        return find_thing(amount, self._masked, [other for other in self._numbers if other != amount])

    def _words(self, thing: Thing) -> str:
        return "".join(self._original(*span) for span in thing.spans)

    def _target(self, amount: Quantity, thing: Thing, what: str, topic: str) -> Target:
        direction = find_direction(amount, self._masked)
        per = self._original(*thing.per) if thing.per else ""
        when = self._deadline(amount, direction, per)
        start, end = self._at(amount.start, amount.end)
        return Target(
            words=self.sentence[start:end],
            value=amount.value,
            low=amount.low,
            high=amount.high,
            unit=amount.unit,
            per=per,
            what=what,
            direction=direction,
            by_when=self._original(when.start, when.end) if when else None,
            by_year=when.year if when else None,
            topic=topic,
            sentence=self.sentence,
            start=start,
            end=end,
        )

    def _deadline(self, amount: Quantity, direction: Direction, per: str) -> Deadline | None:
        """The date that governs the number; a limit in time and what is done again and again have none of other clauses."""
        is_limit = is_length(amount) and (direction is Direction.AT_MOST or amount.unit != "年")
        recurs = is_limit or (RECURS.search(fold(per)) is not None and amount.unit != "元")
        clause = clause_of(self._masked, amount)
        return choose_deadline(self._deadlines, amount.start, clause, self._text, recurs=recurs)

    def _original(self, start: int, end: int) -> str:
        start, end = self._at(start, end)
        return self.sentence[start:end]

    def _at(self, start: int, end: int) -> tuple[int, int]:
        return (self._offsets[start], self._offsets[end - 1] + 1) if end > start else (0, 0)
