"""Which of the years that a question names it is about: 2014年, 24年, 2019—2020学年; 到2025年 is a goal, 2018年出生 neither."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ingest.language.years import Form, Role, Year, find_short_years, find_years

JOINED = re.compile(r"\s*[和与]\s*")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a question is about, those by which something is to be reached, and the text without the former.

    A year of birth is neither, and stays in the text.
    """

    named: tuple[int, ...]
    goals: tuple[int, ...]
    rest: str


def choose_years(text: str, *, known: Collection[int]) -> Years:
    """The years of a folded question. Two digits (24年) are one only of the `known` years, those of the plans.

    `choose_years("到2025年毛入园率多少", known=[])` names none and has the goal 2025, which stays in the text.
    """
    years = [year for year in find_years(text) if year.form is not Form.FIVE_YEARS]
    goals = [year.first for year in years if year.role is Role.GOAL]
    own = [year for year in years if year.role not in (Role.GOAL, Role.BIRTH)]
    own = sorted([*own, *_short_years(text, known, years)], key=lambda year: year.start)
    named = [each for year in own for each in (year.first, year.last)]
    return Years(tuple(dict.fromkeys(named)), tuple(dict.fromkeys(goals)), _without(text, own))


def _short_years(text: str, known: Collection[int], years: Iterable[Year]) -> list[Year]:
    taken = [(year.start, year.end) for year in years]
    short = find_short_years(text, known)
    return [year for year in short if not any(start <= year.start < end for start, end in taken)]


def _without(text: str, years: Iterable[Year]) -> str:
    """The text without the years, and without what joins two of them: `2024年和2025年哪年多` is `哪年多`."""
    rest, at = "", 0
    for year in years:
        between = text[at : year.start]
        rest += " " if at and JOINED.fullmatch(between) else f"{between} "
        at = year.end
    return rest + text[at:]
