"""What holds of the outline of any lines, however they are numbered, and how long it takes at most."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.document import Document, Line, read_lines
from ingest.labels import flatten, read_labels
from ingest.outline import Outline, outline
from ingest.plan import Role
from ingest.split import split_plans

NUMERALS = st.sampled_from("一二三四五六七八九十")
FIGURES = st.integers(1, 12)
PRINTED = st.one_of(
    NUMERALS.map("{}、".format),
    NUMERALS.map("（{}）".format),
    NUMERALS.map("第{}条 ".format),
    NUMERALS.map("第{}章 ".format),
    FIGURES.map("{}.".format),
    FIGURES.map("{}、".format),
    FIGURES.map("{}）".format),
    FIGURES.map("（{}）".format),
    st.lists(FIGURES, min_size=2, max_size=4).map(lambda path: ".".join(map(str, path)) + " "),
    st.sampled_from(["①", "②", "壹、", "贰、", "甲、", "乙、", "I. ", "II. ", "A. ", "b) ", "## ", "### ", "**", "一 ", "—、", ""]),
)  # fmt: skip
WORDS = st.text(alphabet="教育学校课后。；：，、 ()（）《》“”1一", max_size=10)
LINES = st.lists(st.tuples(PRINTED, WORDS), min_size=1, max_size=4).map(lambda parts: "".join(a + b for a, b in parts))
PAPERS = st.lists(LINES, min_size=1, max_size=20).map("\n".join)


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def check_outline(cut: Outline, document: Document) -> None:
    assert [(r.number, r.text) for r in cut.readings] == [(line.number, line.text) for line in document.lines]
    refs = [item.ref for item in cut.items]
    assert len(refs) == len(set(refs))
    assert all(item.ref and any(map(str.isalnum, item.text)) for item in cut.items)
    kept = squeeze("".join(reading.text for reading in cut.readings if reading.role is not Role.DROPPED))
    end = 0
    for item in cut.items:  # in reading order, each unchanged, and none begins before the one before it ends
        end = kept.index(squeeze(item.text), end) + len(squeeze(item.text))
    for index, node in enumerate(cut.nodes):
        assert node.parent is None or node.parent < index
        assert node.level == (1 if node.parent is None else cut.nodes[node.parent].level + 1)
    assert {doubt.line for doubt in cut.doubts} <= {line.number for line in document.lines}


@given(PAPERS)
@example("一、甲\n1.乙。2.丙。\n二、丁")
@example("一\n、甲\n（一\n）乙")
@example("一、甲……1\n二、乙……2\n一、甲\n二、乙")
def test_items_are_the_lines_own_text_in_order_and_refs_are_unique(text: str) -> None:
    document = read_lines(text, source="plan.txt")
    check_outline(outline(document.lines), document)


@given(st.text(max_size=300))
def test_no_text_whatever_breaks_the_outline(text: str) -> None:
    document = read_lines(text, source="plan.txt")
    check_outline(outline(document.lines), document)
    assert [line for part in split_plans(document) for line in part.lines] == list(document.lines)


@given(PAPERS)
@example("一、教育\n1.校车。2.课后。")
def test_every_numbered_paragraph_is_in_a_node(text: str) -> None:
    cut = outline(read_lines(text, source="plan.txt").lines)
    assert cut.nodes or text != "一、教育\n1.校车。2.课后。"
    for node in cut.nodes:
        assert squeeze(node.text) in squeeze(re.sub(r"[#*_]", "", text)) or "#" in text or "*" in text


@given(st.text(max_size=60))
def test_flattened_text_is_as_long_as_the_text(text: str) -> None:
    assert len(flatten(text)) == len(text)


@given(PRINTED, WORDS)
@example("（一）", "教育")
def test_label_and_rest_are_the_line(printed: str, words: str) -> None:
    line = printed + words
    labels = read_labels(line)
    assert labels or line != "（一）教育"
    for label in labels:
        if label.kind != "heading" and not line.startswith(("#", "*")):
            assert squeeze(label.printed + label.rest) == squeeze(line)


@pytest.mark.parametrize(
    "lines",
    [
        ["落实" * 500_000],
        ["".join(f"{n}.认真落实各项工作任务。" for n in range(1, 99)) * 700],
        ["（一）" * 300_000],
        ["①" * 300_000],
        ["一" * 1_000_000],
        ["(" * 1_000_000],
        ["第一条" * 300_000],
        ["a" + " " * 1_000_000 + "b"],
        [f"{n % 30 + 1}.认真落实各项工作。" for n in range(20_000)],
        ["一、总体要求"] * 20_000,
        ["一", "（"] * 10_000,
        ["#" * (n % 6 + 1) + " 标题" for n in range(10_000)],
        [".".join("1" * depth) + " 标题" for depth in range(1, 10_000, 7)],
        [("一、", "（一）", "1.", "（1）", "①", "a) ", "第一条 ", "1.1 ")[n % 8] + "落实。" for n in range(20_000)],
    ],
    ids=range(14),
)
def test_long_and_deep_papers_take_seconds(lines: list[str]) -> None:
    start = time.process_time()
    outline([Line(number, text) for number, text in enumerate(lines, 1)])
    assert time.process_time() - start < 10
