"""A table as a file that the browser keeps: CSV or Excel."""

from collections.abc import Callable
from urllib.parse import quote

from starlette.responses import Response

from assistant.exports.csv_file import to_csv
from assistant.exports.excel import to_excel
from assistant.exports.table import Table
from assistant.web.words import Words

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS: dict[str, tuple[Callable[[Table], bytes], str]] = {
    "csv": (to_csv, "text/csv; charset=utf-8"),
    "xlsx": (to_excel, EXCEL),
}
UNSAFE = frozenset('\\/:*?"<>|')  # in a file's name
LONGEST_NAME = 80  # characters


def take_away(table: Table, kind: str, about: str = "") -> Response:
    """The table as a file named after it and what it is about; 404 for a kind that is none."""
    if kind not in KINDS:
        return Response(status_code=404)
    write, media_type = KINDS[kind]
    name = f"{table.name} {about}".strip()[:LONGEST_NAME]
    return Response(write(table), media_type=media_type, headers=as_file(f"{name}.{kind}"))


def as_file(name: str) -> dict[str, str]:
    """The headers that make a browser keep what comes as a file of that name, and never show or run it (RFC 6266)."""
    safe = "".join(sign if sign.isprintable() and sign not in UNSAFE else "_" for sign in name)
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(safe, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


def take_links(name: str, words: Words) -> str:
    """The links to both files as HTML; a script names their addresses."""
    links = (
        f'<a data-kind="{kind}" href="#" aria-label="{words("导出")} {label}">{label}</a>'
        for kind, label in (("csv", "CSV"), ("xlsx", "Excel"))
    )
    return f'<p class="take" id="{name}-take" hidden>{"".join(links)}</p>'
