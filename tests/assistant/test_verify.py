from dataclasses import replace

import pytest

from assistant.answer import Citation, Statement
from assistant.verify import is_supported
from ingest.plan import Identity, Item

PLAN = Identity("id", "望汀区教育局2024年工作要点", None, "望汀区", 2024, None, None, "plan.txt", "zh-Hans")
OTHER = replace(PLAN, id="other", year=2025)
ITEM = Item("16", "16．", "三", "三、学生", "课后服务", "16．课后服务。收费300元。困难学生免收。")


@pytest.mark.parametrize(
    ("text", "is_quote", "quote", "scope", "supported"),
    [
        ("收费300元。", True, "收费300元。", (PLAN,), True),
        ("收费300元。", True, "收费300元。困难学生免收。", (OTHER, PLAN), True),
        ("收费400元。", True, "收费300元。", (PLAN,), False),
        ("收费三百元。", True, "收费300元。", (PLAN,), False),
        ("收费 300元。", True, "收费300元。", (PLAN,), False),
        ("收费300元。", True, "收费400元。", (PLAN,), False),
        ("每学期收三百元", False, "收费300元。", (PLAN,), True),
        ("每学期收三百元", False, "收费三百元", (PLAN,), False),
        ("", True, "收费300元。", (PLAN,), False),
        (" \n", False, "收费300元。", (PLAN,), False),
        ("收费300元。", True, "收费300元。", (OTHER,), False),
        ("收费300元。", True, "收费300元。", (), False),
    ],
)
def test_statement_is_supported_by_a_quote_of_its_item_in_scope(
    text: str, is_quote: bool, quote: str, scope: tuple[Identity, ...], supported: bool
) -> None:
    statement = Statement(text, 1, is_quote=is_quote)
    assert is_supported(statement, Citation(1, PLAN, ITEM, quote, 1.0), scope) is supported
