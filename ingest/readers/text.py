"""Plain text, and text with Markdown's signs."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from ingest.decode import decode
from ingest.document import Document, read_lines
from ingest.language.spacing import drop_unseen
from ingest.readers.aligned_table import tell_aligned_tables
from ingest.readers.plain_table import put_lines, tell_tables
from ingest.readers.table import carried_down, table_lines
from ingest.wrapped import unwrap

MARKDOWN = frozenset({".md", ".markdown"})
FENCE = re.compile(r"\s*(?:```|~~~)")
BELOW_HEAD = re.compile(
    r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$"
)  # the line that parts a table's head from its rows
RULE = re.compile(rf"\s*(?:[-*_]\s*){{3,}}$|{BELOW_HEAD.pattern}|\s*=+\s*$")
TABLE_ROW = re.compile(r"\s*\|(.+)\|\s*$")
COMMENT = re.compile(r"(?<!`)<!--.*?-->", re.DOTALL)
BAR = re.compile(r"(?<!\\)\|")
SIGNS = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"(\*\*\*|\*\*|___|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![*\w])\*(?=[^\s*])([^*]+)(?<=\S)\*(?!\*)"), r"\1"),
    (re.compile(r"^\s*(?:>\s?)+"), ""),
    (re.compile(r"^\s*[-*+]\s+"), ""),
    (re.compile(r"</?(?:br|p|div|span|center|font|b|strong|u)\b[^>]*>", re.I), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])"), r"\1"),
)


def read_text(content: bytes, *, name: str, source: str) -> Document:
    """The lines of a text in any of the usual encodings. Raises UserError where it is none or empty."""
    text = drop_unseen(decode(content, name=name))
    is_markdown = PurePath(source).suffix.lower() in MARKDOWN
    return read_lines(
        _without_signs(text) if is_markdown else tell_tables(unwrap(tell_aligned_tables(text))), source=source
    )


def _without_signs(text: str) -> str:
    """The text without Markdown's signs but those of headings, which tell the outline; a table's rows as lines.

    `**一、加强安全**` becomes `一、加强安全`; every line keeps its number.
    """
    lines = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text).split("\n")
    rows, table = _front_matter(lines), list[int]()
    open_rows = _open_rows(lines)
    for line in [*lines[len(rows) :], ""]:
        if TABLE_ROW.match(line) or len(rows) in open_rows:
            table.append(len(rows))
            rows.append("" if RULE.match(line) else line.strip().removeprefix("|").removesuffix("|"))
            continue
        _write_table(rows, table)
        table = []
        rows.append("" if RULE.match(line) or FENCE.match(line) else _plain(line))
    return "\n".join(rows[:-1])


def _open_rows(lines: Sequence[str]) -> set[int]:
    """The numbers of a table's lines that no bars close at both ends: a head, the line below it, and the rows on."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if number and BELOW_HEAD.match(line) and "|" in line and BAR.search(lines[number - 1]):
            end = number + 1
            while end < len(lines) and BAR.search(lines[end]):
                end += 1
            found.update(range(number - 1, end))
    return found


def _front_matter(lines: Sequence[str]) -> list[str]:
    """The lines between `---` and `---` at the front, which are left as they are."""
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    last = lines.index("---", first + 1) if lines[first : first + 1] == ["---"] and "---" in lines[first + 1 :] else 0
    return list(lines[: last + 1]) if last and all(map(str.strip, lines[first:last])) else []


def _write_table(rows: list[str], numbers: list[int]) -> None:
    filled = [n for n in numbers if rows[n]]
    cells = [[_plain(cell).strip() for cell in BAR.split(rows[n])] for n in filled]
    put_lines(rows, filled, table_lines(carried_down(cells)))


def _plain(line: str) -> str:
    for pattern, instead in SIGNS:
        line = pattern.sub(instead, line)
    return line
