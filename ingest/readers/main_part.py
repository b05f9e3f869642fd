"""The part of a web page that holds its main text, or the tables that stand for it, without the site's furniture."""

import re
from collections.abc import Sequence

from lxml import etree

from ingest.language.spacing import drop_unseen

SHARE_OF_MAIN = 0.9  # of the main text, that the chosen part of the page must hold
LEAST_KEPT = 0.5  # of the page's text outside links; a part that holds less is not trusted to be the main one
LEAST_OF_TABLES = 0.3  # the same of a part that holds the page's tables: sites print a good deal around them
FEWEST_ROWS = 3  # of a table that holds what the page is about
LONGEST_IMPRINT = 120  # characters below the main text of a page that tables lay out
DEEPEST = 200  # levels of tags that are walked; a page has some twenty
PROSE = re.compile(r"[。；]|.{40}")  # of a paragraph, in the main text; names, figures and links are shorter
HEADINGS = ".//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6 | .//caption"


def find_main_part(tree: etree._Element, text: str) -> etree._Element:
    """The smallest part of the page that holds the main text and its tables; the page where that is not clear."""
    body = tree.find("body")
    whole = body if body is not None else tree
    main = [_bare(line) for line in _main_lines(text)]
    tables = [table for table in whole.iter("table") if _holds_data(table)]
    part = _part_of_page(whole, main, tables)
    return _cell_of_layout(part, main, [table for table in tables if part in table.iterancestors()])


def _part_of_page(whole: etree._Element, main: Sequence[str], tables: Sequence[etree._Element]) -> etree._Element:
    part = _part_of_text(whole, main)
    if sum(map(_own_length, tables)) > sum(len(line) for line in main if PROSE.search(line)):
        part = _with_heading(_common(tables), whole)
        return part if _own_length(part) >= _own_length(whole) * LEAST_OF_TABLES else whole
    outside = [table for table in tables if part not in (table, *table.iterancestors())]
    if outside:
        part = _common([part, *outside])
    return part if _own_length(part) >= _own_length(whole) * LEAST_KEPT else whole


def _part_of_text(whole: etree._Element, main: Sequence[str]) -> etree._Element:
    """The smallest part of the page that holds nearly all of the main text."""
    part = whole
    wanted = sum(map(len, main)) * SHARE_OF_MAIN
    for _ in range(DEEPEST if wanted else 0):
        inner = next((child for child in part if _holds(child, main) >= wanted), None)
        if inner is None or inner.tag in ("p", "table", "tbody", "tr", "ul", "ol"):
            break
        part = inner
    return part


def _cell_of_layout(part: etree._Element, main: Sequence[str], tables: Sequence[etree._Element]) -> etree._Element:
    """The innermost cell that holds the text and the tables of the part where tables lay it out; else the part.

    Beside the cell stand only a menu before it, so that a title in another cell is not lost, and the site's imprint behind it.
    """
    prose = [line for line in main if PROSE.search(line)] or main
    wanted = _holds(part, prose) * SHARE_OF_MAIN
    cell = inner = part
    for _ in range(DEEPEST):
        around = [set(table.iterancestors()) for table in tables]
        holding = [
            child
            for child in inner
            if isinstance(child.tag, str) and all(child in own for own in around) and _holds(child, prose) >= wanted
        ]
        if len(holding) != 1 or not _is_furniture_beside(holding[0], inner):
            break
        inner = holding[0]
        cell = inner if inner.tag in ("td", "th") else cell
    return cell


def _is_furniture_beside(part: etree._Element, outer: etree._Element) -> bool:
    """Whether what stands before the part within the outer one is links, and what stands behind it is links or short."""
    place = outer.index(part)
    before = _own_length(outer) - sum(map(_own_length, outer[place:]))
    after = sum(map(_own_length, outer[place + 1 :]))
    linked_before, linked_after = (
        sum(map(_linked_length, outer[own])) for own in (slice(place), slice(place + 1, None))
    )
    return before <= linked_before and after <= max(linked_after, LONGEST_IMPRINT)


def _main_lines(text: str) -> list[str]:
    from trafilatura import extract  # slow to import, and only pages need it

    return (extract(text, include_comments=False, include_tables=False, include_formatting=False) or "").split("\n")


def _holds(part: etree._Element, main: Sequence[str]) -> int:
    text = _bare("".join(part.itertext())) if isinstance(part.tag, str) else ""
    return sum(len(line) for line in main if line in text)


def _holds_data(table: etree._Element) -> bool:
    """Whether it is a table of several rows and columns, and neither a frame around others nor a menu of links."""
    if table.find(".//table") is not None:
        return False
    rows = [row for row in table.iter("tr") if len(row) > 1]
    everything = len(_bare("".join(table.itertext())))
    return len(rows) >= FEWEST_ROWS and _own_length(table) * 2 > everything


def _common(parts: Sequence[etree._Element]) -> etree._Element:
    """The smallest part of the page that all these stand in."""
    lines = [[*reversed(list(part.iterancestors())), part] for part in parts]
    shared = [steps[0] for steps in zip(*lines, strict=False) if all(step is steps[0] for step in steps)]
    return shared[-1]


def _with_heading(part: etree._Element, whole: etree._Element) -> etree._Element:
    """The part, or the smallest around it in which a heading or another text stands above its tables."""
    outer = part
    while outer is not whole and outer.getparent() is not None:
        is_table = outer.tag in ("table", "tbody", "thead", "tr", "td", "th")
        if not is_table and (outer.xpath(HEADINGS) or _own_length(outer) > _own_length(part)):
            return outer
        outer = outer.getparent()
    return outer


def _own_length(part: etree._Element) -> int:
    """Characters of the part's text that are no link."""
    return sum(
        len(_bare(text)) for text in part.xpath(".//text()[not(ancestor::a or ancestor::script or ancestor::style)]")
    )


def _linked_length(part: etree._Element) -> int:
    return sum(len(_bare(text)) for text in part.xpath(".//a//text()"))


def _bare(text: str) -> str:
    return re.sub(r"\s+|^- ", "", drop_unseen(text))
