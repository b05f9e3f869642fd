"""A plan that a notice was wrapped around: 关于印发《2024年工作要点》的通知, the letter, and then the plan itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.clean import is_signature, tail
from ingest.document import Line
from ingest.labels import read_label
from ingest.language.folding import fold, plain_digits
from ingest.language.patterns import Pattern
from ingest.masthead import Head, find_body, read_head
from ingest.title import looks_like_a_title

GIVEN_OUT = re.compile(
    r"(?:印发|印發|下发|下發|发布|發布|公布|转发|轉發|颁布|頒布|报送|報送|檢送)(?:《(.+)》|〈(.+)〉|(.+?))(?:等.{0,8})?的?(?:通知|公告|函|報告|报告|决定|決定)"
)
QUOTED = r"《[^》]{4,60}》(?:[和及与與、，,\s]*《[^》]{4,60}》)*"
IN_LETTER = Pattern(
    "the papers that a letter gives out",
    rf"""
      [将將] [^《。，,]{{0,8}} (?P<names>{QUOTED}) (?:等.{{0,8}})? (?:一[并併] | 一起 | 随文 | 隨文)?
      (?: [印下转轉]\s?[发發] | [发發][给給布] | [公颁頒]布 )                              # 现将《甲办法》《乙办法》印发给你们
    | [现現兹茲] (?:予以?)? (?: [印下]\s?[发發] | [发發公]布 ) (?P<listed>{QUOTED})         # 现印发《甲办法》《乙办法》
    """,
    matches=(
        "现将《灶台办法》《柴火办法》印发给你们，请照办。",
        "兹将改过的《灶台使用办法》发给各校",
        "现发布《灶台办法》和《柴火办法》，请照办。",
    ),
    misses=("请将《灶台登记表》填好", "将《灶台使用办法》写进课表", "局里发布《灶台办法》以来"),
    flags=re.VERBOSE,
)
NOTICE = re.compile(r"(?:通知|公告|通告|函)$")
LONGEST_LETTER = 3  # paragraphs of a notice in which it says what it gives out
LONGEST_NOTICE = 30  # lines between a notice's title and the plan's
SHORTEST_NAME = 5  # characters of a line that stands for the end of a longer name
LEAST_OF_NAME = 0.4  # of a name, for a line that stands for its end and ends in no title's word
MOST_LINES = 3  # of the inner title


@dataclass(frozen=True, slots=True)
class Inner:
    """The plan within a notice: its title's text and lines, and the index where its own text begins."""

    title: str
    title_lines: frozenset[int]
    body_start: int


def given_out(title: str) -> str | None:
    """The name of the paper that a notice gives out: `关于印发《2024年工作要点》的通知` is 2024年工作要点."""
    match = GIVEN_OUT.search(title)
    return next((name for name in match.groups() if name), None) if match else None


def all_given_out(title: str) -> list[str]:
    """The names of the papers that a notice gives out: of `关于印发《甲方案》《乙方案》的通知` both."""
    return _names(given_out(title) or "")


def given_out_by(lines: Sequence[Line], head: Head) -> list[str]:
    """The names of the papers that a notice gives out by its title, or, where that names none in 《》, by its letter."""
    title = head.title or ""
    if "《" in title or "〈" in title or not NOTICE.search(title):
        return all_given_out(title)
    letter = _letter(lines[head.body_start :])
    found = (match for text in letter[:LONGEST_LETTER] if (match := IN_LETTER.compiled.search(text)))
    named = next((_names((match["names"] or match["listed"]).strip("《》")) for match in found), [])
    return named or all_given_out(title)


def _letter(lines: Sequence[Line]) -> list[str]:
    """The paragraphs above the list of attachments or the signature; none of a notice that numbers points of its own."""
    letter = [line.text for line in takewhile(lambda line: not tail(line.text), lines[:LONGEST_NOTICE])]
    return [] if any(map(read_label, letter)) else letter


def _names(quoted: str) -> list[str]:
    return re.split(r"》[和及与與、，,\s]*《|〉[和及与與、，,\s]*〈", quoted) if quoted else []


def find_inner(lines: Sequence[Line], head: Head) -> Inner | None:
    """The plan that the notice was wrapped around, or None where the file holds no notice, or nothing but it."""
    names = given_out_by(lines, head)
    if not names:
        return _below_its_order(lines, head)
    end = min(len(lines), head.body_start + LONGEST_NOTICE)
    for is_name in (_is_exactly, _is_end_of):
        for start in range(head.body_start, end):
            for count in range(1, MOST_LINES + 1):
                for name in names:
                    if start + count < len(lines) and is_name(lines[start : start + count], name):
                        return _inner(lines, start, count, name)
    return _after_signature(lines, head.body_start, end, names[0])


def _below_its_order(lines: Sequence[Line], head: Head) -> Inner | None:
    """The rule below an order that makes it public, where its title comes again right below the order's date."""
    title = head.title or ""
    for start in range(head.body_start + 1, min(len(lines), head.body_start + LONGEST_NOTICE)):
        if _is_exactly(lines[start : start + 1], title) and tail(lines[start - 1].text) == "the date line":
            return _inner(lines, start, 1, title)
    return None


def _inner(lines: Sequence[Line], start: int, count: int, name: str) -> Inner | None:
    own = lines[start : start + count]
    after = start + count
    body = after + find_body(lines[after:])
    if body == len(lines):
        return None
    printed = _printed(own).strip("《》〈〉 \u3000")
    return Inner(printed or name, frozenset(line.number for line in own), body)


def _after_signature(lines: Sequence[Line], start: int, end: int, name: str) -> Inner | None:
    """The plan after the notice's signature and date, where it does not repeat its title."""
    for index in range(start + 1, end - 1):
        text = lines[index].text
        if read_label(text) and not tail(text):
            return None
        if is_signature(text) and tail(lines[index + 1].text) == "the date line":
            after = index + 2
            rest = read_head(lines[after:])
            if after + rest.body_start == len(lines) or not _holds_text(lines[after:]):
                return None
            return Inner(rest.title or name, rest.title_lines, after + rest.body_start)
    return None


def _holds_text(lines: Sequence[Line]) -> bool:
    return sum("。" in line.text and not tail(line.text) for line in lines) >= 2


def _is_exactly(lines: Sequence[Line], name: str) -> bool:
    return _may_be_a_title(lines) and _bare(_printed(lines)) == _bare(name)


def _is_end_of(lines: Sequence[Line], name: str) -> bool:
    """Whether the lines are the end of the name, `2024年工作要点` of `澄原县2024年工作要点`, or one line the other way about."""
    printed, named = _bare(_printed(lines)), _bare(name)
    if not _may_be_a_title(lines) or len(printed) < SHORTEST_NAME:
        return False
    if len(printed) < LEAST_OF_NAME * len(named) and not looks_like_a_title(_printed(lines)):
        return False
    return named.endswith(printed) or (len(lines) == 1 and printed.endswith(named))


def _may_be_a_title(lines: Sequence[Line]) -> bool:
    """Whether no line is a sentence, and the first no entry of a list of attachments."""
    first = lines[0].text
    return not first.startswith("附件") and not read_label(first) and not any("。" in line.text for line in lines)


def _printed(lines: Sequence[Line]) -> str:
    return plain_digits("".join(line.text for line in lines))


def _bare(text: str) -> str:
    text = re.sub(r"\((?:试行|征求意见稿|修订|草案|暂行)\)", "", fold(text))
    return re.sub(r"[\s《》〈〉“”\"()<>、,]", "", text)
