import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.reference_forms import Level, Step
from assistant.understanding.references import Reference, find_reference


@pytest.mark.parametrize(
    ("question", "section", "items"),
    [
        ("第28条讲什么？", None, (28,)),
        ("第二十八條講什麼", None, (28,)),
        ("第十三项是什么", None, (13,)),
        ("第（九）条", None, (9,)),
        ("第 9 点", None, (9,)),
        ("第１３条", None, (13,)),
        ("13号条", None, (13,)),
        ("13号讲了什么", None, (13,)),
        ("（九）讲什么", None, (9,)),
        ("第三部分第二项", 3, (2,)),
        ("第三章第2条由谁负责", 3, (2,)),
        ("第四节(二)", 4, (2,)),
        ("第四大项第二小项", 4, (2,)),
        ("三.6讲了什么", 3, (6,)),
        ("三．6讲了什么", 3, (6,)),
        ("四-3由谁负责", 4, (3,)),
        ("三(六)怎么说", 3, (6,)),
        ("三（十二）怎么说", 3, (12,)),
        ("三.3至三.5讲什么", 3, (3, 4, 5)),
        ("三(六)到三(八)", 3, (6, 7, 8)),
        ("三.3和三.5", 3, (3, 5)),
        ("二之六怎么说", 2, (6,)),
        ("2.7", 2, (7,)),
        ("第2.7条讲什么", 2, (7,)),
        ("item 2.7", 2, (7,)),
        ("（五）和（七）讲什么", None, (5, 7)),
        ("第三部分讲了什么", 3, ()),
        ("最后一部分有哪些内容", -1, ()),
        ("最后一条", None, (-1,)),
        ("最后一项是什么", None, (-1,)),
        ("第四部分的最后一项", 4, (-1,)),
        ("最后一部分的最后一条", -1, (-1,)),
        ("倒数第二条", None, (-2,)),
        ("倒数第3项", None, (-3,)),
        ("第5到8条", None, (5, 6, 7, 8)),
        ("第5—8条讲什么", None, (5, 6, 7, 8)),
        ("第五条至第八条", None, (5, 6, 7, 8)),
        ("第（五）至（八）条", None, (5, 6, 7, 8)),
        ("第3条和第7条", None, (3, 7)),
        ("第3、5、7条", None, (3, 5, 7)),
        ("第三条、第五条跟第七条", None, (3, 5, 7)),
        ("第1、3到5条", None, (1, 3, 4, 5)),
        ("第三部分第2到4项", 3, (2, 3, 4)),
        ("5到8条讲什么", None, (5, 6, 7, 8)),
        ("（九）条讲什么", None, (9,)),
        ("What does item 13 say?", None, (13,)),
        ("Section 3 item 2", 3, (2,)),
        ("section three, item two", 3, (2,)),
        ("Item No. 7", None, (7,)),
        ("the third item", None, (3,)),
        ("the second section", 2, ()),
        ("part 4", 4, ()),
        ("the last item", None, (-1,)),
        ("the second-to-last item", None, (-2,)),
        ("the last section", -1, ()),
        ("items 10-12", None, (10, 11, 12)),
        ("items 3 and 7", None, (3, 7)),
        ("articles 2 through 4", None, (2, 3, 4)),
    ],
)
def test_reference_is_read(question: str, section: int | None, items: tuple[int, ...]) -> None:
    reference = find_reference(question)
    assert reference
    assert unbracketed(reference) == expected(section, items)
    assert (reference.title, reference.step, reference.is_aims) == ("", 0, False)


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("下一条", 1),
        ("下一条呢", 1),
        ("下一項講什麼", 1),
        ("后面一条", 1),
        ("the next item?", 1),
        ("the item after that", 1),
        ("上一条", -1),
        ("前一项呢", -1),
        ("上面一条讲什么", -1),
        ("the previous one", -1),
    ],
)
def test_step_leads_on_or_back(question: str, step: int) -> None:
    reference = find_reference(question)
    assert reference
    assert (reference.paths, reference.step) == ((), step)


def test_step_from_an_item_that_is_named_keeps_its_number() -> None:
    reference = find_reference("第13条的下一条")
    assert reference
    assert (said(reference), reference.step) == (["13"], 1)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("保障措施部分讲了什么", "保障措施"),
        ("保障措施這部分講了什麼", "保障措施"),
        ("意见的保障措施部分有哪些", "保障措施"),
        ("“保障措施”部分", "保障措施"),
        ("队伍建设板块主要讲什么", "队伍建设"),
        ("队伍建设这一节讲什么", "队伍建设"),
        ("工作目标部分里的满意度", "工作目标"),
    ],
)
def test_section_is_named_by_its_title(question: str, title: str) -> None:
    reference = find_reference(question)
    assert reference
    assert (reference.title, reference.paths, reference.is_aims) == (title, (), False)


def test_item_of_a_section_that_is_named_by_its_title_is_read() -> None:
    reference = find_reference("保障措施部分第二条由谁负责")
    assert reference
    assert (reference.title, said(reference)) == ("保障措施", ["2"])


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("总体要求是什么", "总体要求"),
        ("總體要求是什麼？", "总体要求"),
        ("计划的工作目标有哪些", "工作目标"),
        ("指导思想怎么写的", "指导思想"),
        ("开头写了什么", ""),
        ("前言讲什么", ""),
        ("What are the overall goals of the plan?", ""),
        ("What does the preface say?", ""),
    ],
)
def test_aims_of_the_plan_are_a_place_to_read(question: str, title: str) -> None:
    reference = find_reference(question)
    assert reference
    assert (reference.is_aims, reference.title, reference.paths) == (True, title, ())


@pytest.mark.parametrize(
    "question",
    [
        "",
        "课后服务怎么收费",
        "减负十条规定",
        "第17届终身学习活动周",
        "第四批",
        "13所学校",
        "补充2000名教师",
        "近10年",
        "2024年3月",
        "9月13号开学吗",
        "9月13号",
        "13号文件",
        "25号前公布吗",
        "12345热线",
        "头三条",
        "前三条讲什么",
        "以下条件",
        "以上条款都要满足吗",
        "符合如下条件的学生",
        "课后一条龙服务",
        "高一(3)班有多少人",
        "三年级(2)班",
        "初二(10)班的老师",
        "十三五规划",
        "十四五教育规划",
        "第二季度",
        "第一、第二高级中学招多少人",
        "三至六年级的作业",
        "每名学生掌握1至2项艺术特长吗",
        "帮助学生掌握两到三项技能",
        "3-5岁的孩子",
        "四点半课堂",
        "1.5小时",
        "投入2.6亿元",
        "近视率下降2.69了吗",
        "三分之二的学校",
        "读书节是什么时候",
        "艺术节有哪些项目",
        "第一节课几点开始",
        "最后一节课几点结束",
        "望教〔2025〕4号讲了什么",
        "计划分三个部分的吗",
        "四年级3到5个班",
        "每周3、4条线路停运吗",
        "the next one is an hour away",
        "学校规章的内容",
        "全区大部分的学校有校车吗",
        "总体目标里毛入园率是多少",
        "期末的工作目标有哪些",
        "How many items are there?",
        "the first school",
        "next year",
    ],
)
def test_question_without_reference_holds_none(question: str) -> None:
    assert find_reference(question) is None


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("第三部分第（二）条由谁牵头？", "由谁牵头?"),
        ("第5到8条由谁牵头", "由谁牵头"),
        ("三.6由谁牵头", "由谁牵头"),
        ("最后一条讲什么", "讲什么"),
        ("下一条呢", "呢"),
        ("（九）条由谁牵头", "由谁牵头"),
        ("总体要求是什么", ""),
        ("section 3 item 2", ""),
        ("保障措施部分由谁牵头", "保障措施 由谁牵头"),  # there may be no such section
    ],
)
def test_rest_is_the_question_without_the_reference(question: str, rest: str) -> None:
    reference = find_reference(question)
    assert reference
    assert reference.rest.strip() == rest


@given(st.integers(1, 999), st.sampled_from(["第{}条", "第（{}）条讲什么", "item {}", "请问第{}项由谁负责"]))
def test_any_number_is_read_in_any_form(number: int, question: str) -> None:
    reference = find_reference(question.format(number))
    assert reference
    assert unbracketed(reference) == [str(number)]


def test_range_is_no_longer_than_anyone_reads() -> None:
    reference = find_reference("第1到999条")
    assert reference
    assert len(reference.paths) <= 31
    assert said(reference)[0] == "1"


@pytest.mark.parametrize(
    ("question", "sections", "items"),
    [
        ("第三、四部分讲什么", (3, 4), ()),
        ("第一部分和第三部分分别写了什么", (1, 3), ()),
        ("第二到第四章", (2, 3, 4), ()),
        ("sections 2 to 4", (2, 3, 4), ()),
        ("第一、二部分的第一条", (1, 2), (1,)),
    ],
)
def test_several_sections_are_named_at_once(question: str, sections: tuple[int, ...], items: tuple[int, ...]) -> None:
    reference = find_reference(question)
    assert reference
    assert said(reference) == [path for section in sections for path in expected(section, items)]


@pytest.mark.parametrize(
    ("question", "items"), [("最后两条", (-2, -1)), ("最后3条是什么", (-3, -2, -1)), ("the last two items", (-2, -1))]
)
def test_several_items_are_counted_from_the_end(question: str, items: tuple[int, ...]) -> None:
    reference = find_reference(question)
    assert reference
    assert said(reference) == expected(None, items)


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        # as the product prints them
        ("第四条第（三）项", ["4(3)"]),
        ("第4条(三)", ["4(3)"]),
        ("三（一）2", ["3:(1)2"]),
        ("三(一)2(4)怎么写的", ["3:(1)2(4)"]),
        ("第三部分第（一）条2", ["3:(1)2"]),
        ("第三部分第（七）条", ["3:(7)"]),
        ("第三部分结语", ["3:end"]),
        ("part 三, item (一)2", ["3:(1)2"]),
        ("part 三, paragraph 4", ["3:4"]),
        ("part 三, closing", ["3:end"]),
        ("1(2)讲什么", ["1:(2)"]),
        ("2.2.2", ["2:2 2"]),
        ("实验室的2.2.2怎么规定", ["2:2 2"]),
        ("2.1讲什么", ["2:1"]),
        # as people say them
        ("第三部分第（一）项第2条", ["3:(1)2"]),
        ("第二章第四条", ["2:4"]),
        ("第十二条第二款", ["12 2"]),
        ("第四条第一款第（三）项", ["4 1(3)"]),
        ("三、（一）", ["3:(1)"]),
        ("item 3 of section 2", ["2:3"]),
        ("article 4(3)", ["4(3)"]),
        # several
        ("第四条第（一）、（三）项", ["4(1)", "4(3)"]),
        ("第四条（一）和（三）", ["4(1)", "4(3)"]),
        ("第四条第一项、第五条第二项", ["4 1", "5 2"]),
        ("第四条和第六条第二项", ["4", "6 2"]),
        ("第三部分第二条和第四部分第一条", ["3:2", "4:1"]),
        ("第三条讲什么，第五条讲什么", ["3", "5"]),
        ("第三部分由谁负责，第2条呢", ["3:2"]),
        ("2.1到2.3", ["2:1", "2:2", "2:3"]),
        ("items 3, 5 and 7", ["3", "5", "7"]),
    ],
)
def test_path_leads_to_what_is_named_at_any_depth(question: str, paths: list[str]) -> None:
    reference = find_reference(question)
    assert reference
    assert said(reference) == paths


@pytest.mark.parametrize("question", ["第三条线路几点发车", "第二项目部", "2024.3.15以前报名吗", "2.5公里以内的小学"])
def test_number_of_something_else_is_no_path(question: str) -> None:
    assert find_reference(question) is None


@pytest.mark.parametrize(("question", "title"), [("附则写了什么", "附则"), ("总则第二条", "总则")])
def test_part_that_is_called_by_its_title_alone_is_one(question: str, title: str) -> None:
    reference = find_reference(question)
    assert reference
    assert reference.title == title


def said(reference: Reference) -> list[str]:
    """The paths: `3:(1)2` is part 3, item (1), item 2."""
    return [
        "".join(_said(step, path[at - 1] if at else None) for at, step in enumerate(path)) for path in reference.paths
    ]


def unbracketed(reference: Reference) -> list[str]:
    return [re.sub("[()]", "", path) for path in said(reference)]


def _said(step: Step, before: Step | None) -> str:
    if step.level is Level.CLOSING:
        return "end"
    if step.level is Level.PART:
        return f"{step.number}:"
    if step.is_bracketed:
        return f"({step.number})"
    return f"{' ' if before and before.level is not Level.PART and not before.is_bracketed else ''}{step.number}"


def expected(section: int | None, items: tuple[int, ...]) -> list[str]:
    """The paths to the items of the section."""
    part = "" if section is None else f"{section}:"
    return [f"{part}{item}" for item in items or ("",)]
