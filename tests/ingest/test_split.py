"""Several plans in one file are told apart; attachments and reprints of headings are not plans."""

import pytest

from ingest.document import Document, read_lines
from ingest.split import split_plans

POINTS = (
    "澄原县教育局2023年工作要点|澄教〔2023〕7号|各学校：|一、党建|1.抓学习。全体党员每月集中学习一次，每次不少于两个小时。|"
    "2.抓作风。每季检查一次。|二、质量|3.抓课堂。每周一次，听课记录按时上交。|澄原县教育局|2023年2月3日"
)
ENROLMENT = (
    "柏屿区2024年招生工作方案|柏教〔2024〕9号|一、原则|1.就近入学。每个适龄儿童都有学位，学区划分在五月底前公布，接受监督。|"
    "二、时间|2.报名。七月一日至五日，在网上办理。|柏屿区教育局|2024年5月3日"
)
UNNUMBERED = ENROLMENT.replace("柏教〔2024〕9号|", "")


def split(text: str) -> list[str]:
    document = read_lines(text.replace("|", "\n"), source="plans.txt")
    parts = split_plans(document)
    assert [line for part in parts for line in part.lines] == list(document.lines)
    return [part.lines[0].text for part in parts]


@pytest.mark.parametrize(
    ("text", "first_lines"),
    [
        (POINTS, ["澄原县教育局2023年工作要点"]),
        (f"{POINTS}|{ENROLMENT}", ["澄原县教育局2023年工作要点", "柏屿区2024年招生工作方案"]),
        (f"{POINTS}|{UNNUMBERED}", ["澄原县教育局2023年工作要点", "柏屿区2024年招生工作方案"]),
        (f"{POINTS}|{ENROLMENT}|{POINTS}", ["澄原县教育局2023年工作要点", "柏屿区2024年招生工作方案", "澄原县教育局2023年工作要点"]),
        (f"{POINTS}|附件|{UNNUMBERED}", ["澄原县教育局2023年工作要点"]),
        (f"{POINTS}|附件1|{UNNUMBERED}", ["澄原县教育局2023年工作要点"]),
        (f"{POINTS}|附件：任务分工方案", ["澄原县教育局2023年工作要点"]),
        (f"{POINTS}|招生工作方案", ["澄原县教育局2023年工作要点"]),
        (POINTS.replace("二、质量", "招生工作方案|二、质量"), ["澄原县教育局2023年工作要点"]),
        (POINTS.replace("|澄原县教育局|2023年2月3日", "") + "|一、制定招生方案|1.公布。", ["澄原县教育局2023年工作要点"]),
        ("", []),
    ],
)  # fmt: skip
def test_second_plan_begins_at_its_title_where_the_numbering_begins_anew(text: str, first_lines: list[str]) -> None:
    if text:
        assert split(text) == first_lines
    else:
        assert split_plans(Document("empty.txt", ())) == (Document("empty.txt", ()),)


def test_red_head_above_the_title_belongs_to_the_second_plan() -> None:
    second = "柏屿区教育局文件|柏教〔2024〕9号|" + UNNUMBERED
    assert split(f"{POINTS}|{second}") == ["澄原县教育局2023年工作要点", "柏屿区教育局文件"]


PLAY = (
    "# {first}|踢毽子要有毽子，毽子自己扎。|## 一、谁来踢|1. 低年级在走廊踢。|2. 高年级在操场踢。|## 二、几时踢|课间踢，铃响就停。"
    "|# {second}|滚铁环要有铁环，铁环由铁匠打。|## 一、谁来滚|高年级滚，低年级看着，滚的时候不许追，追了会摔。|## 二、在哪滚|1. 晴天在操场。"
)


@pytest.mark.parametrize(
    ("first", "second", "several"),
    [
        ("望汀县踢毽子方案", "望汀县滚铁环方案", True),
        ("踢毽子方案", "滚铁环办法", True),
        ("望汀县第一小学踢毽子安排", "滚铁环安排", True),
        ("望汀县踢毽子方案", "附件 滚铁环方案", False),
        ("望汀县踢毽子方案", "附件|# 滚铁环方案", False),
        ("望汀县踢毽子方案", "滚铁环", False),
    ],
)
def test_papers_below_headings_of_the_first_depth_are_plans_of_their_own(
    first: str, second: str, several: bool
) -> None:
    expected = [f"# {first}", f"# {second}"] if several else [f"# {first}"]
    assert split(PLAY.format(first=first, second=second)) == expected


def test_parts_of_a_paper_below_headings_of_the_first_depth_stay_in_it() -> None:
    parts = PLAY.format(first="望汀县课间方案", second="滚铁环安排")
    assert split(parts.replace("## 一、谁来滚|", "## 三、谁来滚|").replace("二、在", "四、在")) == ["# 望汀县课间方案"]
    assert split("望汀县课间方案|" + parts.replace("望汀县课间", "踢毽子")) == ["望汀县课间方案"]
