"""A model that writes badly on purpose gets nothing invented past the writer: no citation, figure or order."""

import re

import pytest

from assistant.evaluation.metrics import invented
from assistant.render import to_markdown
from ingest.language.folding import fold
from ingest.language.numbers import CHINESE_NUMERAL, read_number
from tests.assistant.writers.chat_server import chat_server
from tests.assistant.writers.provoked import KINDS, Outcome, ask_provoked
from vectorstore.store import Store

PROVOKED = 300
LEAST_KEPT = 0.9  # of the good sentences that stand beside the bad ones; 265 of 300 are


def figures(text: str) -> set[str]:
    """Figures in digits, or in numerals of two characters and more."""
    text = re.sub(f"{CHINESE_NUMERAL}+", lambda match: str(read_number(match[0])), fold(text))
    return set(re.findall(r"\d+(?:\.\d+)?", text))


@pytest.fixture(scope="module")
def outcomes(sample_store: Store) -> list[Outcome]:
    with pytest.MonkeyPatch.context() as environment, chat_server() as server:
        environment.setenv("OPENAI_API_KEY", "test")
        environment.setenv("OPENAI_BASE_URL", f"{server.address}/v1")
        provoked = ask_provoked(sample_store, server, PROVOKED, seed=7)
    assert len(provoked) == PROVOKED
    assert sum(bool(outcome.answer.citations) for outcome in provoked) > PROVOKED / 2
    assert any(not statement.is_quote for outcome in provoked for statement in outcome.answer.statements)
    return provoked


def test_each_kind_is_provoked_a_dozen_times(outcomes: list[Outcome]) -> None:
    kinds = [outcome.provoked.kind for outcome in outcomes]
    assert {kind: kinds.count(kind) for kind in KINDS} == dict.fromkeys(KINDS, PROVOKED // len(KINDS))


def test_nothing_that_was_invented_is_shown(outcomes: list[Outcome]) -> None:
    shown = [
        (outcome.provoked.kind, words, to_markdown(outcome.answer))
        for outcome in outcomes
        for words in outcome.provoked.forbidden
        if words in outcome.shown
    ]
    assert shown == []


def test_each_mark_points_at_a_citation_and_each_citation_is_marked(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        marks = list(dict.fromkeys(map(int, re.findall(r"(?<!\\)\[(\d+)\]", to_markdown(outcome.answer)))))
        assert marks == [citation.number for citation in outcome.answer.citations], outcome.provoked


def test_each_quote_stands_in_its_item_and_the_item_in_a_plan_of_the_scope(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        assert invented(outcome.answer) == 0
        assert all(citation.plan in outcome.answer.scope for citation in outcome.answer.citations)


def test_each_figure_stands_in_an_item_that_its_sentence_cites(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        by_number = {citation.number: citation for citation in outcome.answer.citations}
        for statement in outcome.answer.statements:
            cited = [by_number[number] for number in statement.citations]
            held = set().union(*(figures(f"{c.plan.title} {c.plan.year} {c.item.ref} {c.item.text}") for c in cited))
            assert figures(statement.text) <= held, outcome.provoked


def test_good_sentences_beside_the_bad_ones_are_kept(outcomes: list[Outcome]) -> None:
    written = [outcome for outcome in outcomes if outcome.provoked.good]
    kept = [fold(outcome.provoked.good) in fold(outcome.shown) for outcome in written]
    assert len(written) > PROVOKED / 2
    assert sum(kept) / len(kept) >= LEAST_KEPT
