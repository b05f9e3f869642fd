"""A text cut into sentences, and these into the entries of a list, into clauses and into phrases.

A level takes the ends of the one above it and adds its own: a sentence ends at 。！？ and at a line's end, an entry of
a list at a semicolon too, a clause at a comma and a colon too, a phrase at 、 too, which joins what a clause lists. Texts are cut as printed or folded.
"""

import re
from collections.abc import Iterator

from ingest.language.patterns import Pattern

Span = tuple[int, int]

SENTENCE = Pattern(
    "sentence",
    r"""
    [^。！？!?\n]+ [。！？!?]?  # to its end, which belongs to it; ；and ： are no ends
    [”’』」）)》]*              # with the quotation and brackets that close behind it
    """,
    matches=("落实教育优先发展。", "有户口的；有居住证的"),
    misses=("。！？", "\n"),
    flags=re.VERBOSE,
)
ENTRY = Pattern(
    "entry of a list",
    r"""
    [^。！？；!?;\n]+ [。！？；!?;]?  # to a semicolon, or to where the sentence ends
    [”’』」）)》]*                     # with the quotation and brackets that close behind it
    """,
    matches=("有户口的；", "有居住证的。"),
    misses=("；", "。\n"),
    flags=re.VERBOSE,
)
ENTRY_END = Pattern(
    "end of an entry", r"[。；;！!？?\n]", matches=("完成。", "完成；"), misses=("完成，", "语文、数学")
)
CLAUSE_END = Pattern(
    "end of a clause",
    rf"""
    {ENTRY_END.source}
    | ，
    | (?<!\d) , | , (?!\d{{3}}(?!\d))    # a comma, but not that of 12,500
    | ： | (?<!\d) : | : (?!\d)        # a colon, but not that of 8:30 or 1:3
    """,
    matches=("到2025年,", "以下任务:", "完成;", "见附件1:名单"),
    misses=("语文、数学", "12,500元", "8:30到校"),
    flags=re.VERBOSE,
)
PHRASE_END = Pattern(
    "end of a phrase",
    rf"""
    {CLAUSE_END.source}
    | 、  # joins the things of a list; each may be what is asked for
    """,
    matches=("语文、数学", "完成,"),
    misses=("语文和数学", "12,500元"),
    flags=re.VERBOSE,
)


def cut_sentences(text: str) -> list[str]:
    """The sentences of the text, each unchanged and holding its own end: 。！？ or the end of its line.

    `有户口的；有居住证的。` is one sentence: a semicolon or colon parts its clauses.
    """
    return [found for one in SENTENCE.compiled.findall(text) if (found := one.strip())]


def cut_entries(text: str) -> list[str]:
    """The sentences of the text, those that list things cut at their semicolons: `有户口的；` and `有居住证的。`."""
    return [found for one in ENTRY.compiled.findall(text) if (found := one.strip())]


def entry_around(text: str, start: int, end: int) -> Span:
    """Where the entry, or the sentence that lists nothing, stands that holds the stretch from `start` to `end`."""
    return _start(ENTRY_END, text, start), _end(ENTRY_END, text, end)


def find_clauses(text: str) -> tuple[Span, ...]:
    """Where the clauses of a text stand, without their ends; of `开齐课程，语文、数学` (0, 4) and (5, 10).

    A clause ends at a comma, a colon, a semicolon, and where a sentence ends; 、 joins a list within it.
    """
    return tuple(_parts(CLAUSE_END, text))


def clause_around(text: str, start: int, end: int) -> Span:
    """Where the clause stands that holds the stretch from `start` to `end`; ends within the stretch are none."""
    return clause_start(text, start), clause_end(text, end)


def clause_start(text: str, place: int) -> int:
    """Where the clause begins that the place stands in."""
    return _start(CLAUSE_END, text, place)


def clause_end(text: str, place: int) -> int:
    """Where the clause ends that the place stands in: at its mark, or with the text."""
    return _end(CLAUSE_END, text, place)


def find_phrases(text: str) -> tuple[Span, ...]:
    """Where the phrases stand, a listed thing each: of `语文、数学` (0, 2) and (3, 5)."""
    return tuple(_parts(PHRASE_END, text))


def _start(ends: Pattern, text: str, place: int) -> int:
    start = 0
    for match in ends.compiled.finditer(text):
        if match.end() > place:
            break
        start = match.end()
    return start


def _end(ends: Pattern, text: str, place: int) -> int:
    match = ends.compiled.search(text, place)
    return match.start() if match else len(text)


def _parts(ends: Pattern, text: str) -> Iterator[Span]:
    """What stands between the ends and is not blank."""
    start = 0
    for place, after in (*(match.span() for match in ends.compiled.finditer(text)), (len(text), len(text))):
        if text[start:place].strip():
            yield start, place
        start = after
