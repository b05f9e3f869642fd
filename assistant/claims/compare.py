"""A sentence's figures and dates laid beside those of the quotes: held, said otherwise, or not there."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.claims.figures import Figure
from assistant.claims.opposites import KINDS, named
from assistant.claims.reading import Reading
from ingest.language.dates import Date
from ingest.language.words import grams_of

EVERY = ("全覆盖", "全部", "所有", "一律", "均", "全体", "实现覆盖", "全额", "满分", "全校", "全面")
SAME = 1e-6  # relative, of two values


COUNTS = {"个", "人", "次"}  # groups of units that people change for each other
LIKE = 0.5  # of the words around a figure that stand around the other one, where it is said of that


class Finding(StrEnum):
    """What the quotes say of a figure or date."""

    HELD = "held"
    MISSING = "missing"  # nothing of the kind
    OTHER = "other"  # another one of the same kind
    SWAPPED = "swapped"  # it is there, but of something else
    BOUND = "bound"  # at least for at most, before for after
    PERIOD = "period"  # a month for a year


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure or date as printed in the sentence, what was found, and what the quotes print in its place."""

    printed: str
    finding: Finding
    told: str = ""


def compare(sentence: Reading, quote: Reading) -> tuple[Compared, ...]:
    """Every figure and date of the sentence, compared."""
    figures = {figure.start: _figure(figure, quote) for figure in sentence.figures}
    compared = dict(figures)
    for date in sentence.dates:
        found = _date(date, quote)
        length = figures.get(date.start)
        if date.may_be_length and length and Finding.HELD in (length.finding, found.finding):
            found = replace(found, finding=Finding.HELD)
        compared[date.start] = found
    return tuple(compared[start] for start in sorted(compared))


def agrees(date: Date, other: Date) -> bool:
    """Whether nothing that both say differs, and the other says what the date says of month, day and time."""
    said = ((date.month, other.month), (date.day, other.day), (date.minutes, other.minutes))
    same = all(mine is None or mine == its for mine, its in said)
    return same and (date.year is None or other.year in (None, date.year))


def _figure(figure: Figure, quote: Reading) -> Compared:
    alike = [other for other in quote.figures if _same_unit(figure, other)]
    equal = [other for other in alike if _equal(figure.value, other.value)]
    if not equal:
        if figure.is_loose or _is_held_otherwise(figure, quote):
            return Compared(figure.printed, Finding.HELD)
        other = _likest(figure, [one for one in alike if one.unit == figure.unit])
        return Compared(figure.printed, Finding.OTHER if other else Finding.MISSING, other.printed if other else "")
    best = _likest(figure, equal) or equal[0]
    rival = _likest(figure, [one for one in alike if one.unit == best.unit and not _equal(one.value, figure.value)])
    if rival and not figure.is_loose and _is_swapped(figure, best, rival):
        return Compared(figure.printed, Finding.SWAPPED, rival.printed)
    told = [best] if _likeness(figure, best) > 1 else equal
    if figure.bound and all(one.bound and one.bound != figure.bound for one in told):
        return Compared(figure.printed, Finding.BOUND, best.printed)
    if figure.periods and all(one.any_periods and not one.any_periods & figure.periods for one in told):
        return Compared(figure.printed, Finding.PERIOD, best.printed)
    return Compared(figure.printed, Finding.HELD, best.printed)


def _same_unit(one: Figure, other: Figure) -> bool:
    if one.unit == other.unit:
        return True
    units = {one.unit, other.unit}
    if units == {"", "元"}:
        return any(each.printed[-1] in "万亿" for each in (one, other) if not each.unit)  # 补了40万
    return units <= COUNTS | {""} and ("" in units or any(each.printed.endswith("个") for each in (one, other)))


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= SAME * max(abs(one), abs(other), 1e-9)


def _is_held_otherwise(figure: Figure, quote: Reading) -> bool:
    """All of them for 100 %; a count that the quotes list one by one; the same digits in another unit's guise."""
    if figure.unit == "%" and figure.value == 100 and any(word in quote.folded for word in EVERY):
        return True
    if figure.unit in ("个", "次") and figure.value <= 12:
        return any(clause_count(clause) == figure.value for clause in quote.clauses)
    return False


def clause_count(clause: str) -> int:
    """How many things a clause lists: `语文、数学和英语` lists 3."""
    return (
        len([part for mark in clause.split("、") for part in mark.split("和")])
        if "、" in clause or "和" in clause
        else 1
    )


def _likest(figure: Figure, others: Iterable[Figure]) -> Figure | None:
    return max(others, key=lambda other: _likeness(figure, other), default=None)


def _likeness(one: Figure, other: Figure) -> int:
    return len(grams_of(one.around) & grams_of(other.around))


def _is_swapped(figure: Figure, best: Figure, rival: Figure) -> bool:
    """Whether all that the figure shares with its equal it shares with another figure too, and more."""
    if figure.is_changed or "其中" in best.around:
        return False
    if _is_of_other_kind(figure, best, rival):
        return True
    mine = grams_of(figure.around)
    held, other = mine & grams_of(best.around), mine & grams_of(rival.around)
    return held < other and len(other) >= LIKE * len(mine) and rival.bound == best.bound and not rival.is_loose


def _is_of_other_kind(figure: Figure, best: Figure, rival: Figure) -> bool:
    """Whether the figure is said of a stage of school or a season that the quotes say another figure of."""
    for kind in KINDS:
        said, told, beside = (named(kind, one.around) for one in (figure, best, rival))
        if said and told and not said & told and said & beside and rival.bound == best.bound:
            return True
    return False


def _date(date: Date, quote: Reading) -> Compared:
    others = quote.dates
    agreeing = [other for other in others if agrees(date, other)]
    years = {other.year for other in others}
    if agreeing and date.year and not any(other.year for other in agreeing) and date.year not in years:
        agreeing = []
    if not agreeing:
        alike = [o for o in others if bool(o.month) == bool(date.month) and bool(o.minutes) == bool(date.minutes)]
        return Compared(date.printed, Finding.OTHER if alike else Finding.MISSING, alike[0].printed if alike else "")
    if date.side and all(other.side and other.side != date.side for other in agreeing):
        return Compared(date.printed, Finding.BOUND, agreeing[0].printed)
    if date.part and all(other.part and other.part != date.part for other in agreeing):
        return Compared(date.printed, Finding.OTHER, agreeing[0].printed)
    return Compared(date.printed, Finding.HELD, agreeing[0].printed)
