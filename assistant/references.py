"""Direct references to items: 第28条, 第（九）条, 第三部分第二项, 最后一条, section 3 item 2."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.characters import fold
from ingest.numerals import CHINESE_NUMERAL, read_number
from vectorstore.item_store import StoredItem

NUMERAL = rf"({CHINESE_NUMERAL}+|\d+)"
ITEM_WORD = "(?:条|项|点|款|小节|小项)"
PART_WORD = "(?:部分|大部分|大项|大点|大块|板块|章|节|方面)"
PART = re.compile(rf"第\s*[(]?{NUMERAL}[)]?\s*{PART_WORD}|(?:section|part|chapter)\s+(\d+)", re.I)
LAST_PART = re.compile(rf"最后一?个?{PART_WORD}")
ITEM = re.compile(
    rf"第\s*[(]?\s*{NUMERAL}\s*[)]?\s*{ITEM_WORD}(?!以上|以下)|(?<![\d.])(\d{{1,3}})\s*号(?:条|项)|(?:item|article|point|paragraph)\s*(\d+)|[(]\s*{NUMERAL}\s*[)]",
    re.I,
)
LAST_ITEM = re.compile(rf"(?:最后|末)一?{ITEM_WORD}|倒数第{NUMERAL}{ITEM_WORD}|last item", re.I)


@dataclass(frozen=True, slots=True)
class Reference:
    """A section and an item in it, by number; negative: from the end; None: not named. `rest` is the question without it."""

    section: int | None
    item: int | None
    rest: str


def find_reference(question: str) -> Reference | None:
    """The reference that the question makes, or None: `长沙计划第三部分第二项` is section 3, item 2."""
    text = fold(question)
    section, text = _take(text, PART)
    if section is None:
        last, text = _take(text, LAST_PART)
        section = -1 if last is not None else None
    last, text = _take(text, LAST_ITEM)
    item = -last if last is not None else None
    if item is None:
        item, text = _take(text, ITEM)
    else:
        _, text = _take(text, ITEM)
    return Reference(section, item, text) if section is not None or item is not None else None


def look_up(reference: Reference, items: Sequence[StoredItem]) -> list[StoredItem]:
    """The items of one plan, in reading order, that the reference means; none where the plan has no such item."""
    named = [stored for stored in items if stored.item.section]
    if reference.section is not None:
        sections = list(dict.fromkeys(stored.item.section for stored in named))
        section = _section(reference.section, sections)
        named = [stored for stored in named if stored.item.section == section]
    if reference.item is None:
        return named
    if reference.item < 0:
        return named[reference.item :][:1] if len(named) >= -reference.item else []
    numbered = [stored for stored in named if item_number(stored) == reference.item]
    return numbered or ([] if reference.section is None else _by_position(named, reference.item))


def item_number(stored: StoredItem) -> int | None:
    """The number that the item's own label prints: 9 of （九）."""
    numerals = re.findall(NUMERAL, fold(stored.item.label or ""))
    return read_number(numerals[-1]) if numerals else None


def _by_position(named: Sequence[StoredItem], position: int) -> list[StoredItem]:
    """The item at the position among a section's unnumbered items."""
    unnumbered = [stored for stored in named if stored.item.ref.endswith(f"-{position}") and not stored.item.label]
    return unnumbered[:1]


def _section(number: int, sections: Sequence[str | None]) -> str | None:
    if number < 0:
        return sections[number] if sections else None
    return next((s for s in sections if s and read_number(re.sub(r"[第章节()部分编]", "", s)) == number), None)


def _take(text: str, pattern: re.Pattern[str]) -> tuple[int | None, str]:
    match = pattern.search(text)
    if not match:
        return None, text
    numeral = next((group for group in match.groups() if group), "1")
    return read_number(numeral), text[: match.start()] + " " + text[match.end() :]
