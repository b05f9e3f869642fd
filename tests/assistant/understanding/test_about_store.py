import pytest

from assistant.evaluation.evaluate import read_questions
from assistant.question import Question
from assistant.understanding.about_store import AboutStore, Topic, find_about_store
from assistant.understanding.understand import understand
from benchmarks.sample_store import QUESTIONS
from vectorstore.store import Store


@pytest.mark.parametrize(
    ("topic", "questions"),
    [
        (
            Topic.PLANS,
            "现在库里有哪些文件|你都收了哪些计划|有哪几年的计划|一共有多少份计划|你这里有多少份文件|有没有的计划|文件有哪些"
            "|庫裡一共收錄了多少份文件|有多少计划|列出所有计划|计划清单|What plans do you have?|list all plans|how many plans are there",
        ),
        (
            Topic.SIZE,
            "一共多少条|一共多少条，分几个部分|分几个部分|共有几条|一共分几章|这个计划有几个部分？|how many items are there",
        ),
        (Topic.PARTS, "分哪几部分|目录|各部分标题是什么|有哪些章节|what are the parts"),
        (Topic.NUMBER, "文号是多少|什么文号|几号文件|发文字号是什么"),
        (Topic.DATE, "什么时候印发的|的发布时间|是什么时候发布的|这份文件哪天公布的|印发日期|when was it issued"),
        (Topic.ISSUER, "谁发的|哪个单位印发的|由谁制定|发文单位是哪里|who issued it"),
        (Topic.YEAR, "这个文件是哪年的|这是哪年的|what year is it from"),
        (
            Topic.OUTLINE,
            "主要讲什么|总结一下|概括一下|大意|这份计划主要讲什么|讲了什么|总结一下这份文件|主要内容是什么|介绍一下这个文件"
            "|里面有什么内容|請概括一下|summarize the plan|What is it about?",
        ),
    ],
)
def test_question_about_the_store_is_known_by_all_that_it_says(topic: Topic, questions: str) -> None:
    assert [find_about_store(question) for question in questions.split("|")] == [AboutStore(topic)] * (
        questions.count("|") + 1
    )


@pytest.mark.parametrize(
    "question",
    [
        "课后服务有多少份协议",
        "哪些文件提到校车",
        "哪些计划提到校车",
        "招生简章什么时候公布",
        "谁负责",
        "主要讲什么，谁负责",
        "校车有多少辆",
        "课后服务主要讲什么",
        "分几个班",
        "有哪些措施",
        "校服多少钱",
        "什么时候报名",
        "哪年建成",
        "评选几个单位",
        "目标是什么",
        "课后服务有多少条",
        "谁写教案",
        "有哪些规定",
        "要交什么材料",
        "需要哪些材料",
        "什么时候发",
        "什么时候通知",
        "有什么通知",
        "有哪些办法",
        "主要任务是什么",
        "第三部分主要讲什么",
        "how many school buses are there",
    ],
)
def test_question_about_a_matter_asks_nothing_of_the_store(question: str) -> None:
    assert find_about_store(question) is None


@pytest.mark.parametrize(
    ("question", "history", "topic"),
    [
        ("望汀区有哪几年的计划", (), Topic.PLANS),
        ("望汀区2024年工作要点一共多少条", (), Topic.SIZE),
        ("《栖川市教育局2023年工作计划》是谁印发的", (), Topic.ISSUER),
        ("这个文件是哪年的", ("望汀区2024年校车有多少辆",), Topic.YEAR),
        ("文号呢", ("望汀区2024年校车有多少辆",), Topic.NUMBER),
        ("谁发的", ("望汀区2024年助学金多少",), None),  # the grant may be meant
        ("谁发的", ("望汀区2024年工作要点主要讲什么",), Topic.ISSUER),
        ("望汀区2024年第三部分主要讲什么", (), None),
    ],
)
def test_within_a_talk_the_paper_must_be_meant(
    sample_store: Store, question: str, history: tuple[str, ...], topic: Topic | None
) -> None:
    understood = understand(Question(question, history), sample_store.plans)
    assert understood.aside == (AboutStore(topic) if topic else None)
    assert bool(understood.intents) == (topic is None)


@pytest.mark.parametrize("name", ["development", "test"])
def test_no_question_that_items_answer_is_taken_for_one_about_the_store(sample_store: Store, name: str) -> None:
    rows = [row for row in read_questions(QUESTIONS / f"{name}.jsonl") if row["gold"]]
    taken = [
        row["question"]
        for row in rows
        if understand(Question(row["question"], tuple(row.get("history", ()))), sample_store.plans).aside
    ]
    assert taken == []


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("这份要点是哪天印发的，谁发的", (Topic.DATE, Topic.ISSUER)),
        ("这封信是谁写的，什么时候", (Topic.ISSUER, Topic.DATE)),
        ("这个办法最近什么时候修正的", (Topic.DATE,)),
        ("这个规范是哪两个单位发的", (Topic.ISSUER,)),
        ("这份要点是谁印发的，主要讲什么", ()),
    ],
)
def test_several_facts_of_a_paper_are_asked_at_once(question: str, topics: tuple[Topic, ...]) -> None:
    about = find_about_store(question)
    assert ((about.topic, *about.further) if about else ()) == topics
