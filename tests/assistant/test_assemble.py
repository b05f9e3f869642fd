"""What stands around the quotes: counts, plans that differ, silent plans, places that no plan covers, the reading."""

import re

import pytest

from assistant.answer import ANSWERED, NOT_FOUND, Answer, Layout
from assistant.ask import Assistant
from assistant.question import Question
from assistant.render import to_json, to_markdown
from vectorstore.store import Store

FEE = "望汀区2024年课后服务每学期收多少钱？"


@pytest.fixture(scope="module")
def samples(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


@pytest.fixture(scope="module")
def small(small_store: Store) -> Assistant:
    return Assistant(small_store)


def cited(answer: Answer) -> list[tuple[str, str]]:
    return [(citation.plan.source, citation.item.ref) for citation in answer.citations]


def years(answer: Answer) -> list[int]:
    return [citation.plan.year or 0 for citation in answer.citations]


@pytest.mark.parametrize("words", ["校车", "心理健康", "近视", "课后服务"])
def test_listing_gives_every_item_that_holds_the_words_counted_by_plan(samples: Assistant, words: str) -> None:
    answer = samples.invoke(f"哪些条提到{words}")
    held = {(hit.plan.identity.source, hit.item.ref) for hit in samples.find(words, every=True)}
    assert set(cited(answer)) <= held
    assert {source for source, _ in cited(answer)} == {source for source, _ in held}
    assert f"共{len(answer.citations)}条，见于{len(set(years(answer)))}份计划：" in to_markdown(answer)
    assert answer.layout is Layout.LIST
    assert years(answer) == sorted(years(answer), reverse=True)
    assert [to_markdown(answer).count(f"《{c.plan.title}》") for c in answer.citations] == [1] * len(answer.citations)


def test_listing_of_nothing_is_not_answered_as_one(small: Assistant) -> None:
    answer = small.invoke("哪些条提到火箭发动机")
    assert answer.status == NOT_FOUND
    assert "共" not in to_markdown(answer)


def test_listing_of_targets_quotes_figures_alone(small: Assistant) -> None:
    answer = small.invoke("列出所有关于校车的指标")
    assert cited(answer) == [("chengyuan.txt", "(一)")]
    assert "六十辆" in answer.citations[0].quote
    assert "共1条，见于1份计划：" in to_markdown(answer)


def test_whole_section_is_an_outline_with_a_citation_an_item(samples: Assistant) -> None:
    answer = samples.invoke("望汀区2024年第二部分讲什么")
    assert cited(answer) == [("wangting-2024.txt", str(number)) for number in range(5, 16)]
    points = [line for line in to_markdown(answer).splitlines() if line.startswith("- ")]
    assert [re.search(r"\[(\d+)\]$", point)[1] for point in points] == [str(n) for n in range(1, 12)]  # type: ignore[index]
    assert {statement.citation for statement in answer.statements} == set(range(1, 12))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("澄原县第九条", "《澄原县教育局2023年工作要点》的条目是第（一）条到第（四）条。"),
        ("柏嶼區第三部分第1条", "《柏嶼區教育局2022年工作計劃》的條目是第一部分第1條到第二部分第2條。"),
        ("Item 9 of the 澄原县 plan", "The items of 《澄原县教育局2023年工作要点》 run from item (一) to item (四)."),
    ],
)
def test_item_that_does_not_exist_is_said_not_to_exist_with_the_range(
    small: Assistant, question: str, said: str
) -> None:
    answer = small.invoke(question)
    assert answer.status == NOT_FOUND
    assert said in to_markdown(answer)


def test_item_after_the_last_does_not_exist(samples: Assistant) -> None:
    answer = samples.invoke(Question("下一条呢", history=("望汀区2024年第35条",)))
    assert answer.status == NOT_FOUND
    assert "的条目是第1条到第35条。" in to_markdown(answer)


@pytest.mark.parametrize(
    ("history", "turn", "ref"),
    [
        (("望汀区2024年第16条",), "下一条呢", "17"),
        (("望汀区2024年第16条", "下一条呢"), "下一条呢", "18"),
        (("望汀区2024年第16条",), "上一条呢", "15"),
        ((FEE,), "下一条呢", "17"),
        ((FEE, "下一条呢"), "再下一条呢", "18"),
    ],
)
def test_next_item_moves_on_from_what_was_answered(
    samples: Assistant, history: tuple[str, ...], turn: str, ref: str
) -> None:
    answer = samples.invoke(Question(turn, history=history))
    assert cited(answer) == [("wangting-2024.txt", ref)]
    assert "计划里没有完全一样的说法" not in to_markdown(answer)


def test_more_gives_further_items_than_those_that_were_shown(samples: Assistant) -> None:
    first = "近视率下降多少个百分点"
    shown = cited(samples.invoke(first))
    more = samples.invoke(Question("还有吗", history=(first,)))
    assert more.status == ANSWERED
    assert not set(cited(more)) & set(shown)


def test_no_more_is_said_and_what_was_shown_is_not_offered_again(samples: Assistant) -> None:
    shown = cited(samples.invoke(FEE))
    more = samples.invoke(Question("还有吗", history=(FEE,)))
    assert more.status == NOT_FOUND
    assert "《望汀区教育局2024年工作要点》里没有更多与此有关的条目。" in to_markdown(more)
    assert not {(near.plan.source, near.item.ref) for near in more.nearest} & set(shown)


def test_short_comparison_is_a_table_with_a_row_a_plan(samples: Assistant) -> None:
    answer = samples.invoke("霁山和青岚谁的校车多？各有多少辆？")
    rows = [line for line in to_markdown(answer).splitlines() if line.startswith("| 《")]
    assert [re.search(r"\*\*(\d+)", row)[1] for row in rows] == ["118", "86"]  # type: ignore[index]
    assert [row.endswith(f" [{number}] |") for number, row in enumerate(rows, 1)] == [True, True]


def test_plan_of_a_comparison_that_says_nothing_is_named(small: Assistant) -> None:
    answer = small.invoke("澄原县和柏嶼區分别招聘多少名特岗教师")
    assert cited(answer) == [("chengyuan.txt", "(四)")]
    assert "|---|---|" in to_markdown(answer)
    assert "《柏嶼區教育局2022年工作計劃》没有提到。" in to_markdown(answer)


def test_places_that_differ_are_each_quoted_and_offered_to_choose_from(samples: Assistant) -> None:
    answer = samples.invoke("适龄残疾儿童少年入学率达到多少")
    assert len({citation.plan.region for citation in answer.citations}) == 3
    assert set(answer.choices) >= {citation.plan.region for citation in answer.citations}
    assert f"各地规定不同，请说明是哪里：{'、'.join(answer.choices)}。" in to_markdown(answer)
    assert to_json(answer)["choices"] == list(answer.choices)


def test_newest_plan_of_a_place_speaks_first_and_the_others_are_named(samples: Assistant) -> None:
    answer = samples.invoke("望汀区课后服务一个学期收多少钱")
    assert [citation.plan.year for citation in answer.citations] == [2025]
    assert "另有1份也提到：《望汀区教育局2024年工作要点》。" in to_markdown(answer)


def test_each_thing_asked_gets_its_line_or_is_named_as_missing(samples: Assistant) -> None:
    answer = samples.invoke("望汀区2024年新建几所幼儿园，火箭发动机有多少台")
    assert answer.status == ANSWERED
    assert answer.missing == ("火箭发动机有多少台",)
    assert "计划没有写：火箭发动机有多少台。" in to_markdown(answer)
    assert to_json(answer)["missing"] == ["火箭发动机有多少台"]


@pytest.mark.parametrize(
    ("question", "missing"),
    [("望汀区和株洲市的课后服务收费分别是多少", "株洲市"), ("望汀区2024年和2019年的课后服务收费", "2019")],
)
def test_place_or_year_beside_a_plans_own_that_no_plan_covers_is_named(
    samples: Assistant, question: str, missing: str
) -> None:
    answer = samples.invoke(question)
    assert ("wangting-2024.txt", "16") in cited(answer)
    assert to_markdown(answer).endswith(f"现有的计划没有涉及“{missing}”。")


def test_reading_of_the_talk_stands_first_and_in_the_json(samples: Assistant) -> None:
    answer = samples.invoke(Question("霁山呢", history=(FEE,)))
    assert to_markdown(answer).startswith("（按“霁山县课后服务每学期收多少钱”理解）")
    assert to_json(answer)["understood"] == "霁山县课后服务每学期收多少钱"
    alone = samples.invoke(FEE)
    assert "理解）" not in to_markdown(alone)
    assert "understood" not in to_json(alone)


def test_reading_is_told_where_nothing_is_found_too(samples: Assistant) -> None:
    answer = samples.invoke(Question("株洲市呢", history=(FEE,)))
    assert answer.status == NOT_FOUND
    assert to_markdown(answer).startswith("（按“株洲市")


def test_hostile_talk_is_text_in_the_reading(samples: Assistant) -> None:
    answer = samples.invoke(
        Question("那<script>alert(1)</script>[校车](x)|呢", history=("望汀区2024年班主任津贴多少？",))
    )
    first = to_markdown(answer).split("\n")[0]
    assert "\\<script\\>" in first
    assert not re.search(r"(?<!\\)[<|\[]", first)


def test_question_of_its_own_leaves_the_talks_place_where_that_has_no_answer(small: Assistant) -> None:
    answer = small.invoke(Question("特岗教师招聘多少名？", history=("柏嶼區每校每年购书多少册？",)))
    assert cited(answer)[0] == ("chengyuan.txt", "(四)")
    assert answer.reading == ""


def test_question_that_goes_on_keeps_the_talks_place(samples: Assistant) -> None:
    answer = samples.invoke(Question("那校车有多少辆", history=(FEE,)))
    assert cited(answer) == [("wangting-2024.txt", "31")]


def test_answer_says_so_where_the_plans_word_it_otherwise(samples: Assistant) -> None:
    assert "计划里没有完全一样的说法" not in to_markdown(samples.invoke("小学三至六年级书面家庭作业不超过多少分钟"))


def test_nearest_items_are_offered_once_though_two_things_were_asked(samples: Assistant) -> None:
    answer = samples.invoke("望汀区2024年校车的座椅是什么颜色，校车的门是什么颜色")
    offered = [(near.plan.id, near.item.ref) for near in answer.nearest]
    assert answer.status == NOT_FOUND
    assert offered
    assert len(offered) == len(set(offered))
