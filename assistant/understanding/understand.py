"""What is asked, about which plans and years, and what kind of words would answer it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from assistant.intents import Compare, Intent, Mention
from assistant.question import Question, Understanding
from assistant.understanding.about_store import AboutStore, Topic, find_about_store, is_of_paper
from assistant.understanding.follow_up import Completed, complete
from assistant.understanding.intend import intents_of, intents_of_places
from assistant.understanding.named import list_named, take_off
from assistant.understanding.places import find_mentions
from assistant.understanding.restate import restate
from assistant.understanding.scope import BY_DATE, Reach, choose, narrow, narrow_by_date
from assistant.understanding.small_talk import find_small_talk
from ingest.errors import UserError
from ingest.language.folding import fold, language_of
from ingest.language.words import content_words
from vectorstore.stored_plan import StoredPlan


def understand(question: Question, plans: Sequence[StoredPlan]) -> Understanding:
    """The question completed from the talk, the plans to look in, and what is wanted of them."""
    chosen = choose(question.scope, plans)
    if small_talk := find_small_talk(question.text):
        return Understanding(question.text, _language(question.text), (), chosen, chosen, aside=small_talk)
    history = [turn for turn in question.history if not find_small_talk(turn)]
    done = complete(question.text, history, chosen)
    done = replace(done, mentions=take_off(done.mentions, question.without))
    if about := _about_store(question.text, history, chosen):
        return _of_records(about, question, done, chosen)
    intents = () if question.history or question.without else intents_of_places(question.text, chosen)
    reach = _all_of(intents) if intents else _reach_of(question, done, chosen)
    intents = intents or intents_of(question.text, done, reach)
    return Understanding(
        text=done.mentions.rest,
        language=_language(question.text),
        intents=intents,
        plans=reach.plans,
        known=chosen,
        is_comparison=any(isinstance(intent, Compare | Mention) for intent in intents),
        uncovered=_uncovered(reach),
        reading=restate(done, chosen, question.text) if done.is_carried or question.without else "",
        named=list_named(done.mentions, find_mentions(question.text, chosen), chosen),
        is_carried=done.is_carried,
        may_stand_alone=done.may_stand_alone,
        besides=reach.besides,
        lacking_year=reach.lacking_year,
    )


def _about_store(text: str, history: Sequence[str], plans: Sequence[StoredPlan]) -> AboutStore | None:
    """What of the store is asked; within a talk on some matter, only where a paper is named."""
    own = find_mentions(text, plans)
    about = find_about_store(BY_DATE.sub("", own.rest))
    if not about or not history or own.any or is_of_paper(about, own.rest):
        return about
    return about if find_about_store(find_mentions(history[-1], plans).rest) else None


def _of_records(about: AboutStore, question: Question, done: Completed, plans: tuple[StoredPlan, ...]) -> Understanding:
    """A question about the store; which plans there are is asked of all years, unless it names some itself."""
    own = find_mentions(question.text, plans)
    mentions = done.mentions
    if about.topic is Topic.PLANS:
        mentions = replace(mentions, years=own.years, titled=own.titled)
    reach = _reach_of(question, replace(done, mentions=mentions), plans)
    return Understanding(
        text=own.rest,
        language=_language(question.text),
        intents=(),
        plans=reach.plans,
        known=plans,
        uncovered=_uncovered(reach),
        named=list_named(mentions, own, plans),
        is_carried=done.is_carried,
        besides=reach.besides,
        lacking_year=reach.lacking_year,
        aside=about,
    )


def _reach_of(question: Question, done: Completed, plans: Sequence[StoredPlan]) -> Reach:
    reach = narrow(done.mentions, plans)
    if done.mentions.years:
        return reach
    return narrow_by_date(fold(question.text), question.today or _today(), reach)


def _today() -> date:
    return datetime.now().astimezone().date()


def _all_of(intents: Sequence[Intent]) -> Reach:
    """The plans of all, and what of them no plan is of."""
    plans = dict.fromkeys(plan for intent in intents for plan in intent.ask.plans)
    required = dict.fromkeys(name for intent in intents for name in intent.ask.required)
    return Reach(tuple(plans), tuple(required))


def _uncovered(reach: Reach) -> str:
    return "、".join(reach.required) if reach.required or not reach.plans else ""


def _language(text: str) -> str:
    han = sum("\u4e00" <= c <= "\u9fff" for c in text)
    return "en" if han * 4 < len(text) and re.search("[A-Za-z]{3}", text) else language_of(text)


def without_half_characters(text: str) -> str:
    """The text with `\ufffd` for each lone surrogate, which JSON and garbled arguments may hold and no file can."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def check_text(text: str, *, longest: int) -> str:
    """The question without white space around it and half characters in it. Raises UserError where it is empty or too long."""
    text = without_half_characters(text).strip()
    if not content_words(text) and not re.search(r"\w", text):
        raise UserError("The question is empty; type what you want to know, for example: 课后服务怎么收费")
    if len(text) > longest:
        raise UserError(f"The question has {len(text)} characters; ask in at most {longest}.")
    return text
