"""What holds of every plan, however it is written: of the samples, and of plans that are made up at random."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.decode import decode
from ingest.document import Document, read_lines
from ingest.errors import UserError
from ingest.load import cut_plan, load_plan
from ingest.plan import Plan, Role
from tests.conftest import PLANS

CHINESE = "一二三四五六七八九十"
NUMERALS = st.sampled_from(CHINESE)
WORDS = st.text(alphabet="教育学校师生课后服务安全，", min_size=2, max_size=12)
SENTENCES = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: "。".join(words) + "。")
LABELS = st.one_of(
    NUMERALS.map("{}、".format),
    NUMERALS.map("（{}）".format),
    st.integers(1, 30).map("{}.".format),
    st.integers(1, 9).map("（{}）".format),
    NUMERALS.map("第{}条 ".format),
    NUMERALS.map("第{}章 ".format),
    st.tuples(st.integers(1, 9), st.integers(1, 9)).map("{0[0]}.{0[1]} ".format),
    st.just("①"),
    st.just(""),
)
FURNITURE = st.sampled_from(
    ["澄原县教育局", "2023年2月3日", "附件：任务表", "上一篇：没有了", "各乡镇学校：", "澄教〔2023〕7号", ""]
)
LINES = st.one_of(st.builds("{}{}".format, LABELS, SENTENCES), st.builds("{}{}".format, LABELS, WORDS), FURNITURE)
TEXTS = st.lists(LINES, min_size=1, max_size=25).map(lambda lines: "\n".join(["澄原县教育局2023年工作要点", *lines]))


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def check_laws(text: str, plan: Plan, document: Document) -> None:
    check_lines(plan, document)
    check_items(text, plan)
    check_nodes(plan)


def check_lines(plan: Plan, document: Document) -> None:
    assert [(r.number, r.text) for r in plan.readings] == [(line.number, line.text) for line in document.lines]
    assert all(reading.reason for reading in plan.readings)
    cited = [reading.text for reading in plan.readings if reading.role in (Role.ITEM, Role.TEXT)]
    assert squeeze("".join(item.text for item in plan.items)) == squeeze("".join(cited))
    assert sum(reading.role is Role.ITEM for reading in plan.readings) == len(plan.items)


def check_items(text: str, plan: Plan) -> None:
    refs = [item.ref for item in plan.items]
    assert len(refs) == len(set(refs))
    assert all(refs)
    end, whole = 0, squeeze(text)
    for item in plan.items:  # in reading order, and none begins before the one before it ends
        for line in item.text.split("\n"):
            end = whole.index(squeeze(line), end) + len(squeeze(line))


def check_nodes(plan: Plan) -> None:
    for index, node in enumerate(plan.nodes):
        assert node.parent is None or node.parent < index
        parent_level = 0 if node.parent is None else plan.nodes[node.parent].level
        assert node.level == parent_level + 1


@pytest.mark.parametrize("path", sorted(PLANS.iterdir()), ids=lambda path: path.stem)
def test_laws_hold_of_the_samples(path: Path) -> None:
    text = decode(path.read_bytes(), name=path.name)
    document = read_lines(text, source=path.name)
    plan = load_plan(path)
    check_laws(text, plan, document)
    assert cut_plan(document) == plan


@given(TEXTS)
@example("澄原县教育局2023年工作要点\n一、党建\n1.甲。\n1.乙。\n1-2、丙。\n一、党建\n1.甲。\n")
@example("澄原县教育局2023年工作要点\n第一条 甲。\n乙。\n第一条 丙。\n（一）丁。\n戊。\n")
def test_laws_hold_of_plans_made_up_at_random(text: str) -> None:
    document = read_lines(text, source="plan.txt")
    if not _refs_and_texts(text):
        with pytest.raises(UserError, match=r"^plan\.txt holds no paragraph"):
            cut_plan(document)
        return
    plan = cut_plan(document)
    check_laws(text, plan, document)
    assert cut_plan(document) == plan


@given(TEXTS)
def test_white_space_and_blank_lines_change_no_item(text: str) -> None:
    spaced = "\n\n".join(f"　 {line}\t" for line in text.split("\n"))
    assert _refs_and_texts(spaced) == _refs_and_texts(text)


def _refs_and_texts(text: str) -> list[tuple[str, str]] | None:
    try:
        return [(item.ref, item.text) for item in cut_plan(read_lines(text, source="plan.txt")).items]
    except UserError:
        return None
