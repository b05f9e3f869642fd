"""The items of a plan that a reference means: each of its paths followed through the plan's own numbering."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.understanding.reference_forms import BRACKETED, NUMERAL, Level, Path, Step
from assistant.understanding.references import Reference
from ingest.language.folding import fold
from ingest.language.numbers import read_number
from ingest.plan import Item
from vectorstore.item_store import StoredItem

PREFACE = "前言"
ARTICLE = re.compile(r"第(\S+?)[条條]")
PARAGRAPH = re.compile(r"^\s*(\d{1,2})\s+(?=\S)", re.MULTILINE)  # 第2項 of an article of Taiwan: `2 政府機關得減半`
DECIMAL = re.compile(r"\d+(?:\.\d+)+")
PRINTED = re.compile(rf"(?P<article>第{NUMERAL}[条條])|(?P<bracketed>{BRACKETED})|(?P<closing>结语)|{NUMERAL}|[①-⑳]")


@dataclass(frozen=True, slots=True)
class Place:
    """An item with the path that the plan prints, and how many steps of it a reference has gone."""

    stored: StoredItem
    path: Path
    is_counted: bool  # it prints no number: 三-2 is the second of its part
    depth: int = 0

    @property
    def top(self) -> int:
        """Where the items begin: below the part, unless the plan numbers nothing but 1. 2. 3."""
        part = self.stored.item.section or ""
        return int(self.path[0].level is Level.PART and not part[:1].isascii())


Scope = Sequence[Place]


def look_up(reference: Reference, items: Sequence[StoredItem]) -> list[StoredItem]:
    """The items of one plan, in reading order, that the reference means; none where the plan has no such item.

    Of a plan with 第4条, 第4条(一) and 第4条(二), `第四条` means all three, and `第四条第（二）项` the last.
    """
    if reference.is_aims:
        return _aims(reference.title, items)
    if reference.step and not reference.names_items:  # from where, only a talk tells
        return []
    places = _places([stored for stored in items if stored.item.section])
    within = [one for one in places if reference.title in fold(one.stored.item.section_title or "")]
    found = [
        one.stored
        for path in reference.paths or ((),)
        for one in _follow(path, within, is_within=bool(reference.title))
    ]
    found = list(dict.fromkeys(found))
    return _beside(found, places, items, reference.step) if reference.step and found else found


def neighbour(stored: StoredItem, items: Sequence[StoredItem], step: int) -> StoredItem | None:
    """The item so many behind another in the plan's reading order, or None at its ends."""
    keys = [one.key for one in items]
    at = keys.index(stored.key) + step if stored.key in keys else -1
    return items[at] if 0 <= at < len(items) else None


def list_units(items: Sequence[StoredItem]) -> list[StoredItem]:
    """The items that people count, each with its sub-items as one: 8 for a paper of 第一条 to 第八条."""
    units = _units(_places([stored for stored in items if stored.item.section]), of_parts=False)
    return [unit[0].stored for unit in units]


def _places(items: Sequence[StoredItem]) -> Scope:
    sections = list(dict.fromkeys(stored.item.section or "" for stored in items))
    is_numbered = any(_number(section) for section in sections)
    numbers = {section: _number(section) if is_numbered else at for at, section in enumerate(sections, 1)}
    return [
        Place(stored, _path_of(stored.item, numbers[stored.item.section or ""]), stored.item.label is None)
        for stored in items
    ]


def _path_of(item: Item, part: int) -> Path:
    """The steps of 三(一)2: part 3, (1), 2; of 第4条(三): article 4, (3); of 18 in section 四: part 4, 18."""
    section, ref = item.section or "", item.ref
    if item.label is not None:
        ref = re.sub(r"(?<=.)-\d+$", "", ref)  # 7-2: printed 7 a second time
    if ARTICLE.match(section):
        return tuple(_printed(ref))
    if DECIMAL.fullmatch(ref):
        first, *steps = _printed(ref)
        return (replace(first, level=Level.PART), *steps)
    if ref.startswith(section) and not re.match(r"\d\d", ref[len(section) - 1 :]):
        ref = ref[len(section) :]
    return (Step(Level.PART, part, section.startswith("(")), *_printed(ref))


def _printed(ref: str) -> Iterator[Step]:
    for match in PRINTED.finditer(ref):
        level = Level.ARTICLE if match["article"] else Level.CLOSING if match["closing"] else Level.ITEM
        yield Step(level, 1 if match["closing"] else _number(match[0]), bool(match["bracketed"]))


def _number(label: str) -> int:
    numeral = re.search(NUMERAL, fold(label))
    return (read_number(numeral[0]) if numeral else None) or 0


def _follow(path: Path, scope: Scope, *, is_within: bool) -> Scope:
    """The items at the end of the path, with all that stands below them."""
    for step in path:
        if step.level is Level.PARAGRAPH and step is not path[-1]:  # of 第一款第（三）项 plans number the latter alone
            continue
        scope = _held(step, scope) or _numbered(step, scope, is_within=is_within) or _counted(step, scope, is_within)
        is_within = True
    return scope


def _held(step: Step, scope: Scope) -> Scope:
    """The item itself where its text holds what is named: the second paragraph, or an entry that is no item."""
    own = [one for one in scope if 0 < one.depth == len(one.path)]
    if step.level is Level.PARAGRAPH:
        paragraphs = [
            line for one in own for line in one.stored.item.text.split("\n") if not line.startswith(("（", "("))
        ]
        return own if 0 < step.number <= len(paragraphs) else []
    if len(own) < len(scope):
        return []
    texts = [fold(one.stored.item.text) for one in own]
    entries = [_number(sign) for text in texts for sign in (*re.findall(BRACKETED, text), *PARAGRAPH.findall(text))]
    return own if step.number in entries else []


def _numbered(step: Step, scope: Scope, *, is_within: bool) -> Scope:
    """Those that print the step's number, as it is written and as high up as there is one."""
    has_articles = any(mark.level is Level.ARTICLE for one in scope for mark in one.path)
    found = []
    for one in scope:
        for at in range(one.depth, len(one.path)):
            mark = one.path[at]
            if mark.number != step.number or not _may_be(step, mark, has_articles=has_articles):
                continue
            if one.is_counted and not is_within and mark.level is Level.ITEM:
                continue
            is_part = mark.level is Level.PART and step.level is not Level.PART
            skipped = one.top if is_part else at - max(one.depth, one.top)
            unlike = step.is_bracketed and not mark.is_bracketed
            found.append(((unlike, skipped), replace(one, depth=at + 1)))
    least = min((cost for cost, _ in found), default=None)
    return [one for cost, one in found if cost == least]


def _may_be(step: Step, mark: Step, *, has_articles: bool) -> bool:
    """Whether what is said 第三条 or 第三部分 of may be what the plan prints so."""
    if step.level in {Level.PART, Level.CLOSING} or (step.level is Level.ARTICLE and has_articles):
        return mark.level is step.level
    return step.level is not Level.DIVISION and mark.level is not Level.CLOSING


def _counted(step: Step, scope: Scope, is_within: bool) -> Scope:
    """The one at that place: from the end, or of a part that prints no such number and does not begin anew."""
    if step.number < 0:
        units = list(_units(scope, of_parts=step.level is Level.PART))
        return units[step.number] if len(units) >= -step.number else []
    if not is_within or step.level in {Level.PART, Level.DIVISION, Level.CLOSING}:
        return []
    units = list(_units(scope, of_parts=False))
    starts_anew = any(unit[0].path[unit[0].depth - 1].number == 1 and not unit[0].is_counted for unit in units)
    return [] if starts_anew else [one for unit in units[step.number - 1 : step.number] for one in unit]


def _units(scope: Scope, *, of_parts: bool) -> Sequence[Scope]:
    """The items that are counted as one: an article with its sub-items; or the parts."""
    whole = {one.path for one in scope}
    above = {one.path[:length] for one in scope for length in range(1, len(one.path))}
    units: dict[Path, list[Place]] = {}
    for one in scope:
        lengths = range(one.depth + 1, len(one.path) + 1)
        own = [n for n in lengths if one.path[:n] in whole and not (n <= one.top and one.path[:n] in above)]
        length = 1 if of_parts else next(iter(own), 0)
        if length and one.path[-1].level is not Level.CLOSING:
            units.setdefault(one.path[:length], []).append(replace(one, depth=length))
    return list(units.values())


def _beside(found: Sequence[StoredItem], places: Scope, items: Sequence[StoredItem], step: int) -> list[StoredItem]:
    """What stands so far behind: the article after an article, else the item after the last."""
    units = [[one.stored for one in unit] for unit in _units(places, of_parts=False)]
    at = units.index(list(found)) + step if list(found) in units else -1
    if 0 <= at < len(units):
        return units[at]
    moved = neighbour(found[-1] if step > 0 else found[0], items, step)
    return [moved] if moved else []


def _aims(title: str, items: Sequence[StoredItem]) -> list[StoredItem]:
    """The section of that title, else the text before the first section, else the first section."""
    titled = [stored for stored in items if title and title in fold(stored.item.section_title or stored.item.heading)]
    prefaces = [stored for stored in items if stored.item.ref == PREFACE]
    first = next((stored.item.section for stored in items if stored.item.section), None)
    return titled or prefaces or [stored for stored in items if stored.item.section == first]
