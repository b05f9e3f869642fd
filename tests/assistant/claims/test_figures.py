import pytest

from assistant.claims.figures import Bound, read_figures
from assistant.claims.numbers import read_value


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("4", 4), ("1,560", 1560), ("1.5万", 15_000), ("两百六", 260), ("二〇二五", 2025), ("三百二十", 320), ("十", 10), ("课", None)],
)
def test_numeral_is_read_whatever_it_is_written_in(numeral: str, value: float | None) -> None:
    assert read_value(numeral) == value


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("4所", [(4, "个")]),
        ("四所", [(4, "个")]),
        ("百分之九十二以上", [(92, "%")]),
        ("八成", [(80, "%")]),
        ("三分之一", [(100 / 3, "%")]),
        ("14.8亿元", [(1.48e9, "元")]),
        ("一个半小时", [(90, "分钟")]),
        ("1到2岁", [(1, "岁"), (2, "岁")]),
        ("第十三届和首届", [(13, "第"), (1, "第")]),
        ("一些学校统一在第一时间十分重视双减，一律一致", []),
        ("九年一贯制学校", []),
    ],
)
def test_figure_has_its_value_and_unit(text: str, figures: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in read_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("不少于30名", Bound.LEAST),
        ("至少30名", Bound.LEAST),
        ("30名以上", Bound.LEAST),
        ("不得超过30名", Bound.MOST),
        ("最多收30名", Bound.MOST),
        ("30名以内", Bound.MOST),
        ("招30名", None),
    ],
)
def test_bound_is_told(text: str, bound: Bound | None) -> None:
    assert read_figures(text)[0].bound == bound


def test_figure_is_reckoned_by_the_nearest_period() -> None:
    first, second = read_figures("每月电话联系2次、每学期家访3次")
    assert (first.periods, second.periods) == ({"月"}, {"学期"})


def test_figures_told_in_a_row_are_each_of_their_own() -> None:
    first, second = read_figures("小学、初中分别为800元和1000元")
    assert (first.around, second.around) == ("小学", "初中")
