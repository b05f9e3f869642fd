"""What the core says in English is said in the reader's language."""

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.manage.staging import Staging
from assistant.web.manage.said import said, trouble
from assistant.web.words import Words, english
from ingest.errors import UserError
from ingest.load import load_plan

ROOT = Path(__file__).parents[3]
CHINESE = re.compile("[\u4e00-\u9fff]")
SIMPLIFIED, TRADITIONAL, ENGLISH = Words("zh-Hans"), Words("zh-Hant"), Words("en")


@pytest.mark.parametrize(
    ("text", "simplified", "traditional"),
    [
        ("“（四）” follows “（二）”: a number is missing", "“（二）”之后是“（四）”：中间缺了序号", "“（二）”之後是“（四）”：中間缺了序號"),
        ("the signature", "落款单位", "落款單位"),
        ("{a}<b>.txt is empty; add the file again when it holds the plan's text.", "{a}<b>.txt是空文件；请选择有计划正文的文件。", "{a}<b>.txt是空文件；請選擇有計劃正文的文件。"),
        ("9999 is no year of a plan; give one from 1900 to 2199.", "9999不能作为计划的年份；请填1900到2199之间的年份。", "9999不能作爲計劃的年份；請填1900到2199之間的年份。"),
    ],
)  # fmt: skip
def test_words_of_the_core_are_said_in_three_languages(text: str, simplified: str, traditional: str) -> None:
    assert said(text, SIMPLIFIED) == simplified
    assert said(text, TRADITIONAL) == traditional
    assert said(text, ENGLISH) == text


def test_unknown_trouble_is_led_in_and_not_lost() -> None:
    assert trouble(UserError("Something new; do this."), SIMPLIFIED) == "现在做不到：Something new; do this."
    assert trouble(UserError("Something new; do this."), ENGLISH) == "Something new; do this."


def reasons() -> set[str]:
    """The reasons with which ingest drops a line of a page or a paper, as they stand in its tables."""
    found = set()
    for name in ("clean", "buttons", "masthead", "contents", "parts"):
        tree = ast.parse((ROOT / "ingest" / f"{name}.py").read_text(encoding="utf-8"))
        documented = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        texts = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        found |= {
            text
            for text in texts - documented
            if re.fullmatch(r"(?:the|a|an|links|before|after|repeats) [a-z' ]+", text)
        }
    return found


def test_every_reason_for_which_a_line_is_dropped_is_said_in_chinese() -> None:
    assert len(reasons()) > 20
    assert [reason for reason in sorted(reasons()) if not CHINESE.search(said(reason, SIMPLIFIED))] == []


def test_every_reading_and_doubt_of_the_sample_plans_is_said_in_chinese() -> None:
    plans = [load_plan(path) for path in sorted((ROOT / "plans").iterdir())]
    spoken = {line.reason for plan in plans for line in plan.readings} | {
        d.reason for plan in plans for d in plan.doubts
    }
    assert len(spoken) > 20
    assert [reason for reason in sorted(spoken) if not CHINESE.search(said(reason, SIMPLIFIED).replace("一", ""))] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""),
        ("a.txt", b" \n \n"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 60),
        ("a.docx", b"PK\x03\x04" + b"\0" * 60),
        ("a.pdf", b"%PDF-1.4\n%%EOF"),
        ("a.bin", bytes(range(256)) * 30),
        ("a.txt", "松岭县教育局\n".encode()),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 60),
    ],
)
def test_refusal_of_a_bad_file_is_said_in_chinese(tmp_path: Path, name: str, content: bytes) -> None:
    staging = Staging(tmp_path)
    with staging.receive(name, now=datetime.now(UTC)) as arrival:
        arrival.write(content)
    (reason,) = staging.read(arrival.token).refusals
    chinese = trouble(UserError(reason), SIMPLIFIED)
    assert CHINESE.search(chinese)
    assert not chinese.startswith("现在做不到"), reason


def test_english_knows_every_word_of_manage() -> None:
    """Words looks a text up when it is shown; this looks up those that are shown seldom, too."""
    lacking = []
    for path in sorted((ROOT / "assistant" / "web" / "manage").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
        documented = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
                text = node.value
                if CHINESE.search(text) and text not in documented and text not in english():
                    lacking.append(f"{path.name}: {text}")
    assert lacking == []
