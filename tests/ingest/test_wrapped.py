import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import read_lines
from ingest.load import cut_plan
from ingest.wrapped import unwrap

PARAGRAPHS = (
    "一、守住安全底线",
    "（一）管好校车。全区校车六十辆全部安装定位装置，驾驶员每学期培训一次，每月检查一回，查出的毛病三日内修好，由安全科负责并向学校通报结果",
    "（二）办好食堂。每周公布带量食谱，陪餐校长的名单每日公示，家长每学期评议一次，评议的结果作为学校年终考核的内容之一，连续两次靠后的要整改",
    "二、提高教育质量",
    "（一）开好课后服务。每周五天，每天两小时，每学期收费二百四十元，困难家庭的孩子免费，课程由学校和少年宫一起排定，家长可以到校听一节课",
)


def printed(paragraphs: tuple[str, ...], *, letters: int = 30, indent: str = "") -> list[str]:
    """The paragraphs' lines as a printer sets them, without the full stop that would end them."""
    rows = []
    for paragraph in paragraphs:
        text = indent + paragraph + "。"
        rows += [text[start : start + letters] for start in range(0, len(text), letters)]
    return rows


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("letters", [26, 30, 36])
def test_printed_lines_become_the_paragraphs_again(letters: int, indent: str) -> None:
    text = "\n".join(printed(PARAGRAPHS * 2, letters=letters, indent=indent))
    assert [row.strip() for row in unwrap(text).split("\n") if row.strip()] == [f"{p}。" for p in PARAGRAPHS * 2]


def test_page_numbers_and_running_heads_between_the_lines_are_left_out() -> None:
    rows = printed(PARAGRAPHS * 2)
    for place in (18, 9):
        rows[place:place] = ["— 3 —", "望汀区教育局2024年工作要点"]
    rows = ["望汀区教育局2024年工作要点", *rows]
    unwrapped = [row for row in unwrap("\n".join(rows)).split("\n") if row.strip()]
    assert unwrapped == ["望汀区教育局2024年工作要点", *(f"{p}。" for p in PARAGRAPHS * 2)]


def test_running_heads_that_repeat_the_chapter_between_the_lines_are_left_out() -> None:
    chapters = [["第一章 校车和食堂", *printed(PARAGRAPHS[1:3])], ["第二章 课后服务", *printed(PARAGRAPHS[4:] * 2)]]
    pages = [[*rows[:3], "— 3 —", "望汀区学校守则", rows[0], *rows[3:]] for rows in chapters]
    unwrapped = [row for row in unwrap("\n".join([*pages[0], *pages[1]])).split("\n") if row.strip()]
    first, second = ([f"{p}。" for p in part] for part in (PARAGRAPHS[1:3], PARAGRAPHS[4:] * 2))
    assert unwrapped == ["第一章 校车和食堂", *first, "第二章 课后服务", *second]


def test_paragraph_keeps_the_number_of_its_first_line() -> None:
    rows = printed(PARAGRAPHS * 2)
    lines = read_lines(unwrap("\n".join(rows)), source="a.txt").lines
    assert len(lines) == 2 * len(PARAGRAPHS)
    assert all(rows[line.number - 1] in line.text for line in lines)


def test_items_of_printed_lines_are_cut_as_those_of_paragraphs() -> None:
    wrapped = cut_plan(read_lines(unwrap("\n".join(printed(PARAGRAPHS * 2))), source="a.txt"))
    whole = cut_plan(read_lines("\n".join(f"{p}。" for p in PARAGRAPHS * 2), source="a.txt"))
    assert [item.text for item in wrapped.items] == [item.text for item in whole.items]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、守住安全底线\n（一）管好校车。\n（二）办好食堂。",
        "\n".join(f"{p}。" for p in PARAGRAPHS * 4),  # paragraphs, not printed lines
        "\n".join(f"{n}. 办好第{n}件事。" for n in range(1, 30)),  # short lines
        "\n".join(
            f"第{n}件事由安全科和基础教育科一起办好，每月报一次进度。" for n in range(10, 40)
        ),  # sentences alike in length
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unwrap(text) == text


@given(st.lists(st.text(alphabet="校车管理，。一二（）1. \u3000-—", max_size=45), max_size=60))
def test_nothing_but_page_numbers_heads_and_white_space_is_lost(rows: list[str]) -> None:
    text = "\n".join(rows)
    unwrapped = unwrap(text)
    assert len(unwrapped.split("\n")) == len(text.split("\n"))
    assert set("".join(unwrapped.split())) <= set("".join(text.split()))
