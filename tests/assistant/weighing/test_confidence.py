from dataclasses import fields, replace
from functools import partial
from typing import Any

import pytest

from assistant.intents import Ask
from assistant.question import Question
from assistant.understanding.understand import understand
from assistant.weighing.confidence import STANDARD, WEIGHTS, Judgement, Signals, judge, judge_mention, weigh
from assistant.weighing.gather import Judge, query_of
from assistant.weighing.support import weigh as weigh_support
from vectorstore.search import Search
from vectorstore.store import Store

BY_STANDARD = partial(judge, bar=STANDARD)
NOTHING = Signals(**dict.fromkeys((field.name for field in fields(Signals)), 0.0))


def judged(store: Store, question: str, judge_item: Judge = BY_STANDARD, **changes: Any) -> list[Judgement]:
    """The judgements on what is found for a question of one thing, by the item's score."""
    (intent,) = understand(Question(question), store.plans).intents
    ask = replace(intent.ask, **changes)
    search = Search(store)
    query = query_of(ask, search)
    supports = [weigh_support(ask, query, hit) for hit in search.search(query, plans=ask.plans)]
    return [judge_item(ask, query, one, search) for one in sorted(supports, key=lambda one: -one.score)]


@pytest.mark.parametrize("is_read", [True, False])
def test_each_signal_has_a_weight(is_read: bool) -> None:
    assert set(WEIGHTS[is_read].of) == {field.name for field in fields(Signals)}


@pytest.mark.parametrize("is_read", [True, False])
@pytest.mark.parametrize("name", sorted(WEIGHTS[True].of))
def test_signal_moves_the_confidence_as_its_weight_says(name: str, is_read: bool) -> None:
    assert 0 < weigh(NOTHING, is_read=is_read) < 1
    moved = weigh(replace(NOTHING, **{name: 1.0}), is_read=is_read) - weigh(NOTHING, is_read=is_read)
    assert moved * WEIGHTS[is_read].of[name] > 0 or moved == WEIGHTS[is_read].of[name] == 0


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("澄原县招聘特岗教师多少名？", "(四)"),
        ("澄原县课后服务每学期收费多少？", "(三)"),
        ("柏嶼區讀書節在幾月舉辦？", "二.2"),
    ],
)
def test_item_that_gives_the_figure_is_believed_before_any_other(small_store: Store, question: str, ref: str) -> None:
    best = max(judged(small_store, question), key=lambda one: one.confidence)
    assert best.support.hit.item.ref == ref
    assert best.answers
    assert 0 <= best.confidence <= 1


def test_item_without_the_figure_that_is_asked_for_is_refused_and_the_reason_says_so(small_store: Store) -> None:
    without = [one for one in judged(small_store, "澄原县招聘特岗教师多少名？") if one.signals.holds_none]
    assert without
    assert not any(one.answers for one in without)
    assert all("holds no quantity" in one.reason for one in without)


def test_signals_are_finite_and_about_a_share(sample_store: Store) -> None:
    for question in ("望汀区2024年课后服务收费多少", "放学没人接怎么办", "？", "Who pays for school meals?"):
        every = judged(sample_store, question)
        assert every
        for one in every:
            values = [getattr(one.signals, field.name) for field in fields(Signals)]
            assert all(-0.001 <= value <= 1.5 for value in values), (question, one.signals)


def test_item_must_name_the_place_that_no_plan_is_of(small_store: Store) -> None:
    refused = judged(small_store, "株洲市招聘特岗教师多少名？")
    assert refused
    assert not any(one.answers for one in refused)
    assert all("no sentence names 株洲市" in one.reason for one in refused)


def test_goal_is_named_by_a_sentence_of_the_item_or_is_the_plans_own_year(small_store: Store) -> None:
    question = "澄原县招聘特岗教师多少名？"
    assert any(one.answers for one in judged(small_store, question, goals=(2023,)))
    refused = judged(small_store, question, goals=(2030,))
    assert refused
    assert not any(one.answers for one in refused)


def test_which_plans_mention_it_is_answered_by_those_that_hold_the_words(small_store: Store) -> None:
    held = [one for one in judged(small_store, "澄原县定位装置", judge_mention) if one.answers]
    assert [(one.support.hit.item.ref, one.is_sure) for one in held] == [("(一)", True)]
    assert "holds the words that are asked for" in held[0].reason


def test_question_of_no_words_is_sure_of_nothing(small_store: Store) -> None:
    search = Search(small_store)
    ask = Ask("？", small_store.plans)
    query = query_of(ask, search)
    hits = search.search(query)
    assert hits
    for hit in hits:
        judgement = judge(ask, query, weigh_support(ask, query, hit), search, STANDARD)
        assert (judgement.confidence, judgement.answers, judgement.is_sure) == (0, False, False)


def test_item_of_another_stage_of_school_tells_against_it(sample_store: Store) -> None:
    by_ref = {one.support.hit.item.ref: one for one in judged(sample_store, "霁山县幼儿园收费多少元？")}
    assert by_ref["(四)"].signals.other_stage == 0
    others = [one for one in by_ref.values() if one.signals.other_stage]
    assert others
    assert all("幼儿园" not in one.support.hit.item.heading for one in others)


def test_item_whose_heading_names_another_stage_of_school_does_not_answer(sample_store: Store) -> None:
    refused = [one for one in judged(sample_store, "霁山县高中寄宿生怎么管理？") if "another stage" in one.reason]
    assert refused
    assert not any(one.answers for one in refused)
    assert all("高中" not in one.support.hit.item.heading for one in refused)
