"""Tables that spaces set in columns: blank cells, cells of several lines, a page's end among the rows; and what is none."""

import pytest

from ingest.readers.text import read_text


def texts(content: str) -> list[str]:
    return [line.text for line in read_text(content.encode(), name="paper.txt", source="paper.txt").lines]


CLUBS = """        岭下小学2026年社团安排

    社团每周开展一次活动。

社团      地点        时间        材料费
合唱团    音乐室      星期二      20元
篮球队    操场        星期四
书法社                星期三      35元
{between}
剪纸社    美术室      星期五      15元

    注：材料费按学期收取。
"""
TOLD = [
    "社团：合唱团；地点：音乐室；时间：星期二；材料费：20元",
    "社团：篮球队；地点：操场；时间：星期四",
    "社团：书法社；时间：星期三；材料费：35元",
    "社团：剪纸社；地点：美术室；时间：星期五；材料费：15元",
]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("", id="blank line"),
        pytest.param("\n          — 1 —\n\n社团      地点        时间        材料费", id="page's end, head again"),
        pytest.param("\n          - 1 -\n", id="page's end alone"),
    ],
)
def test_blank_cell_is_told_by_where_the_next_one_begins(between: str) -> None:
    told = texts(CLUBS.format(between=between))
    assert told[2:6] == TOLD
    assert told[-1] == "注：材料费按学期收取。"


def test_line_that_fills_few_columns_goes_on_with_the_cells_above() -> None:
    table = """岗位    单位            人数  专业              备注
甲1     柏山县第三      2     汉语言文学、      须面试
        中学                  秘书学
甲2     柏山县职教      1     电子商务          最低服务
        中心                                    三年
甲3     柏山县幼儿园    4                       限本县
"""
    assert texts(table) == [
        "岗位：甲1；单位：柏山县第三中学；人数：2；专业：汉语言文学、秘书学；备注：须面试",
        "岗位：甲2；单位：柏山县职教中心；人数：1；专业：电子商务；备注：最低服务三年",
        "岗位：甲3；单位：柏山县幼儿园；人数：4；备注：限本县",
    ]


def test_blank_first_cell_below_a_filled_one_is_a_row_of_the_same_group() -> None:
    table = """路线    站点    发车
东线    石桥    7:05
        柳堤    7:12
        粮站    7:20
西线    砖厂    7:01
        林场    7:16
"""
    assert texts(table)[1::3] == ["路线：东线；站点：柳堤；发车：7:12", "路线：西线；站点：林场；发车：7:16"]


def test_pages_begin_where_they_did() -> None:
    table = "社团    地点    时间\n甲社    一楼    周一\n乙社    二楼    周二\n\f丙社    三楼    周三\n\n\f完毕。\n"
    lines = read_text(table.encode(), name="paper.txt", source="paper.txt").lines
    assert [(line.text, line.page) for line in lines] == [
        ("社团：甲社；地点：一楼；时间：周一", 1),
        ("社团：乙社；地点：二楼；时间：周二", 1),
        ("社团：丙社；地点：三楼；时间：周三", 2),
        ("完毕。", 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("一、  加强  党建  引领\n二、  深化  课程  改革\n三、  保障  校园  安全\n", id="labels"),
        pytest.param("岭下镇  石塘镇  白沙镇\n各镇中心校按时上报。\n逾期不报的，予以通报。\n", id="names above prose"),
        pytest.param("主任   副主任   委员\n张三   李四\n", id="one row"),
        pytest.param("教育局    财政局    人社局\n  2026年5月6日\n  抄送：各镇\n", id="who signs"),
    ],
)
def test_what_stands_in_no_columns_is_no_table(text: str) -> None:
    lines = read_text(text.encode(), name="paper.txt", source="paper.txt").lines
    assert lines
    assert not any(line.is_row for line in lines)
