import pytest

from assistant.emphasis import verdicts


@pytest.mark.parametrize(
    ("text", "span", "bold"),
    [
        ("普惠率达到94%以上。", "94%", ["94%以上"]),
        ("不得低于95%。", "95%", ["不得低于95%"]),
        ("6月20日至28日报名", "6月20日", ["6月20日"]),
        ("每月补助400元、600元、900元三档", "400元", ["400元、600元、900元"]),
        ("每月补助400元、600元、900元三档", "600元", ["400元、600元、900元"]),
        ("补助四百元、六百元两档", "六百元", ["四百元、六百元"]),
        ("新建小学3所、初中2所", "3所", ["3所"]),
        ("由学前教育科负责", "学前教育科", ["学前教育科"]),
    ],
)
def test_bold_is_the_whole_figure_with_bound_and_list(text: str, span: str, bold: list[str]) -> None:
    start = text.index(span)
    shown = verdicts(text, [(start, start + len(span))])
    assert [text[first:last] for first, last in shown] == bold


def test_figures_of_a_range_are_one() -> None:
    text = "6月20日至28日报名"
    spans = [(0, 5), (text.index("28日"), text.index("28日") + 3)]
    assert [text[first:last] for first, last in verdicts(text, spans)] == ["6月20日至28日"]
