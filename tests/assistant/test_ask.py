import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from langchain_core.runnables import RunnableLambda

from assistant.answer import ANSWERED, NOT_FOUND, Answer
from assistant.ask import Assistant
from assistant.evaluation.evaluate import read_questions
from assistant.evaluation.metrics import invented
from assistant.question import Question, Scope
from assistant.render import to_json, to_markdown
from ingest.errors import UserError
from vectorstore.store import Store

DEVELOPMENT = Path(__file__).parents[2] / "benchmarks" / "questions" / "development.jsonl"
FEE = "望汀区2024年课后服务每学期收多少钱？"
MISSING = "株洲市要新建几所幼儿园？"


@pytest.fixture(scope="module")
def assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


def cited(answer: Answer) -> list[tuple[str, str]]:
    return [(citation.plan.source, citation.item.ref) for citation in answer.citations]


def marks(text: str) -> list[int]:
    return [int(mark) for mark in re.findall(r"(?<!\\)\[(\d+)\]", text)]


def timeless(answer: Answer) -> Answer:
    return replace(answer, timings_ms={})


@pytest.mark.parametrize(
    ("question", "first", "bold"),
    [
        (FEE, ("wangting-2024.txt", "16"), "**300元**"),
        ("青嵐縣課後服務收費多少？", ("qinglan-2022.txt", "三(四)"), "**280元**"),
        ("How many kindergartens will Wangting build in 2024?", ("wangting-2024.txt", "5"), "**5所**"),
        ("霁山县有多少辆校车？", ("jishan-2021.txt", "(二十四)"), "**118辆**"),
    ],
)
def test_question_is_answered_with_the_figure_in_bold(
    assistant: Assistant, question: str, first: tuple[str, str], bold: str
) -> None:
    answer = assistant.invoke(question)
    assert answer.status == ANSWERED
    assert cited(answer)[0] == first
    assert bold in to_markdown(answer)
    assert answer.nearest == ()


@pytest.mark.parametrize(
    ("question", "source", "ref"),
    [
        ("望汀区2024年第28条讲什么", "wangting-2024.txt", "28"),
        ("望汀区2024年最后一条", "wangting-2024.txt", "35"),
        ("望汀区2025年第五部分第3条", "wangting-2025.txt", "五.3"),
        ("霁山县第十三项是什么", "jishan-2021.txt", "(十三)"),
        ("栖川市第三部分第二项", "qichuan-2023.txt", "三-2"),
        ("青岚县第四部分第（二）条", "qinglan-2022.txt", "四(二)"),
        ("青嵐縣第四部分第（二）條", "qinglan-2022.txt", "四(二)"),
        ("What does item 28 of Wangting's 2024 plan say?", "wangting-2024.txt", "28"),
        ("Section 3 item 2 of the Qichuan plan", "qichuan-2023.txt", "三-2"),
    ],
)
def test_item_is_found_by_its_number(assistant: Assistant, question: str, source: str, ref: str) -> None:
    answer = assistant.invoke(question)
    assert cited(answer) == [(source, ref)]
    assert answer.citations[0].quote == answer.citations[0].item.text


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("望汀区2019年新建几所幼儿园？", "2019"),
        (MISSING, "株洲市"),
        ("Who builds kindergartens in Wangting in 2019?", "2019"),
    ],
)
def test_year_or_place_that_no_plan_covers_is_not_found(assistant: Assistant, question: str, missing: str) -> None:
    answer = assistant.invoke(question)
    assert (answer.status, answer.citations, answer.statements) == (NOT_FOUND, (), ())
    assert f"“{missing}”" in to_markdown(answer)
    assert all(
        place in to_markdown(answer) for place in ("望汀区2024年", "望汀区2025年", "栖川市2023年", "霁山县2021年")
    )
    assert answer.nearest


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("望汀区2024年第99条", "第1条到第35条"),
        ("霁山县第四十条", "第（一）条到第（二十五）条"),
        ("Item 99 of Wangting's 2024 plan", "from item 1 to item 35"),
    ],
)
def test_item_that_does_not_exist_is_answered_with_the_range(assistant: Assistant, question: str, span: str) -> None:
    answer = assistant.invoke(question)
    assert answer.status == NOT_FOUND
    assert span in to_markdown(answer)


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        ("青嵐縣課後服務收費多少？", "zh-Hant", "第三部分第（四）條"),
        ("How many kindergartens will Wangting build in 2024?", "en", "item 5"),
        ("望汀区2024年新建几所幼儿园", "zh-Hans", "第5条"),
    ],
)
def test_answer_speaks_the_askers_language(assistant: Assistant, question: str, language: str, said: str) -> None:
    answer = assistant.invoke(question)
    assert answer.language == language
    assert said in to_markdown(answer)


def test_simplified_question_brings_traditional_words_unchanged(assistant: Assistant) -> None:
    answer = assistant.invoke("青岚县课后服务每学期收费多少？")
    assert "每生每學期280元" in answer.citations[0].quote


def test_two_places_in_two_clauses_are_both_cited(assistant: Assistant) -> None:
    answer = assistant.invoke("望汀区2024年有多少辆校车？霁山县校车驾驶员培训几次？")
    assert cited(answer) == [("wangting-2024.txt", "31"), ("jishan-2021.txt", "(二十四)")]


def test_talk_carries_the_question_on(assistant: Assistant) -> None:
    answer = assistant.invoke(Question("霁山呢", history=(FEE,)))
    assert cited(answer)[0] == ("jishan-2021.txt", "(十一)")
    assert answer.question == "霁山呢"
    assert "课后服务" in answer.understood


def test_chosen_plans_alone_are_cited(assistant: Assistant) -> None:
    answer = assistant.invoke(Question("课后服务每学期收多少钱", scope=Scope(regions=("霁山县",))))
    assert {citation.plan.region for citation in answer.citations} == {"霁山县"}
    assert [plan.source for plan in answer.scope] == ["jishan-2021.txt"]


def test_development_questions_are_quoted_unchanged_with_marks_in_order(assistant: Assistant) -> None:
    rows = read_questions(DEVELOPMENT)[::3]  # each kind is among them; test_quality.py asks them all
    assert len(rows) > 100
    for row in rows:
        scope = Scope((row["plan"],) if row["plan"] else ())
        answer = assistant.invoke(Question(row["question"], tuple(row["history"]), scope))
        numbers = [citation.number for citation in answer.citations]
        items = {citation.number: citation.item for citation in answer.citations}
        assert numbers == list(range(1, len(numbers) + 1)), row["id"]
        assert list(dict.fromkeys(marks(to_markdown(answer)))) == numbers, row["id"]
        assert {number for statement in answer.statements for number in statement.citations} == set(numbers), row["id"]
        assert all(run.text in items[s.citation].text for s in answer.statements for run in s.runs), row["id"]
        assert all(citation.plan in answer.scope for citation in answer.citations), row["id"]
        assert (answer.status == ANSWERED) is bool(answer.statements), row["id"]
        assert invented(answer) == 0, row["id"]


@pytest.mark.parametrize(
    ("question", "said"),
    [("", "empty"), ("  \n", "empty"), ("？！", "empty"), ("课后服务" * 2_500, "10000 characters")],
)
def test_question_that_cannot_be_asked_is_refused(assistant: Assistant, question: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        assistant.invoke(question)
    with pytest.raises(UserError, match=said):
        list(assistant.stream(question))


def test_unknown_plan_is_refused(assistant: Assistant) -> None:
    with pytest.raises(UserError, match=re.escape("no-such.txt")):
        assistant.invoke(Question("课后服务", scope=Scope(plans=("no-such.txt",))))


@pytest.mark.parametrize("question", [FEE, MISSING, "各份计划的校车有多少辆？", "望汀区2024年第二部分讲什么"])
def test_stream_grows_to_what_invoke_gives(assistant: Assistant, question: str) -> None:
    steps = list(assistant.stream(question))
    assert timeless(steps[-1]) == timeless(assistant.invoke(question))
    counts = [len(step.statements) for step in steps]
    assert counts == (list(range(1, len(steps) + 1)) if counts[-1] else [0])
    for step in steps:
        assert marks(to_markdown(step)) == [citation.number for citation in step.citations]


def test_assistant_works_in_a_chain_and_a_batch(assistant: Assistant) -> None:
    def name_first(answer: Answer) -> str:
        return answer.citations[0].item.ref if answer.citations else answer.status

    chain = assistant | RunnableLambda(name_first)
    assert chain.invoke(FEE) == "16"
    assert chain.batch([FEE, Question("霁山县第十三项"), MISSING]) == ["16", "(十三)", NOT_FOUND]


def test_threads_that_ask_at_once_get_the_same_answers(assistant: Assistant) -> None:
    questions = [FEE, MISSING, "霁山县第十三项", "课后服务收费有什么不同", "青嵐縣有幾輛校車？"] * 4
    alone = [timeless(assistant.invoke(question)) for question in questions]
    with ThreadPoolExecutor(8) as threads:
        together = [timeless(answer) for answer in threads.map(assistant.invoke, questions)]
    assert together == alone


def test_store_without_plans_says_that_it_is_empty(store: Store) -> None:
    answer = Assistant(store).invoke("课后服务怎么收费")
    assert (answer.status, answer.nearest, answer.scope) == (NOT_FOUND, (), ())
    assert "添加计划" in to_markdown(answer)


def test_answer_tells_how_long_each_step_took(assistant: Assistant) -> None:
    answer = assistant.invoke(FEE)
    assert list(answer.timings_ms) == ["understand", "search", "write", "verify"]
    assert all(time >= 0 for time in answer.timings_ms.values())
    assert answer.writer == "extractive"


@pytest.mark.parametrize("words", ["课后服务", "營養"])
def test_every_item_that_holds_the_words_is_listed(assistant: Assistant, words: str) -> None:
    best = assistant.find(words, limit=3)
    every = assistant.find(words, Scope(years=(2024,)), every=True)
    assert len(best) == 3
    assert {hit.plan.identity.year for hit in every} <= {2024}


def test_json_holds_what_was_cited_and_searched(assistant: Assistant) -> None:
    row = to_json(assistant.invoke(FEE))
    assert row["status"] == ANSWERED
    assert row["citations"][0]["item"]["ref"] == "16"
    assert row["scope"] == {"plans": ["望汀区教育局2024年工作要点"], "regions": ["望汀区"], "years": [2024]}


def test_explained_answer_is_the_answer(assistant: Assistant) -> None:
    for asked in (FEE, MISSING, Question("霁山呢", history=(FEE,)), "哪些条提到校车"):
        answer, why = assistant.explained(asked)
        assert timeless(answer) == timeless(assistant.invoke(asked))
        assert why.found
        assert {hit.plan for found in why.found for hit in found.nearest} <= set(why.understood.plans)


@pytest.mark.parametrize(
    ("turn", "first"),
    [
        ("体育中考从哪年起改成50分？", ("qichuan-2023.txt", "一-4")),
        ("接入“明厨亮灶”的食堂和供餐点有多少个？", ("wangting-2025.txt", "五.2")),
    ],
)
def test_question_of_its_own_leaves_a_place_that_has_no_answer(
    assistant: Assistant, turn: str, first: tuple[str, str]
) -> None:
    answer = assistant.invoke(Question(turn, history=("霁山县的校车有多少辆",)))
    assert cited(answer)[0] == first
    assert answer.reading == ""
    assert len(answer.scope) == 5


def test_question_that_no_plan_answers_stays_in_the_talks_place(assistant: Assistant) -> None:
    answer = assistant.invoke(Question("食堂的火箭发动机有多少台？", history=("霁山县的校车有多少辆",)))
    assert answer.status == NOT_FOUND
    assert answer.reading.startswith("霁山县")
    assert [plan.source for plan in answer.scope] == ["jishan-2021.txt"]


def test_correction_puts_what_is_meant_in_the_place_of_what_was_asked(assistant: Assistant) -> None:
    history = ("霁山县校车有多少辆？",)
    answer = assistant.invoke(Question("不是霁山县，我问的是望汀区2024年", history))
    assert cited(answer) == [("wangting-2024.txt", "31")]


def test_year_of_which_no_plan_is_is_said_and_the_newest_answers(assistant: Assistant) -> None:
    answer = assistant.invoke(Question("望汀区今年课后服务一学期收多少钱", today=date(2031, 5, 1)))
    assert to_markdown(answer).startswith("没有2031年的计划，现有最新的是2025年的。")
    assert {citation.plan.year for citation in answer.citations} == {2025}
