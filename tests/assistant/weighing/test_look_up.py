import pytest

from assistant.understanding.references import Reference, find_reference
from assistant.weighing.look_up import item_number, look_up, neighbour
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
    found = look_up(Reference(section, items, ""), items_of(sample_store, source))
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
    assert look_up(Reference(None, (), "", step=1), items_of(sample_store, "wangting-2024.txt")) == []


def test_aims_without_a_preface_are_the_first_section(sample_store: Store) -> None:
    items = [stored for stored in items_of(sample_store, "jishan-2021.txt") if stored.item.ref != "前言"]
    found = look_up(Reference(None, (), "", is_aims=True), items)
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
    assert look_up(Reference(section, items, ""), items_of(sample_store, source)) == []


def test_preface_is_no_numbered_item(sample_store: Store) -> None:
    preface = items_of(sample_store, "wangting-2024.txt")[0]
    assert preface.item.ref == "前言"
    assert item_number(preface) is None
    assert look_up(Reference(None, (1,), ""), [preface]) == []


@pytest.mark.parametrize(
    ("source", "ref", "number"),
    [
        ("wangting-2024.txt", "28", 28),
        ("wangting-2025.txt", "三.9", 9),
        ("jishan-2021.txt", "(二十五)", 25),
        ("qinglan-2022.txt", "三(十二)", 12),
        ("qichuan-2023.txt", "三-2", None),
    ],
)
def test_number_is_what_the_items_own_label_prints(
    sample_store: Store, source: str, ref: str, number: int | None
) -> None:
    (stored,) = (stored for stored in items_of(sample_store, source) if stored.item.ref == ref)
    assert item_number(stored) == number


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
