import pytest

from assistant.claims.figures import read_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("4所", [(4, "个")]),
        ("四所", [(4, "个")]),
        ("百分之九十二以上", [(92, "%")]),
        ("八成", [(80, "%")]),
        ("三分之一", [(33.33, "%")]),
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


def test_figure_is_reckoned_by_the_nearest_period() -> None:
    first, second = read_figures("每月电话联系2次、每学期家访3次")
    assert (first.periods, second.periods) == (frozenset({"月"}), frozenset({"学期"}))


def test_figures_told_in_a_row_are_each_of_their_own() -> None:
    first, second = read_figures("小学、初中分别为800元和1000元")
    assert (first.around, second.around) == ("小学", "初中")
