"""A question of a talk completed from the questions before it, where it needs them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.places import Mentions, find_mentions
from assistant.wants import find_want
from vectorstore.stored_plan import StoredPlan
from vectorstore.words import content_words

CARRIED_ON = re.compile(r"^(?:那么?|还有|另外|其他|and |what about |how about )|呢[?？]?$|这块|那边|这边|具体")
FILLER = frozenset("这块 块 那块 还有 另外 其他 提 抓 弄 搞 做 办 about and 具体 呢 说法 安排 情况 老师这边".split())


def complete(question: str, history: Sequence[str], plans: Sequence[StoredPlan]) -> Mentions:
    """What the question names and asks, with the place, year and topic of the talk where it says none itself.

    After `东西湖区2014年要新改建几所公办幼儿园？` the question `那2019年的长沙呢？` keeps the topic and changes place and year.
    """
    known = Mentions((), (), (), (), "")
    for turn in history:
        known = _carry(known, find_mentions(turn, plans))
    return _carry(known, find_mentions(question, plans)) if history else find_mentions(question, plans)


def _carry(before: Mentions, now: Mentions) -> Mentions:
    if not (before.rest or before.any):
        return now
    names_plan = now.regions or now.titled or now.unknown_places
    if not names_plan:
        now = replace(now, regions=before.regions, titled=before.titled, unknown_places=before.unknown_places)
        if not now.years:
            now = replace(now, years=before.years)
    own_words = [word for word in content_words(now.rest) if word not in FILLER]
    if not own_words:
        return replace(now, rest=before.rest)
    if CARRIED_ON.search(now.rest) and not find_want(now.rest):
        return replace(now, rest=f"{now.rest} {_asked(before.rest)}".strip())
    return now


def _asked(text: str) -> str:
    """The words that ask for a figure, date or name, without the topic: `几所` of `新改建几所公办幼儿园`."""
    match = re.search(r"(?:几|多少|第几|百分之几|什么时候|何时|谁|哪些?)[个所名人位次门届批份元天年]?", text)
    return match[0] if match else ""
