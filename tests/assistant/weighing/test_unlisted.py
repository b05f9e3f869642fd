"""A name formed like those of the rows, and none of them, calls for no row; words that only tell a kind are no name."""

import pytest

from assistant.weighing.rows import rows_of_others
from ingest.language.folding import fold

SCHOOLS = ("学校：梅林中学；名额：12", "学校：石塘镇初级中学；名额：9", "学校：白沙中学（南校区）；名额：7")
MIXED = ("小学：东关小学；对口初中：梅林中学", "小学：河湾小学；对口初中：石塘中学")
LINES = ("线路：1号线；票价：2元", "线路：2号线；票价：3元", "线路：4号线；票价：2元")
WEEKS = ("周次：第1周；安排：开学", "周次：第2周；安排：体检", "周次：第5周；安排：运动会")
DAYS = ("截止：9月1日；事项：报名", "截止：9月8日；事项：缴费")
GRADES = ("年级：一年级；人数：40", "年级：二年级；人数：38")


@pytest.mark.parametrize(
    ("rows", "question"),
    [
        pytest.param(SCHOOLS, "凤台中学有几个名额", id="school"),
        pytest.param(SCHOOLS, "我在凤台中学读书，名额有几个", id="school in the middle"),
        pytest.param(MIXED, "育红小学毕业上哪个初中", id="school of one of two columns"),
        pytest.param(LINES, "9号线票价多少", id="number"),
        pytest.param(WEEKS, "第三周做什么", id="number in words"),
        pytest.param(GRADES, "三年级多少人", id="grade"),
    ],
)
def test_name_that_no_row_has_leaves_none(rows: tuple[str, ...], question: str) -> None:
    assert all(rows_of_others(rows, fold(question)))


@pytest.mark.parametrize(
    ("rows", "question", "left"),
    [
        pytest.param(SCHOOLS, "梅林中学有几个名额", [0], id="listed"),
        pytest.param(SCHOOLS, "石塘中学有几个名额", [0, 1, 2], id="part of a listed name"),
        pytest.param(SCHOOLS, "白沙中学南校区有几个名额", [2], id="listed with brackets"),
        pytest.param(SCHOOLS, "哪所公办中学名额最多", [0, 1, 2], id="kind"),
        pytest.param(SCHOOLS, "全县初中学生有几个名额", [0, 1, 2], id="what begins like a school"),
        pytest.param(SCHOOLS, "名额最多的中学是哪个", [0, 1, 2], id="no name"),
        pytest.param(MIXED, "东关小学毕业上哪个初中", [0], id="listed in the first of two columns"),
        pytest.param(LINES, "4号线票价多少", [2], id="listed number"),
        pytest.param(WEEKS, "第五周做什么", [0, 1, 2], id="listed number in words"),
        pytest.param(DAYS, "9月3日还能报名吗", [0], id="a day is no name"),
    ],
)
def test_names_that_rows_have_and_words_that_are_none_leave_rows(
    rows: tuple[str, ...], question: str, left: list[int]
) -> None:
    flags = rows_of_others(rows, fold(question))
    assert [place for place, is_other in enumerate(flags) if not is_other] == left
