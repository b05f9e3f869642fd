"""What holds of every document that is taken apart, whatever its lines are."""

from hypothesis import example, given
from hypothesis import strategies as st

from ingest.document import read_lines
from ingest.errors import UserError
from ingest.identify import identify
from ingest.load import cut_plan
from ingest.parts import take_apart
from ingest.plan import Role

AROUND = [
    "澄原县教育局文件",
    "澄原县教育局",
    "澄原县财政局",
    "文件",
    "澄教〔2024〕3号",
    "澄原县教育局关于印发《2024年工作要点》的通知",
    "2024年工作要点",
    "2024年",
    "各学校：",
    "现将要点印发给你们，请认真执行。",
    "附件：1.任务表",
    "2.联系表",
    "附件",
    "2024年2月6日",
    "二 〇 二 四 年 二 月",
    "首页 > 政务公开",
    "来源：县教育局 发布时间：2024-01-05",
    "发文机关：",
    "标题：",
    "打印 关闭",
    "上一篇：没有了",
    "中華民國113年3月5日",
    "主旨：檢送計畫一份，請查照。",
    "一、党建",
    "（一）抓学习。每月一次。",
    "1.抓作风。每季一次。",
    "全县教育工作稳步前进，质量逐年提高。",
    "《",
    "的",
    "关于",
    "印发",
]
LINES = st.one_of(
    st.sampled_from(AROUND),
    st.text(max_size=30),
    st.text(alphabet="关于印发《》的通知年月日2024〇十四五县区市教育局小学文件：、，。 （）", max_size=40),
)
TEXTS = st.lists(LINES, max_size=25).map("\n".join)


@given(TEXTS, st.sampled_from(["scan.txt", "2024年工作要点.docx", ".txt", "附件.pdf"]))
@example("", "scan.txt")
@example("关于印发《》的通知\n\n。", "scan.txt")
def test_any_lines_are_taken_apart_and_identified(text: str, source: str) -> None:
    document = read_lines(text, source=source)
    parts = take_apart(document)
    found = identify(document, parts)
    assert found.title is not None
    assert found.year is None or 1900 <= found.year <= 2100
    assert found.issuer is None or found.issuer.strip()
    assert found.region is None or len(found.region) >= 2


@given(TEXTS)
@example("澄原县教育局2024年工作要点\n一、安全\n1.校车每学期检查一次。")
def test_kept_lines_stay_unchanged_and_in_order(text: str) -> None:
    document = read_lines(text, source="scan.txt")
    body = take_apart(document).body
    assert body or not text.startswith("澄原县教育局2024年工作要点")
    kept = iter(document.lines)
    assert all(any(line is other for other in kept) for line in body)


@given(TEXTS)
def test_every_line_is_read_once_and_what_is_dropped_says_why(text: str) -> None:
    document = read_lines(text, source="scan.txt")
    try:
        plan = cut_plan(document)
    except UserError:
        return
    assert [reading.text for reading in plan.readings] == [line.text for line in document.lines]
    assert all(reading.reason for reading in plan.readings if reading.role is Role.DROPPED)


SENTENCES = st.text(alphabet="教育学校师生课后服务安全打印关闭收藏分享来源时间，", min_size=3, max_size=30).map(
    "{}。".format
)


@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_no_paragraph_between_items_is_dropped(paragraphs: list[str]) -> None:
    text = (
        "澄原县教育局2024年工作要点\n一、党建\n1.抓学习。每月一次。\n"
        + "\n".join(paragraphs)
        + "\n2.抓作风。每季一次。\n澄原县教育局\n2024年2月6日"
    )
    body = [line.text for line in take_apart(read_lines(text, source="scan.txt")).body]
    assert body == ["一、党建", "1.抓学习。每月一次。", *(p.strip() for p in paragraphs), "2.抓作风。每季一次。"]
