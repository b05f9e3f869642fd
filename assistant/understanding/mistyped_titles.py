"""Plans that a question names by a title with a slip in it: 《蒲泽县转学办发》 where 《蒲泽县转学办法》 is stored."""

import re
from collections.abc import Iterator, Sequence

from assistant.understanding.mistyped import Slip
from assistant.understanding.titles import find_titles
from ingest.language.folding import fold
from ingest.language.likeness import Likeness, differing_places, likeness
from ingest.language.patterns import Pattern
from vectorstore.stored_plan import StoredPlan

SHORTEST = 5  # characters of a title without place, office and year that tells a plan from others
IN_SIGNS = Pattern(
    "a title in its signs", r"《([^《》]{4,60})》", matches=("《转学办发》第三条",), misses=("转学办发",)
)
TELLS_APART = Pattern(  # what no slip changes: 2020年 is another year's plan, 下半年 another half's
    "a number or half in a title", r"[\d〇一二三四五六七八九十上下]", matches=("2020", "上"), misses=("转学",)
)
BEFORE_TOPIC = Pattern(
    "the opening of a title, before what it is on",
    r"""
    ^.{2,20}?(?:局|厅|委员会|办公室|人民政府)      # 蒲泽县教育局
    | ^.{1,12}[省市区县州旗]                       # 蒲泽县
    | (?:19|20)\d\d年?(?:度|[上下]半年)?           # 2021年下半年
    | ^关于(?:印发)? | 的通知$
    """,
    matches=("蒲泽县教育局转学办法", "2024年工作要点"),
    misses=("转学办法",),
    flags=re.VERBOSE,
)


def find_mistyped_titles(question: str, plans: Sequence[StoredPlan]) -> tuple[Slip, ...]:
    """The mistyped titles that may mean one plan alone; in《》 by any slip, elsewhere only where they sound the same."""
    folded = fold(question)
    if len(folded) != len(question):
        return ()
    named = find_titles(folded, plans)
    found: list[Slip] = []
    for start, end, said in _stretches(folded):
        if not any(one.start < end and start < one.end and one.is_whole for one in named):
            found += _meant(start, end, said, question, plans)
    if not found and not named:
        found += _spoken(folded, question, plans)
    return tuple(found)


def _stretches(folded: str) -> Iterator[tuple[int, int, str]]:
    for match in IN_SIGNS.compiled.finditer(folded):
        yield *match.span(1), match[1]


def _meant(start: int, end: int, said: str, question: str, plans: Sequence[StoredPlan]) -> list[Slip]:
    near = [
        (plan, title, like)
        for plan in plans
        for title in _forms(fold(plan.identity.title))
        if len(title) >= SHORTEST and (like := _slip(said, title))
    ]
    if len({plan.id for plan, _, _ in near}) != 1:
        return []
    _, title, like = near[0]
    return [Slip(start, end, question[start:end], (title,), (), is_sure=like is Likeness.SOUND)]


def _spoken(folded: str, question: str, plans: Sequence[StoredPlan]) -> list[Slip]:
    """A title of that sound without its signs, which no other plan's is."""
    found: dict[str, Slip] = {}
    for plan in plans:
        for topic in _forms(fold(plan.identity.title)):
            shared = len(set(topic) & set(folded))
            if len(topic) < SHORTEST or shared < len(set(topic)) - 2:
                continue
            for start in range(len(folded) - len(topic) + 1):
                said = folded[start : start + len(topic)]
                if _slip(said, topic) is Likeness.SOUND:
                    end = start + len(topic)
                    found[plan.id] = Slip(start, end, question[start:end], (topic,), (), is_sure=True)
    return list(found.values()) if len(found) == 1 else []


def _forms(title: str) -> tuple[str, ...]:
    """The title, and what it is on: 转学管理办法 of 蒲泽县转学管理办法."""
    topic = title
    while (shorter := BEFORE_TOPIC.compiled.sub("", topic, count=1)) != topic:
        topic = shorter
    return tuple(dict.fromkeys((title, topic.strip("关于的"))))


def _slip(said: str, title: str) -> Likeness | None:
    like = likeness(said, title) if abs(len(said) - len(title)) < 2 else None
    changed = "".join(text[at] for at in differing_places(said, title) for text in (said, title) if at < len(text))
    return None if re.search(TELLS_APART.source, changed) else like
