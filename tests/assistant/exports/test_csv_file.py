import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from assistant.exports.csv_file import to_csv
from assistant.exports.safe import BROKEN, FORMULA
from assistant.exports.table import Table


def rows_of(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_file_begins_with_a_byte_order_mark_and_ends_lines_as_excel_does() -> None:
    assert to_csv(Table("t", ("计划",), (("望汀区",),))) == "\ufeff计划\r\n望汀区\r\n".encode()


def test_no_cell_is_a_formula_and_numbers_stay_numbers(nasty: Table) -> None:
    header, *rows = rows_of(to_csv(nasty))
    assert header == ["'=1+1", "数值", "文字"]
    assert [row[1] for row in rows] == ["1", "-2.5", "7", "", "3", "1000000000000000", "0.1"]
    assert [row[0] for row in rows][:4] == ['\'=HYPERLINK("http://x","y")', "'@SUM(A1)", "'\t=1", "'＝1＋1"]
    assert [row[2] for row in rows][:4] == ["'+86", "'-1", "'\r=1", "' =1"]


def test_commas_quotes_and_lines_come_back(nasty: Table) -> None:
    assert rows_of(to_csv(nasty))[5][2] == '逗号,引号",\n换行'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_every_text_comes_back_and_none_begins_a_formula(texts: list[str]) -> None:
    (row,) = rows_of(to_csv(Table("t", ("",) * len(texts), (tuple(texts),))))[1:]
    for text, cell in zip(texts, row, strict=True):
        assert cell.removeprefix("'") == BROKEN.sub("", text).removeprefix("'")
        assert not FORMULA.match(cell)
