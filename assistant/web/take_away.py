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
    safe = "".join(sign if sign.isprintable() and sign not in UNSAFE else "_" for sign in name)
    headers = {  # kept, never shown or run (RFC 6266)
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{safe}.{kind}', safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(write(table), media_type=media_type, headers=headers)


def take_links(name: str, words: Words) -> str:
    """The links to both files as HTML; a script names their addresses."""
    links = (
        f'<a data-kind="{kind}" href="#" aria-label="{words("导出")} {label}">{label}</a>'
        for kind, label in (("csv", "CSV"), ("xlsx", "Excel"))
    )
    return f'<p class="take" id="{name}-take" hidden>{"".join(links)}</p>'
