"""Tables of PDFs: what stands in columns is told row by row, over pages and over the lines of a long cell."""

from ingest.document import Line
from tests.ingest.readers.files import pdf_file, read

LEFTS = (72.0, 160.0, 400.0)
HEAD = ("学校", "招生范围", "电话")
Text = tuple[float, float, str]


def printed_row(top: float, *cells: str) -> list[Text]:
    return [(left, top, cell) for left, cell in zip(LEFTS, cells, strict=True) if cell]


def rows_of(*pages: list[Text]) -> list[Line]:
    return [line for line in read(pdf_file([list(page) for page in pages])).lines if line.is_row]


def texts_of(*pages: list[Text]) -> list[str]:
    return [line.text for line in rows_of(*pages)]


FIRST = [
    *printed_row(100, *HEAD),
    *printed_row(130, "一小", "榕树街、桥头街", "5510001"),
    *printed_row(160, "二小", "北门", "5510002"),
]
TOLD = ["学校：一小；招生范围：榕树街、桥头街；电话：5510001", "学校：二小；招生范围：北门；电话：5510002"]
THIRD = "学校：三小；招生范围：河堤路；电话：5510003"


def test_rows_are_told_with_their_columns() -> None:
    assert texts_of(FIRST) == TOLD


def test_table_goes_on_over_pages_with_its_head_again_and_without() -> None:
    with_head = [*printed_row(100, *HEAD), *printed_row(130, "三小", "河堤路", "5510003")]
    assert texts_of(FIRST, with_head) == [*TOLD, THIRD]
    rows = rows_of(FIRST, printed_row(100, "三小", "河堤路", "5510003"))
    assert [line.text for line in rows] == [*TOLD, THIRD]
    assert [line.page for line in rows] == [1, 1, 2]


def test_cell_of_several_lines_is_one_below_its_row_or_around_it() -> None:
    below = [
        *FIRST,
        *printed_row(190, "三小", "河堤路一号至九十九号的单号", "5510003"),
        *printed_row(206, "", "和渡口村", ""),
    ]
    assert texts_of(below)[-1] == "学校：三小；招生范围：河堤路一号至九十九号的单号和渡口村；电话：5510003"
    around = [
        *FIRST,
        *printed_row(190, "", "河堤路单号、", ""),
        *printed_row(198, "三小", "", "5510003"),
        *printed_row(206, "", "渡口村", ""),
    ]
    assert texts_of(around)[-1] == "学校：三小；招生范围：河堤路单号、渡口村；电话：5510003"


def test_cell_that_spans_rows_is_told_in_each() -> None:
    rows = [*FIRST, *printed_row(190, "", "渡口村", "5510009")]
    assert texts_of(rows)[-1] == "学校：二小；招生范围：渡口村；电话：5510009"


def test_paragraphs_around_the_table_stay_and_lines_in_columns_without_a_head_are_no_table() -> None:
    page = [
        (72.0, 60.0, "各校招生范围如下。"),
        *FIRST,
        (72.0, 220.0, "凭户口簿报名，不得跨范围招生，违者按有关规定处理并通报全区各学校。"),
    ]
    lines = read(pdf_file([page])).lines
    assert [line.is_row for line in lines] == [False, True, True, False]
    signed = [(72.0, 100.0, "联系人：张三"), (300.0, 100.0, "电话：1"), (72.0, 130.0, "联系人：李四"), (300.0, 130.0, "电话：2"),
              (72.0, 160.0, "联系人：王五"), (300.0, 160.0, "电话：3")]  # fmt: skip
    assert texts_of(signed) == []
