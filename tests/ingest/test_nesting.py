"""How labels of every kind nest: one row a paper, and what its tree looks like."""

from dataclasses import dataclass

import pytest

from tests.ingest.drawing import draw


@dataclass(frozen=True, slots=True)
class Row:
    """What is special in the paper, its lines, parted by `|`, and its tree."""

    about: str
    lines: str
    tree: str


ORDERS = [
    Row("the usual order", "一、总|（一）甲|1.乙|（1）丙|①丁|②戊|（2）己|2.庚|（二）辛|二、附", "一[(一)[1[(1)[① ②] (2)] 2] (二)] 二"),
    Row("figures above brackets", "一、总|1.甲|（一）乙|（二）丙|2.丁|（一）戊|二、附", "一[1[(一) (二)] 2[(一)]] 二"),
    Row("brackets above sections", "（一）总|一、甲|二、乙|（二）附|一、丙|（三）末", "(一)[一 二] (二)[一] (三)"),
    Row("points below bracketed figures", "1.总|（1）甲|1、乙|2、丙|（2）丁|2.附", "1[(1)[1 2] (2)] 2"),
    Row("closing brackets below points", "1.总|1)甲|2)乙|2.附|1)丙", "1[1 2] 2[1]"),
    Row("chapters, parts and articles", "第一章 总|第一节 甲|第一条 乙。|第二条 丙。|第二节 丁|第三条 戊。|第二章 附|第四条 己。",
        "第一章[第一节[第一条 第二条] 第二节[第三条]] 第二章[第四条]"),
    Row("parts of a volume", "第一部分 总|一、甲|（一）乙|二、丙|第二部分 附|一、丁", "第一部分[一[(一)] 二] 第二部分[一]"),
    Row("books above chapters", "第一编 总|第一章 甲|第二章 乙|第二编 附|第三章 丙", "第一编[第一章 第二章] 第二编[第三章]"),
    Row("chapters with sections", "第一章 总|一、甲|二、乙|第二章 附|一、丙", "第一章[一 二] 第二章[一]"),
    Row("articles with sections below", "第一条 甲。|一、乙；|二、丙；|第二条 丁。|第三条 戊。", "第一条[一 二] 第二条 第三条"),
    Row("articles below sections", "一、总|第一条 甲。|第二条 乙。|二、附|第三条 丙。", "一[第一条 第二条] 二[第三条]"),
    Row("articles with parts", "第一条 甲：|（一）乙；|（二）丙。|第二条 丁：|（一）戊。|1.己；|2.庚。", "第一条[(一) (二)] 第二条[(一)[1 2]]"),
    Row("financial numerals", "壹、總|一、甲|（一）乙|二、丙|貳、附|一、丁", "壹[一[(一)] 二] 貳[一]"),
    Row("stems on top", "甲、总|一、甲|二、乙|乙、附|一、丙", "甲[一 二] 乙[一]"),
    Row("stems at the bottom", "一、总|（一）子|1、丑|（1）寅|甲、卯|乙、辰|（2）巳", "一[(一)[1[(1)[甲 乙] (2)]]]"),
    Row("Roman numerals and letters", "I. 总|A. 甲|B. 乙|II. 附|A. 丙|B. 丁", "I[A B] II[A B]"),
    Row("small letters at the bottom", "1.总|（1）甲|a) 乙|b) 丙|（2）丁|2.附", "1[(1)[a b] (2)] 2"),
    Row("Roman numeral signs", "Ⅰ.总|1.甲|2.乙|Ⅱ.附", "I[1 2] II"),
    Row("decimals below figures", "1.总|1.1 甲|1.2 乙|1.2.1 丙|2.附|2.1 丁", "1[1.1 1.2[1.2.1]] 2[2.1]"),
    Row("decimals below sections", "一、总|1.1 甲|1.1.1 乙|1.1.2 丙|1.2 丁|二、附|2.1 戊", "一[1.1[1.1.1 1.1.2] 1.2] 二[2.1]"),
    Row("decimals whose section has no mark", "1 总则|1.1 甲|2 附则|2.1 乙", "1[1.1] 2[2.1]"),
    Row("decimals alone", "1.1 甲|1.2 乙|2.1 丙|2.2 丁", "1.1 1.2 2.1 2.2"),
    Row("headings of Markdown", "## 总则|### 目标|好好办学。|### 原则|公平。|## 附则|无。", "总则[目标 原则] 附则"),
    Row("headings of Markdown with labels", "## 一、总|### （一）甲|1.乙|### （二）丙|## 二、附", "一[(一)[1] (二)] 二"),
    Row("headings of Markdown with labels at one depth", "## 一、总|## （一）甲|## （二）乙|## 二、附", "一[(一) (二)] 二"),
    Row("labels below headings of Markdown", "## 总则|1.甲|2.乙|## 附则|1.丙", "总则[1 2] 附则[1]"),
    Row("bold labels", "**一、总**|**（一）甲**|好好办学。|**（二）乙**|**二、附**", "一[(一) (二)] 二"),
    Row("bold headings", "一、总|**目标**|好好办学。|**原则**|公平。|二、附", "一[目标 原则] 二"),
    Row("the title as the only heading of depth one", "# 工作要点|## 一、总|## 二、附", "一 二"),
    Row("marks that differ by a slip", "一、总|1.甲|2、乙|3．丙|4.丁|二、附", "一[1 2 3 4] 二"),
    Row("compatibility characters", "㈠总|⑴甲|⑵乙|㈡附|⒈丙|⒉丁", "(一)[(1) (2)] (二)[1 2]"),
    Row("figures within figures", "1、总|1、甲|2、乙|3、丙|2、附", "1[1 2 3] 2"),
    Row("a list before the first section", "1.甲事。|2.乙事。|一、总|1.丙|2.丁|二、附", "1 2 一[1 2] 二"),
    Row("figures straight through", "一、总|（一）甲|1.乙|2.丙|（二）丁|3.戊|二、附|（三）己|4.庚", "一[(一)[1 2] (二)[3]] 二[(三)[4]]"),
    Row("a section with other kinds than the next", "一、总|1.甲|2.乙|二、附|（一）丙|1.丁|（二）戊|1.己", "一[1 2] 二[(一)[1] (二)[1]]"),
    Row("Traditional articles", "第一條　甲。|第二條　乙：|一、丙。|二、丁。|第三條　戊。", "第一條 第二條[一 二] 第三條"),
]  # fmt: skip

DAMAGED = [
    Row("a lost number", "一、甲|二、乙|四、丙|五、丁", "一 二 四 五"),
    Row("a number twice", "一、甲|二、乙|二、丙|三、丁", "一 二 二 三"),
    Row("a lost first number", "一、总|1.甲|2.乙|二、附|2.丙|3.丁", "一[1 2] 二[2 3]"),
    Row("a lost number below", "一、总|（一）甲|（三）乙|二、附|（一）丙", "一[(一) (三)] 二[(一)]"),
    Row("a lost section", "一、总|（一）甲|（二）乙|（一）丙|（二）丁|三、附", "一[(一) (二) (一) (二)] 三"),
    Row("an excerpt that begins at three", "三、甲|（一）乙|四、丙", "三[(一)] 四"),
    Row("an excerpt that begins late", "十一、甲|十二、乙|十三、丙", "十一 十二 十三"),
    Row("marks lost after numerals", "一 加强学习|二、加强作风|三 加强纪律", "一 二 三"),
    Row("all marks lost", "一 加强学习|二 加强作风|三 加强纪律", "一 二 三"),
    Row("a comma for a mark", "1.加强学习|2，加强作风|3.加强纪律", "1 2 3"),
    Row("a figure out of sequence", "一、总|1.甲|80、七十人|2.乙", "一[1 2]"),
    Row("a figure ahead of its turn", "1.甲|9.九月开学|2.乙|3.丙", "1 2 3"),
    Row("a label alone on its line", "一、|总体要求|好好办学。|二、|重点任务", "一 二"),
    Row("a label broken before its mark", "一|、总体要求|二|、重点任务", "一 二"),
    Row("a label broken within its brackets", "（|一）甲|（二|）乙|(|三|)丙", "(一) (二) (三)"),
    Row("an article broken in two", "第一|条 甲。|第|二条 乙。", "第一条 第二条"),
    Row("a chapter alone on its line", "第一章|总则|第一条|甲。|第二条|乙。", "第一章[第一条 第二条]"),
    Row("a dash that was a one", "—、甲|二、乙|三、丙", "一 二 三"),
    Row("half a bracket", "一）甲|二）乙|三）丙", "(一) (二) (三)"),
]  # fmt: skip

NO_LABELS = [
    Row("an article that is spoken of", "第一条 甲。|第三条规定的除外。|第二条 乙。", "第一条 第二条"),
    Row("first, second in a paragraph", "一、甲。第一，好。第二，更好。|二、乙。", "一 二"),
    Row("一是, 二是", "一、甲。一是好；二是更好；三是最好。|二、乙。", "一 二"),
    Row("首先, 其次", "一、甲。首先备课，其次上课。最后批改。|二、乙。", "一 二"),
    Row("years and plans at the start of lines", "一、甲|2024年全面完成。|十四五期间建成。|二、乙", "一 二"),
    Row("school years at the start of lines", "一、甲|三、四年级每天不超过一小时。|二、乙|一年级不留作业。", "一 二"),
    Row("dates at the start of lines", "1.甲|3.15活动。|9月1日开学。|1998.3.5建校。|90.12.21迁址。|2.乙", "1 2"),
    Row("times, rates and sums at the start of lines", "1.甲|13:30开会。|5：1的比例。|3.5%的学校。|2.69 万亿元。|2.乙", "1 2"),
    Row("telephone numbers and page numbers", "1.甲|0512-65220000|12|- 13 -|2.乙", "1 2"),
    Row("rows of a table", "1.甲|1. 35 46 58|2. 41 52 63|2.乙", "1 2"),
    Row("names of lists", "1.甲。见《职位表（一）》《职位表（二）》。|2.乙。", "1 2"),
    Row("a letter that opens a name", "1.甲|A.级学校三所。|2.乙", "1 2"),
    Row("a numeral that opens a sentence", "一、甲|三 名教师获奖。|二、乙", "一 二"),
    Row("one stem alone", "一、甲|甲、方案从略。|二、乙", "一 二"),
]  # fmt: skip


@pytest.mark.parametrize("row", [*ORDERS, *DAMAGED, *NO_LABELS], ids=lambda row: row.about.replace(" ", "-"))
def test_lines_nest_as_the_paper_orders_them(row: Row) -> None:
    assert draw(row.lines.replace("|", "\n")) == row.tree
