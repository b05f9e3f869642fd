from dataclasses import replace

import pytest

from assistant.answer import ANSWERED, NOT_FOUND
from assistant.ask import Assistant
from assistant.question import Question, Scope
from assistant.records import MOST_LISTED, list_parts, tell_records
from assistant.render import to_markdown
from assistant.understanding.understand import understand
from vectorstore.store import Store


@pytest.mark.parametrize(
    ("question", "history", "shown", "hidden"),
    [
        ("现在库里有哪些文件", (), ["共5份计划", "栖川市教育局2023年工作计划"], []),
        ("望汀区有哪几年的计划", (), ["共2份计划（2025年、2024年）"], ["栖川"]),
        ("庫裡有哪些文件", (), ["共5份計劃"], ["共5份计划"]),
        ("What plans do you have?", (), ["Plans here: 5", "《霁山县教育局2021年下半年工作计划》"], []),
        ("望汀区2024年工作要点一共多少条", (), ["共**35**条", "5个部分"], []),
        ("栖川市工作计划的文号是多少", (), ["**栖教发〔2023〕11号**"], []),
        ("霁山县的计划是什么时候印发的", (), ["**2021年7月30日**"], []),
        ("這份文件是誰印發的", ("青嵐縣課後服務怎麼收費",), ["**青嵐縣教育局**印發"], []),
        ("这个文件是哪年的", ("望汀区2024年校车有多少辆",), ["**2024**年"], ["2025"]),
        ("望汀区2025年工作要点分哪几部分", (), ["第三部分 坚持五育并举", "（9条）"], []),
        ("When was the Qichuan plan issued?", (), ["2023-02-14"], []),
    ],
)
def test_store_tells_of_itself(
    sample_store: Store, question: str, history: tuple[str, ...], shown: list[str], hidden: list[str]
) -> None:
    answer = Assistant(sample_store).invoke(Question(question, history))
    assert answer.status == ANSWERED
    assert [words for words in shown if words not in to_markdown(answer)] == []
    assert [words for words in hidden if words in to_markdown(answer)] == []
    assert answer.citations == ()


def test_outline_tells_each_part_and_quotes_the_preface(sample_store: Store) -> None:
    answer = Assistant(sample_store).invoke("望汀区2025年工作要点主要讲什么")
    assert [line[2:6] for line in to_markdown(answer).splitlines() if line.startswith("- ")] == [
        f"第{number}部分"[:4] for number in "一二三四五"
    ]
    (citation,) = answer.citations
    assert (citation.item.ref, citation.quote in citation.item.text) == ("前言", True)


def test_of_several_plans_it_is_asked_which_is_to_be_told(sample_store: Store) -> None:
    answer = Assistant(sample_store).invoke("主要讲什么")
    assert "请说明要看哪一份" in to_markdown(answer)
    assert to_markdown(answer).count("《") == len(sample_store.plans)


def test_chosen_plans_alone_are_told_of(sample_store: Store) -> None:
    answer = Assistant(sample_store).invoke(Question("有哪些文件", scope=Scope(regions=("霁山县",))))
    assert "共1份计划" in to_markdown(answer)
    assert "望汀" not in to_markdown(answer)


def test_year_of_which_no_plan_is_stays_unanswered(sample_store: Store) -> None:
    answer = Assistant(sample_store).invoke("有没有望汀区2019年的计划")
    assert answer.status == NOT_FOUND
    assert "2019" in to_markdown(answer)


def test_what_the_plan_does_not_say_is_said_to_be_missing(sample_store: Store) -> None:
    understood = understand(Question("栖川市工作计划的文号是多少"), sample_store.plans)
    (plan,) = understood.plans
    bare = replace(plan, identity=replace(plan.identity, number=None))
    assert "没有写明文号" in to_markdown(tell_records("", replace(understood, plans=(bare,)), lambda edition: ()))


def test_so_many_titles_are_listed_and_the_others_counted(sample_store: Store) -> None:
    understood = understand(Question("有哪些文件"), sample_store.plans)
    many = tuple(sample_store.plans) * MOST_LISTED
    text = to_markdown(tell_records("", replace(understood, plans=many), lambda edition: ()))
    assert text.count("\n- ") == MOST_LISTED
    assert f"另有{len(many) - MOST_LISTED}份" in text


def test_paper_whose_items_stand_in_no_part_has_none(sample_store: Store) -> None:
    items = sample_store.items.items_of(sample_store.plans[0].edition)
    articles = [replace(one, item=replace(one.item, section="第一条")) for one in items]
    assert list_parts(articles) == []
    assert len(list_parts(items)) > 1
