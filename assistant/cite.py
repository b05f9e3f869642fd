"""A citation as officials write it, 《望汀区教育局2024年工作要点》第16条."""

from assistant.phrases import name_of_ref
from ingest.language.folding import to_traditional
from ingest.plan import Identity


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


def _date(date: str | None, language: str) -> str | None:
    """`2024-02-26` as 2024年2月26日."""
    if not date or language == "en":
        return date
    words = "".join(f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))
    return to_traditional(words) if language == "zh-Hant" else words
