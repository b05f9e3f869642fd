"""Sheets of questions and answers: which lines ask, and what stands below each until the next one asks."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.document import Line
from ingest.labels import Label, read_label, read_labels
from ingest.language.numbers import CHINESE_NUMERAL
from ingest.language.patterns import Pattern
from ingest.sequence import Style, style_of

ASKED = Pattern(
    "the mark of a question",
    rf"""
    [【\[（(]? (?:(?:家长|考生|网友|市民|学生|读者)?[提咨询]?[问問] | [问問][题題] | Q | Question)   # 问, 家长问, Q
    \s* (?P<n>\d{{1,3}}|{CHINESE_NUMERAL}{{1,3}})?
    (?: \s*[】\]）)]\s*[:：]? | \s*[:：] | (?<=[\dQ])\s*[.．、] )                           # 【问】, 问：, Q1.
    """,
    matches=("问：几岁上学？", "Q1: When?", "【问】几岁上学？", "问题3：几岁上学？", "Q2.几岁上学？"),
    misses=("问题导向。", "答：六岁。", "Quality: high", "问卷：一份"),
    flags=re.VERBOSE | re.IGNORECASE,
)
ANSWERED = Pattern(
    "the mark of an answer",
    r"""
    [【\[（(]? (?:[^\s，。：:]{0,6}?答[复覆案]? | 回[复覆] | A | Answer) \s*\d{0,3}
    (?: \s*[】\]）)]\s*[:：]? | \s*[:：] | (?<=[\dA])\s*[.．、] )                            # 答：, 【答】, 招生办答：
    """,
    matches=("答：六岁。", "A1: At six.", "【答】六岁。", "答复：六岁。", "招生办答：可以。"),
    misses=("答辩于六月进行。", "At six.", "问：几岁？", "恢复：三日内"),
    flags=re.VERBOSE | re.IGNORECASE,
)
ANSWER_WITHIN = re.compile(rf"(?<=[？?\s])(?={ANSWERED.source})", re.VERBOSE | re.IGNORECASE)
ENDS_ASKING = re.compile(r"[？?][”’』」）)]*$")
LONGEST_QUESTION = 120  # characters
LONGEST_MARK = 20  # characters of the marks of question and answer
LONGEST_SECTION = 40  # characters of a heading above questions
FEWEST = 2  # questions of a sheet, unless they and their answers are marked as such
SHARE_ASKING = 0.6  # of the lines numbered in one style, where those are questions
OUTER = frozenset({"chapter", "part", "financial", "chinese", "bracketed chinese", "heading"})


def question_of(text: str) -> str | None:
    """The question that a line asks, without its mark and the answer that follows on the line; None where it asks none.

    Of `问：几岁上学？ 答：六周岁。` it is `几岁上学？`.
    """
    mark = ASKED.compiled.match(text)
    asked = text[mark.end() :] if mark else text
    if answer := _answer_within(asked):
        asked = asked[: answer.start()]
    asked = asked.strip().strip("*_")
    if not asked or len(asked) > LONGEST_QUESTION or "\n" in asked or ANSWERED.compiled.match(asked):
        return None
    return asked if mark or (ENDS_ASKING.search(asked) and "。" not in asked) else None


def _answer_within(text: str) -> re.Match[str] | None:
    """Where on the line the answer begins, after a question that is not too long to be one."""
    return ANSWER_WITHIN.search(text[: LONGEST_QUESTION + LONGEST_MARK])


def opens_with_question(line: str) -> bool:
    """Whether the line is marked as a question, `问：……`, and asks one."""
    return bool(ASKED.compiled.match(line)) and question_of(line) is not None


def find_labels_of_sheet(lines: Sequence[Line]) -> dict[int, Sequence[Label]]:
    """By index what a line of a sheet of questions and answers is labelled, where that is not as it seems.

    A question without a number gets a label of its own. What an answer numbers is one where it numbers its own list in a
    style that neither questions nor sections have; else it is none. Empty for other papers.
    """
    labels = [None if line.table else _label_of(line.text) for line in lines]
    starts = _starts(lines, labels)
    if not starts:
        return {}
    found: dict[int, Sequence[Label]] = {}
    last: dict[Style, int] = {}
    sections: set[Style] = set()
    first = min(starts)
    inner = _inner_lists(lines, labels, starts)
    count = 0
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label is None:
            if index in starts:
                count += 1
                found[index] = [_own_label(line.text, count)]
            continue
        style, is_next = style_of(label), label.number == last.get(style_of(label), 0) + 1
        if index > first and index not in starts:
            opens = (
                index + 1 in starts and (is_next or label.kind == "heading") and _may_hold_questions(line.text, label)
            )
            if not opens and not (style in sections and is_next):
                found[index] = [replace(label, of_answer=True)] if index in inner else []
                continue
        if index + 1 in starts and index not in starts:
            sections.add(style)
        last[style] = label.number
    return found


def _inner_lists(lines: Sequence[Line], labels: Sequence[Label | None], starts: Collection[int]) -> frozenset[int]:
    """The indices of what answers number from 1 on, in a style that only answers have: (1) and (2) below 一、."""
    outer = {
        label.kind
        for index, label in enumerate(labels)
        if label and (index in starts or (index + 1 in starts and _may_hold_questions(lines[index].text, label)))
    }
    found: set[int] = set()
    run: list[int] = []
    for index, label in enumerate(labels):
        if index in starts:
            run = []
        if label is None or index in starts or index < min(starts) or label.kind in {*outer, "heading"}:
            continue
        last = labels[run[-1]] if run else None
        is_next = last is not None and style_of(label) == style_of(last) and label.number == last.number + 1
        run = [*run, index] if is_next else [index] if label.number == 1 else []
        found |= set(run) if len(run) >= FEWEST else set()
    return frozenset(found)


def _label_of(text: str) -> Label | None:
    return read_label(text) or next((label for label in read_labels(text) if label.kind == "heading"), None)


def _starts(lines: Sequence[Line], labels: Sequence[Label | None]) -> frozenset[int]:
    """The indices of the lines that ask, each with its answer on it or below it."""
    styles = [style_of(label) if label else None for label in labels]
    texts = [label.rest if label else line.text for line, label in zip(lines, labels, strict=True)]
    asking = {index for index, line in enumerate(lines) if not line.table and question_of(texts[index])}
    answered = [index for index in sorted(asking) if _is_answered(index, texts, styles, asking)]
    numbered = Counter(styles)
    of_style = Counter(styles[index] for index in answered)
    is_marked = any(ASKED.compiled.match(texts[index]) and _has_marked_answer(index, texts) for index in answered)
    starts: set[int] = set()
    for index in answered:
        is_own = ASKED.compiled.match(texts[index]) or styles[index] is None
        if not is_own and of_style[styles[index]] < SHARE_ASKING * numbered[styles[index]]:
            continue
        is_within = index - 1 in starts and styles[index] is None and not _answer_within(texts[index - 1])
        if not is_within:
            starts.add(index)
    return frozenset(starts) if len(starts) >= FEWEST or is_marked else frozenset()


def _is_answered(index: int, texts: Sequence[str], styles: Sequence[Style | None], asking: Collection[int]) -> bool:
    if _answer_within(texts[index]):
        return True
    return index + 1 < len(texts) and not (index + 1 in asking and styles[index + 1] == styles[index])


def _has_marked_answer(index: int, texts: Sequence[str]) -> bool:
    following = texts[index + 1 : index + 2]
    return bool(_answer_within(texts[index])) or any(ANSWERED.compiled.match(text) for text in following)


def _may_hold_questions(text: str, label: Label) -> bool:
    return label.kind in OUTER and len(text) <= LONGEST_SECTION and not text.endswith(("。", "；"))


def _own_label(text: str, number: int) -> Label:
    mark = ASKED.compiled.match(text)
    printed = text[: mark.end()] if mark else ""
    return Label("question", printed, f"问{number}", number, text[len(printed) :].strip())
