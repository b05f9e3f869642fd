"""What is looked for is found letter by letter, in either script, and marked where it stands."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.browsing.sought import seek
from ingest.language.folding import fold


def marked(text: str, words: str, *, as_it_stands: bool = False) -> list[str]:
    return [text[start:end] for start, end in seek(words, as_it_stands=as_it_stands).spans(text)]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("教師", "补充乡村教师三十名，教师轮岗", ["教师", "教师"]),
        ("教师", "補充鄉村教師三十名", ["教師"]),
        ("ＡＢＣ１", "项目abc1完成", ["abc1"]),
        ("校车 补助", "校车每车补助2万元", ["校车", "补助"]),
        ("校车，补助", "校车每车补助2万元", ["校车", "补助"]),
        ("课后服务怎么收费", "开展课后服务，收费240元", ["课后服务", "收费"]),
        ("“课后 服务”", "课后 服务和课后服务", ["课后 服务"]),
        ("党", "党建", ["党"]),
        ("校车", "没有", []),
        ("2024年（上）", "2024年（上）", ["2024年（上）"]),
        ("a.*b", "a.*b与ab", ["a.*b"]),
    ],
)
def test_words_are_marked_where_they_stand(words: str, text: str, found: list[str]) -> None:
    assert marked(text, words) == found


def test_character_that_folds_into_several_is_marked_whole() -> None:
    assert marked("每生每学期㎡建校车", "校车") == ["校车"]
    assert marked("建筑面积３㎡以上", "m2") == ["㎡"]


@pytest.mark.parametrize(
    ("words", "text", "is_held"),
    [
        ("校车 补助", "补助校车", True),
        ("校车 补助", "校车", False),
        ("课后服务怎么收费", "收费与课后服务", True),
        ("怎么", "怎么办", True),
        ("“课后服务”收费", "课后与服务收费", False),
        ("，。", "任何文字", False),
    ],
)
def test_text_holds_all_runs_or_all_words(words: str, text: str, is_held: bool) -> None:
    assert seek(words).is_held(fold(text)) is is_held


def test_as_it_stands_is_one_run_whatever_white_space_it_holds() -> None:
    assert marked("第一行\n第二行", "行 第二", as_it_stands=True) == ["行\n第二"]
    assert marked("校车与补助", "校车 补助", as_it_stands=True) == []


@given(st.text(max_size=30), st.text(max_size=60))
@example("校车 校 车", "校车，校與车")
def test_spans_are_in_the_text_in_order_and_apart(words: str, text: str) -> None:
    for as_it_stands in (False, True):
        spans = seek(words, as_it_stands=as_it_stands).spans(text)
        assert spans or as_it_stands or text != "校车，校與车"
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert len(set(edges)) == len(edges)
        assert all(0 <= start < end <= len(text) for start, end in spans)
