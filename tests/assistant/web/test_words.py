"""The page's words: each key says one thing in English, and none lacks."""

import ast
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from assistant.web.words import FOLDER, Words, english

WEB = FOLDER.parent
PRINTED = frozenset({"亿", "万", "个百分点"})  # as plans print them, whatever the language of the page
CHINESE = re.compile("[\u4e00-\u9fff]")


def rows(table: Path) -> list[tuple[str, str]]:
    """The keys and words of a table as they stand in the file, doubled ones too."""
    found: list[tuple[str, str]] = json.loads(table.read_text(encoding="utf-8"), object_pairs_hook=list)
    return found


def shown_texts(module: Path) -> list[str]:
    """The Chinese texts that stand whole in a module and are neither documentation nor a piece of a formatted one."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    pieces = {id(piece) for node in nodes if isinstance(node, ast.JoinedStr) for piece in node.values}
    documented = {
        ast.get_docstring(node, clean=False)
        for node in nodes
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    constants = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in pieces]
    texts = (node.value for node in constants if isinstance(node.value, str) and node.value not in documented)
    return [text for text in texts if CHINESE.search(text)]


def given_texts(module: Path) -> list[str]:
    """The texts that a module hands to its `words` as they stand."""
    calls = (node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    named = (call for call in calls if ast.unparse(call.func).rpartition(".")[2] in ("words", "_words") and call.args)
    return [str(call.args[0].value) for call in named if isinstance(call.args[0], ast.Constant)]


def test_no_key_has_two_translations() -> None:
    said: dict[str, set[str]] = defaultdict(set)
    tables = sorted(FOLDER.glob("*.json"))
    assert len(tables) > 5
    for table in tables:
        keys = [key for key, _ in rows(table)]
        assert len(keys) == len(set(keys)), f"{table.name} has a key twice"
        for key, words in rows(table):
            said[key].add(words)
    assert {key: words for key, words in said.items() if len(words) > 1} == {}


def test_english_knows_every_text_of_the_page() -> None:
    modules = sorted(WEB.rglob("*.py"))
    given = {module: given_texts(module) for module in modules}
    assert sum(map(len, given.values())) > 200
    lacking = [f"{module.name}: {text}" for module in modules for text in given[module] if text not in english()]
    assert lacking == []


def test_english_knows_the_texts_that_stand_in_tables() -> None:
    """Those that a module hands over by a name are found by what is shown."""
    modules = [
        *WEB.rglob("*_view.py"),
        *(one for name in ("page", "chips", "plan_list", "shelf") for one in WEB.rglob(f"{name}.py")),
    ]
    found = [text for module in modules for text in shown_texts(module) if text not in PRINTED]
    assert len(found) > 50
    assert [text for text in found if text not in english()] == []


def test_keys_have_the_same_variables_as_their_english() -> None:
    variables = re.compile(r"\{\w+\}")
    differing = [
        key for key, words in english().items() if set(variables.findall(key)) != set(variables.findall(words))
    ]
    assert english()
    assert differing == []


@pytest.mark.parametrize(
    ("key", "simplified", "traditional", "in_english"),
    [
        ("有帮助", "有帮助", "有幫助", "Helpful"),
        ("有帮助@manage", "有帮助", "有幫助", "Helped"),
        ("计划", "计划", "計劃", "Plans"),
        ("计划@one", "计划", "計劃", "Plan"),
        ("未注明年份", "未注明年份", "未註明年份", "No year given"),
        ("未注明年份@reading", "未注明年份", "未註明年份", "no year given"),
    ],
)
def test_context_tells_english_words_apart_and_is_not_shown(
    key: str, simplified: str, traditional: str, in_english: str
) -> None:
    assert [Words(one)(key) for one in ("zh-Hans", "zh-Hant", "en")] == [simplified, traditional, in_english]


def test_variables_are_filled_in_beside_a_context() -> None:
    assert Words("en")("{year}年的计划@reading", year=2024) == "a plan of 2024"
    assert Words("zh-Hans")("{year}年的计划@reading", year=2024) == "2024年的计划"
