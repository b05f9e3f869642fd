"""The plans to name where no plan is of the place or year that was asked about: of many only those nearest to it."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from ingest.language.folding import fold
from ingest.language.gazetteer import short_name
from ingest.plan import Identity

UPPER_UNITS = "省市州盟区"  # after which a place's name goes on with one of its parts: 澄原市柏屿区


def sort_by_nearness(plans: Sequence[Identity], *, places: Sequence[str], years: Sequence[int]) -> list[Identity]:
    """The plans, nearest first: of the places asked for, of the same province or prefecture, of a like name; then by year.

    Asked for 澄原市北湾区, 澄原市柏屿区 comes before 北海区. Where no year is asked for, the newest comes first.
    """

    def nearness(plan: Identity) -> tuple[float, ...]:
        own = plan.region or plan.title
        pairs = [_likeness(place, own) for place in places] or [(0, 0.0)]
        apart = min((abs(year - (plan.year or 0)) for year in years), default=0)
        return (*max(pairs), -apart, plan.year or 0)

    return sorted(plans, key=nearness, reverse=True)


def _likeness(asked: str, place: str) -> tuple[int, float]:
    """How many characters of the same upper units open both names, and how alike what tells them apart is, 0 to 1."""
    asked, place = fold(asked), fold(place)
    shared = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(asked, place, strict=False))]
    upper = max((number for number, sign in enumerate(shared, 1) if sign in UPPER_UNITS), default=0)
    return upper, SequenceMatcher(None, short_name(asked[upper:]), short_name(place[upper:])).ratio()
