"""What readers are told, in their language, where a question cannot be answered: nothing of the server's own folders."""

import logging
import re
from collections.abc import Sequence

from assistant.ask import LONGEST_QUESTION
from assistant.question import Question
from assistant.web.words import Words
from ingest.errors import OperatorError, UserError
from vectorstore.damage import DamagedStoreError
from vectorstore.stored_plan import StoredPlan

UNEXPECTED = "出了意外的差错，这个问题没能回答。问题还在输入框里，请再试一次；若仍不行，请告诉管理员（服务器的终端里有详细记录）。"
NOT_STARTED = "现在打不开计划库，请刷新本页再试；若仍不行，请告诉管理员（服务器的终端里有详细记录）。"
EMPTY = "还没有写问题。请写下想知道的事，例如：课后服务怎么收费？"
TOO_LONG = "问题有{length}个字，太长了，最多{longest}个字。原文还在输入框里，请删短后再问。"
PLAN_GONE = "所选的计划已经不在库里了。请刷新本页，重新选择查阅范围后再问；问题还在输入框里。"
UNREACHABLE = "连不上服务器，请稍后再试。"
DAMAGED = "计划库损坏了，现在打不开。请告诉管理员：在服务器上运行 eduplan repair 就能修复。"
OTHER = "现在不能回答：{error}"
UNREADABLE = "The plans cannot be read at the moment; tell whoever runs this server, whose log says why."
# Where an error is no OperatorError and names a file all the same; not the path of an address, nor 和/或.
PATH = re.compile(r"(?<![\w:/.])(?:/[^\s/,;:'\"()]+)+/?|\b[A-Za-z]:[\\/][^\s,;'\"()]*")

log = logging.getLogger(__name__)


def explain(error: UserError, question: Question, plans: Sequence[StoredPlan], words: Words) -> str:
    """What is wrong with the question and what to do, in the reader's language where the page knows the error."""
    text = question.text.strip()
    if len(text) > LONGEST_QUESTION:
        return words(TOO_LONG, length=len(text), longest=LONGEST_QUESTION)
    if not re.search(r"\w", text):
        return words(EMPTY)
    if set(question.scope.plans) - {plan.id for plan in plans}:
        return words(PLAN_GONE)
    return other(error, words)


def other(error: UserError, words: Words) -> str:
    """The error's own words, which are English, led in in the reader's language, but for what concerns the server alone."""
    if isinstance(error, OperatorError):
        log.error("%s", error)
        return words(DAMAGED if isinstance(error, DamagedStoreError) else NOT_STARTED)
    return words(OTHER, error=without_paths(str(error)))


def for_programs(error: UserError) -> str:
    """What a program is told that calls the server: the error's sentence, or that its operator has to see to it."""
    if isinstance(error, OperatorError):
        log.error("%s", error)
        return error.public if isinstance(error, DamagedStoreError) else UNREADABLE
    return without_paths(str(error))


def without_paths(text: str) -> str:
    """The text with `…` for each absolute path in it."""
    return PATH.sub("…", text)
