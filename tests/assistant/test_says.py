"""An answer says something: never the heading alone, an office or that none is named, and no figure cut in bold."""

import re
from collections.abc import Iterator

import pytest

from assistant.answer import ANSWERED, Answer
from assistant.ask import Assistant
from assistant.question import Question, Scope
from ingest.language.folding import fold
from ingest.plan import Item
from tests.assistant.quotes import letters, misquotes
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

FORMS = ("关于“{x}”写了什么？", "怎么{x}？", "在{x}上有哪些措施？")
LONGEST_HEADING, SHORTEST_BODY = 24, 20  # characters
OFFICE = re.compile("局|科|股|处|室|部门|中心|学校|委|政府|校长|小组|机构|单位|协会|街道|站|园|办|牵头|负责|集团|公司")
UNNAMED = re.compile("没有写|没有找到")
BOLD = re.compile(r"\*\*(.+?)\*\*")


def headed_items(store: Store) -> Iterator[tuple[StoredPlan, Item]]:
    """The items with a heading and a text below it."""
    for plan in store.plans:
        for stored in store.items.items_of(plan.edition):
            heading = stored.item.heading
            below = letters(stored.item.text).replace(letters(heading), "", 1)
            if heading and len(heading) <= LONGEST_HEADING and len(below) > SHORTEST_BODY:
                yield plan, stored.item


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_under_a_heading_is_said(sample_store: Store, form: str) -> None:
    assistant, answered = Assistant(sample_store), 0
    for plan, item in headed_items(sample_store):
        answer = assistant.invoke(Question(form.format(x=item.heading), scope=Scope((plan.id,))))
        answered += answer.status == ANSWERED
        assert not is_heading_alone(answer), answer.text
        assert not misquotes(answer)
        assert not cut_figures(answer), answer.text
    assert answered > 50


def test_who_is_responsible_is_named_or_said_not_to_be(sample_store: Store) -> None:
    assistant, named, unnamed = Assistant(sample_store), 0, 0
    for plan, item in headed_items(sample_store):
        answer = assistant.invoke(Question(f"{item.heading}由谁负责？", scope=Scope((plan.id,))))
        quotes = "".join(citation.quote for citation in answer.citations)
        assert OFFICE.search(fold(quotes)) or UNNAMED.search(fold(answer.text)), answer.text
        named += bool(OFFICE.search(fold(quotes)))
        unnamed += bool(UNNAMED.search(fold(answer.text)))
    assert named
    assert unnamed


def is_heading_alone(answer: Answer) -> bool:
    """Whether all that is quoted of the items is their label and heading."""
    rests = [
        letters(c.quote).replace(letters(c.item.label or ""), "", 1).replace(letters(c.item.heading), "", 1)
        for c in answer.citations
    ]
    return answer.status == ANSWERED and all(len(rest) <= 4 for rest in rests)


def cut_figures(answer: Answer) -> list[str]:
    """The bold words beside which a digit, a sign of per cent or a bound of the same figure stands that is not bold."""
    cut = []
    for match in BOLD.finditer(answer.text):
        behind = answer.text[match.end() : match.end() + 2]
        is_figure = bool(re.search(r"[\d%％]$", match[1]))
        if is_figure and re.match(r"[\d%％]|以上|以下|以内|左右", behind):
            cut.append(match[0] + behind)
    return cut
