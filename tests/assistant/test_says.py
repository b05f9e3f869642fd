"""An answer says something: never the heading alone, an office or that none is named, and no figure cut in bold."""

from collections.abc import Iterator

import pytest

from assistant.answer import ANSWERED
from assistant.answer_quality import OFFICE, UNNAMED, faults
from assistant.ask import Assistant
from assistant.question import Question, Scope
from assistant.render import to_markdown
from ingest.language.folding import fold
from ingest.plan import Item
from tests.assistant.quotes import letters, misquotes
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

FORMS = ("关于“{x}”写了什么？", "怎么{x}？", "在{x}上有哪些措施？")
LONGEST_HEADING, SHORTEST_BODY = 24, 20  # characters


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
        assert not faults(answer), to_markdown(answer)
        assert not misquotes(answer)
    assert answered > 50


def test_who_is_responsible_is_named_or_said_not_to_be(sample_store: Store) -> None:
    assistant, named, unnamed = Assistant(sample_store), 0, 0
    for plan, item in headed_items(sample_store):
        answer = assistant.invoke(Question(f"{item.heading}由谁负责？", scope=Scope((plan.id,))))
        quotes = "".join(citation.quote for citation in answer.citations)
        assert not faults(answer), to_markdown(answer)
        assert OFFICE.search(fold(quotes)) or UNNAMED.search(fold(to_markdown(answer))), to_markdown(answer)
        named += bool(OFFICE.search(fold(quotes)))
        unnamed += bool(UNNAMED.search(fold(to_markdown(answer))))
    assert named
    assert unnamed
