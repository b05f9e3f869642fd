"""A plan is read with all its headings and items, and words are found in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.browsing.catalogue import Catalogue, Entry
from assistant.browsing.reading import Block, Heading, blocks, find_words, text_of
from tests.vectorstore.checks import add
from vectorstore.store import Store

NESTED = """示例县教育局2020年工作要点

第一章 总则
一、网站建设
（一）抓内容。每年检查3次。
（二）抓更新。每年检查4次。
二、校车安全
（一）抓车辆。每年检查5次。

第二章 附则
三、附则说明
（一）抓解释。由县教育局解释。

示例县教育局
2020年3月1日
"""


def read(store: Store, source: str) -> tuple[Block, ...]:
    plan = next(plan for plan in store.plans if plan.identity.source == source)
    return blocks(Catalogue(store).entries(plan), store.body_of(plan).nodes)


@pytest.mark.parametrize(
    "source", ["wangting-2024.txt", "wangting-2025.txt", "qichuan-2023.txt", "jishan-2021.txt", "qinglan-2022.txt"]
)
def test_every_item_stands_once_in_order_below_its_section(sample_store: Store, source: str) -> None:
    got = read(sample_store, source)
    entries = [block for block in got if isinstance(block, Entry)]
    assert [entry.position for entry in entries] == list(range(len(entries)))
    heading: Heading | None = None
    for block in got:
        if isinstance(block, Heading):
            heading = block
        elif block.item.section:
            assert heading
            assert heading.label == block.item.section


def test_headings_of_a_sample_are_its_sections(sample_store: Store) -> None:
    headings = [block.text for block in read(sample_store, "jishan-2021.txt") if isinstance(block, Heading)]
    assert headings[0] == "一 加强党的建设和队伍作风"
    assert len(headings) == 6


def test_headings_between_section_and_items_are_read_too(store: Store, write: Callable[[str, str], Path]) -> None:
    add(store, write("a.txt", NESTED))
    got = [block.text if isinstance(block, Heading) else block.item.ref for block in read(store, "a.txt")]
    assert got == [
        "第一章 总则", "一 网站建设", "一(一)", "一(二)", "二 校车安全", "二(一)", "第二章 附则", "三 附则说明", "三(一)",
    ]  # fmt: skip


def test_words_are_found_in_either_script_with_their_block(sample_store: Store) -> None:
    got = read(sample_store, "qinglan-2022.txt")
    found = find_words(got, "校车")
    assert found
    assert {text_of(got[index])[start:end] for index, (start, end) in found} == {"校車"}


def test_words_are_found_as_one_run_before_they_are_found_apart(sample_store: Store) -> None:
    got = read(sample_store, "wangting-2024.txt")
    (place,) = find_words(got, "收费标准为每生每学期300元")
    assert isinstance(got[place[0]], Entry)
    apart = find_words(got, "收费 300元")
    assert {text_of(got[index])[start:end] for index, (start, end) in apart} >= {"收费", "300元"}


def test_words_are_found_in_one_item_alone_and_in_headings(sample_store: Store) -> None:
    got = read(sample_store, "wangting-2024.txt")
    everywhere = {index for index, _ in find_words(got, "教师")}
    alone = {index for index, _ in find_words(got, "教师", ref="2")}
    assert len(alone) == 1
    assert alone < everywhere
    assert any(isinstance(got[index], Heading) for index in everywhere)
    assert find_words(got, "教师", ref="99") == []
