import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.years import Years, choose_years
from ingest.language.folding import fold

KNOWN = {2021, 2022, 2023, 2024, 2025}  # those of the sample plans


@pytest.mark.parametrize(
    ("text", "years", "rest"),
    [
        ("2014年要新建几所幼儿园", [2014], "要新建几所幼儿园"),
        ("2024年度的校车", [2024], "的校车"),
        ("二〇一四年的校车", [2014], "的校车"),
        ("二零二四年的校车", [2024], "的校车"),
        ("二○二四年的校车", [2024], "的校车"),
        ("二〇二四学年的校车", [2024], "的校车"),
        ("１９９９年的校车", [1999], "的校车"),
        ("2024校车有几辆", [2024], "校车有几辆"),
        ("2024名师工作室有几个", [2024], "名师工作室有几个"),
        ("2024所有的幼儿园", [2024], "所有的幼儿园"),
        ("2024人事安排", [2024], "人事安排"),
        ("2024年5月1日起", [2024], "5月1日起"),
        ("2024年和2025年哪年多", [2024, 2025], "哪年多"),
        ("2021年、2023年、2025年", [2021, 2023, 2025], "、 、"),
        ("2019—2020学年的校车", [2019, 2020], "的校车"),
        ("2024-2025学年度", [2024, 2025], ""),
        ("2024到2025年新建几所", [2024, 2025], "新建几所"),
        ("二〇二一年至二〇二三年的补助", [2021, 2023], "的补助"),
        ("从2021年到2025年的变化", [2021, 2025], "从 的变化"),
        ("2024年的和2024年的", [2024], "的和 的"),
        ("the school buses in 2024?", [2024], "the school buses in ?"),
        ("wangting's 2025 plan", [2025], "wangting's plan"),
    ],
)
def test_year_is_read_and_taken_from_the_text(text: str, years: list[int], rest: str) -> None:
    found = choose_years(fold(text), known=KNOWN)
    assert (list(found.named), found.goals) == (years, ())
    assert " ".join(found.rest.split()) == rest


@pytest.mark.parametrize(
    ("text", "known", "years", "rest"),
    [
        ("24年的校车", KNOWN, [2024], "的校车"),
        ("24年度的校车", KNOWN, [2024], "的校车"),
        ("24年和25年哪年多", KNOWN, [2024, 2025], "哪年多"),
        ("二四年的校车", KNOWN, [2024], "的校车"),
        ("24年的校车", {2021}, [], "24年的校车"),
        ("24年的校车", (), [], "24年的校车"),
        ("98年的校车", KNOWN, [], "98年的校车"),
        ("任教满24年的老师", KNOWN, [], "任教满24年的老师"),
        ("近24年", KNOWN, [], "近24年"),
        ("24年以上教龄", KNOWN, [], "24年以上教龄"),
        ("24年内", KNOWN, [], "24年内"),
        ("124年", KNOWN, [], "124年"),
        ("二三年级", KNOWN, [], "二三年级"),
        ("小学二四年级", KNOWN, [], "小学二四年级"),
    ],
)
def test_two_digits_are_a_year_only_where_a_plan_is_of_it(
    text: str, known: set[int], years: list[int], rest: str
) -> None:
    found = choose_years(text, known=known)
    assert list(found.named) == years
    assert " ".join(found.rest.split()) == rest


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("到2025年毛入园率多少", [2025]),
        ("到2025年底毛入园率多少", [2025]),
        ("到二〇二五年毛入园率多少", [2025]),
        ("至2030年要建成几所", [2030]),
        ("力争2025年末达到多少", [2025]),
        ("截至2023年有几所", [2023]),
        ("截止到2023年有几所", [2023]),
        ("by 2025", [2025]),
        ("Until 2030", [2030]),
    ],
)
def test_goal_year_stays_in_the_text(text: str, goals: list[int]) -> None:
    folded = fold(text)
    assert choose_years(folded, known=KNOWN) == Years((), tuple(goals), folded)


def test_year_of_the_plan_and_year_of_the_goal_are_told_apart() -> None:
    found = choose_years("2022年的计划里到2024年满意度要达到多少", known=KNOWN)
    assert (found.named, found.goals) == ((2022,), (2024,))
    assert "到2024年满意度" in found.rest


@pytest.mark.parametrize("text", ["哪份计划提到2024年的招生", "哪里说到2024年", "哪几条谈到2024年的校车"])
def test_year_that_is_mentioned_is_no_goal(text: str) -> None:
    found = choose_years(text, known=KNOWN)
    assert (found.named, found.goals) == ((2024,), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "补充2000名教师",
        "2000多人",
        "2000 名学生",
        "2000余件",
        "每生2000元",
        "新增2000个学位",
        "1985人报名",
        "写2000字的作文",
        "家访2000次",
        "补助2000至5000元",
        "2000—3000名学生",
        "in the 1980s",
        "2000所学校",
        "编号12024的文件",
        "12345热线",
        "20245",
        "近10年",
        "十年来",
        "三年行动",
        "高三(3)班",
        "9月13号",
        "小学一二三四年级",
        "三至六年级",
        "2.2024",
        "24小时热线",
        "24个班",
        "How many of them?",
    ],
)
def test_number_of_something_else_is_no_year(text: str) -> None:
    assert choose_years(text, known=KNOWN) == Years((), (), text)


@pytest.mark.parametrize(
    "text",
    [
        "2018年出生的孩子今年能上小学吗",
        "2018年9月1日前出生的能不能报名",
        "2017年9月1日至2018年8月31日出生的",
        "二〇一八年出生的孩子",
        "my son was born in 2018",
    ],
)
def test_year_of_birth_is_no_year_of_a_plan(text: str) -> None:
    assert choose_years(text, known=KNOWN) == Years((), (), text)


@given(st.integers(min_value=1900, max_value=2099), st.sampled_from(["{}年", "在{}年的校车", "{}学年", "in {}"]))
def test_any_year_is_read_in_any_place(year: int, text: str) -> None:
    assert choose_years(text.format(year), known=()).named == (year,)
