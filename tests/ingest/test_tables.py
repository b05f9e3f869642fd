"""Rows of tables as items: which are, what they are called, and what stands above them."""

from ingest.document import NAME, ROW, TABLE, make_document, read_lines, write_lines
from ingest.load import cut_plan
from ingest.plan import Item
from tests.ingest.readers.files import page, read

AREAS = [
    f"{TABLE}{ROW}学校：一小；范围：榕树街；电话：5510001",
    f"{ROW}学校：二小；范围：桥头街；电话：5510002",
]


def items_of(paragraphs: list[str]) -> dict[str, Item]:
    document = make_document([(text, None) for text in paragraphs], source="范围.docx")
    assert read_lines(write_lines(document), source="范围.docx") == document
    return {item.ref: item for item in cut_plan(document).items}


def test_rows_below_a_section_are_items_under_the_line_that_announces_them() -> None:
    items = items_of(
        ["望汀区2026年招生公告", "一、范围", "各校范围见下表。", *AREAS, "二、办法", "（一）凭户口簿报名。"]
    )
    assert list(items) == ["表1-1", "表1-2", "二(一)"]
    assert (items["表1-2"].heading, items["表1-2"].section) == ("各校范围", "一")


def test_short_table_of_a_numbered_item_stays_in_it() -> None:
    items = items_of(["望汀区2026年招生公告", "一、范围", "（一）各校范围如下：", *AREAS, "（二）凭户口簿报名。"])
    assert list(items) == ["一(一)", "一(二)"]
    assert "桥头街" in items["一(一)"].text


def test_long_table_of_a_numbered_item_stands_for_it() -> None:
    rows = [f"{ROW if n else TABLE + ROW}学校：{n}小；范围：第{n}街" for n in range(20)]
    items = items_of(["望汀区2026年招生公告", "一、范围", "（一）各校范围如下：", *rows, "（二）凭户口簿报名。"])
    assert list(items) == [*(f"一(一)表1-{n}" for n in range(1, 21)), "一(二)"]
    assert items["一(一)表1-20"].heading == "各校范围"


def test_paper_that_is_one_table_is_a_plan_and_its_rows_go_by_their_own_numbers() -> None:
    rows = [f"{TABLE}{ROW}序号：1；任务：修路；科室：基建科", f"{ROW}序号：2；任务：招人；科室：人事科"]
    items = items_of(["望汀区教育局2026年任务分解表", *rows])
    assert {ref: item.label for ref, item in items.items()} == {"1": "1", "2": "2"}


def test_rows_of_several_tables_are_told_apart_and_stand_under_captions_and_groups() -> None:
    fees = [f"{TABLE}{NAME}收费标准", f"{NAME}公办", f"{ROW}项目：保教费；金额：400", f"{ROW}项目：伙食费；金额：300"]
    fees[1:2] = []
    items = items_of(
        ["望汀区2026年公告", *AREAS, "另公布收费标准。", *fees, f"{NAME}民办", f"{ROW}项目：保教费；金额：900"]
    )
    assert [ref for ref in items if ref.startswith("表")] == ["表1-1", "表1-2", "表2-1", "表2-2", "表2-3"]
    assert items["表2-1"].heading == "收费标准"
    assert items["表2-3"].heading == "收费标准·民办"


def test_table_in_the_midst_of_a_sites_furniture_is_kept_and_the_furniture_is_not() -> None:
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("专业", "最低分"), ("护理", "449"), ("学前", "452"))
    )
    menu = "<ul><li><a href=/>首页</a></li><li><a href=/z>招考政策</a></li></ul>"
    content = page(
        f"<div>{menu}</div><div><h3>望汀学院2026年录取分数</h3><table>{rows}</table></div><div>电话0000</div>"
    )
    texts = [line.text for line in read(content, source="scores.html").lines]
    assert texts == ["望汀学院2026年录取分数", "专业：护理；最低分：449", "专业：学前；最低分：452"]


def test_table_that_lays_out_a_page_is_read_as_paragraphs() -> None:
    paragraphs = "".join(f"<p>（{n}）办好第{n}件事，年底前办完。</p>" for n in "一二三四")
    content = page(
        f"<table><tr><td>栏目</td><td>正文</td></tr><tr><td><a>要闻</a></td><td>{paragraphs}</td></tr></table>"
    )
    texts = [line.text for line in read(content, source="page.html").lines]
    assert "（二）办好第二件事，年底前办完。" in texts


def test_tables_of_plain_text_are_rows_by_tabs_commas_and_bars() -> None:
    expected = ["学校：一小；班数：12；范围：榕树街", "学校：二小；班数：8；范围：桥头街"]
    rows = [["学校", "班数", "范围"], ["一小", "12", "榕树街"], ["二小", "8", "桥头街"]]
    for between in ("\t", ",", " | ", "    "):
        text = "望汀区2026年招生公告\n\n" + "\n".join(between.join(row) for row in rows) + "\n\n凭户口簿报名。\n"
        lines = read(text.encode(), source="范围.txt").lines
        assert [line.text for line in lines if line.is_row] == expected
        assert lines[-1].text == "凭户口簿报名。"
