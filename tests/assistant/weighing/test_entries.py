from pathlib import Path

import pytest

from assistant.answer import ANSWERED
from assistant.ask import Assistant
from assistant.render import to_markdown
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

RULES = """柏屿区中小学校服选用办法
柏教规〔2024〕6号

第一条 为规范全区中小学校服选用，制定本办法。
第二条 有下列情形之一的，学校应当暂停选用：
（一）三分之一以上家长书面反对的；
（二）供货企业被列入失信名单的。
第三条 申请自购校服应当提交下列材料：
（一）家长签名的申请书；
（二）面料检验报告。
第四条 每套校服价格不超过一百八十元。
第十条 本办法自2024年9月1日起施行。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("rules")
    file = folder / "rules.txt"
    file.write_text(RULES, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    assert {outcome.change for outcome in add_files(store, [file])} == {Change.ADDED}
    return Assistant(store)


def refs(assistant: Assistant, question: str) -> list[str]:
    answer = assistant.invoke(question)
    assert answer.status == ANSWERED
    return [citation.item.ref for citation in answer.citations]


def test_item_that_opens_a_list_comes_with_its_entries(rules: Assistant) -> None:
    assert refs(rules, "自购校服要交什么材料")[:3] == ["第3条", "第3条(一)", "第3条(二)"]


def test_entry_comes_with_the_item_that_opens_its_list(rules: Assistant) -> None:
    cited = refs(rules, "供货企业被列入失信名单会怎样")
    assert cited.index("第2条") < cited.index("第2条(二)")


def test_item_without_a_list_stands_alone(rules: Assistant) -> None:
    assert refs(rules, "校服每套价格最高多少钱") == ["第4条"]


def test_list_is_shown_under_the_plans_name_a_line_an_entry(rules: Assistant) -> None:
    text = to_markdown(rules.invoke("自购校服要交什么材料"))
    assert text.index("第3条：") < text.index("家长签名的申请书") < text.index("面料检验报告")


FEES = """柏屿区义务教育收费公示

一、住宿和用餐
义务教育阶段免收学费。作业本费：小学每学期十五元；初中每学期二十元。住宿费：城区初中每学期一百八十元；乡镇初中每学期一百二十元。午餐费：小学每餐七元；初中每餐八元。
二、安全
做到“四不”：不追跑打闹；不攀爬栏杆；不携带刀具；不独自离校。
三、借书
学生每次可借图书三册，期限二十天。
四、赔书
图书丢失的，赔偿同版本新书。
五、生病
出水痘的孩子在家休息，结痂七天后凭医生证明返校。请于9月8日前交体检表。
六、减免
课后照看：低收入户学生免费；中低收入户学生减收二分之一。
"""
LAW = """柏嶼縣學生交通車管理辦法

第 1 條
學生交通車應備置下列設備：
一、滅火器二具。
二、急救箱一只。
第 2 條
駕駛人應年滿二十五歲。
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in (("fees.txt", FEES), ("law.txt", LAW)):
        (folder / name).write_text(text, encoding="utf-8")
    store = Store.create(folder / "store", embedder)
    list(add_files(store, [folder / "fees.txt", folder / "law.txt"]))
    return Assistant(store)


def test_prose_with_colons_is_no_row_of_a_table(papers: Assistant) -> None:
    text = to_markdown(papers.invoke("城区初中住宿费一学期多少钱"))
    assert "**一百八十元**" in text
    assert "十五元" not in text
    assert "七元" not in text


def test_all_of_a_list_is_told_where_it_is_asked_for(papers: Assistant) -> None:
    text = to_markdown(papers.invoke("“四不”是哪四不"))
    assert all(entry in text for entry in ("追跑打闹", "攀爬栏杆", "携带刀具", "独自离校"))


def test_entries_of_a_law_are_numbered_without_brackets(papers: Assistant) -> None:
    assert refs(papers, "學生交通車要備哪些設備")[:3] == ["第1条", "第1条一", "第1条二"]


def test_part_that_another_item_answers_is_answered_by_it(papers: Assistant) -> None:
    assert refs(papers, "一次能借几本书，弄丢了怎么赔") == ["三", "四"]


SHEET = """# 柏屿区2025年资助问答

## 小学

### Q：住校的学生补多少？

小学每人每年1250元。

### Q：补助发到哪里？

发到学生本人的社会保障卡。
"""


def test_answer_below_a_marked_question_is_quoted_and_not_the_question(tmp_path: Path, embedder: Embedder) -> None:
    (tmp_path / "sheet.md").write_text(SHEET, encoding="utf-8")
    store = Store.create(tmp_path / "store", embedder)
    list(add_files(store, [tmp_path / "sheet.md"]))
    text = to_markdown(Assistant(store).invoke("补助是打到什么卡上"))
    assert "> 发到学生本人的社会保障卡。" in text


def test_when_one_may_is_told_by_what_must_have_passed(papers: Assistant) -> None:
    text = to_markdown(papers.invoke("孩子出水痘好了什么时候能返校"))
    assert "**七天后**" in text
    assert "9月8日" not in text


def test_what_is_of_others_by_one_word_is_not_quoted_alone(papers: Assistant) -> None:
    assert "低收入户学生免费" in to_markdown(papers.invoke("低收入户学生课后照看要交钱吗")).replace("**", "")
