"""A question's intents: what it wants, one a thing that is asked, and one a plan where plans are compared."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.intents import Ask, Beside, Compare, Fact, Follow, Form, Intent, Listing, Lookup, Mention, More
from assistant.understanding.asks import Clause, form_of, split_asks, topic_of
from assistant.understanding.follow_up import EVERY_PLAN, Completed, complete
from assistant.understanding.listing import find_listing
from assistant.understanding.places import find_mentions
from assistant.understanding.scope import BY_DATE, Reach, narrow
from assistant.understanding.wants import find_wants
from ingest.language.folding import fold
from ingest.language.sentences import cut_entries
from vectorstore.stored_plan import StoredPlan

PHRASE = re.compile(r"[“\"「『《]([^”\"」』》]{2,40})[”\"」』》]")
COMPARING = re.compile(
    r"哪几份|哪些(?:计划|要点|文件|地方|区县|地区|市|区)|各自|分别|比较|对比|相比|比一比|不同|区别|差别|差异|差多少|差距|变化|各写|几份|两份|两地|三地|两年|各地|"
    r"谁(?:的|更|比)|哪(?:个|边|里|地|家|一年)(?!小学|中学|学校|幼儿园|园|班|年级|专业|学科|科目?|岗位|项目).{0,12}(?:多|高|少|低|大|早|好|长)|和.{1,12}都|compare|both|differ|which plans|versus|\bvs\b|between"
)
CHANGE = re.compile(
    r"^(?!.*(?:各|几份|两年|历年)).*变化"
)  # of the years of one place that is named, not between places
WHICH = re.compile(r"哪|几份|which")
DIFFERENCE = re.compile(
    r"(?:早|晚|快|慢|差|涨|降)了?(?:几|多少)|(?:多|少|高|低)(?:了|出)?(?:几|多少)(?!.*(?:和|、))|how (?:much|many) more"
)
MOST_COMPARED = 12  # plans set side by side; of more, all that mention it are listed


def intents_of(question: str, done: Completed, reach: Reach) -> tuple[Intent, ...]:
    """What the completed question wants of the plans that it leaves."""
    ask = _ask(done, reach, question)
    if done.reference:
        return tuple(Lookup(replace(ask, plans=plans), done.reference) for plans in _by_plan(reach.plans))
    if listing := find_listing(ask.text):
        return (Listing(replace(ask, text=listing.words, wants=()), listing.in_figures),)
    if len(ask.plans) < 2 and EVERY_PLAN.search(fold(question)):
        return _of_only_plan(fold(question), ask)
    if _is_comparison(question, done, reach):
        return _comparison(fold(question), ask, is_ordered=bool(done.mentions.regions or done.mentions.titled))
    if done.is_more:
        return (More(ask),)
    if done.steps:
        return (Follow(ask, done.steps),)
    return _of_clauses(ask)


def intents_of_places(question: str, plans: Sequence[StoredPlan]) -> tuple[Intent, ...]:
    """One a clause, where a question asks one thing of one place and another of another; none where it does not."""
    clauses = cut_entries(question)
    mentions = [find_mentions(clause, plans) for clause in clauses]
    places = [mention.regions + mention.titled + mention.names for mention in mentions]
    if len(clauses) < 2 or not all(places) or len(set(places)) < len(clauses):
        return ()
    return tuple(
        Fact(_ask(complete(clause, (), plans), narrow(mention, plans), clause))
        for clause, mention in zip(clauses, mentions, strict=True)
    )


def _ask(done: Completed, reach: Reach, said: str) -> Ask:
    text = BY_DATE.sub(" ", done.mentions.rest).strip() or done.mentions.rest.strip()
    wants = find_wants(done.asks)
    if done.context and not find_wants(text):
        wants = tuple(replace(want, is_carried=want.is_strict) for want in wants)
    phrases = tuple(fold(phrase) for phrase in PHRASE.findall(said))
    return Ask(
        text,
        reach.plans,
        said=said.strip(" ？?。"),
        form=form_of(done.asks, wants),
        wants=wants,
        context=done.context,
        phrases=tuple(phrase for phrase in phrases if phrase in text),
        required=reach.required,
        goals=done.mentions.goals,
    )


def _is_comparison(question: str, done: Completed, reach: Reach) -> bool:
    folded, mentions = fold(question), done.mentions
    if len(reach.plans) < 2:
        return False
    named = len(mentions.regions) + len(mentions.titled) + len(mentions.names)
    if CHANGE.search(folded) and not mentions.any:
        return False
    return bool(EVERY_PLAN.search(folded) or COMPARING.search(folded) or named > 1 or len(mentions.years) > 1)


def _comparison(folded: str, ask: Ask, *, is_ordered: bool) -> tuple[Intent, ...]:
    """An intent a plan, the newest first unless the question gives them an order of its own."""
    is_every = bool(EVERY_PLAN.search(folded))
    is_which = is_every and bool(WHICH.search(folded))
    if is_every:
        ask = replace(ask, text=_without_plans(ask.text))
    if is_every and len(ask.plans) > MOST_COMPARED:
        return (Listing(replace(ask, wants=())),)
    wants = () if is_which or DIFFERENCE.search(ask.text) else ask.wants  # 早几天 stands in neither plan
    plans = ask.plans if is_ordered else sorted(ask.plans, key=_newest_first)
    asks = [replace(ask, plans=(plan,), wants=wants) for plan in plans[:MOST_COMPARED]]
    if is_which:  # that a plan speaks of it is the answer
        return tuple(Mention(replace(one, form=Form.FACT)) for one in asks)
    return tuple(Compare(one) for one in asks)


def _of_only_plan(folded: str, ask: Ask) -> tuple[Intent, ...]:
    """哪几份计划 asked of one plan."""
    ask = replace(ask, text=_without_plans(ask.text))
    return (Mention(replace(ask, wants=(), form=Form.FACT)),) if WHICH.search(folded) else _of_clauses(ask)


def _without_plans(text: str) -> str:
    return EVERY_PLAN.sub(" ", text).strip(" 的")


def _by_plan(plans: Sequence[StoredPlan]) -> list[tuple[StoredPlan, ...]]:
    """Each plan by itself, the newest first, where there are not too many; else all at once."""
    if len(plans) < 2:
        return [tuple(plans)]
    return [(plan,) for plan in sorted(plans, key=_newest_first)[:MOST_COMPARED]]


def _newest_first(plan: StoredPlan) -> int:
    return -(plan.identity.year or 0)


def _of_clauses(ask: Ask) -> tuple[Intent, ...]:
    """An intent a thing that is asked; one that names no matter of its own is about that of the one before."""
    clauses = split_asks(ask.text)
    if len(clauses) < 2:
        return (Fact(ask),)
    topic = topic_of(clauses[0].text)
    return tuple(_of_clause(ask, clause, topic if place else "") for place, clause in enumerate(clauses))


def _of_clause(ask: Ask, clause: Clause, topic: str) -> Intent:
    wants = find_wants(clause.text)
    own = replace(ask, said=clause.said, wants=wants, form=form_of(clause.text, wants))
    if clause.is_of_before:
        return Beside(replace(own, text=f"{topic} {clause.text}"))
    return Fact(replace(own, text=clause.text, context=f"{ask.context} {topic}".strip()))
