"""Questions to begin with, for parents, teachers and staff, which the plans in the store do answer."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import islice

from assistant.answer import ANSWERED
from assistant.ask import Assistant
from assistant.common_questions import CommonQuestion, name_as_said, openings_of
from assistant.web.ask.samples import GROUPS, Group
from assistant.web.words import ENGLISH, TRADITIONAL, Words
from ingest.language.folding import to_traditional
from vectorstore.stored_plan import StoredPlan

PLANS_READ = 6  # newest plans about which examples are made where the sample plans are not in the store
EXAMPLES_A_GROUP = 3
MOST_TRIED = 9  # questions of a group; each costs as much as an answer


def examples(plans: Sequence[StoredPlan], assistant: Assistant, words: Words) -> str:
    """The groups as HTML buttons, each holding its question; "" where the store holds no plan."""
    read = [_Read(plan, assistant) for plan in _newest(plans)]
    rows = [(words(group.name), _questions(group, plans, read, assistant, words)) for group in GROUPS]
    if read and len(rows[-1][1]) < EXAMPLES_A_GROUP:
        rows[-1][1].extend(_on_the_whole(read[0], assistant, words))
    groups = "".join(_group_html(name, questions) for name, questions in rows if questions)
    return f'<div class="examples">{groups}</div>' if groups else ""


class _Read:
    """A plan with its items."""

    def __init__(self, plan: StoredPlan, assistant: Assistant) -> None:
        self.identity = plan.identity
        self.items = [stored.item for stored in assistant.store.items.items_of(plan.edition)]
        self.openings = openings_of(self.items)


def _newest(plans: Sequence[StoredPlan]) -> list[StoredPlan]:
    """The newest plans, those of a place and year before the others, which are long to name."""
    return sorted(plans, key=lambda plan: (not plan.identity.region, -(plan.identity.year or 0)))[:PLANS_READ]


def _questions(
    group: Group, plans: Sequence[StoredPlan], read: Sequence[_Read], assistant: Assistant, words: Words
) -> list[str]:
    """The group's questions about the sample plans where these are there, else some about the plans that are."""
    titles = {plan.identity.title for plan in plans}
    held = [sample for sample in group.samples if titles.issuperset(sample.needed)]
    if held:  # the tests try them
        return [sample.english if words.language == ENGLISH else _in_script(sample.chinese, words) for sample in held]
    return _common(group, read, assistant.without_model(), words)


def _on_the_whole(newest: _Read, assistant: Assistant, words: Words) -> list[str]:
    """What staff ask of a plan of any kind, whatever it is on; the store answers it in Chinese."""
    question = _in_script(f"{name_as_said(newest.identity)}主要讲什么？", words)
    is_told = words.language != ENGLISH and assistant.without_model().invoke(question).status == ANSWERED
    return [question] if is_told else []


def _common(group: Group, read: Sequence[_Read], quoting: Assistant, words: Words) -> list[str]:
    """What the group commonly asks and one of the plans answers well; each next one of the next plan, if it can be."""
    answered: dict[CommonQuestion, str] = {}
    for common, one in islice(_worth_trying(group.common, read), MOST_TRIED):
        if common in answered:
            continue
        question = common.of(one.identity, words.language)
        if common.is_met_by(quoting.invoke(question), plan=one.identity.id):
            answered[common] = question
        if len(answered) == EXAMPLES_A_GROUP:
            break
    return list(answered.values())


def _worth_trying(asked: Sequence[CommonQuestion], read: Sequence[_Read]) -> Iterator[tuple[CommonQuestion, _Read]]:
    """Each question of the plans that may answer it, those first that an item opens with."""
    for is_opening in (True, False):
        for number, common in enumerate(asked):
            turn = number % max(len(read), 1)
            for one in (*read[turn:], *read[:turn]):
                if common.is_met_in(one.openings) if is_opening else _is_within(common, one):
                    yield common, one


def _is_within(common: CommonQuestion, one: _Read) -> bool:
    """Whether an item speaks of it, but opens with something else."""
    return not common.is_met_in(one.openings) and any(common.is_met_in(item.text) for item in one.items)


def _in_script(text: str, words: Words) -> str:
    return to_traditional(text) if words.language == TRADITIONAL else text


def _group_html(name: str, questions: Sequence[str]) -> str:
    buttons = "".join(
        f'<li><button type="button" data-ask="{escape(question)}">{escape(question)}</button></li>'
        for question in questions
    )
    return f"<section><h3>{escape(name)}</h3><ul>{buttons}</ul></section>"
