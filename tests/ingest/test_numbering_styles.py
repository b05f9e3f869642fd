"""How plans of every numbering style are cut: one row a style."""

from dataclasses import dataclass

import pytest

from ingest.document import read_lines
from ingest.outline import outline
from ingest.plan import Item


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of a plan, the refs it must be cut into, and by ref what an item must and must not hold."""

    style: str
    lines: str
    refs: str
    holds: tuple[tuple[str, str], ...] = ()
    lacks: tuple[tuple[str, str], ...] = ()


ROWS = [
    Row(
        "numbers that run through all sections",
        "一、党建\n1.抓学习。每月一次。\n2.抓作风。每季一次。\n二、质量\n3.抓课堂。每周一次。\n三、安全\n4.抓校车。每天一次。",
        "1 2 3 4",
        holds=(("3", "3.抓课堂。每周一次。"),),
        lacks=(("2", "质量"),),
    ),
    Row(
        "bracketed numbers that run through all sections",
        "一、党建\n（一）抓学习。每月一次。\n（二）抓作风。每季一次。\n二、质量\n（三）抓课堂。每周一次。",
        "(一) (二) (三)",
    ),
    Row(
        "numbers that begin anew in each section",
        "一、党建\n1.抓学习。每月一次。\n2.抓作风。每季一次。\n二、质量\n1.抓课堂。每周一次。\n2.抓校车。每天一次。",
        "一.1 一.2 二.1 二.2",
        holds=(("二.1", "抓课堂"),),
    ),
    Row(
        "bracketed numbers that begin anew in each section",
        "一、党建\n(一)抓学习。每月一次。\n(二)抓作风。每季一次。\n二、质量\n(一)抓课堂。每周一次。",
        "一(一) 一(二) 二(一)",
    ),
    Row(
        "items below items",
        "一、党建\n（一）抓学习。总的要求。\n1.读文件。每月一次。\n2.写笔记。每周一次。\n（二）抓作风。每季一次。\n"
        "二、质量\n（一）抓课堂\n1.听课。每周一次。\n2.评课。每月一次。",
        "一(一) 一(一)1 一(一)2 一(二) 二(一)1 二(一)2",
        holds=(("一(一)", "总的要求"), ("一(一)2", "写笔记")),
        lacks=(("一(一)", "读文件"),),
    ),
    Row(
        "numbers below an item's parts stay in them",
        "一、党建\n（一）抓学习。好。\n1.读文件。好。\n（1）读原文。\n①读三遍。\n2.写笔记。好。\n二、质量\n（一）抓课堂。好。",
        "一(一) 一(一)1 一(一)2 二(一)",
        holds=(("一(一)1", "①读三遍"),),
    ),
    Row(
        "paragraphs without numbers that open with a lead sentence",
        "一、党建\n抓学习。全体党员每月学习一次。\n抓作风。全体干部每季检查一次。\n二、质量\n抓课堂。每位教师每周上公开课一次。\n抓评价。学期末评价一次。",
        "一-1 一-2 二-1 二-2",
        holds=(("二-2", "抓评价。学期末评价一次。"),),
    ),
    Row(
        "sections of plain text only",
        "一、指导思想\n坚持立德树人，遵循教育规律，深化教育改革，统筹城乡，统筹学段，努力办好人民满意的教育，让每个孩子都能上学。\n"
        "二、工作目标\n到年底，普惠性幼儿园覆盖率、义务教育巩固率和高中阶段毛入学率都比上一年有所提高，群众满意率稳步上升。",
        "一 二",
        holds=(("二", "到年底"),),
        lacks=(("一", "工作目标"),),
    ),
    Row(
        "sections of several plain paragraphs, few with a lead sentence",
        "一、指导思想\n"
        "坚持立德树人，遵循教育规律，深化教育改革，统筹城乡，统筹学段，努力办好人民满意的教育，让每个孩子都能上学。\n"
        "坚持目标导向和问题导向相结合，既尽力而为、又量力而行，让每个乡镇的孩子都能就近享有公平而有质量的教育。\n"
        "加强领导。各校成立专班。\n二、保障措施\n1.落实经费。全年。\n2.强化督导。每月。",
        "一 二.1 二.2",
        holds=(("一", "坚持立德树人"), ("一", "加强领导。各校成立专班。")),
    ),
    Row(
        "text before a section's first item",
        "一、党建\n本部分由机关党委负责，年底总结。\n1.抓学习。每月一次。\n二、质量\n本部分由教研室负责。\n2.抓课堂。每周一次。",
        "一 1 二 2",
        holds=(("一", "机关党委"),),
        lacks=(("二", "抓课堂"),),
    ),
    Row(
        "text after a section's last item",
        "一、党建\n1.抓学习。每月一次。\n2.抓作风。每季一次。\n二、质量\n3.抓课堂。每周一次。\n4.抓评价。每年一次。\n各校要认真落实，年底考核。",
        "1 2 3 4 二-结语",
        holds=(("二-结语", "各校要认真落实，年底考核。"),),
        lacks=(("4", "各校"),),
    ),
    Row(
        "text after a section's last item below items",
        "一、党建\n（一）抓学习。好。\n（二）抓作风。好。\n二、质量\n（一）抓课堂\n1.听课。每周一次。\n2.评课。每月一次。\n各校要认真落实，年底考核。",
        "一(一) 一(二) 二(一)1 二(一)2 二-结语",
    ),
    Row(
        "prose before the first section",
        "为抓好全县教育工作，制定本要点。\n各校参照执行。\n一、党建\n1.抓学习。每月一次。\n2.抓作风。好。",
        "前言 1 2",
        holds=(("前言", "各校参照执行。"),),
    ),
    Row(
        "prose alone",
        "为抓好全县教育工作，经研究，就今年秋季学期的开学工作提出以下要求，请各中小学校和幼儿园认真执行并按时上报。",
        "前言",
    ),
    Row(
        "articles in chapters",
        "第一章 总则\n第一条 为规范招生，制定本办法。\n第二条 本办法适用于全县。\n"
        "第二章 报名\n第三条 报名时间为七月。\n第十二条 本办法自印发之日起施行。",
        "第1条 第2条 第3条 第12条",
        holds=(("第12条", "第十二条 本办法"),),
    ),
    Row(
        "articles with numbered parts",
        "第一条 为规范招生，制定本办法。\n第二条 符合下列条件之一的，可以报名：\n"
        "（一）有户口的；\n（二）有居住证的。\n第三条 本办法自印发之日起施行。",
        "第1条 第2条 第2条(一) 第2条(二) 第3条",
        holds=(("第2条", "符合下列条件之一"),),
    ),
    Row(
        "articles of several paragraphs",
        "第一条 学校应当公示招生计划。\n公示期不少于五天。\n第二条 学校不得考试。\n违反的，按有关规定处理。",
        "第1条 第2条",
        holds=(("第1条", "公示招生计划"), ("第2条", "违反的")),
    ),
    Row(
        "an article that was put in later",
        "第二条 学校不得考试。\n第三条 学校不得收费。\n第三条之二 学校应当公示。\n第四条 本办法自印发之日起施行。",
        "第2条 第3条 第3条之二 第4条",
    ),
    Row(
        "decimal numbers",
        "一、总则\n1.1 目标。提高质量。\n1.2 原则。公平公开。\n二、报名\n2.1 时间。七月。\n2.2 地点。学校。",
        "1.1 1.2 2.1 2.2",
    ),
    Row(
        "a section's number that is printed twice",
        "三、质量\n（一）抓课堂。好。\n五、队伍\n（一）补充教师。八月。\n五、保障\n（一）落实经费。全年。\n六、安全\n（一）管好校车。每天。",
        "三(一) 五(一) 五(一)-2 六(一)",
        holds=(("五(一)-2", "落实经费"),),
    ),
    Row(
        "numbers that are skipped",
        "一、党建\n1.抓学习。每月一次。\n3.抓作风。每季一次。\n三、质量\n7.抓课堂。每周一次。",
        "1 3 7",
    ),
    Row(
        "a number that is printed twice",
        "一、党建\n1.抓学习。每月一次。\n2.抓作风。每季一次。\n2.抓纪律。每年一次。\n3.抓课堂。每周一次。",
        "1 2 2-2 3",
        holds=(("2-2", "抓纪律"),),
    ),
    Row(
        "a figure out of sequence",
        "一、党建\n1.抓学习。分三批进行，人数如下：\n80、75、60人。\n2.抓作风。每季一次。\n3.抓课堂。每周一次。",
        "1 2 3",
        holds=(("1", "80、75、60人"),),
    ),
    Row(
        "a number far out of sequence",
        "一、党建\n1.抓学习。参加人数：\n120.其中女教师六十名。\n2.抓作风。每季一次。",
        "1 2",
        holds=(("1", "120.其中"),),
    ),
    Row(
        "items of several paragraphs",
        "一、党建\n1.抓学习。每月一次。\n每次不少于两个小时。\n2.抓作风。每季一次。\n检查结果在全县通报。\n3.抓课堂。每周一次。\n听课记录按时上交。",
        "1 2 3",
        holds=(("1", "两个小时"), ("3", "听课记录按时上交。")),
    ),
    Row(
        "headings with their text on the next line",
        "一、党建\n（一）抓学习\n全体党员每月集中学习一次，每次不少于两个小时。\n（二）抓作风\n每季度检查一次，结果在全县通报。",
        "一(一) 一(二)",
        holds=(("一(一)", "（一）抓学习\n全体党员"), ("一(二)", "每季度检查一次")),
    ),
    Row(
        "sections whose headings open with a year",
        "一、2023年工作回顾\n全年新建学校三所，新增学位一千个，招聘教师一百名，完成了年初确定的各项任务，群众满意率有所提高。\n"
        "二、2024年工作安排\n1.抓学习。每月一次。\n2.抓作风。每季一次。",
        "一 二.1 二.2",
        lacks=(("一", "工作安排"),),
    ),
    Row(
        "a paragraph about school years that looks like a section",
        "一、减轻负担\n（一）控制作业。各校公示作业。\n一、二年级不留书面作业。\n（二）保证睡眠。按时上课。\n二、增强体质\n（三）开足体育课。每天一节。",
        "(一) (二) (三)",
        holds=(("(一)", "一、二年级不留书面作业。"),),
    ),
]


def cut(lines: str) -> dict[str, Item]:
    return {item.ref: item for item in outline(read_lines(lines, source="plan.txt").lines).items}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.style.replace(" ", "-"))
def test_plan_is_cut_into_the_items_that_its_readers_cite(row: Row) -> None:
    items = cut(row.lines)
    assert list(items) == row.refs.split()
    assert [(ref, words) for ref, words in row.holds if words not in items[ref].text] == []
    assert [(ref, words) for ref, words in row.lacks if words in items[ref].text] == []
