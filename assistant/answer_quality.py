"""Whether an answer answers: what is wrong with it to a reader, and whether it is good enough to be shown as an example."""

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.answer import ANSWERED, Answer, Citation
from assistant.render import to_markdown
from assistant.understanding.wants import WantKind, find_wants
from ingest.language.folding import bare, fold, is_han

SHORTEST_SAID = 5  # letters beyond label and heading, of which an answer says something
OPENING = 60  # characters in which a quote says what it is about
FEW = 150  # characters of a quote all of which are read
LONGEST_SHOWN = 320  # characters of a quote that is taken in at a glance
OFFICE = re.compile("局|科|股|处|室|部门|中心|学校|委|政府|校长|小组|机构|单位|协会|街道|站|园|办|牵头|负责|集团|公司")
UNNAMED = re.compile("没有写|没有找到|没有提|(?:do|does) not (?:say|mention)")
FIGURE_END = re.compile(r"[\d%％]$")
FIGURE_GOES_ON = re.compile(r"[\d%％]|以[上下内]|左右")
FIGURE = re.compile(r"[\d〇零一二两三四五六七八九十百千万%％]")
ASKS_FIGURE = re.compile(r"几|多少|多大|多长|how (?:many|much|long)", re.IGNORECASE)


class Fault(StrEnum):
    """What a reader would hold against an answer."""

    HEADING_ALONE = "heading alone"  # it repeats the item's heading and says nothing of what stands below it
    NOBODY_NAMED = "nobody named"  # asked who, it names no office and does not say that none is named
    BOLD_CUT = "bold cut"  # a figure is bold without its unit or bound


def faults(answer: Answer) -> tuple[Fault, ...]:
    """What is wrong with the answer; nothing where none was found, which is said honestly."""
    if answer.status != ANSWERED or not answer.citations:
        return ()
    found = {
        Fault.HEADING_ALONE: all(map(_is_heading, answer.citations)),
        Fault.NOBODY_NAMED: _asks_who(answer.question) and not _names_somebody(answer),
        Fault.BOLD_CUT: bool(cut_figures(answer)),
    }
    return tuple(fault for fault, is_there in found.items() if is_there)


def is_good(answer: Answer, *, plan: str) -> bool:
    """Whether the plan answers surely, in words of one item that are read at a glance, and nothing is wrong with it."""
    if answer.status != ANSWERED or not answer.is_sure or answer.missing or answer.choices or answer.offers:
        return False
    if [citation.plan.id for citation in answer.citations] != [plan] or faults(answer):
        return False
    if any(statement.left_out for statement in answer.statements):
        return False
    if ASKS_FIGURE.search(answer.question) and not _bold_figures(answer):
        return False
    return len(answer.citations[0].quote) <= LONGEST_SHOWN


def opens_on(quote: str, words: Sequence[str]) -> bool:
    """Whether a quote is about the Chinese words, half of which stand where it opens, or anywhere in a short one."""
    read = fold(quote) if len(quote) <= FEW else fold(quote[:OPENING])
    chinese = [word for word in words if is_han(word[0])]
    return 2 * sum(word in read for word in chinese) >= len(chinese)


def cut_figures(answer: Answer) -> list[str]:
    """The bold figures behind which more of the same figure stands that is not bold: `94%` of 94%以上."""
    cut = []
    for run in (run for statement in answer.statements for run in statement.runs):
        for start, end in run.bold:
            behind = run.text[end : end + 2]
            if FIGURE_END.search(run.text[start:end]) and FIGURE_GOES_ON.match(behind):
                cut.append(run.text[start:end] + behind)
    return cut


def _is_heading(citation: Citation) -> bool:
    rest = bare(citation.quote)
    for known in (citation.item.label or "", citation.item.heading):
        rest = rest.replace(bare(known), "", 1)
    return len(rest) < SHORTEST_SAID


def _asks_who(question: str) -> bool:
    return any(want.kind is WantKind.BODY for want in find_wants(fold(question)))


def _names_somebody(answer: Answer) -> bool:
    quotes = "".join(citation.quote for citation in answer.citations)
    return bool(OFFICE.search(fold(quotes)) or UNNAMED.search(fold(to_markdown(answer))))


def _bold_figures(answer: Answer) -> list[str]:
    runs = [run for statement in answer.statements for run in statement.runs]
    bold = [run.text[start:end] for run in runs for start, end in run.bold]
    return [text for text in bold if FIGURE.search(text)]
