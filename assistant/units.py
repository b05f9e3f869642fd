"""The units of an item that can be quoted: its sentences, its list entries, its table rows, each with what names its subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.language.sentences import cut_entries
from ingest.plan import Item
from ingest.questions import ASKED, opens_with_question
from ingest.tables import OWN_NUMBER

Span = tuple[int, int]
# A cell of a row as the readers print it, behind the name of its column: `学校：汀西小学；范围：桥头街；电话：5510042`.
NAMED_CELL = re.compile(r"[^：:；;。！？\n]{1,60}[：:]")
ROW_REF = re.compile(r"表\d+-\d+$")  # of an item that is one row of a table
LEAST_NAMED = 0.7  # of a row's cells; what a cell lists may have semicolons in it too
CELL = re.compile(r"\s\|\s|\t")  # between cells that no column is named for
VERDICT = re.compile(
    r"(?:[答A]\s*[:：]\s*)?(?:不|没|可以|可|能够?|行|是的?|否|会|有|需要?|必须|应该?|用){1,3}的?[。！；]"  # 答：不可以。
)
LEAD_IN = re.compile(r"[^。！？!?；;\n]*?[:：]")  # 伙食费：, 城西小学招生范围包括：
SENTENCE_END = re.compile(r"[。！？!?\n]")
LONGEST_LEAD = 60  # characters
LONGEST_MARK = 8  # characters between an item's label and its heading
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")  # its signs are not quoted
BARE = re.compile(r"[\W_]*")  # no letter


@dataclass(frozen=True, slots=True)
class Unit:
    """A run of the item's text that is quoted whole, and the run before it that names its subject, if it does not itself.

    Of `伙食费：小班三百元；中班三百二十元。` the second entry is `中班三百二十元。`, its lead `伙食费：`.
    """

    start: int
    end: int
    lead: Span | None = None
    is_heading: bool = False  # it only repeats the item's label and heading
    asks: bool = False  # a question that the plan prints, which answers none


def units_of(item: Item) -> tuple[Unit, ...]:
    """The units of the item in order; together they hold all its sentences. A text without any is one unit."""
    stands_alone = is_row_alone(item)
    spans = ((0, len(item.text)),) if stands_alone else tuple(_unit_spans(item.text))
    heading_end = end_of_title(item)
    signs = MARKDOWN_HEADING.match(item.text)
    units = []
    for place, (begin, end) in enumerate(spans):
        start = max(begin, signs.end()) if signs and signs.end() < end else begin
        is_row = stands_alone or bool(_end_of_row(item.text, start))
        lead = None if is_row else _header_of(item.text, spans, place) or _lead_of(item.text, start)
        is_heading = end <= heading_end or _heads_table(item.text, spans, place)
        asks = opens_with_question(item.text[start:end]) or (is_heading and item.heading.endswith(("？", "?")))
        units.append(Unit(start, end, lead, is_heading=is_heading or asks, asks=asks))
    return tuple(units) or (Unit(0, len(item.text)),)


def is_row_alone(item: Item) -> bool:
    """Whether the item is one row of a table."""
    is_numbered = bool(ROW_REF.search(item.ref) or OWN_NUMBER.compiled.match(item.text))
    return is_numbered and bool(NAMED_CELL.match(item.text)) and "\n" not in item.text


def end_of_title(item: Item) -> int:
    """Where the text under the item's heading begins, where that is one: not behind the first words of a sentence."""
    return end_of_heading(item) if title_of(item) else 0


def title_of(item: Item) -> str:
    """The item's heading where it is one: what opens a list or a sentence (`伙食费：`) names a part of the item, not the item."""
    end = end_of_heading(item)
    return item.heading if end and not re.search("[:：；;，,]", item.text[:end][-3:]) else ""


def end_of_heading(item: Item) -> int:
    """Where the text under the item's heading begins: 0 where the item has no heading of its own, or nothing stands under it."""
    at = item.text.find(item.heading) if item.heading else -1
    label = item.label or ""
    if at < 0 or at > len(label) + LONGEST_MARK or not _is_mark(item.text[:at].replace(label, "", 1)):
        return 0
    end = at + len(item.heading)
    while end < len(item.text) and BARE.fullmatch(item.text[end]):
        if item.text[end] in '（(《“"「':
            break
        end += 1
    return end if end < len(item.text) else 0


def _is_mark(before: str) -> bool:
    """Whether what stands between an item's label and its heading is no word: signs, or the mark of a question, `问：`."""
    return bool(BARE.fullmatch(before) or ASKED.compiled.fullmatch(before.strip(" #*_\u3000")))


def _unit_spans(text: str) -> Iterator[Span]:
    """Where rows stand, whole, and the entries of all other lines."""
    row_end = 0
    for start, end in _entry_spans(text):
        if start < row_end:
            continue
        row_end = _end_of_row(text, start)
        yield start, max(end, row_end)


def _entry_spans(text: str) -> Iterator[Span]:
    """Where the entries stand; a bare yes or no goes with the entry after it on its line, which says to what."""
    end = 0
    verdict: int | None = None
    for entry in cut_entries(text):
        start = text.index(entry, end) if verdict is None else verdict
        end = text.index(entry, end) + len(entry)
        verdict = start if VERDICT.fullmatch(entry) and text[end : end + 1] not in ("", "\n") else None
        if verdict is None:
            yield start, end


def _end_of_row(text: str, start: int) -> int:
    """Where the row ends that the line beginning here is; 0 where it is none."""
    if start and text[start - 1] != "\n":
        return 0
    line = text[start:].split("\n", 1)[0]
    return start + len(line) if is_row_line(line) else 0


def is_row_line(line: str) -> bool:
    """Whether the line is a table's row, most cells of which stand behind the names of their columns."""
    cells = re.split("[；;]", line)
    named = sum(bool(NAMED_CELL.match(cell)) for cell in cells)
    return bool(NAMED_CELL.match(line)) and named > 1 and named >= LEAST_NAMED * len(cells)


def _lead_of(text: str, start: int) -> Span | None:
    """The words up to the colon with which the entry's sentence opens, or the line above it that ends in one."""
    begin = max((m.end() for m in SENTENCE_END.finditer(text, 0, start)), default=0)
    match = LEAD_IN.match(text, begin)
    if match and match.end() <= start and len(match[0].strip()) <= LONGEST_LEAD:
        return _trimmed(text, begin, match.end())
    return _line_above(text, begin) if begin == start or not text[begin:start].strip() else None


def _line_above(text: str, start: int) -> Span | None:
    """The last line above that ends in a colon, where only the entries that it announces stand between."""
    lines = text[:start].split("\n")[:-1]
    end = start - 1
    for line in reversed(lines):
        begin = end - len(line)
        if line.rstrip().endswith(("：", ":")):
            sentence = max((m.end() for m in re.finditer("[。！？!?]", text[begin:end])), default=0)
            return _trimmed(text, begin + sentence, end) if end - begin - sentence <= LONGEST_LEAD else None
        if not line.rstrip().endswith(("；", ";")):
            return None
        end = begin - 1
    return None


def _header_of(text: str, spans: Sequence[Span], place: int) -> Span | None:
    """The first row of the table that the unit is a further row of: it names the columns."""
    if not CELL.search(text[slice(*spans[place])]):
        return None
    first = place
    while first and CELL.search(text[slice(*spans[first - 1])]):
        first -= 1
    return spans[first] if first < place else None


def _heads_table(text: str, spans: Sequence[Span], place: int) -> bool:
    """Whether the unit is the first row of a table in several, and holds no figure: it only names the columns."""
    own, following = (text[slice(*span)] for span in spans[place : place + 2]) if place + 1 < len(spans) else ("", "")
    is_first = not place or not CELL.search(text[slice(*spans[place - 1])])
    return is_first and bool(CELL.search(own) and CELL.search(following)) and not re.search(r"\d", own)


def _trimmed(text: str, start: int, end: int) -> Span:
    run = text[start:end]
    return start + len(run) - len(run.lstrip()), start + len(run.rstrip())
