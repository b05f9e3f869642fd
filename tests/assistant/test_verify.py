from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer import Citation, Run, Statement
from assistant.verify import check, is_supported
from ingest.language.folding import fold
from ingest.language.sentences import cut_entries
from ingest.plan import Identity, Item

PLAN = Identity("id", "望汀区教育局2024年工作要点", None, "望汀区", 2024, None, None, "plan.txt", "zh-Hans")
OTHER = replace(PLAN, id="other", year=2025)
ITEM = Item("16", "16．", "三", "三、学生", "课后服务", "16．课后服务。收费300元。困难学生免收。")


@pytest.mark.parametrize(
    ("text", "is_quote", "quote", "scope", "supported"),
    [
        ("收费300元。", True, "收费300元。", (PLAN,), True),
        ("收费300元。", True, "收费300元。困难学生免收。", (OTHER, PLAN), True),
        ("收费400元。", True, "收费300元。", (PLAN,), False),
        ("收费三百元。", True, "收费300元。", (PLAN,), False),
        ("收费 300元。", True, "收费300元。", (PLAN,), False),
        ("收费300元。", True, "收费400元。", (PLAN,), False),
        ("每学期收三百元", False, "收费300元。", (PLAN,), True),
        ("每学期收三百元", False, "收费三百元", (PLAN,), False),
        ("", True, "收费300元。", (PLAN,), False),
        (" \n", False, "收费300元。", (PLAN,), False),
        ("收费300元。", True, "收费300元。", (OTHER,), False),
        ("收费300元。", True, "收费300元。", (), False),
    ],
)
def test_statement_is_supported_by_a_quote_of_its_item_in_scope(
    text: str, is_quote: bool, quote: str, scope: tuple[Identity, ...], supported: bool
) -> None:
    statement = Statement((Run(text),), 1, is_quote=is_quote)
    assert is_supported(statement, Citation(1, PLAN, ITEM, quote, 1.0), scope) is supported


HEAD = "《望汀区教育局2024年工作要点》 2024年 第16条\n"
SERVICE = (
    f"{HEAD}16．提升课后服务质量。课后服务实现义务教育学校全覆盖，学生参加率达到92%以上，每周5天、每天不少于2小时。"
    "收费标准为每生每学期300元，家庭经济困难学生全免。由基础教育科负责。"
)
SAFETY = f"{HEAD}17．保障安全。全区46辆校车全部安装卫星定位，驾驶员每学期培训不少于8学时。由安全管理科负责。"


@pytest.mark.parametrize(
    "sentence",
    [
        "收费标准为每生每学期300元，家庭经济困难学生全免。",
        "望汀区2024年的课后服务每学期收三百元，家里困难的学生不用交钱。",
        "課後服務每週五天，每天至少兩小時。",
        "After-school service costs 300 yuan per term in 2024.",
    ],
)
def test_sentence_in_other_words_is_supported(sentence: str) -> None:
    verdict = check(sentence, SERVICE)
    assert verdict.supported, verdict.reasons
    assert not verdict.contradicted


@pytest.mark.parametrize(
    "sentence",
    [
        "课后服务每学期收400元。",
        "课后服务每个月收300元。",
        "课后服务每学期收300元，家庭经济困难学生照常收费。",
        "霁山县2024年的课后服务每学期收300元。",
        "望汀区2023年的课后服务每学期收300元。",
        "课后服务由安全管理科负责。",
        "课后服务每天不超过2小时。",
        "After-school service costs 400 yuan per term.",
    ],
)
def test_altered_sentence_is_contradicted_and_told_why(sentence: str) -> None:
    verdict = check(sentence, SERVICE)
    assert not verdict.supported
    assert verdict.contradicted
    assert verdict.reasons


def test_sentence_that_adds_something_is_not_supported_and_not_contradicted() -> None:
    verdict = check("课后服务每学期收300元，参加者中考可以加分，还发一套校服。", SERVICE)
    assert (verdict.supported, verdict.contradicted) == (False, False)
    assert any("校服" in reason for reason in verdict.reasons)


def test_quotes_support_a_sentence_together() -> None:
    sentence = "课后服务每学期收300元；校车有46辆，全部安装卫星定位。"
    assert check(sentence, [SERVICE, SAFETY]).supported
    assert not check(sentence, SERVICE).supported


def test_nothing_is_not_supported() -> None:
    assert not check(" \n", SERVICE).supported
    assert not check("课后服务收费", "").supported


def test_what_cannot_be_compared_in_english_is_said() -> None:
    assert any("not Chinese" in reason for reason in check("It costs 300 yuan per term.", SERVICE).reasons)


PLAN_SENTENCES = [
    sentence
    for path in sorted((Path(__file__).parents[2] / "plans").glob("*.txt"))
    for sentence in cut_entries(path.read_text(encoding="utf-8"))
    if len(sentence) > 8
]


@given(st.sampled_from(PLAN_SENTENCES), st.sampled_from(PLAN_SENTENCES))
@settings(max_examples=60, deadline=None)
def test_copied_sentence_is_supported_wherever_it_stands(sentence: str, other: str) -> None:
    verdict = check(sentence, f"《工作要点》 2024年 第1条\n{other}{sentence}")
    assert verdict.supported, verdict.reasons


@given(st.sampled_from(PLAN_SENTENCES), st.sampled_from(PLAN_SENTENCES))
@settings(max_examples=40, deadline=None)
def test_script_and_width_change_nothing(sentence: str, quote: str) -> None:
    wide = sentence.translate({ord("0") + digit: "０１２３４５６７８９"[digit] for digit in range(10)})
    verdict = check(sentence, HEAD + quote)
    assert replace(check(wide, HEAD + quote), reasons=()) == replace(verdict, reasons=())
    assert check(fold(sentence), HEAD + fold(quote)).supported == verdict.supported
