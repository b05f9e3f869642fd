import pytest

from ingest.readers.text import read_text
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


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<!-- 旧稿：\n二、柴火\n1. 柴到镇上买。\n-->\n二、柴火自己砍。", ["二、柴火自己砍。"]),
        ("二、柴火 <!-- 问过会计\n三月再问 -->自己砍。", ["二、柴火", "自己砍。"]),
        ("<!-- 一 -->二、柴火<!-- 二 -->", ["二、柴火"]),
        (
            "二、在网页里写 `<!--` 开头的话。\n三、再写 `-->` 收尾。",
            ["二、在网页里写 `<!--` 开头的话。", "三、再写 `-->` 收尾。"],
        ),
        ("<!-- 没有收尾\n二、柴火自己砍。", ["<!-- 没有收尾", "二、柴火自己砍。"]),
    ],
)
def test_remark_that_markdown_hides_is_left_out(written: str, read: list[str]) -> None:
    assert texts(f"甲\n\n{written}\n乙\n".encode(), source="要点.md") == ["甲", *read, "乙"]
    lines = read_text(f"甲\n{written}\n乙\n".encode(), name="要点.md", source="要点.md").lines
    assert lines[-1].number == written.count("\n") + 3


def test_table_of_markdown_is_told_row_by_row() -> None:
    table = "甲\n\n| 学校 | 班数 |\n|:---|---:|\n| 汀南小学 | **12** |\n| 汀北小学 | 8 |\n\n乙\n---\n```\n丙\n```\n"
    assert texts(table.encode(), source="要点.md") == [
        "甲",
        "学校：汀南小学；班数：12",
        "学校：汀北小学；班数：8",
        "乙",
        "丙",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "学校 | 班数\n:---|---:\n汀南小学 | **12**\n汀北小学 | 8\n",
        "| 学校 | 班数\n|---|---\n| 汀南小学 | 12\n| 汀北小学 | 8\n",
        "学校 | 班数 |\n-|-|\n汀南小学 | 12 |\n汀北小学 | 8 |\n",
    ],
)
def test_table_of_markdown_needs_no_bars_around_its_lines(table: str) -> None:
    told = texts(f"甲\n\n{table}\n乙 | 丙\n".encode(), source="要点.md")
    assert told == ["甲", "学校：汀南小学；班数：12", "学校：汀北小学；班数：8", "乙 | 丙"]


TIMETABLE = """甲
路线\t站名\t发车\t跟车老师
东线\t石桥\t7:05\t田老师
\t柳堤\t7:12{end}
\t粮站\t7:20{end}
西线\t砖厂\t7:01\t米老师
\t林场\t7:16{end}
二、须知\t略
"""


@pytest.mark.parametrize("end", ["", "\t", "\t  "])
def test_cells_at_the_end_of_a_line_may_be_blank_without_their_tabs(end: str) -> None:
    told = texts(TIMETABLE.format(end=end).encode())
    assert told[3] == "路线：东线；站名：粮站；发车：7:20；跟车老师：田老师"
    assert told[5] == "路线：西线；站名：林场；发车：7:16；跟车老师：米老师"
    assert told[6].startswith("二、须知")


def test_remark_that_few_rows_have_leaves_the_head_to_the_others() -> None:
    table = "甲\n学校\t村里\t邻别\t附记\n汀南国小\t东里\t1至4邻\n汀南国小\t西里\t全里\n汀北国小\t北里\t全里\t山区\n"
    assert texts(table.encode())[1:] == [
        "学校：汀南国小；村里：东里；邻别：1至4邻",
        "学校：汀南国小；村里：西里；邻别：全里",
        "学校：汀北国小；村里：北里；邻别：全里；附记：山区",
    ]
