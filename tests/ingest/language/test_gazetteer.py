from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.language.folding import fold
from ingest.language.gazetteer import short_name
from ingest.language.places import Place, PlaceKind, find_places
from ingest.language.sounds import pinyin_of


def names_in(question: str) -> list[str]:
    return [place.name for place in find_places(question)]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("长沙市今年要新建几所小学", ["长沙市"]),
        ("长沙今年要新建几所小学", ["长沙"]),
        ("那長沙呢", ["长沙"]),
        ("長沙市的學校", ["长沙市"]),
        ("株洲有多少辆校车", ["株洲"]),
        ("校车补贴在株洲市是多少", ["株洲市"]),
        ("课后服务收多少钱？我说的是株洲", ["株洲"]),
        ("请问湖南省株洲市的课后服务怎么收费", ["湖南省", "株洲市"]),
        ("新晃侗族自治县的校车", ["新晃侗族自治县"]),
        ("新晃的校车", ["新晃"]),
        ("我们家在浏阳，小学几点放学", ["浏阳"]),
        ("未央区的幼儿园", ["未央区"]),
        ("内蒙古的寄宿生补助", ["内蒙古"]),
        ("新疆的寄宿生补助", ["新疆"]),
        ("北京、上海和广州比一比", ["北京", "上海", "广州"]),
        ("长沙比株洲多招多少老师", ["长沙", "株洲"]),
        ("香港的学校", ["香港"]),
        ("台北的幼儿园", ["台北"]),
        ("资源县有几所小学", ["资源县"]),
        ("平安区和惠民县的校车", ["平安区", "惠民县"]),
    ],
)
def test_chinese_place_is_found_in_either_script_with_or_without_its_ending(question: str, names: list[str]) -> None:
    assert names_in(question) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("How many kindergartens will Wuhan build?", ["武汉"]),
        ("what about changsha", ["长沙"]),
        ("changsha de xiaoche", ["长沙"]),
        ("Schools in Xi'an and Xi’an", ["西安", "西安"]),
        ("What does Lanxi County plan?", ["lanxi"]),
        ("school buses in Zhuzhou City", ["zhuzhou"]),
        ("Does Liuyang run school buses?", ["浏阳"]),
        ("Is it the same in Hong Kong, Tibet and Inner Mongolia?", ["香港", "西藏", "内蒙古"]),
        ("Shanxi or Shaanxi?", ["山西", "陕西"]),
        ("the fees in Suzhou, Fuzhou and Taizhou", ["苏州", "福州", "泰州"]),
        ("Xinjiang's boarding schools", ["新疆"]),
        ("Harbin和Wuhan的学校", ["哈尔滨", "武汉"]),
    ],
)
def test_place_is_found_by_its_pinyin_or_english_name(question: str, names: list[str]) -> None:
    assert names_in(question) == names


@pytest.mark.parametrize(
    "question",
    [
        "",
        "课后服务怎么收费",
        "资源怎么分配",
        "资源教室新建几间",
        "平安校园怎么建",
        "惠民工程有哪些",
        "三年级有几节课",
        "新建几所幼儿园",
        "和平教育怎么开展",
        "发挥兴趣小组的作用",
        "大同小异的安排",
        "前进路上的学校",
        "每校配五台钢琴吗",
        "补充九台校车",
        "有什么高明的办法",
        "博爱精神怎么培养",
        "健康长寿的课程",
        "全市中小学有多少所",
        "全县高中有几所",
        "职业学校与企业合作吗",
        "城关小学",
        "How are after-school services charged?",
        "Can pupils be charged for the service?",
        "Guide me through the enrolment",
        "The County will build schools",
        "Each District has its own plan",
    ],
)
def test_everyday_words_are_no_places(question: str) -> None:
    assert names_in(question) == []


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("那長沙市呢", Place("长沙市", 1, 4, PlaceKind.LISTED)),
        ("学校 Wuhan 的", Place("武汉", 3, 8, PlaceKind.LISTED)),
        ("in Lanxi County, say", Place("lanxi", 3, 15, PlaceKind.FORMED)),
    ],
)
def test_place_knows_where_it_stands(question: str, place: Place) -> None:
    assert find_places(question) == (place,)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("云河区有哪些学校", "云河区", PlaceKind.FORMED),
        ("校车在云河区的数量", "云河区", PlaceKind.FORMED),
        ("根据云河区规定", "云河区", PlaceKind.FORMED),
        ("霁山2021年的校车", "霁山", PlaceKind.SHORT),
        ("鹤浦的课后服务", "鹤浦", PlaceKind.OPENING),
        ("在沙砚镇建一所", "沙砚镇", PlaceKind.TOWN),
        ("長沙市的學校", "长沙市", PlaceKind.LISTED),
    ],
)
def test_place_is_of_a_kind(text: str, name: str, kind: PlaceKind) -> None:
    assert [(place.name, place.kind) for place in find_places(text)] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("兰溪桥小学几点放学", "兰溪桥小学"),
        ("长沙路上的学校", "长沙路"),
        ("上海东路有几所学校", "上海东路"),
        ("长沙的小学", ""),
        ("长沙市第一中学", ""),
        ("武汉江岸区的学校", ""),
    ],
)
def test_place_within_the_name_of_a_school_or_road_knows_that_name(text: str, longer: str) -> None:
    places = find_places(text)
    assert places
    assert places[0].longer == longer


@given(
    st.lists(st.sampled_from(["长沙", "株洲市", "新晃侗族自治县", "Wuhan", "和", "、", " 的", "有校车吗", "2024年"]))
)
@example(["长沙", "和", "株洲市", "、", "Wuhan"])
def test_places_stand_in_order_and_none_overlaps_another(pieces: list[str]) -> None:
    question = "".join(pieces)
    places = find_places(question)
    assert places or not {"株洲市", "新晃侗族自治县"} & set(pieces)
    assert all(place.end <= following.start for place, following in pairwise(places))
    assert all(fold(question)[place.start : place.end] in {place.name, "wuhan"} for place in places)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("未央区", "未央"),
        ("青嵐縣", "青岚"),
        ("长沙", "长沙"),
        ("郑州市", "郑州"),
        ("新乡市", "新乡"),
        ("沙市区", "沙市"),
        ("新晃侗族自治县", "新晃"),
        ("凉山彝族自治州", "凉山"),
        ("恩施土家族苗族自治州", "恩施"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("香港特别行政区", "香港"),
        ("阿里地区", "阿里"),
        ("兴安盟", "兴安"),
        ("沙砚镇", "沙砚"),
        ("鹭砚街道", "鹭砚"),
    ],
)
def test_short_name_leaves_the_ending_and_the_peoples_out(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [("长沙", "changsha"), ("重庆", "chongqing"), ("厦门", "xiamen"), ("望汀", "wangting"), ("霁山", "jishan")],
)
def test_pinyin_is_one_word(name: str, pinyin: str) -> None:
    assert pinyin_of(name) == pinyin
