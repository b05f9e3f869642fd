"""What is no plan at all is refused, and what only looks like it stays."""

import pytest

from ingest.document import read_lines
from ingest.errors import UserError
from ingest.load import cut_plan


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("购物清单\n1. 牛奶两盒\n2. 鸡蛋十个\n3. 面包", "a list of names"),
        ("3月5日采购清单\n一、蔬菜\n二、水果\n三、调料", "a list of names"),
        ("Shopping list\n1. milk\n2. eggs\n3. bread", "a list of names"),
        ("1. 首页\n2. 机构设置\n3. 政策文件\n4. 办事服务", "a list of names"),
        ("一、关于我们\n二、联系我们\n三、网站地图", "a list of names"),
        ("const a = 1;\nfunction f(x) {\n  return x + 1;\n}\nconsole.log(f(a));", "a program"),
        ("int 班数 = 12;  // 一小\nint a = 1;\nreturn a;\nbreak;\ncontinue;", "a program"),
        ("<?php\n$a = 1;\n$b = 2;\nprint($a);\nreturn $b;", "a program"),
    ],
)
def test_lists_of_names_and_programs_are_refused(text: str, reason: str) -> None:
    with pytest.raises(UserError, match=f"reads like {reason}, not like a plan"):
        cut_plan(read_lines(text, source="x.txt"))


@pytest.mark.parametrize(
    "text", ["打印\n关闭\n首页 > 新闻\n上一篇：没有了", "牛奶\n鸡蛋\n面包", "床前明月光\n疑是地上霜"]
)
def test_what_holds_no_paragraph_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="holds no paragraph that could be cited"):
        cut_plan(read_lines(text, source="x.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "樟汀县2026年学区一览表\n一、城关小学\n东街、西街\n二、河口小学\n南街、北街",
        "樟汀县教育局内设机构\n1. 人事股\n2. 财务股\n3. 安全股",
        "作息时间\n1. 早读：7:30\n2. 放学：16:30",
        "校车路线\n一、东线\n从北门出发，过桥，到河口小学，每天两趟。\n二、西线\n从南门出发。",
        "School Bus Rules\n1. Buses leave at seven.\n2. Nobody waits.",
        "校车班次\n(1)东线:6:40出发;\n(2)西线:6:50出发;\n(3)南线:7:00出发;\n(4)北线:7:10出发。",
        "报名要带的东西\n1.户口簿;\n2.预防接种证;\n3.房产证或租房合同;\n4.两张一寸照片;\n5.监护人身份证;\n以上各样带原件和复印件。",
        "开学安排\n一、小学\n一年级:9月1日到校\n二年级:9月2日到校\n二、初中\n七年级:8月31日到校\n八年级:9月1日到校",
        "信息课教学计划\n一、认识程序\n让学生写出 print(1)，说出它做了什么。\n二、改写程序\n让学生把 1 改成 2；再运行一次。",
    ],
)
def test_short_papers_are_kept(text: str) -> None:
    assert cut_plan(read_lines(text, source="x.txt")).items
