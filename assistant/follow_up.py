"""A question of a talk completed from the questions before it, where it needs them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.places import Mentions, find_mentions
from assistant.wants import find_wants
from ingest.characters import fold
from vectorstore.stored_plan import StoredPlan
from vectorstore.words import content_words

CARRIED_ON = re.compile(r"^(?:那么?|还有|另外|其他|and |what about |how about )|呢[?？]?$|这块|那边|这边|具体")
FILLER = frozenset(
    [
        "这块",
        "块",
        "那块",
        "还有",
        "另外",
        "其他",
        "提",
        "抓",
        "弄",
        "搞",
        "做",
        "办",
        "about",
        "and",
        "具体",
        "呢",
        "说法",
        "安排",
        "情况",
        "老师这边",
    ]
)
LATER_YEAR = re.compile(r"新的一年|下一年|第二年|次年|后一年|the next year|the following year")
EARLIER_YEAR = re.compile(r"上一年|前一年|头一年|the year before|the previous year")
EVERY_PLAN = re.compile(r"哪几份|哪些(?:计划|要点|文件|地方|区县)|几份计划|which plans|each plan|各份|各个?计划|各地")
SHORTEST_OWN = 8  # characters; a shorter question without a place (定在星期几) asks on about the same thing


def complete(question: str, history: Sequence[str], plans: Sequence[StoredPlan]) -> Mentions:
    """What the question names and asks, with the place, year and topic of the talk where it says none itself.

    After `东西湖区2014年要新改建几所公办幼儿园？` the question `那2019年的长沙呢？` keeps the topic and changes place and year.
    """
    if not history:
        return find_mentions(question, plans)
    known = find_mentions(history[0], plans)
    for turn in (*history[1:], question):
        known = _carry(known, turn, plans)
    return known


def _carry(before: Mentions, turn: str, plans: Sequence[StoredPlan]) -> Mentions:
    """The turn's mentions and text, completed from those before it."""
    turn, step = _take_year_step(fold(turn))
    now = find_mentions(turn, plans)
    names_plan = bool(now.regions or now.titled or now.unknown_places)
    names_year = bool(now.years or step)
    years = tuple(year + step for year in before.years) if step else now.years
    if not names_plan and not EVERY_PLAN.search(turn):
        years = years if names_year else before.years
        now = replace(now, regions=before.regions, titled=before.titled, unknown_places=before.unknown_places)
    return replace(now, years=years, rest=_carried_text(before.rest, now.rest, names_own=names_plan or names_year))


def _carried_text(before: str, now: str, *, names_own: bool) -> str:
    """The text to search: the earlier topic where the turn has none, the earlier way of asking where it only changes the topic."""
    if not [word for word in content_words(now) if word not in FILLER]:
        return before
    if len(now) <= SHORTEST_OWN and not names_own and not CARRIED_ON.search(now):
        return f"{before} {now}"
    if CARRIED_ON.search(now) and not find_wants(now):
        return f"{now} {_asked(before)}".strip()
    return now


def _take_year_step(turn: str) -> tuple[str, int]:
    for pattern, step in ((LATER_YEAR, 1), (EARLIER_YEAR, -1)):
        if pattern.search(turn):
            return pattern.sub(" ", turn), step
    return turn, 0


def _asked(text: str) -> str:
    """The words that ask for a figure, date or name, without the topic: `几所` of `新改建几所公办幼儿园`."""
    match = re.search(r"(?:几|多少|第几|百分之几|什么时候|何时|谁|哪些?)[个所名人位次门届批份元天年]?", text)
    return match[0] if match else ""
