from itertools import accumulate

import pytest
from hypothesis import given, strategies

from ingest.document import Document, Line, make_document, read_lines, write_lines
from ingest.language.spacing import clean


def test_lines_keep_their_numbers_in_the_file_and_lose_the_white_space_around_them() -> None:
    document = read_lines("\ufeff　标题　\n\n \t\n  一、抓党建。\u200b\n", source="plan.txt")
    assert document.source == "plan.txt"
    assert document.lines == (Line(1, "标题"), Line(4, "一、抓党建。"))


def test_only_line_feeds_part_lines() -> None:
    document = read_lines("甲\x0b乙\u2028丙\x85丁\n戊", source="plan.txt")
    assert [line.number for line in document.lines] == [1, 2]


def test_line_is_cleaned_once_on_its_way_in() -> None:
    rows = "配备 心 理 教\u200b 师，每校\u00ad一名。\n二 〇 二 四 年 二 月\n教育局 财政局"
    lines = ["配备 心理教师，每校一名。", "二〇二四年二月", "教育局 财政局"]
    assert [line.text for line in read_lines(rows, source="plan.txt").lines] == lines
    assert [line.text for line in make_document([(rows, None)], source="plan.docx").lines] == lines


def test_text_without_words_has_no_lines() -> None:
    assert read_lines(" \n\u3000\n\ufeff", source="plan.txt").lines == ()


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("甲\n乙", [None, None]),
        ("\f甲\n乙", [1, 1]),
        ("\f甲\n\f乙\n丙", [1, 2, 2]),
        ("甲\n\f乙", [1, 2]),
        ("甲\f\n乙", [1, 2]),
        ("\f\f甲\n\f\f\f乙", [2, 5]),
    ],
)
def test_form_feed_begins_a_page(text: str, pages: list[int | None]) -> None:
    assert [line.page for line in read_lines(text, source="plan.txt").lines] == pages


WORDS = strategies.text("甲乙1. 、（）", min_size=1).map(lambda text: clean(text.strip())).filter(bool)


@given(strategies.lists(WORDS), strategies.lists(strategies.integers(1, 4)), strategies.booleans())
def test_lines_written_and_read_again_are_the_same(words: list[str], steps: list[int], has_pages: bool) -> None:
    numbers = list(accumulate([*steps, *([1] * len(words))]))
    pages = list(accumulate([1, *steps, *([0] * len(words))])) if has_pages else [None] * len(words)
    lines = tuple(Line(*row) for row in zip(numbers, words, pages, strict=False))
    document = Document("plan.pdf", lines)
    assert read_lines(write_lines(document), source="plan.pdf") == document


def test_paragraphs_become_numbered_lines() -> None:
    document = make_document([("　甲级  乙级\n丙", 1), (" \0", 1), ("丁\0", 2)], source="plan.pdf")
    assert document.lines == (Line(1, "甲级 乙级", 1), Line(2, "丙", 1), Line(3, "丁", 2))
