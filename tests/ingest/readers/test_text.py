import pytest

from tests.ingest.readers.files import LINES, TEXT, texts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_is_read_in_any_encoding(encoding: str) -> None:
    assert texts(TEXT.encode(encoding)) == list(LINES)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**一、守住安全底线**", "一、守住安全底线"),
        ("## 一、守住安全底线", "## 一、守住安全底线"),
        ("1\\. 管好校车。", "1. 管好校车。"),
        ("1. **管好校车。** 每月查。", "1. 管好校车。 每月查。"),
        ("> 引用的话。", "引用的话。"),
        ("- 列出的话。", "列出的话。"),
        ('见[附件](https://example.com/a "x")。', "见附件。"),
        ("图![图](a.png)在此", "图在此"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("_下划线_名", "_下划线_名"),
    ],
)
def test_signs_of_markdown_are_left_out_in_files_of_that_name_alone(written: str, read: str) -> None:
    assert texts(f"甲\n\n{written}\n".encode(), source="要点.md") == ["甲", read]
    assert texts(f"甲\n\n{written}\n".encode(), source="要点.txt") == ["甲", written]


def test_table_of_markdown_is_told_row_by_row() -> None:
    table = "甲\n\n| 学校 | 班数 |\n|:---|---:|\n| 汀南小学 | **12** |\n| 汀北小学 | 8 |\n\n乙\n---\n```\n丙\n```\n"
    assert texts(table.encode(), source="要点.md") == [
        "甲",
        "学校：汀南小学；班数：12",
        "学校：汀北小学；班数：8",
        "乙",
        "丙",
    ]
