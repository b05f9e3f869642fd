"""The items of a plan that a reference means: by number, from the end, of a section, of the plan's aims, or the next."""

import re
from collections.abc import Sequence

from assistant.understanding.references import NUMERAL, Reference
from ingest.language.folding import fold
from ingest.language.numbers import read_number
from vectorstore.item_store import StoredItem

PREFACE = "前言"


def look_up(reference: Reference, items: Sequence[StoredItem]) -> list[StoredItem]:
    """The items of one plan, in reading order, that the reference means; none where the plan has no such item."""
    if reference.is_aims:
        return _aims(reference.title, items)
    if reference.step and not reference.items:  # from where, only a talk tells
        return []
    named = [stored for stored in items if stored.item.section]
    if reference.title:
        named = [stored for stored in named if reference.title in fold(stored.item.section_title or "")]
    elif reference.section is not None:
        return [
            stored
            for number in (reference.section, *reference.further_sections)
            for stored in _of_section(number, reference, named, items)
        ]
    return _of_these(reference, named, items)


def _of_section(
    number: int, reference: Reference, named: Sequence[StoredItem], items: Sequence[StoredItem]
) -> list[StoredItem]:
    section = _section(number, list(dict.fromkeys(stored.item.section for stored in named)))
    return _of_these(reference, [stored for stored in named if stored.item.section == section], items)


def _of_these(reference: Reference, named: Sequence[StoredItem], items: Sequence[StoredItem]) -> list[StoredItem]:
    """Those of the items that the reference's numbers mean; all where it has none."""
    if not reference.items:
        return list(named)
    found = [stored for number in reference.items for stored in _numbered(named, number, reference)]
    return _stepped(found, items, reference.step) if reference.step else list(dict.fromkeys(found))


def item_number(stored: StoredItem) -> int | None:
    """The number that the item's own label prints: 9 of （九）."""
    numerals = re.findall(NUMERAL, fold(stored.item.label or ""))
    return read_number(numerals[-1]) if numerals else None


def neighbour(stored: StoredItem, items: Sequence[StoredItem], step: int) -> StoredItem | None:
    """The item so many behind another in the plan's reading order, or None at its ends."""
    keys = [one.key for one in items]
    at = keys.index(stored.key) + step if stored.key in keys else -1
    return items[at] if 0 <= at < len(items) else None


def _numbered(named: Sequence[StoredItem], number: int, reference: Reference) -> list[StoredItem]:
    """The items of that number, or at that place in the section where none there prints it."""
    if number < 0:
        return list(named[number:][:1]) if len(named) >= -number else []
    numbered = [stored for stored in named if item_number(stored) == number]
    if numbered or (reference.section is None and not reference.title):
        return numbered
    counted = [stored for stored in named if not stored.item.ref.endswith("结语")]
    starts_anew = any(item_number(stored) == 1 for stored in counted)
    return counted[number - 1 : number] if number and not starts_anew else []


def _stepped(found: Sequence[StoredItem], items: Sequence[StoredItem], step: int) -> list[StoredItem]:
    moved = (neighbour(stored, items, step) for stored in found)
    return [stored for stored in moved if stored]


def _aims(title: str, items: Sequence[StoredItem]) -> list[StoredItem]:
    """The section of that title, else the text before the first section, else the first section."""
    titled = [stored for stored in items if title and title in fold(stored.item.section_title or stored.item.heading)]
    prefaces = [stored for stored in items if stored.item.ref == PREFACE]
    first = next((stored.item.section for stored in items if stored.item.section), None)
    return titled or prefaces or [stored for stored in items if stored.item.section == first]


def _section(number: int, sections: Sequence[str | None]) -> str | None:
    if number < 0:
        return sections[number] if sections else None
    return next((s for s in sections if s and read_number(re.sub(r"[第章节()部分编]", "", s)) == number), None)
