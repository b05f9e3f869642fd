"""What a parent asks on about, over papers of two places and two years."""

from datetime import date

import pytest

from assistant.answer import ANSWERED, NOT_FOUND, Answer
from assistant.ask import Assistant
from assistant.question import Question
from assistant.render import to_markdown
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

PLAN = """桐湾县教育局{year}年工作要点

一、学前教育
1.新建公办幼儿园{nurseries}所，由学前教育股负责，10月底前完成。
2.公办园保教费每月450元，对低保家庭幼儿减半收取。
二、义务教育
3.小学作业每天不超过60分钟，初中作业每天不超过90分钟。
4.课后服务每周五天，每天两小时，每学期收费{fee}元，学生自愿参加。
三、文体活动
5.10月举办艺术节{dance}，各校至少选送一个节目。
四、校园安全
6.校车{buses}辆，每车配照管员一名，由安全股检查，每月一次。
7.加强法治教育，聘请法治副校长。完善食堂管理，落实陪餐制度。开展消防演练，每学期两次。落实门卫登记和护学岗值守。每年对图书馆、实验室和体育器材各清点一次，损坏的在暑假期间更换，结果报县教育局备案。推行垃圾分类，评选绿色校园，组织师生到敬老院开展志愿服务。
"""
OTHER = """柳浦区教育局2025年工作计划

（一）推进学前教育普及。新增普惠性幼儿园6所。
（二）规范课后服务。收费标准为每学期350元，费用公示。
（三）管好校车。全区校车18辆，驾驶员每季度培训一次。
"""
BUSES = "桐湾县2024年校车有多少辆"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("papers")
    texts = {
        "a-2024.txt": PLAN.format(year=2024, nurseries=5, fee=280, buses=62, dance="，设声乐、舞蹈、戏剧三类"),
        "a-2025.txt": PLAN.format(year=2025, nurseries=3, fee=300, buses=70, dance=""),
        "b-2025.txt": OTHER,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    outcomes = add_files(store, [folder / name for name in texts])
    assert {outcome.change for outcome in outcomes} == {Change.ADDED}
    return Assistant(store)


def asked(papers: Assistant, *turns: str) -> Answer:
    *history, question = turns
    return papers.invoke(Question(question, tuple(history)))


def cited(answer: Answer) -> set[tuple[str, str]]:
    assert answer.status == ANSWERED
    return {(citation.plan.source, citation.item.ref) for citation in answer.citations}


@pytest.mark.parametrize(
    ("turns", "items", "reading"),
    [
        ((BUSES, "那2025年呢", "多了几辆"), {("a-2024.txt", "6"), ("a-2025.txt", "6")}, "2024年、2025年"),
        ((BUSES, "柳浦区呢", "哪个更多"), {("a-2024.txt", "6"), ("b-2025.txt", "(三)")}, "桐湾县、柳浦区"),
        ((BUSES, "照管员呢"), {("a-2024.txt", "6")}, "照管员"),
        (("桐湾县2025年小学作业不超过多少分钟", "那初中生呢"), {("a-2025.txt", "3")}, "初中作业"),
        (("桐湾县2025年第四部分第6条", "第7条呢"), {("a-2025.txt", "7")}, "第7条"),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else "",
)
def test_talk_goes_on_with_what_it_was_about(
    papers: Assistant, turns: tuple[str, ...], items: set[tuple[str, str]], reading: str
) -> None:
    answer = asked(papers, *turns)
    assert cited(answer) == items
    assert reading in answer.reading


def test_correction_without_a_talk_is_read_too(papers: Assistant) -> None:
    assert cited(asked(papers, "不是桐湾县，我问的是柳浦区校车")) == {("b-2025.txt", "(三)")}


def test_newest_plan_speaks_first_where_it_leaves_out_nothing(papers: Assistant) -> None:
    assert cited(asked(papers, "桐湾县课后服务收费多少")) == {("a-2025.txt", "4")}
    assert cited(asked(papers, "桐湾县艺术节有没有舞蹈")) == {("a-2024.txt", "5")}


def test_of_an_item_on_much_else_the_sentence_is_quoted_that_bears_on_it(papers: Assistant) -> None:
    answer = asked(papers, "桐湾县2025年食堂怎么管理")
    assert "落实陪餐制度" in to_markdown(answer)
    assert "消防演练" not in to_markdown(answer)


def test_year_of_which_no_plan_is_is_said_before_the_newest_plan_is_told(papers: Assistant) -> None:
    answer = papers.invoke(Question("柳浦区今年有什么新政策", today=date(2031, 3, 1)))
    assert answer.status == ANSWERED
    assert to_markdown(answer).startswith("没有2031年的计划，现有最新的是2025年的。")
    assert "推进学前教育普及" in to_markdown(answer)


@pytest.mark.parametrize("question", ["桐湾县校车司机工资多少", "桐湾县幼儿园怎么退费", "手机能带进学校吗"])
def test_what_the_plans_do_not_say_is_refused(papers: Assistant, question: str) -> None:
    assert asked(papers, question).status == NOT_FOUND


def test_nearest_item_shares_a_word_or_none_is_offered(papers: Assistant) -> None:
    assert asked(papers, "火箭发动机的推力").nearest == ()
    assert asked(papers, "桐湾县校车座椅是什么颜色").nearest
