import pytest

from assistant.targets.topic import topic_of
from ingest.plan import Item


@pytest.mark.parametrize(
    ("heading", "section", "text", "topic"),
    [
        ("加快发展学前教育", "扩大优质资源，促进教育公平普惠", "", "学前教育"),
        ("補充緊缺教師", "隊伍建設", "", "教师队伍"),
        ("", "守牢安全底线", "", "安全与校车"),
        ("", "重点任务", "普惠性幼儿园覆盖率达到91%，新建幼儿园5所，培训教师一次。", "学前教育"),
        ("", "重点任务", "按时报送进度。", "重点任务"),
    ],
)
def test_topic_is_the_field_of_the_heading_else_of_section_or_text(
    heading: str, section: str, text: str, topic: str
) -> None:
    assert topic_of(Item("1", None, "一", section, heading, text)) == topic
