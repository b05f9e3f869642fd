"""The table of contents at the front is dropped, with the reason; what only looks like one is kept."""

import pytest

from ingest.document import read_lines
from ingest.language.spacing import clean
from ingest.outline import outline
from ingest.plan import Role

BODY = "一、总体要求|好好办学，认真落实。|二、重点任务|（一）扩优。新建三所。|三、保障措施|落实经费，按时拨付。"


def dropped(text: str) -> list[str]:
    readings = outline(read_lines(text.replace("|", "\n"), source="plan.txt").lines).readings
    assert {reading.reason for reading in readings if reading.role is Role.DROPPED} <= {"the table of contents"}
    return [reading.text for reading in readings if reading.role is Role.DROPPED]


@pytest.mark.parametrize(
    "contents",
    [
        "一、总体要求……1|二、重点任务……3|三、保障措施……9",
        "一、总体要求.......1|二、重点任务.......3|三、保障措施.......9",
        "一、总体要求………（1）|二、重点任务………（3）|三、保障措施………（9）",
        "一、总体要求 . . . . 1|二、重点任务 . . . . 3",
        "一、总体要求·······1|二、重点任务·······3",
        "目录|一、总体要求……1|二、重点任务……3",
        "目 录|一、总体要求……1|（一）扩优……3|二、保障措施……9",
        "目次|一、总体要求____1|二、重点任务____3",
        "一、总体要求|二、重点任务|三、保障措施",
        "目录|一、总体要求|二、重点任务|（一）扩优|三、保障措施",
        "一、总体要求 1|二、重点任务 3|三、保障措施 9",
        "目錄|一、总体要求|二、重点任务|三、保障措施",
    ],
)
def test_table_of_contents_is_dropped(contents: str) -> None:
    assert dropped(f"{contents}|{BODY}") == [clean(line) for line in contents.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "一、党建|1.甲。|二、质量|1.甲。|三、安全|1.甲。",
        "一、总体要求|二、重点任务|三、保障措施",
        "一、总体要求……|二、重点任务",
        "等等……|一、总体要求|二、重点任务|三、保障",
    ],
)
def test_plan_without_a_table_of_contents_loses_nothing(text: str) -> None:
    assert dropped(text) == []


def test_numbering_is_read_as_if_the_contents_were_not_there() -> None:
    with_contents = f"一、总体要求……1|二、重点任务……3|{BODY}".replace("|", "\n")
    plain = outline(read_lines(BODY.replace("|", "\n"), source="plan.txt").lines)
    cut = outline(read_lines(with_contents, source="plan.txt").lines)
    assert (cut.nodes, cut.items) == (plain.nodes, plain.items)


@pytest.mark.parametrize(
    "text",
    [
        "## 目录|一、校车|（一）线路|二、食堂|## 一、校车|车要准点。|### （一）线路|每天两趟。|## 二、食堂|饭要热。",
        "# 目次|第一章 借书|第二章 还书|# 第一章 借书|每人两本。|# 第二章 还书|两周内还。",
    ],
)
def test_contents_whose_headings_come_again_with_markdowns_signs_are_dropped(text: str) -> None:
    first = next(line for line in text.split("|")[1:] if line.startswith("#"))
    assert dropped(text)[-1] == text[: text.index(f"|{first}")].split("|")[-1]
