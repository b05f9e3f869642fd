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
