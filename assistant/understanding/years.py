"""The years that a question names: 2014年, 二〇一四年, 24年, 2019—2020学年; and those that it names as a goal's, 到2025年."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from ingest.language.numbers import read_number

DIGITS = "[〇○零一二三四五六七八九]"
UNIT = (  # 2000名 is no year, and 2024名师 is one
    r"多|余|名(?![师校单额称])|人(?![事员才工均口])|元(?![旦宵])|个(?![体人性别])|所(?![有需属])|万|亿|辆|册|平方|小时|学时|"
    r"分(?![班配流类布工期管])|米|套|台|块|字|次|件|篇|%|s\b"
)
COUNTED = rf"(?!\d|\s*(?:[至到~—-]\s*\d+\s*)?(?:{UNIT}))"
YEAR = rf"(?<![\d.])(?:(?:19|20)\d\d){COUNTED}|(?:一九|二[〇○零]){DIGITS}{{2}}(?=学?年|\s*[到至—~-])"
AFTER = r"\s*(?:学年度?|年度?)?"
SPAN = re.compile(rf"({YEAR}){AFTER}\s*(?:到|至|-|—|~|和|与)+\s*({YEAR}){AFTER}")
SHORT = re.compile(
    rf"(?<![\d第近共满前后教龄])(\d\d)年(?![级以来内间后前制期龄])度?|(?<![〇○一-龥])([二三])({DIGITS})年(?!级)度?"
)
GOAL = re.compile(  # 提到2025年 only mentions it
    rf"(?<![提说谈讲写看及])(?:到|至|截至|截止到?|力争|by|until|before|through)\s*({YEAR}){AFTER}(?:年?底|末)?", re.I
)
BIRTH = re.compile(rf"({YEAR})(?=[\d年月日号前后以之到至—~-]{{0,24}}出生)|\bborn (?:in|before|after) ({YEAR})")
ONE = re.compile(rf"({YEAR}){AFTER}")


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a question is about, those by which something is to be reached, and the text without the former.

    A year of birth is neither, and stays in the text.
    """

    named: tuple[int, ...]
    goals: tuple[int, ...]
    rest: str


def find_years(text: str, *, known: Collection[int]) -> Years:
    """The years of a folded question. Two digits (24年) are one only of the `known` years, those of the plans.

    `find_years("到2025年毛入园率多少", known=[])` names none and has the goal 2025, which stays in the text.
    """
    named: list[int] = []
    for match in SPAN.finditer(text):
        named += [_read(match[1]), _read(match[2])]
    text = SPAN.sub(" ", text)
    births = {match.start(match.lastindex or 0) for match in BIRTH.finditer(text)}
    goals = {match.start(1): _read(match[1]) for match in GOAL.finditer(text) if match.start(1) not in births}

    def take(match: re.Match[str]) -> str:
        if match.start(1) in births or match.start(1) in goals:
            return match[0]
        named.append(_read(match[1]))
        return " "

    def take_short(match: re.Match[str]) -> str:
        year = 2000 + (int(match[1]) if match[1] else _read(match[2] + match[3]))
        if year not in known:
            return match[0]
        named.append(year)
        return " "

    text = SHORT.sub(take_short, ONE.sub(take, text))
    return Years(tuple(dict.fromkeys(named)), tuple(dict.fromkeys(goals.values())), text)


def _read(numeral: str) -> int:
    return read_number(numeral) or 0
