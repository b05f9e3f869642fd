import pytest

from ingest.document import Line
from ingest.errors import UserError
from ingest.limits import Limits
from ingest.readers import pdf
from tests.ingest.readers.files import LINES, TITLE, pdf_file, printed, read, texts, watermarked_pdf

LONG = (
    "（一）管好校车。全区校车六十辆全部安装定位装置，驾驶员每学期培训一次，每月检查一回，查出的毛病三日之内一定修好。"
)
LONGER = "（二）办好食堂。" + "每周公布带量食谱，陪餐校长的名单每日公示，家长每学期评议一次；" * 12
FOOT = 800.0


def test_printed_lines_become_the_paragraphs_that_were_set() -> None:
    paragraphs = [TITLE, "一、守住安全底线", LONG, LONGER, "二、提高教育质量", LONG]
    assert texts(pdf_file([printed(paragraphs)])) == paragraphs


def test_paragraphs_without_indents_end_where_a_label_begins() -> None:
    rows = [
        (72.0, 100.0 + 20 * i, text)
        for i, text in enumerate((LONG[:36], LONG[36:], LONGER[:36], LONGER[36:72], "二、质量"))
    ]
    assert texts(pdf_file([rows])) == [LONG, LONGER[:72], "二、质量"]


def test_sentence_that_ends_with_its_line_is_no_reason_to_part_an_indented_text() -> None:
    filled = "（一）管好校车。" + "全" * 25 + "。"
    rest = "每月检查一回，查出的毛病三日之内修好。"
    assert len(filled) == 34
    assert texts(pdf_file([printed([filled + rest, LONG, LONGER])])) == [filled + rest, LONG, LONGER]


def test_paragraph_that_runs_over_a_page_is_one_and_bears_the_page_it_begins_on() -> None:
    rows = printed([TITLE, LONG, LONGER])
    pages = [rows[:6], [(left, top - 120, text) for left, top, text in rows[6:]]]
    assert read(pdf_file(pages)).lines == (Line(1, TITLE, 1), Line(2, LONG, 1), Line(3, LONGER, 1))
    second = [*pages[1], *((x, y + 200, t) for x, y, t in printed(["二、提高教育质量"]))]
    assert read(pdf_file([pages[0], second])).lines[-1] == Line(4, "二、提高教育质量", 2)


@pytest.mark.parametrize(
    "number",
    [
        "{}",
        "— {} —",
        "-{}-",
        "第{}页",
        "第 {} 页 共 3 页",
        "第{}页/共3页",
        "{}/3",
        "{} / 3",
        "Page {} of 3",
        "－{}－",
        "·{}·",
    ],
)
def test_page_numbers_are_left_out(number: str) -> None:
    rows = printed([LONG, LONGER])
    pages = [[*rows, (280.0, FOOT, number.format(page))] for page in (1, 2, 3)]
    assert texts(pdf_file(pages)) == [LONG, LONGER] * 3


def test_running_heads_are_left_out_and_the_first_lines_of_pages_are_not() -> None:
    pages = []
    for page in (1, 2, 3):
        head = (220.0, 50.0, f"望汀区教育局文件 第{page}期")
        pages.append([head, *printed([f"第{'一二三'[page - 1]}章 事项", LONG])])
    assert texts(pdf_file(pages)) == ["第一章 事项", LONG, "第二章 事项", LONG, "第三章 事项", LONG]


def test_page_number_glued_to_the_last_line_is_left_out() -> None:
    rows = printed([LONG[:34] + "— 1 —"])
    assert texts(pdf_file([rows, [(72.0, 100.0, LONG[34:])], printed([LONGER])]))[0].startswith(LONG[:34])
    assert "— 1 —" not in "".join(texts(pdf_file([rows, printed([LONG])])))


def test_columns_are_read_one_after_the_other() -> None:
    left, right = printed([LONG, LONGER[:120]], letters=18), printed([LONGER[:100], LONG], letters=18, left=320)
    title = (200.0, 60.0, TITLE)
    rows = [
        title,
        *(row for pair in zip(left, right, strict=False) for row in pair),
        *left[len(right) :],
        *right[len(left) :],
    ]
    assert texts(pdf_file([rows])) == [TITLE, LONG, LONGER[:120], LONGER[:100], LONG]


def test_columns_of_a_short_last_page_are_read_as_those_before_it() -> None:
    left, right = printed([LONG, LONGER[:120]], letters=18), printed([LONGER[:100], LONG], letters=18, left=320)
    last = [*printed([LONG[:30]], letters=18), *printed([LONG[30:50]], letters=18, left=320)]
    rows = [row for pair in zip(left, right, strict=False) for row in pair] + left[len(right) :] + right[len(left) :]
    assert texts(pdf_file([rows, last]))[-2:] == [LONG[:30], LONG[30:50]]


@pytest.mark.parametrize("degrees", [30, 45, 60, -45, 90])
def test_watermark_that_stands_aslant_is_left_out(degrees: float) -> None:
    paragraphs = [TITLE, "一、守住安全底线", LONG, LONGER, "二、提高教育质量", LONG]
    assert texts(watermarked_pdf([printed(paragraphs)], "仅供内部查阅", degrees=degrees)) == paragraphs


def test_large_mark_over_every_page_is_left_out_though_it_stands_upright() -> None:
    pages = [printed([LONG, LONGER]), printed([LONGER, LONG]), printed([LONG])]
    found = texts(watermarked_pdf(pages, "仅供内部查阅", degrees=0))
    assert "内部" not in "".join(found)
    assert LONG in found


def test_page_that_lies_on_its_side_loses_no_sign() -> None:
    found = "".join(texts(watermarked_pdf([[]], "望汀区教育局2024年工作要点", degrees=90, size=20)))
    assert sorted(found.replace(" ", "")) == sorted("望汀区教育局2024年工作要点")


def test_sign_whose_box_is_flat_stays_in_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font may box 一 as low as its stroke: it is no piece of its own."""
    boxes = [(sign, (72.0 + 12 * at, 700.0, 84.0 + 12 * at, 712.0)) for at, sign in enumerate("（一）统一安装")]
    flat = [(sign, (left + 1, 705.4, right - 1, 706.2) if sign == "一" else (left, low, right, top))
            for sign, (left, low, right, top) in boxes]  # fmt: skip
    monkeypatch.setattr(pdf, "_characters", lambda _: iter(flat))
    assert [piece.text for piece, _ in pdf._pieces(None, 842.0, 1, [])] == ["（一）统一安装"]


def test_rows_of_a_table_stay_apart() -> None:
    rows = [
        (72.0, 100.0, "学校"),
        (300.0, 100.0, "班数"),
        (72.0, 120.0, "汀南小学"),
        (300.0, 120.0, "12"),
        (72.0, 140.0, "汀北小学"),
        (300.0, 140.0, "8"),
    ]
    assert texts(pdf_file([rows])) == ["学校：汀南小学；班数：12", "学校：汀北小学；班数：8"]


def test_locked_pdf_is_refused_by_name() -> None:
    with pytest.raises(UserError, match=r"^plans/要点 is locked with a password; save it without one"):
        read(pdf_file([printed(LINES)], password="geheim"))


def test_pdf_with_more_pages_than_are_read_is_refused_by_name() -> None:
    with pytest.raises(UserError, match=r"^plans/要点 has 4 pages, more than 3 \(EDUPLAN_MAX_PAGES\); add"):
        read(pdf_file([printed(LINES)] * 4), limits=Limits(max_pages=3))


def test_pdf_without_a_word_is_refused_by_name() -> None:
    with pytest.raises(UserError, match=r"^plans/要点 holds no text; add"):
        read(pdf_file([[], []]))


@pytest.mark.parametrize("kept", [20, 300, 900])
def test_pdf_that_breaks_off_is_refused_by_name(kept: int) -> None:
    with pytest.raises(UserError, match=r"^plans/要点 (is damaged|holds no text)"):
        read(pdf_file([printed(LINES)])[:kept])
