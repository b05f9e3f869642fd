import pytest

from assistant.references import Reference, find_reference, item_number, look_up
from vectorstore.item_store import StoredItem
from vectorstore.store import Store


@pytest.mark.parametrize(
    ("question", "section", "item"),
    [
        ("第28条讲什么？", None, 28),
        ("第二十八條講什麼", None, 28),
        ("第十三项是什么", None, 13),
        ("第（九）条", None, 9),
        ("第 9 点", None, 9),
        ("13号条", None, 13),
        ("第三部分第二项", 3, 2),
        ("第三章第2条由谁负责", 3, 2),
        ("第四节(二)", 4, 2),
        ("第三部分讲了什么", 3, None),
        ("最后一部分有哪些内容", -1, None),
        ("最后一条", None, -1),
        ("第四部分的最后一项", 4, -1),
        ("倒数第二条", None, -2),
        ("What does item 13 say?", None, 13),
        ("Section 3 item 2", 3, 2),
        ("part 4", 4, None),
        ("the last item", None, -1),
    ],
)
def test_reference_is_read(question: str, section: int | None, item: int | None) -> None:
    reference = find_reference(question)
    assert reference
    assert (reference.section, reference.item) == (section, item)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "课后服务怎么收费",
        "减负十条规定",
        "第17届终身学习活动周",
        "第四批",
        "13所学校",
        "2024年3月",
        "头三条",
        "十三五规划",
        "第二季度",
        "How many items are there?",
    ],
)
def test_question_without_reference_holds_none(question: str) -> None:
    assert find_reference(question) is None


def test_rest_is_the_question_without_the_reference() -> None:
    reference = find_reference("第三部分第（二）条由谁牵头？")
    assert reference
    assert reference.rest.strip() == "由谁牵头?"


@pytest.mark.parametrize(
    ("source", "section", "item", "refs"),
    [
        ("wangting-2024.txt", None, 28, ["28"]),
        ("wangting-2024.txt", 4, 28, ["28"]),
        ("wangting-2024.txt", None, -1, ["35"]),
        ("wangting-2024.txt", None, -2, ["34"]),
        ("wangting-2024.txt", 1, -1, ["4"]),
        ("wangting-2024.txt", 1, None, ["1", "2", "3", "4"]),
        ("wangting-2025.txt", 5, 3, ["五.3"]),
        ("wangting-2025.txt", None, 9, ["二.9", "三.9"]),
        ("wangting-2025.txt", 3, -1, ["三.9"]),
        ("jishan-2021.txt", None, 13, ["(十三)"]),
        ("jishan-2021.txt", None, 25, ["(二十五)"]),
        ("jishan-2021.txt", -1, None, ["(二十四)", "(二十五)"]),
        ("qichuan-2023.txt", 3, 2, ["三-2"]),
        ("qichuan-2023.txt", 5, -1, ["五-5"]),
        ("qinglan-2022.txt", 4, 2, ["四(二)"]),
        ("qinglan-2022.txt", 3, 12, ["三(十二)"]),
    ],
)
def test_item_is_looked_up_in_each_numbering_style(
    sample_store: Store, source: str, section: int | None, item: int | None, refs: list[str]
) -> None:
    found = look_up(Reference(section, item, ""), items_of(sample_store, source))
    assert [stored.item.ref for stored in found] == refs


@pytest.mark.parametrize(
    ("source", "section", "item"),
    [
        ("wangting-2024.txt", None, 36),
        ("wangting-2024.txt", 1, 28),
        ("wangting-2024.txt", 9, None),
        ("wangting-2024.txt", None, -36),
        ("wangting-2025.txt", 5, 8),
        ("jishan-2021.txt", None, 40),
        ("jishan-2021.txt", 7, 1),
        ("qichuan-2023.txt", 3, 9),
        ("qichuan-2023.txt", None, 13),
        ("qinglan-2022.txt", 4, 6),
    ],
)
def test_nothing_is_looked_up_where_the_plan_has_no_such_item(
    sample_store: Store, source: str, section: int | None, item: int
) -> None:
    assert look_up(Reference(section, item, ""), items_of(sample_store, source)) == []


def test_preface_is_no_numbered_item(sample_store: Store) -> None:
    preface = items_of(sample_store, "wangting-2024.txt")[0]
    assert preface.item.ref == "前言"
    assert item_number(preface) is None
    assert look_up(Reference(None, 1, ""), [preface]) == []


def items_of(store: Store, source: str) -> list[StoredItem]:
    plan = next(plan for plan in store.plans if plan.identity.source == source)
    return list(store.items.items_of(plan.edition))
