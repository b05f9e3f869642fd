"""Plans that a question names by their title: whole, without place, office or year, or by a short form of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.language.folding import fold
from ingest.language.words import split_words
from vectorstore.stored_plan import StoredPlan

SHORTEST = 4  # characters of a short form
INNER = re.compile(r"关于(?:印发|公布|下发)(.+?)的通知$")
AFTERWARDS = re.compile(r"\s*\([^()]*\)$|的通知$")  # (试行)
SIGNS = re.compile(r"[《》〈〉“”\"「」『』]")
PASSED_OVER = re.compile(
    r"\d+|[〇一二三四五六七八九十]{4}|年度?|学年度?|第?[一二上下]?(?:半年|学期)|关于|印发|的|[—~-]|至|到"
)
KINDS = (
    "办法|规定|制度|细则|方案|要点|计划|规划|意见|安排|规范|规程|章程|条例|通知|管理|实施|工作"  # words of their own
)
ALSO_VERBS = frozenset(["计划", "规划", "安排", "通知", "意见", "规定", "总结", "要求"])  # 教师计划招多少 names no plan
NOT_NAMED = re.compile(r"(?:什么|哪些|啥|没有|有无|怎样的|好)的?$")  # 有什么退费办法


@dataclass(frozen=True, slots=True)
class Title:
    """Where a question names a plan, and the plans that it may mean."""

    start: int
    end: int
    plans: tuple[StoredPlan, ...]
    is_whole: bool  # nothing is left out but place, office and year


def find_titles(folded: str, plans: Sequence[StoredPlan]) -> tuple[Title, ...]:
    """The titles that the folded question names, in order: `体检办法` of 《岚澄县教师体检办法》; the longest run wins."""
    runs: dict[tuple[int, int], list[tuple[StoredPlan, bool]]] = {}
    for plan in plans:
        for words in _titles_of(plan.identity.title, f"{plan.identity.region or ''}|{plan.identity.issuer or ''}"):
            for start, end, is_whole in _runs(words, folded):
                if (plan, is_whole) not in (of := runs.setdefault((start, end), [])):
                    of.append((plan, is_whole))
    kept: list[Title] = []
    for (start, end), of in sorted(runs.items(), key=lambda run: run[0][0] - run[0][1]):
        if not any(start < other.end and other.start < end for other in kept):
            whole = [plan for plan, is_whole in of if is_whole]
            kept.append(Title(start, end, tuple(dict.fromkeys(whole or (plan for plan, _ in of))), bool(whole)))
    return tuple(sorted(kept, key=lambda title: title.start))


def told_apart(titles: Sequence[Title], of_years: Sequence[StoredPlan], regions: Sequence[str]) -> tuple[str, ...]:
    """The ids of the plans that are named alone: of a named place that has other plans beside it, or of all places."""
    return tuple(plan for title in titles for plan in _told_apart(title, of_years, regions))


def _told_apart(title: Title, of_years: Sequence[StoredPlan], regions: Sequence[str]) -> list[str]:
    known = {plan.id for plan in of_years}
    alone = title.is_whole and len(title.plans) == 1
    here = [plan for plan in title.plans if plan.identity.region in regions and (alone or plan.id in known)]
    if here:
        beside = [plan for plan in of_years if plan.identity.region == here[0].identity.region]
        return [here[0].id] if len(here) == 1 and [plan.id for plan in beside] != [here[0].id] else []
    others = [plan for plan in title.plans if plan.identity.region not in regions]
    return [others[0].id] if len(others) == len(title.plans) == 1 else []


@lru_cache(maxsize=4096)
def _titles_of(title: str, of: str) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """The words of the title, each with whether it may be left out anywhere; without 关于印发…的通知 around it, too."""
    whole = SIGNS.sub("", fold(title)).strip()
    forms = dict.fromkeys([whole, AFTERWARDS.sub("", whole), *INNER.findall(AFTERWARDS.sub("", whole) + "的通知")])
    places = [name for name in fold(of).split("|") if name]
    cut = re.compile(f"({'|'.join([*map(re.escape, sorted(places, key=len, reverse=True)), KINDS])})")
    told = []
    for form in filter(None, forms):
        words = [word for piece in cut.split(form) for word in split_words(piece)]
        told.append(
            tuple(
                (w, any(w in place for place in places) or bool(PASSED_OVER.fullmatch(w))) for w in words if w.strip()
            )
        )
    return tuple(told)


def _runs(words: Sequence[tuple[str, bool]], text: str) -> list[tuple[int, int, bool]]:
    """Where words of the title stand one after another, up to its last: (start, end, whether none but such are left out)."""
    last = words[-1][0]
    return [run for end in (m.end() for m in re.finditer(re.escape(last), text)) if (run := _run(words, text, end))]


def _run(words: Sequence[tuple[str, bool]], text: str, end: int) -> tuple[int, int, bool] | None:
    start, left_out, said = end, False, []
    skipped = False  # of the words that tell the paper, since the last one that was said
    for word, may_miss in reversed(words):
        at = start - len(word)
        if at >= 0 and text.startswith(word, at) and not (skipped and words[-1][0] in ALSO_VERBS):
            start, left_out, skipped = at, left_out or skipped, False
            said.append((word, may_miss))
        elif not may_miss:
            skipped = True
    told = "".join(word for word, may_miss in reversed(said) if not may_miss)
    if len(told) < SHORTEST or NOT_NAMED.search(text[:start]):
        return None
    start -= text[:start].endswith("《")
    return start, end + text[end:].startswith("》"), not (left_out or skipped)
