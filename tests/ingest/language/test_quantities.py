import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.bounds import Bound
from ingest.language.folding import fold
from ingest.language.quantities import Quantity, find_quantities
from ingest.language.reading import Reading
from ingest.language.units import UNITS


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(fold(text))
    return quantity


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新建幼儿园5所", [(5, "所", "个")]),
        ("四间", [(4, "间", "个")]),
        ("校車六十輛", [(60, "辆", "个")]),
        ("14.8亿元", [(1.48e9, "元", "元")]),
        ("80余人和二十多名教师", [(80, "人", "人"), (20, "人", "人")]),
        ("百分之九十二以上", [(92, "%", "%")]),
        ("八成", [(80, "%", "%")]),
        ("每100名学生里有92名", [(92, "%", "%")]),
        ("提高一点五个百分点", [(1.5, "个百分点", "个百分点")]),
        ("一个半小时", [(1.5, "小时", "分钟")]),
        ("三年半", [(3.5, "年", "个月")]),
        ("半个月", [(0.5, "个月", "个月")]),
        ("八十分", [(80, "分", "分")]),
        ("八十分钟", [(80, "分钟", "分钟")]),
        ("4：6", [(4 / 6, "比", "比")]),
        ("300", [(300, "", "")]),
        ("", []),
    ],
)
def test_quantity_has_its_value_unit_and_group(text: str, found: list[tuple[float, str, str]]) -> None:
    assert [(one.value, one.unit, one.group) for one in find_quantities(fold(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "一体化",
        "十分重视",
        "三农",
        "九年一贯制学校",
        "统一、一律、一致",
        "三年级",
        "一二年级",
        "2024年",
        "上半年",
        "每半年",
        "高三和三中全会",
        "g20",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_unit_does_not_stand_before_a_word_of_its_own() -> None:
    assert [one.unit for one in find_quantities("5名师、3年级、2部门、4名教师")] == ["", "", "", "人"]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("200元至1000元", 200, 1000, "元"),
        ("1到2岁", 1, 2, "岁"),
        ("20万—30万元", 200_000, 300_000, "元"),
        ("两三岁", 2, 3, "岁"),
    ],
)
def test_range_has_a_low_and_a_high_end(text: str, low: float, high: float, unit: str) -> None:
    one = only(text)
    assert (one.printed, one.value, one.low, one.high, one.unit) == (text, None, low, high, unit)


def test_range_that_falls_has_only_its_ends() -> None:
    one = only("5至2项")
    assert (one.value, one.low, one.high, [end.value for end in one.ends]) == (None, None, None, [5, 2])


def test_first_of_two_shares_the_unit() -> None:
    assert [(one.value, one.unit) for one in find_quantities("小班、中班各25和30名")] == [(25, "人"), (30, "人")]


def test_size_is_in_the_first_unit_of_the_group() -> None:
    assert [one.size for one in find_quantities("2小时、90分钟、5‰")] == [120, 90, 0.5]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("不少于30名", Bound.LEAST),
        ("至少30名", Bound.LEAST),
        ("30名以上", Bound.LEAST),
        ("不得超过30名", Bound.MOST),
        ("最多收30名", Bound.MOST),
        ("30名以内", Bound.MOST),
        ("约30名", Bound.ABOUT),
        ("30名左右", Bound.ABOUT),
        ("招30名", None),
    ],
)
def test_bound_is_told(text: str, bound: Bound | None) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "each", "periods"),
    [
        ("每生每学期300元", "每生每学期", {"学期"}),
        ("每县(区)至少建成1个", "每县(区)", set[str]()),
        ("每学期，3次", "", set[str]()),
        ("300元/月", "", {"月"}),
    ],
)
def test_what_it_is_counted_for_is_told(text: str, each: str, periods: set[str]) -> None:
    one = only(text)
    assert (text[slice(*one.each)] if one.each else "", set(one.periods)) == (each, periods)


def test_figure_is_reckoned_by_the_nearest_period() -> None:
    first, second = find_quantities("每月电话联系2次、每学期家访3次")
    assert (set(first.periods), set(second.periods)) == ({"月"}, {"学期"})


def test_ordinals_and_loose_numbers_are_told() -> None:
    found = find_quantities("第三批和首届，一个和满一年，百名，十七届")
    assert [(one.printed, one.is_ordinal, one.is_loose) for one in found] == [
        ("第三批", True, False),
        ("首届", True, False),
        ("一个", False, True),
        ("一年", False, False),
        ("百名", False, True),
        ("十七届", False, False),
    ]


def test_numeral_of_chinese_characters_is_told() -> None:
    assert [one.is_chinese for one in find_quantities("四所、5所")] == [True, False]


def test_what_is_taken_is_no_quantity() -> None:
    assert [one.printed for one in find_quantities("15日前完成5所", taken=((0, 3),))] == ["5所"]


def test_reading_gives_the_quantities_of_the_folded_text() -> None:
    assert [one.printed for one in Reading("建園４所").quantities] == ["4所"]


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ("间", "所", True),
        ("家", "校", True),
        ("名", "位", True),
        ("人", "人次", True),
        ("个", "名", True),
        ("所", "名", False),
        ("辆", "台", True),
        ("栋", "所", False),
    ],
)
def test_people_say_one_measure_word_for_another(one: str, other: str, *, stands: bool) -> None:
    assert UNITS[one].stands_for(UNITS[other]) is stands


@given(st.text(alphabet="0123456789.,:一二三十百千万亿半分之点成至-—所名个%年月日第首每，。", max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    end = 0
    for one in find_quantities(text):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end].startswith(one.printed)
        end = one.end
