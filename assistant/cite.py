"""A citation as officials write it, 《望汀区教育局2024年工作要点》第16条, and the link that opens at the item."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from assistant.phrases import name_of_ref
from ingest.language.folding import to_traditional
from ingest.plan import Identity

PLAN, ITEM = "plan", "item"  # the names in a link's query


@dataclass(frozen=True, slots=True)
class Link:
    """What a link points at: a plan by id and, of an item, its ref."""

    plan: str
    ref: str | None = None

    def __str__(self) -> str:
        """The link's query, which stands behind ? or #: `plan=15538db37086&item=16`."""
        return urlencode({PLAN: self.plan, **({ITEM: self.ref} if self.ref is not None else {})})


def cite(plan: Identity, ref: str, language: str, *, in_full: bool = False) -> str:
    """The citation of an item in `zh-Hans`, `zh-Hant` or `en`; the title keeps its own characters.

    In full it names issuer, number and date: `望汀区教育局：《望汀区教育局2024年工作要点》（望教〔2024〕6号，2024年2月26日）第16条`.
    """
    english = language == "en"
    told = [plan.number, _date(plan.date, language)] if in_full else []
    if plan.year and str(plan.year) not in plan.title and not (in_full and plan.date):
        told.append(str(plan.year) if english else f"{plan.year}年")
    said = [one for one in told if one]
    brackets = (f" ({', '.join(said)})" if english else f"（{'，'.join(said)}）") if said else ""
    issuer = f"{plan.issuer}{': ' if english else '：'}" if in_full and plan.issuer else ""
    return f"{issuer}《{plan.title}》{brackets}{name_of_ref(ref, language)}"


def parse_link(text: str) -> Link | None:
    """What a link, or its query alone, points at; None where it names no plan."""
    query = re.split("[?#]", text)[-1]
    try:
        fields = parse_qs(query, keep_blank_values=True, strict_parsing=bool(query), errors="strict")
    except ValueError:
        return None
    if not fields.get(PLAN, [""])[0]:
        return None
    return Link(fields[PLAN][0], fields.get(ITEM, [None])[0])


def _date(date: str | None, language: str) -> str | None:
    """`2024-02-26` as 2024年2月26日."""
    if not date or language == "en":
        return date
    words = "".join(f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))
    return to_traditional(words) if language == "zh-Hant" else words
