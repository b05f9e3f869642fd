"""Answers, hits, targets and a comparison over the sample plans, to be exported."""

from collections.abc import Sequence

import pytest

from assistant.ask import Assistant
from assistant.exports.table import Table
from assistant.exports.talk import Turn
from vectorstore.store import Store

QUESTIONS = (
    "望汀区2024年课后服务一个学期收多少钱",
    "课后服务收费有什么不同",
    "食堂的火箭发动机有多少台",
    "哪些条提到校车",
    "青嵐縣有幾輛校車？",
)
# What a spreadsheet would run, what breaks a file, and what would be read as numbers or Markdown.
NASTY = Table(
    "a/b:*?[c]" * 9,
    ("=1+1", "数值", "文字"),
    (
        ('=HYPERLINK("http://x","y")', 1, "+86"),
        ("@SUM(A1)", -2.5, "-1"),
        ("\t=1", 7.0, "\r=1"),
        ("＝1＋1", None, " =1"),
        ("a\x00b\x0bc\ufffe", 3, '逗号,引号",\n换行'),
        ("007", 10**15, "2024-01-01"),
        ("", 0.1, "x" * 40_000),
    ),
)


@pytest.fixture(scope="package")
def assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


@pytest.fixture(scope="package")
def turns(assistant: Assistant) -> Sequence[Turn]:
    return [(question, assistant.invoke(question)) for question in QUESTIONS]


@pytest.fixture
def nasty() -> Table:
    return NASTY
