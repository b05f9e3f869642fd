"""What stands between two lines `---` at the front of a text: fields that a site's generator keeps of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Line

FENCE = "---"
FARTHEST_FENCE = 80  # lines
PAIR = re.compile(r"(?P<key>[A-Za-z_][\w -]*?)\s*:\s*(?P<value>.*)")
TITLES = frozenset({"title", "name", "headline"})
SUBJECTS = frozenset({"subject", "description", "summary"})
ISSUERS = frozenset({"issuer", "publisher", "organization", "organisation", "agency", "author", "source"})
NUMBERS = frozenset({"number", "doc_number", "document_number", "no", "title", "id"})
DATES = ("issued_date", "issued", "date", "date_issued", "publish_date", "published", "pubdate")
ONLY_A_NUMBER = re.compile(r".{1,24}(?:字第\s*\d+|[〔（(\[]\d{4}[〕）)\]]\s*第?\s*\d+)\s*[号號]")


@dataclass(frozen=True, slots=True)
class Matter:
    """The fields that tell of the paper, as printed; empty where there are none."""

    titles: tuple[str, ...] = ()
    subject: str | None = None
    issuers: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def matter_length(lines: Sequence[Line]) -> int:
    """How many lines the front matter takes up, its fences with it; 0 where there is none."""
    if not lines or lines[0].text != FENCE:
        return 0
    ends = (index for index in range(1, min(len(lines), FARTHEST_FENCE)) if lines[index].text == FENCE)
    end = next(ends, 0)
    return end + 1 if any(PAIR.fullmatch(line.text) for line in lines[1:end]) else 0


def read_matter(lines: Sequence[Line]) -> Matter:
    """The fields of the front matter: of `title: "校园遛狗流程"` the title 校园遛狗流程."""
    pairs = [match for line in lines[1 : matter_length(lines)] if (match := PAIR.fullmatch(line.text))]
    values = {match["key"].strip().lower(): match["value"].strip().strip("\"'").strip() for match in pairs}
    found = {key: value for key, value in values.items() if value}
    titles = [found[key] for key in found if key in TITLES and not ONLY_A_NUMBER.fullmatch(found[key])]
    return Matter(
        titles=tuple(titles),
        subject=next((found[key] for key in found if key in SUBJECTS), None),
        issuers=tuple(found[key] for key in found if key in ISSUERS),
        numbers=tuple(found[key] for key in found if key in NUMBERS),
        dates=tuple(found[key] for key in DATES if key in found),
    )
