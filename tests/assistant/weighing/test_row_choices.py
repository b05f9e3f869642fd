"""A row answers neither for the other season nor a choice whose words stand in another table."""

import pytest

from assistant.weighing.row_choices import choice_missed, other_season
from ingest.plan import Item

HOLIDAY = "学段：小学；寒假开始：1月20日；下学期开学：2月25日"


@pytest.mark.parametrize(
    ("question", "row", "paper", "season"),
    [
        ("暑假从哪天开始", HOLIDAY, HOLIDAY, "暑假"),
        ("暑假从哪天开始", "周次：第5周；备注：放假", HOLIDAY, "暑假"),
        ("寒假从哪天开始", HOLIDAY, HOLIDAY, ""),
        ("寒假和暑假从哪天开始", HOLIDAY, HOLIDAY, ""),
        ("暑假从哪天开始", "周次：第5周；备注：放假", f"{HOLIDAY}\n暑假另行通知", ""),
        ("春季招生多少人", "学期：秋季；人数：90", "春季、秋季招生", "春季"),
        ("招生多少人", "学期：秋季；人数：90", "秋季招生", ""),
    ],
)
def test_row_of_the_other_season_says_nothing(question: str, row: str, paper: str, season: str) -> None:
    assert other_season(question, row, [paper]) == season


ITEMS = [
    Item(ref, None, "", "", "", text)
    for ref, text in (
        ("表1-1", "科目：语文；时间：9:00；形式：闭卷"),
        ("表1-2", "科目：历史；时间：15:00；形式：开卷"),
        ("表1-3", "科目：政治；时间：8:00；时段：上午"),
        ("表1-4", "科目：化学；时间：14:00；时段：下午"),
        ("表2-1", "科目：生物；时间：9:00"),
    )
]


@pytest.mark.parametrize(
    ("question", "row", "missed"),
    [
        ("生物是开卷还是闭卷", ITEMS[4].text, "开卷还是闭卷"),
        ("历史是开卷还是闭卷", ITEMS[1].text, ""),
        ("生物是上午还是下午考", ITEMS[4].text, ""),
        ("生物是笔试还是面试", ITEMS[4].text, ""),
        ("生物几点考", ITEMS[4].text, ""),
    ],
)
def test_choice_is_missed_where_another_table_alone_gives_both(question: str, row: str, missed: str) -> None:
    assert choice_missed(question, row, ITEMS) == missed
