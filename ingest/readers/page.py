"""Web pages (.html, .mht): the main text without the site's furniture, tables row by row.

trafilatura says which text is the main one; the text itself is then taken whole from the smallest part of the page that
holds it. Alone it would leave out things that a plan needs: trafilatura 2.3 drops the numbers of lists, whole lists, and
the heading above the text.
"""

import email
import email.policy
import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml import etree, html

from ingest.decode import decode
from ingest.document import MARKS, ROW
from ingest.errors import UserError
from ingest.language.folding import fold
from ingest.language.office_names import names_alone
from ingest.readers.index_table import index_lines
from ingest.readers.main_part import find_main_part
from ingest.readers.side_by_side import cut_strips
from ingest.readers.table import table_lines
from ingest.readers.table_cells import Cell, Row

BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
SKIPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "svg",
        "select",
        "button",
        "textarea",
        "input",
    )
)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs"}
WIDEST = 60  # columns or rows that a cell is believed to span
ORIGIN = ("来源", "來源", "发布时间", "发布日期", "發布日期", "发布机构", "发文机关")
LONGEST_ORIGIN = 160  # characters
MENU_WORDS = frozenset(
    {"menu", "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "crumbs", "sidebar", "toolbar"}
)
MOST_OF_MENU = 0.3  # of the page's text
LONGEST_MENU_ENTRY = 12  # characters
DEEPEST = 200  # levels of tags that are walked; a page has some twenty
MOST_LAID_OUT, FEWEST_PARAGRAPHS = 3, 4  # rows of a table that lays out the page, and paragraphs in one of its cells
LEAST_OF_LAYOUT = 0.6  # of its text, in that cell, where it has more rows


def read_page(content: bytes, *, name: str) -> list[tuple[str, int | None]]:
    """The paragraphs of a web page's main text, its heading first. Raises UserError where it holds none."""
    text = _decoded(content, name)
    tree = _parse(text, name)
    _drop_menus(tree)
    part = find_main_part(tree, text)
    blocks = list(_blocks(part))
    title = _title(tree) if part.find(".//h1") is not None or not _opens_with_heading(part) else ""
    opening = fold("".join(blocks[:12]))
    if title and fold(title) not in opening:
        blocks.insert(0, title)
    if (origin := _origin(tree, part)) and fold(origin) not in opening:
        blocks.insert(1 if title else 0, origin)
    return [(block, None) for block in blocks]


def read_mail_page(content: bytes, *, name: str) -> list[tuple[str, int | None]]:
    """The paragraphs of a page that a browser saved as one file (.mht)."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return read_page(payload if isinstance(payload, bytes) else b"", name=name)
    raise UserError(f"{name} holds no page; save it from the browser as .html and add it again.")


def _decoded(content: bytes, name: str) -> str:
    if (match := CHARSET.search(content[:4096])) and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        said = match[1].decode("ascii").lower()
        try:
            return content.decode(WIDER.get(said, said))
        except (UnicodeDecodeError, LookupError):
            pass  # pages often say wrong
    return decode(content, name=name)


def _parse(text: str, name: str) -> etree._Element:
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))
    try:
        return html.document_fromstring(text)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UserError(f"{name} holds no page that can be read; save its text as .txt and add it again.") from None


def _drop_menus(tree: etree._Element) -> None:
    """Take out what the page calls a menu, and lists of short entries above its heading: `1.首页`, `2.办事服务`."""
    named = [element for element in tree.iter("div", "ul", "ol", "nav", "p") if _is_menu(element)]
    heading = tree.find(".//h1")
    before = () if heading is None else takewhile(lambda element: element is not heading, tree.iter())
    short = [element for element in before if element.tag in ("ul", "ol") and _holds_short(element)]
    everything = _text_length(tree)
    for element in (*named, *short):
        if element.getparent() is not None and _text_length(element) <= MOST_OF_MENU * everything:
            element.drop_tree()


def _is_menu(element: etree._Element) -> bool:
    words = re.split(r"[^a-z]+", f"{element.get('class') or ''} {element.get('id') or ''}".lower())
    return not MENU_WORDS.isdisjoint(words) and element.find(".//h1") is None


def _holds_short(element: etree._Element) -> bool:
    entries = ["".join("".join(entry.itertext()).split()) for entry in element.iter("li")]
    return bool(entries) and all(len(entry) <= LONGEST_MENU_ENTRY for entry in entries)


def _text_length(element: etree._Element) -> int:
    return len("".join("".join(element.itertext()).split()))


def _title(tree: etree._Element) -> str:
    """The heading of the page, else what its head says, without the site's name after it.

    Where several headings stand there, it is the one that what the browser shows above the page begins with: sites set
    their own name as the first.
    """
    shown = "".join(tree.xpath("string(//title)").split())
    for heading in tree.xpath("//h1 | //h2 | //h3"):
        text = " ".join("".join(heading.itertext()).split())
        if 6 <= len(text) <= 80 and shown.startswith("".join(text.split())):
            return text
    for path in (
        "//h1",
        "//meta[translate(@name,'ARTICLE','article')='articletitle' or @name='ArticleTitle']",
        "//meta[@property='og:title' or @name='og:title']",
        "//title",
    ):
        found = tree.xpath(path)
        for element in found if isinstance(found, list) else ():
            text = " ".join((element.get("content") or "".join(element.itertext())).split())
            text = re.split(r"\s*[-_|—–]+\s*(?=[^-_|—–]{2,20}$)", text)[0] if path == "//title" else text
            if 6 <= len(text) <= 80 and not names_alone(text):  # the site's own name
                return str(text)
    return ""


def _origin(tree: etree._Element, part: etree._Element) -> str:
    """The line above the main text that says where it is from and since when: `来源：望汀区教育局 发布时间：2024-05-06`."""
    above = set(takewhile(lambda element: element is not part, tree.iter())) - set(part.iterancestors())
    found = ""
    for text in tree.xpath(f"//body//text()[{' or '.join(f'contains(., {word!r})' for word in ORIGIN)}]"):
        element = text.getparent() if text.is_text else text.getparent().getparent()
        while element is not None and element.tag not in BLOCKS:
            element = element.getparent()
        if element not in above:
            continue
        line = " ".join("".join(element.itertext()).split())
        found = line if len(line) <= LONGEST_ORIGIN else found
    return found


def _opens_with_heading(part: etree._Element) -> bool:
    """Whether the first text of the part is a heading, which says more than what the browser shows above the page."""
    for element in part.iter():
        if element.tag in HEADINGS:
            return bool("".join(element.itertext()).strip())
        if isinstance(element.tag, str) and element.tag not in SKIPPED and (element.text or "").strip():
            return False
    return False


def _blocks(part: etree._Element, depth: int = 0) -> Iterator[str]:
    """The paragraphs below a part of the page, in reading order; rows of tables and numbers of lists written out."""
    gathered: list[str] = []
    for piece in _pieces(part, depth):
        if piece is None:
            yield from filter(None, ("".join(gathered).strip(),))
            gathered = []
        else:
            gathered.append(piece)
    yield from filter(None, ("".join(gathered).strip(),))


def _pieces(part: etree._Element, depth: int) -> Iterator[str | None]:
    """Texts, and None where a paragraph ends."""
    if depth > DEEPEST:
        yield " ".join("".join(part.itertext()).split())
        return
    yield _spaced(part.text)
    number = _first_number(part)
    for child in part:
        if isinstance(child.tag, str) and child.tag not in SKIPPED and not _is_hidden(child):
            is_block = child.tag in BLOCKS
            if is_block or child.tag == "br":
                yield None
            if child.tag == "table" and len(rows := _rows(child)) > 1 and not _lays_out(rows):
                if caption := child.find("./caption"):
                    yield " ".join("".join(caption.itertext()).split())
                    yield None
                for line in _index_lines(rows) or table_lines([row for _, row in cut_strips(_grid(rows, depth))]):
                    yield line
                    yield None
            else:
                if child.tag == "li" and number is not None:
                    yield f"{number}."
                    number += 1
                yield from _pieces(child, depth + 1)
            if is_block:
                yield None
        yield _spaced(child.tail)


def _rows(table: etree._Element) -> list[list[etree._Element]]:
    """The cells of a table's rows, one that spans columns or rows in each; none of a table that lays out one column."""
    grid: list[list[etree._Element]] = []
    hanging: dict[int, tuple[etree._Element, int]] = {}  # by column, cells that reach down, and how many rows yet
    for row in table.xpath("./tr | ./*[self::thead or self::tbody or self::tfoot]/tr"):
        cells: list[etree._Element] = []
        for cell in row.xpath("./td | ./th"):
            _hang(hanging, cells)
            for _ in range(_span(cell, "colspan")):
                if (down := _span(cell, "rowspan")) > 1:
                    hanging[len(cells)] = (cell, down - 1)
                cells.append(cell)
        _hang(hanging, cells)
        grid.append(cells)
    return grid if any(len(row) > 1 for row in grid) else []


def _index_lines(rows: list[list[etree._Element]]) -> list[str]:
    cells = [list({id(cell): " ".join("".join(cell.itertext()).split()) for cell in row}.values()) for row in rows]
    return index_lines(cells)


def _hang(hanging: dict[int, tuple[etree._Element, int]], cells: list[etree._Element]) -> None:
    """Add the cells that reach down from above where the row has come to."""
    while len(cells) in hanging and (down := hanging[len(cells)])[1]:
        hanging[len(cells)] = (down[0], down[1] - 1)
        cells.append(down[0])


def _span(cell: etree._Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(int(text), WIDEST) if re.fullmatch(r"\d{1,4}", text) and int(text) else 1


def _lays_out(rows: list[list[etree._Element]]) -> bool:
    """Whether the table only lays out the page: parts of it with headings or tables, or whole paragraphs, stand in cells."""
    cells = {id(cell): cell for row in rows for cell in row}.values()
    if any(cell.tag == "th" for cell in cells):
        return False
    if any(cell.find(f".//{name}") is not None for cell in cells for name in ("h1", "h2", "h3")):
        return True
    parted = [cell for cell in cells if len(cell.xpath(".//p | .//li | ./br | ./div | .//table")) >= FEWEST_PARAGRAPHS]
    is_few = len(rows) <= MOST_LAID_OUT
    return bool(parted) and (is_few or any(_holds_most(cell, cells) for cell in parted))


def _holds_most(cell: etree._Element, cells: Iterable[etree._Element]) -> bool:
    """Whether most of the table's text stands in the one cell."""
    lengths = {id(one): len("".join("".join(one.itertext()).split())) for one in cells}
    return lengths[id(cell)] > LEAST_OF_LAYOUT * sum(lengths.values())


def _grid(rows: list[list[etree._Element]], depth: int) -> list[Row]:
    """The cells of the rows; one element stands in all places that its cell covers."""
    cells: dict[etree._Element, Cell] = {}
    for row in rows:
        for element in row:
            if element not in cells:
                cells[element] = _cell(element, len(cells), depth)
    return [[cells[element] for element in row] for row in rows]


def _cell(element: etree._Element, place: int, depth: int) -> Cell:
    texts = list(_blocks(element, depth + 1))
    own = " ".join(text.lstrip(MARKS) for text in texts if ROW not in text[: len(MARKS)])
    inner = tuple(text for text in texts if ROW in text[: len(MARKS)])
    is_head = element.tag == "th" or element.getparent().getparent().tag == "thead"
    return Cell(" ".join(own.split()), place, is_head, inner)


def _first_number(part: etree._Element) -> int | None:
    """Where a numbered list begins: 1, if it does not say otherwise; None where its signs are no figures."""
    if part.tag != "ol" or (part.get("type") or "1") != "1" or "list-style" in (part.get("style") or ""):
        return None
    start = part.get("start") or "1"
    return int(start) if re.fullmatch(r"\d{1,4}", start) else 1


def _is_hidden(element: etree._Element) -> bool:
    return bool(re.search(r"display\s*:\s*none", element.get("style") or "", re.I)) or element.get("hidden") is not None


def _spaced(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")
