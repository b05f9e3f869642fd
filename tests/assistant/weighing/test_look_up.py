from collections.abc import Sequence

import pytest

from assistant.understanding.reference_forms import Level, Step
from assistant.understanding.references import Reference, find_reference
from assistant.weighing.look_up import look_up, neighbour
from ingest.plan import Item
from vectorstore.item_store import StoredItem
from vectorstore.store import Store


@pytest.mark.parametrize(
    ("source", "section", "items", "refs"),
    [
        ("wangting-2024.txt", None, (28,), ["28"]),
        ("wangting-2024.txt", 4, (28,), ["28"]),
        ("wangting-2024.txt", 4, (2,), ["25"]),  # the section prints no 2; people count in it
        ("wangting-2024.txt", None, (-1,), ["35"]),
        ("wangting-2024.txt", None, (-2,), ["34"]),
        ("wangting-2024.txt", 1, (-1,), ["4"]),
        ("wangting-2024.txt", 1, (), ["1", "2", "3", "4"]),
        ("wangting-2024.txt", None, (5, 6, 8), ["5", "6", "8"]),
        ("wangting-2024.txt", None, (34, 35, 36), ["34", "35"]),
        ("wangting-2025.txt", 5, (3,), ["五.3"]),
        ("wangting-2025.txt", 3, (3, 4, 5), ["三.3", "三.4", "三.5"]),
        ("wangting-2025.txt", None, (9,), ["二.9", "三.9"]),
        ("wangting-2025.txt", 3, (-1,), ["三.9"]),
        ("jishan-2021.txt", None, (13,), ["(十三)"]),
        ("jishan-2021.txt", None, (25,), ["(二十五)"]),
        ("jishan-2021.txt", 3, (1,), ["(十一)"]),
        ("jishan-2021.txt", -1, (), ["(二十四)", "(二十五)"]),
        ("qichuan-2023.txt", 3, (2,), ["三-2"]),
        ("qichuan-2023.txt", 5, (-1,), ["五-5"]),
        ("qinglan-2022.txt", 4, (2,), ["四(二)"]),
        ("qinglan-2022.txt", 3, (12,), ["三(十二)"]),
    ],
)
def test_item_is_looked_up_in_each_numbering_style(
    sample_store: Store, source: str, section: int | None, items: tuple[int, ...], refs: list[str]
) -> None:
    found = look_up(of_numbers(section, items), items_of(sample_store, source))
    assert [stored.item.ref for stored in found] == refs


@pytest.mark.parametrize(
    ("source", "question", "refs"),
    [
        ("qinglan-2022.txt", "保障措施部分第二条", ["五(二)"]),
        ("qinglan-2022.txt", "队伍建设部分", ["四(一)", "四(二)", "四(三)", "四(四)", "四(五)"]),
        ("qinglan-2022.txt", "隊伍建設部分最後一條", ["四(五)"]),
        ("jishan-2021.txt", "教师队伍部分", ["(二十二)", "(二十三)"]),
        ("wangting-2024.txt", "学校食堂部分", []),
        ("wangting-2024.txt", "第13条的下一条", ["14"]),
        ("wangting-2024.txt", "第13条的上一条", ["12"]),
        ("wangting-2024.txt", "第35条的下一条", []),
        ("wangting-2024.txt", "第5到7条", ["5", "6", "7"]),
        ("wangting-2025.txt", "三.3至三.5", ["三.3", "三.4", "三.5"]),
        ("qinglan-2022.txt", "三(六)", ["三(六)"]),
        ("qichuan-2023.txt", "四-3", ["四-3"]),
        ("wangting-2024.txt", "总体要求", ["前言"]),
        ("wangting-2024.txt", "开头讲什么", ["前言"]),
        ("qinglan-2022.txt", "工作目标", ["二"]),
        ("qinglan-2022.txt", "指导思想", ["一"]),
    ],
)
def test_what_the_question_names_is_looked_up(sample_store: Store, source: str, question: str, refs: list[str]) -> None:
    reference = find_reference(question)
    assert reference
    assert [stored.item.ref for stored in look_up(reference, items_of(sample_store, source))] == refs


def test_step_from_nowhere_leads_to_nothing(sample_store: Store) -> None:
    assert look_up(Reference((), "", step=1), items_of(sample_store, "wangting-2024.txt")) == []


def test_aims_without_a_preface_are_the_first_section(sample_store: Store) -> None:
    items = [stored for stored in items_of(sample_store, "jishan-2021.txt") if stored.item.ref != "前言"]
    found = look_up(Reference((), "", is_aims=True), items)
    assert [stored.item.ref for stored in found] == ["(一)", "(二)", "(三)"]


@pytest.mark.parametrize(
    ("source", "section", "items"),
    [
        ("wangting-2024.txt", None, (36,)),
        ("wangting-2024.txt", 1, (28,)),
        ("wangting-2024.txt", 9, ()),
        ("wangting-2024.txt", None, (-36,)),
        ("wangting-2025.txt", 5, (8,)),
        ("jishan-2021.txt", None, (40,)),
        ("jishan-2021.txt", 7, (1,)),
        ("qichuan-2023.txt", 3, (9,)),
        ("qichuan-2023.txt", None, (13,)),
        ("qinglan-2022.txt", 4, (6,)),
    ],
)
def test_nothing_is_looked_up_where_the_plan_has_no_such_item(
    sample_store: Store, source: str, section: int | None, items: tuple[int, ...]
) -> None:
    assert look_up(of_numbers(section, items), items_of(sample_store, source)) == []


def test_preface_is_no_numbered_item(sample_store: Store) -> None:
    preface = items_of(sample_store, "wangting-2024.txt")[0]
    assert preface.item.ref == "前言"
    assert look_up(of_numbers(None, (1,)), [preface]) == []


def test_neighbours_are_counted_in_reading_order(sample_store: Store) -> None:
    items = items_of(sample_store, "wangting-2025.txt")
    at = {stored.item.ref: stored for stored in items}
    assert neighbour(at["二.10"], items, 1) == at["三.1"]
    assert neighbour(at["三.1"], items, -2) == at["二.9"]
    assert neighbour(items[0], items, -1) is None
    assert neighbour(items[-1], items, 1) is None
    assert neighbour(items_of(sample_store, "jishan-2021.txt")[0], items, 1) is None


def items_of(store: Store, source: str) -> list[StoredItem]:
    plan = next(plan for plan in store.plans if plan.identity.source == source)
    return list(store.items.items_of(plan.edition))


def test_several_sections_are_looked_up_in_their_order(sample_store: Store) -> None:
    items = items_of(sample_store, "wangting-2025.txt")
    reference = find_reference("第三、二部分最后两条")
    assert reference
    found = [stored.item.ref for stored in look_up(reference, items)]
    last = {section: [one.item.ref for one in items if one.item.section == section][-2:] for section in ("三", "二")}
    assert found == [*last["三"], *last["二"]]


ARTICLES = (  # of a paper: ref, label, section, section title, text
    ("第1条", "第一条", "第一章", "总则", "第一条 为管好教室用电，制定本办法。"),
    ("第2条", "第二条", "第二章", "线路", "第二条 线路每五年检测一次。\n报告报县教育局备案。"),
    ("第3条", "第三条", "第二章", "线路", "第三条 配电箱应当："),
    ("第3条(一)", "（一）", "第二章", "线路", "（一）装漏电保护器；"),
    ("第3条(二)", "（二）", "第二章", "线路", "（二）每层单设；"),
    ("第3条(三)", "（三）", "第二章", "线路", "（三）贴负责人姓名。"),
    ("第4条", "第四条", "第三章", "附则", "第四条 不得：（一）私拉电线；（二）使用电炉。"),
)
TAIWAN = (  # whose articles number their paragraphs
    ("第1条", "第 1 條", "第1条", "", "第 1 條 本辦法依自治條例訂定之。"),
    ("第2条", "第 2 條", "第2条", "", "第 2 條\n1 場地費於前一日繳納。\n2 機關辦活動者，得減半收取。"),
)
DEEP = (
    ("前言", None, None, "", "现将安排印发。"),
    ("一(一)1", "1．", "一", "幼儿园", "1．新建两所。"),
    ("一(一)2", "2．", "一", "幼儿园", "2．改建三所。"),
    ("一(二)1", "1．", "一", "幼儿园", "1．培训园长三十名。"),
    ("二(一)1", "1．", "二", "小学", "1．课后服务每周五天。"),
    ("二(一)2", "2．", "二", "小学", "2．每天两小时。"),
    ("二(二)1", "1．", "二", "小学", "1．低年级不留书面作业。"),
    ("二-结语", None, "二", "小学", "年底报送总结。"),
)
DECIMAL = (
    ("1.1", "1.1", "1.1", "范围", "1.1 适用于实验室。"),
    ("2.1", "2.1", "2", "用房", "2.1 每间九十平方米。"),
    ("2.2.1", "2.2.1", "2", "用房", "2.2.1 准备室一间。"),
    ("2.2.2", "2.2.2", "2", "用房", "2.2.2 设排风。"),
)
FLAT = (
    ("一", "一、", "一", "演练", "一、演练。每学期三次。"),
    ("二", "二、", "二", "食堂", "二、食堂。每月检查。"),
)
NUMBERED = (
    ("1(1)", "（1）", "1", "新教师", "（1）七月研修。"),
    ("1(2)", "（2）", "1", "新教师", "（2）六十名。"),
    ("2(1)", "（1）", "2", "骨干", "（1）八月研修。"),
    ("3", "3．", "3", "园长", "3．园长九月研修。"),
    ("3-2", "3．", "3", "园长", "3．经费由研修中心列支。"),
)
UNNUMBERED = (
    ("报名", None, "报名", "报名", "六月报名。"),
    ("录取", None, "录取", "录取", "七月录取。"),
)


@pytest.mark.parametrize(
    ("paper", "question", "refs"),
    [
        (ARTICLES, "第二条", ["第2条"]),
        (ARTICLES, "第三条", ["第3条", "第3条(一)", "第3条(二)", "第3条(三)"]),
        (ARTICLES, "第三条第（三）项", ["第3条(三)"]),
        (ARTICLES, "第3条(三)", ["第3条(三)"]),
        (ARTICLES, "第三条第一款第（二）项", ["第3条(二)"]),
        (ARTICLES, "article 3(2)", ["第3条(二)"]),
        (ARTICLES, "第三条最后一项", ["第3条(三)"]),
        (ARTICLES, "第三条第（四）项", []),
        (ARTICLES, "第三条第（一）、（三）项", ["第3条(一)", "第3条(三)"]),
        (ARTICLES, "第二章第三条第（一）项", ["第3条(一)"]),
        (ARTICLES, "第一章第三条", []),
        (ARTICLES, "第二条第二款", ["第2条"]),
        (ARTICLES, "第二条第三款", []),
        (ARTICLES, "第四条第（二）项", ["第4条"]),  # which the article itself holds
        (ARTICLES, "第四条第（三）项", []),
        (TAIWAN, "第2條第2項", ["第2条"]),
        (TAIWAN, "第2條第3項", []),
        (ARTICLES, "第三条的下一条", ["第4条"]),
        (ARTICLES, "第四条的上一条", ["第3条", "第3条(一)", "第3条(二)", "第3条(三)"]),
        (ARTICLES, "附则", ["第4条"]),
        (ARTICLES, "总则第一条", ["第1条"]),
        (ARTICLES, "最后一条", ["第4条"]),
        (DEEP, "第二部分第二项", ["二(二)1"]),
        (DEEP, "第二部分第一项", ["二(一)1", "二(一)2"]),
        (DEEP, "第二部分第（一）项第2条", ["二(一)2"]),
        (DEEP, "第二部分第（一）条2", ["二(一)2"]),
        (DEEP, "二（一）2", ["二(一)2"]),
        (DEEP, "第二部分第（一）项第3条", []),
        (DEEP, "第二部分第三项", []),
        (DEEP, "第二部分结语", ["二-结语"]),
        (DEEP, "前言", ["前言"]),
        (DEEP, "最后一条", ["二(二)1"]),
        (DECIMAL, "2.2.2", ["2.2.2"]),
        (DECIMAL, "2.2", ["2.2.1", "2.2.2"]),
        (DECIMAL, "第2.1条", ["2.1"]),
        (DECIMAL, "2.2.3", []),
        (FLAT, "第二条", ["二"]),
        (FLAT, "第二部分", ["二"]),
        (FLAT, "最后一条", ["二"]),
        (FLAT, "第三条", []),
        (NUMBERED, "第1条", ["1(1)", "1(2)"]),
        (NUMBERED, "第1条第（2）项", ["1(2)"]),
        (NUMBERED, "1(2)", ["1(2)"]),
        (NUMBERED, "第3条", ["3", "3-2"]),  # which the paper numbers twice
        (UNNUMBERED, "第二部分", ["录取"]),
    ],
)
def test_exactly_what_is_named_is_looked_up(
    paper: Sequence[tuple[str, str | None, str | None, str, str]], question: str, refs: list[str]
) -> None:
    items = [
        StoredItem("paper", at, Item(ref, label, section, title, "", text))
        for at, (ref, label, section, title, text) in enumerate(paper)
    ]
    reference = find_reference(question)
    assert reference
    assert [stored.item.ref for stored in look_up(reference, items)] == refs


def of_numbers(section: int | None, items: tuple[int, ...]) -> Reference:
    part = () if section is None else (Step(Level.PART, section),)
    return Reference(tuple((*part, Step(Level.ITEM, number)) for number in items) or (part,), "")
