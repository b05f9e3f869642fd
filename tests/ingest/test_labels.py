import pytest

from ingest.labels import flatten, read_label, read_labels, without_markup


@pytest.mark.parametrize(
    ("line", "kind", "printed", "normal", "number", "rest"),
    [
        ("一、加强领导", "chinese", "一、", "一", 1, "加强领导"),
        ("十二、加强领导", "chinese", "十二、", "十二", 12, "加强领导"),
        ("二十一．加强领导", "chinese", "二十一．", "二十一", 21, "加强领导"),
        ("三.加强领导", "chinese", "三.", "三", 3, "加强领导"),
        ("一、2023年工作回顾", "chinese", "一、", "一", 1, "2023年工作回顾"),
        ("二、三年行动计划", "chinese", "二、", "二", 2, "三年行动计划"),
        ("（一）深入学习。", "bracketed chinese", "（一）", "(一)", 1, "深入学习。"),
        ("(十一)深入学习。", "bracketed chinese", "(十一)", "(十一)", 11, "深入学习。"),
        ("（二十）、深入学习。", "bracketed chinese", "（二十）、", "(二十)", 20, "深入学习。"),
        ("（ 三 ）深入学习。", "bracketed chinese", "（ 三 ）", "(三)", 3, "深入学习。"),
        ("18.加快发展。", "arabic", "18.", "18", 18, "加快发展。"),
        ("1．健全机制。", "arabic", "1．", "1", 1, "健全机制。"),
        ("１２、健全机制。", "arabic", "１２、", "12", 12, "健全机制。"),
        ("3) 健全机制。", "arabic", "3)", "3", 3, "健全机制。"),
        ("2.2023年秋季学期起执行。", "arabic", "2.", "2", 2, "2023年秋季学期起执行。"),
        ("（3）健全机制。", "bracketed arabic", "（3）", "(3)", 3, "健全机制。"),
        ("(12) 健全机制。", "bracketed arabic", "(12)", "(12)", 12, "健全机制。"),
        ("①健全机制。", "circled", "①", "①", 1, "健全机制。"),
        ("⑳健全机制。", "circled", "⑳", "⑳", 20, "健全机制。"),
        ("第一章 总则", "chapter", "第一章", "第一章", 1, "总则"),
        ("第二编　附则", "chapter", "第二编", "第二编", 2, "附则"),
        ("第二节 报名", "part", "第二节", "第二节", 2, "报名"),
        ("第二節 報名", "part", "第二節", "第二節", 2, "報名"),
        ("第三条 学校应当公示。", "article", "第三条", "第三条", 3, "学校应当公示。"),
        ("第二十三条学校应当公示。", "article", "第二十三条", "第二十三条", 23, "学校应当公示。"),
        ("第 8 条 学校应当公示。", "article", "第 8 条", "第8条", 8, "学校应当公示。"),
        ("第三條　學校應當公示。", "article", "第三條", "第三條", 3, "學校應當公示。"),
        ("第三条之二 学校应当公示。", "article", "第三条之二", "第三条之二", 3, "学校应当公示。"),
        ("1.1 目标", "decimal", "1.1", "1.1", 1, "目标"),
        ("2.3.4目标", "decimal", "2.3.4", "2.3.4", 4, "目标"),
        ("２．１　目标", "decimal", "２．１", "2.1", 1, "目标"),
        ("3.1.2.5 目标", "decimal", "3.1.2.5", "3.1.2.5", 5, "目标"),
        ("1.1、目标", "decimal", "1.1、", "1.1", 1, "目标"),
        ("第一部分 总体要求", "chapter", "第一部分", "第一部分", 1, "总体要求"),
        ("第三篇：保障", "chapter", "第三篇：", "第三篇", 3, "保障"),
        ("第十三条之一 学校应当公示。", "article", "第十三条之一", "第十三条之一", 13, "学校应当公示。"),
        ("第12条", "article", "第12条", "第12条", 12, ""),
        ("壹、目標", "financial", "壹、", "壹", 1, "目標"),
        ("贰、方法", "financial", "贰、", "贰", 2, "方法"),
        ("拾壹、附則", "financial", "拾壹、", "拾壹", 11, "附則"),
        ("⑴户口簿；", "bracketed arabic", "⑴", "(1)", 1, "户口簿；"),
        ("⒈户口簿；", "arabic", "⒈", "1", 1, "户口簿；"),
        ("⒓户口簿；", "arabic", "⒓", "12", 12, "户口簿；"),
        ("㈠深入学习。", "bracketed chinese", "㈠", "(一)", 1, "深入学习。"),
        ("㊁深入学习。", "bracketed chinese", "㊁", "(二)", 2, "深入学习。"),
        ("⓵户口簿；", "circled", "⓵", "①", 1, "户口簿；"),
        ("❷户口簿；", "circled", "❷", "②", 2, "户口簿；"),
        ("➂户口簿；", "circled", "➂", "③", 3, "户口簿；"),
        ("〡、深入学习。", "chinese", "〡、", "一", 1, "深入学习。"),
        ("⼀、深入学习。", "chinese", "⼀、", "一", 1, "深入学习。"),
        ("⼗⼆、深入学习。", "chinese", "⼗⼆、", "十二", 12, "深入学习。"),
        ("—、深入学习。", "chinese", "—、", "一", 1, "深入学习。"),
        ("一)深入学习。", "bracketed chinese", "一)", "(一)", 1, "深入学习。"),
        ("１）健全机制。", "arabic", "１）", "1", 1, "健全机制。"),
        ("一、", "chinese", "一、", "一", 1, ""),
        ("1.3月底前完成。", "arabic", "1.", "1", 1, "3月底前完成。"),
        ("## 一、总体要求", "chinese", "一、", "一", 1, "总体要求"),
        ("### （二）扩优 ###", "bracketed chinese", "（二）", "(二)", 2, "扩优"),
        ("**1.抓学习。**每月一次。", "arabic", "1.", "1", 1, "抓学习。每月一次。"),
        ("**第三条** 学校应当公示。", "article", "第三条", "第三条", 3, "学校应当公示。"),
    ],
)
def test_label_is_read(line: str, kind: str, printed: str, normal: str, number: int, rest: str) -> None:
    label = read_label(line)
    assert label is not None
    assert (label.kind, label.printed, label.normal, label.number, label.rest) == (kind, printed, normal, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "5：1",
        "1:5的比例",
        "2.69 万亿元",
        "2.69万亿元",
        "3.5%的学校",
        "1.2个百分点",
        "90.12.21",
        "2023.",
        "12345、加强",
        "2019年全县教育工作",
        "2019.3.5",
        "《职位表（一）》见附件",
        "违反第三条的，按规定处理。",
        "第三次全县教育工作会议",
        "第一，加强领导",
        "第一节课不早于八时二十分。",
        "一是加强领导",
        "一、二年级不留书面作业。",
        "三、四年级每天不超过六十分钟。",
        "1、2年级不留书面作业。",
        "一至三年级",
        "十分重要",
        "六一儿童节",
        "（以下简称县教育局）",
        "（2021）12号",
        "加强领导，一、二、三项并举",
        "A.加强领导",
        "第三条规定的情形除外。",
        "第三条、第四条所称学校",
        "第一部分学生已经报到",
        "1998.3.5出生",
        "1998年3月5日",
        "13:30开会",
        "0512-65220000",
        "12345678",
        "1. 35 46 58",
        "3、 25% 40%",
        "12",
        "- 12 -",
        "一、三、五年级",
        "一、二等奖各三名",
        "一、二学期",
        "十三五规划",
        "十四五",
        "(2024年修订)",
        "（2024年修订）",
        "2.69 萬億元",
        "1.5倍",
        "# 总体要求",
        "**总体要求**",
        "首先，落实经费",
        "其一，落实经费",
        "一年级新生",
        "二〇二四年三月",
        "甲、总则",
        "I. 目标",
        "a) 目标",
        "一 加强学习",
        "",
    ],
)
def test_line_that_merely_looks_numbered_has_no_label(line: str) -> None:
    assert read_label(line) is None


@pytest.mark.parametrize(
    ("line", "kinds", "normal", "number"),
    [
        ("I. 目标", ["roman", "letter"], "I", 1),
        ("IV、目标", ["roman"], "IV", 4),
        ("Ⅲ.目标", ["roman"], "III", 3),
        ("(ii) 目标", ["roman"], "(ii)", 2),
        ("A. 目标", ["letter"], "A", 1),
        ("b、目标", ["letter"], "b", 2),
        ("c) 目标", ["letter"], "c", 3),
        ("(d) 目标", ["letter"], "(d)", 4),
        ("甲、目标", ["stem"], "甲", 1),
        ("(乙)目标", ["stem"], "(乙)", 2),
        ("二 加强作风", ["chinese"], "二", 2),
        ("二，加强作风", ["chinese"], "二", 2),
        ("2 加强作风", ["arabic"], "2", 2),
        ("2，加强作风", ["arabic"], "2", 2),
    ],
)
def test_label_that_only_its_sequence_can_prove_is_doubtful(
    line: str, kinds: list[str], normal: str, number: int
) -> None:
    labels = read_labels(line)
    assert [label.kind for label in labels] == kinds
    assert all(label.doubtful for label in labels)
    assert (labels[0].normal, labels[0].number) == (normal, number)


@pytest.mark.parametrize(
    "line", ["IIII. 目标", "VX. 目标", "Mr. 王", "A.B.公司", "甲、乙双方", "3年内", "2个月", "i.e. 如", "e.g. 如"]
)
def test_letters_and_figures_that_open_a_sentence_are_no_labels(line: str) -> None:
    assert read_labels(line) == []


@pytest.mark.parametrize(
    ("line", "text", "depth"),
    [
        ("## 总体要求", "总体要求", 2),
        ("##总体要求##", "总体要求", 2),
        ("# **总体要求**", "总体要求", 1),
        ("**总体要求**", "总体要求", 7),
        ("__总体要求__", "总体要求", 7),
        ("**抓学习。**每月一次。", "抓学习。每月一次。", 0),
        ("**抓学习。每月一次。**", "抓学习。每月一次。", 0),
        ("#标签", "#标签", 0),
        ("######", "######", 0),
        ("没有记号", "没有记号", 0),
    ],
)
def test_signs_of_markdown_are_taken_off_and_tell_the_depth(line: str, text: str, depth: int) -> None:
    assert without_markup(line) == (text, depth)


def test_flattening_keeps_every_character_at_its_place() -> None:
    assert flatten("（１）．⼀﹑ＡＢ") == "(1).一、ＡＢ"
    assert flatten("—、总体") == "一、总体"
    assert flatten("——总体") == "——总体"
