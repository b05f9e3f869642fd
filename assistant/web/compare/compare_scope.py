"""Which plans are compared, and, in the reader's language, why nothing can be."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.browsing.comparison import LONGEST_TOPIC, MOST_TOPICS, SEPARATOR
from assistant.question import Scope
from assistant.understanding.intend import MOST_COMPARED
from assistant.understanding.scope import choose
from assistant.web.trouble import other
from assistant.web.words import Words
from ingest.errors import UserError
from vectorstore.stored_plan import StoredPlan


@dataclass(frozen=True, slots=True)
class Compared:
    """The plans, by id, of those that were chosen as many as can be compared, the newest; and what is to be said of that."""

    plans: tuple[str, ...]
    notice: str = ""


def compared(plans: Sequence[StoredPlan], scope: Scope, words: Words) -> Compared:
    """The plans of the scope, given newest first; chosen plans that were removed meanwhile are left out, and that is said."""
    stored = {plan.id for plan in plans}
    gone = [one for one in scope.plans if one not in stored]
    kept = tuple(one for one in scope.plans if one in stored)
    if gone and not kept:
        return Compared((), words("所选的计划已经不在库里了，请重新选择。"))
    chosen = choose(Scope(kept, scope.regions, scope.years), plans)
    notices = [words("所选的计划有{count}份已经不在库里了。", count=len(gone))] if gone else []
    if not chosen:
        notices.append(words("没有计划同时符合所选的地区、年份和计划，请去掉一项。"))
    if len(chosen) > MOST_COMPARED:
        notices.append(words("一次最多对照{most}份，这里是其中最新的{most}份；可在筛选里另选。", most=MOST_COMPARED))
    return Compared(tuple(plan.id for plan in chosen[:MOST_COMPARED]), " ".join(notices))


def explain(error: UserError, topics: str, words: Words) -> str:
    """What is wrong with the topics, and what to do."""
    parts = [part.strip() for part in SEPARATOR.split(topics) if part.strip()]
    if len(set(parts)) > MOST_TOPICS:
        return words("一次最多对照{most}项内容，现在有{count}项，请减少一些。", most=MOST_TOPICS, count=len(set(parts)))
    if any(len(part) > LONGEST_TOPIC for part in parts):
        return words("有一项内容太长了，最多{longest}个字，请写短一些。", longest=LONGEST_TOPIC)
    if not any(character.isalnum() for character in topics):
        return words("请写下要对照的内容，例如：课后服务收费；校车")
    return other(error, words)
