import pytest

from ingest.document import MARKS, NAME, ROW, TABLE
from ingest.readers.table import carried_down, table_lines
from ingest.readers.table_cells import Cell, Row, separate_cells

SIGNS = {TABLE: "T", NAME: "n", ROW: "r"}


def told(rows: list[Row]) -> list[str]:
    """The lines, with `r` before a row, `n` before a name, and `T` before these where a table begins."""
    lines = []
    for line in table_lines(rows):
        text = line.lstrip(MARKS)
        marks = "".join(SIGNS[sign] for sign in line[: len(line) - len(text)])
        lines.append(f"{marks} {text}" if marks else text)
    return lines


def spanned(text: str) -> list[Row]:
    """Rows of cells parted by bars; `<` goes on with the cell to the left, `^` with the one above, `!` opens a head."""
    grid: list[list[Cell]] = []
    for number, row in enumerate(text.split("\n")):
        cells: list[Cell] = []
        for column, cell in enumerate(part.strip() for part in row.split("|")):
            if cell == "<":
                cells.append(cells[-1])
            elif cell == "^":
                cells.append(grid[-1][column])
            else:
                cells.append(Cell(cell.lstrip("!"), 100 * number + column, cell.startswith("!")))
        grid.append(cells)
    return list(grid)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param([["学校", "班数"], ["一小", "12"]], ["Tr 学校：一小；班数：12"], id="names"),
        pytest.param([["学校", "班数"], ["南片", "南片"], ["一小", "12"]], ["Tn 南片", "r 学校：一小；班数：12"], id="a group"),
        pytest.param([["1", "一小"], ["2", "二小"]], ["1；一小", "2；二小"], id="no names"),
        pytest.param([["学校", "班数"]], ["学校；班数"], id="one row"),
        pytest.param([["学校", "班数"], ["一小", ""]], ["Tr 学校：一小"], id="an empty cell"),
        pytest.param([["", ""], ["学校", "班数"], ["一小", "8"]], ["Tr 学校：一小；班数：8"], id="a blank row"),
        pytest.param([["学校："], ["一小"]], ["学校：", "一小"], id="one column"),
        pytest.param([["学校", "班数"], ["一小", "8", "多"]], ["Tr 学校：一小；班数：8；多"], id="more cells than names"),
        pytest.param([], [], id="nothing"),
        pytest.param(
            [["学校", "小学", "初中"], ["一校", "90", "90"]], ["Tr 学校：一校；小学：90；初中：90"], id="equal cells stay"
        ),
        pytest.param([["学校", "人数", "人数"], ["一校", "9", "9"]], ["Tr 学校：一校；人数：9；人数：9"], id="equal names too"),
        pytest.param(
            [["指标", "2024年", "2025年"], ["入园率", "91%", "93%"]], ["Tr 指标：入园率；2024年：91%；2025年：93%"], id="years"
        ),
        pytest.param([["", "2024", "2025"], ["入园率", "91%", "93%"]], ["Tr 入园率；2024：91%；2025：93%"], id="a blank corner"),
        pytest.param([["一小", "12班", "甲"], ["二小", "8班", "乙"]], ["一小；12班；甲", "二小；8班；乙"], id="no head"),
        pytest.param(
            [["学校", "1年级", "2年级"], ["一小", "45", "44"], ["二小", "40", "41"]],
            ["Tr 学校：一小；1年级：45；2年级：44", "r 学校：二小；1年级：40；2年级：41"],
            id="figures in names",
        ),
        pytest.param(
            [["学校", "班数"], ["一小", "12"], ["学校", "班数"], ["二小", "8"]],
            ["Tr 学校：一小；班数：12", "r 学校：二小；班数：8"],
            id="the head on the next page",
        ),
        pytest.param(
            [["学校", "班数"], ["一小", "12"], ["注：以公布的为准", ""]],
            ["Tr 学校：一小；班数：12", "注：以公布的为准"],
            id="a note below two columns",
        ),
        pytest.param(
            [["学校", "班数", "电话"], ["一小", "12", "1"], ["注：以公布的为准", "", ""]],
            ["Tr 学校：一小；班数：12；电话：1", "注：以公布的为准"],
            id="a note below",
        ),
        pytest.param(
            [["报名时间", "6月20日"], ["报名地点", "一小北门"]], ["Tr 报名时间：6月20日", "r 报名地点：一小北门"], id="pairs"
        ),
        pytest.param([["项目", "金额"], ["伙食费", "300"]], ["Tr 项目：伙食费；金额：300"], id="two columns with a head"),
        pytest.param([["一、总体要求", "3"], ["二、工作安排", "5"]], ["一、总体要求；3", "二、工作安排；5"], id="contents"),
        pytest.param(
            [["序号", "问题", "答复"], ["1", "几岁上学？", "六周岁。"]], ["问：几岁上学？ 答：六周岁。"], id="questions and answers"
        ),
        pytest.param([["姓名", "", "性别", ""], ["住址", "", "电话", ""]], ["姓名；性别", "住址；电话"], id="a form"),
    ],
)  # fmt: skip
def test_rows_become_lines(rows: list[list[str]], lines: list[str]) -> None:
    assert told(separate_cells(rows)) == lines


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param("名单|<\n学校|班数\n一小|12", ["Tn 名单", "r 学校：一小；班数：12"], id="a caption"),
        pytest.param(
            "学校|招生人数|<|电话\n^|小学|初中|^\n一校|90|90|551",
            ["Tr 学校：一校；招生人数·小学：90；招生人数·初中：90；电话：551"],
            id="a head in two rows",
        ),
        pytest.param(
            "小学|<|初中|<\n班数|人数|班数|人数\n2|90|3|150", ["Tr 小学·班数：2；小学·人数：90；初中·班数：3；初中·人数：150"],
            id="a head all in spans",
        ),
        pytest.param(
            "学校|计划|<|<\n^|小学|<|初中\n^|男|女|^\n一校|40|50|90",
            ["Tr 学校：一校；计划·小学·男：40；计划·小学·女：50；计划·初中：90"],
            id="a head in three rows",
        ),
        pytest.param(
            "学校|范围|<\n一小|榕树街|单号\n二小|榕树街|双号",
            ["Tr 学校：一小；范围：榕树街；范围：单号", "r 学校：二小；范围：榕树街；范围：双号"],
            id="a name over two columns",
        ),
        pytest.param("任务|要求|<\n校车|每月查|<", ["Tr 任务：校车；要求：每月查"], id="a cell across one name"),
        pytest.param("类别|小学|初中\n学费|免收|<", ["Tr 类别：学费；小学：免收；初中：免收"], id="a cell across two names"),
        pytest.param(
            "学校|范围|电话\n一小|榕树街|551\n^|槐树街|^",
            ["Tr 学校：一小；范围：榕树街；电话：551", "r 学校：一小；范围：槐树街；电话：551"],
            id="cells that reach down",
        ),
        pytest.param("!学校|!年龄\n一小|6岁\n二小|7岁", ["Tr 学校：一小；年龄：6岁", "r 学校：二小；年龄：7岁"], id="a marked head"),
        pytest.param("!报名时间|六月二十日\n!地点|一小", ["Tr 报名时间：六月二十日", "r 地点：一小"], id="names at the side"),
    ],
)  # fmt: skip
def test_cells_that_span_are_told_in_each_of_their_rows_and_columns(rows: str, lines: list[str]) -> None:
    assert told(spanned(rows)) == lines


def test_rows_of_a_table_in_a_cell_are_opened_by_the_row_around_them() -> None:
    inner = tuple(table_lines(separate_cells([["年级", "时长"], ["一年级", "不留"], ["二年级", "20分钟"]])))
    rows: list[Row] = [
        [Cell("类别", 0), Cell("规定", 1)],
        [Cell("作业", 2), Cell("各年级：", 3, inner=inner)],
        [Cell("手机", 4), Cell("不带", 5)],
    ]
    assert told(rows) == [
        "Tr 类别：作业；规定：各年级；年级：一年级；时长：不留",
        "r 类别：作业；规定：各年级；年级：二年级；时长：20分钟",
        "r 类别：手机；规定：不带",
    ]


def test_blank_first_cell_goes_on_with_the_one_above_it_where_no_cell_can_span() -> None:
    rows = [["学校", "范围"], ["一小", "榕树街"], ["", "槐树街"], ["二小", "桥头"]]
    assert told(carried_down(rows)) == [
        "Tr 学校：一小；范围：榕树街",
        "r 学校：一小；范围：槐树街",
        "r 学校：二小；范围：桥头",
    ]


def test_column_that_is_filled_where_the_first_one_is_spans_the_same_rows() -> None:
    rows = [
        ["楼", "宿舍", "值班老师", "床位"],
        ["东楼", "101", "田老师", "6"],
        ["", "102", "", "8"],
        ["西楼", "201", "米老师", "6"],
        ["", "202", "", ""],
    ]
    assert told(carried_down(rows))[1:] == [
        "r 楼：东楼；宿舍：102；值班老师：田老师；床位：8",
        "r 楼：西楼；宿舍：201；值班老师：米老师；床位：6",
        "r 楼：西楼；宿舍：202；值班老师：米老师",
    ]


def test_single_blank_cell_of_a_column_is_blank() -> None:
    rows = [["楼", "宿舍", "电话"], ["东楼", "101", "5501"], ["", "102", ""], ["西楼", "201", "5502"]]
    assert told(carried_down(rows))[1] == "r 楼：东楼；宿舍：102"


@pytest.mark.parametrize(("asks", "answers"), [("Q{}", "A{}"), ("问{}", "答{}"), ("問：", "答：")])
def test_questions_and_answers_below_each_other_are_a_sheet(asks: str, answers: str) -> None:
    rows = [
        [asks.format(1), "几岁上学？"],
        [answers.format(1), "六周岁。"],
        [asks.format(2), "哪里报名？"],
        [answers.format(2), "到学校。"],
    ]
    assert told(separate_cells(rows)) == ["问：几岁上学？ 答：六周岁。", "问：哪里报名？ 答：到学校。"]
    assert not any(line.startswith("问：几岁上学？ 答") for line in told(separate_cells(rows[:3])))
