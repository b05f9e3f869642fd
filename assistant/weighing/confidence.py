"""Whether an item answers the question: from its words, its meaning, and whether it holds what is asked for.

The signals are weighed into one probability by logistic regression: confidence.json holds what was fitted, to which
questions, and how many are answered rightly against refused wrongly.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from assistant.fitted import probability, read_weights
from assistant.intents import Ask, Form
from assistant.understanding.aspects import lacking_aspect
from assistant.understanding.classes import conflict, other_sex, other_subject, speaks_of_opposite
from assistant.understanding.wants import WantKind
from assistant.units import is_row_alone
from assistant.weighing.explained import explain_words, lacks_thing, unexplained_focus
from assistant.weighing.persons import lacks_person
from assistant.weighing.row_vetoes import against_row, is_of_rows_together
from assistant.weighing.select import select_answer
from assistant.weighing.support import Support
from ingest.language import reading
from ingest.language.folding import fold
from ingest.plan import Item
from vectorstore.search import Query, Search


@dataclass(frozen=True, slots=True)
class Signals:
    """What tells whether an item answers, each about 0 to 1."""

    score: float  # of the search
    item_coverage: float  # of the question's words
    sentence_coverage: float
    item_similarity: float
    sentence_similarity: float
    official_similarity: float  # with the question in official words
    topic_bearing: float  # on the topic that the question speaks of most
    off_topic: float  # how far the question speaks of a topic that the item is not about
    is_strict: float  # 1 where a figure or date is asked for
    strict_fit: float  # how well what the item holds of it fits
    holds_none: float  # 1 where it holds no such figure or date
    is_loose: float  # 1 where a name, a body, a place, a permission, a list is asked for
    loose_fit: float  # how well what the item holds of it fits
    other_stage: float  # 1 where what would be quoted speaks of another stage of school than the question
    explained: float  # the share of the question's words that the item covers or that people say of its topics
    least_explained: float  # the word whose lack weighs most then
    unexplained: float  # the share of the words' weight that the two least explained lack
    lacks_thing: float  # 1 where the question names a thing that nothing of what would be quoted is like
    foreign: float  # how far a word that the item does not explain tells of another topic
    beside_figure: float  # what the item covers of the question, less what stands around the figure or date
    beside_name: float  # the same of a name, a list, a permission
    focus_thing: (
        float  # how far the item leaves unexplained the thing that is asked for of the matter: 工资 of 校车司机工资多少
    )
    focus_deed: float  # the same of what is to be done: 退 of 怎么退
    words: float  # how many the question has: 1 for eight or more
    read: float  # the reader's log odds that the item answers, a fifth of them; 0 where none read it


@dataclass(frozen=True, slots=True)
class Judgement:
    """How surely an item answers the question (0 to 1), whether that is enough, and what tells for or against it."""

    support: Support
    answers: bool
    is_sure: bool
    reason: str
    confidence: float
    signals: Signals
    lacks: WantKind | None = None  # what is asked for, where the item holds nothing of the kind
    is_vetoed: bool = False  # something tells against it that nothing outweighs
    is_picked: bool = False  # it is one of several rows that the question picks by what they say
    is_blank: bool = False  # it is, or holds, the row that is named, and the cell that is asked for is blank


@dataclass(frozen=True, slots=True)
class Bar:
    """The least confidence to answer, and the least to answer without a doubt."""

    least: float
    sure: float


QUOTED = 200  # characters of an item that are looked at for another stage
# By whether a reader has read the item: what its words tell counts for more where none has.
FILES = {is_read: Path(__file__).parent / f"confidence{'_read' if is_read else ''}.json" for is_read in (True, False)}
# Of the say on an item that was read, what the weights have that do not know what was read: of papers unlike those that it learned from
# a reader is at times sure and wrong. On the development questions as many are refused rightly at 2 % and 5 % with it (0.44 and
# 0.54) as without (0.43 and 0.53).
UNREAD_SHARE = 0.35
WEIGHTS = {is_read: read_weights(file) for is_read, file in FILES.items()}
# Chosen on the development questions: from 0.08 to 0.12 more of those without an answer are refused (0.36 to 0.44) and few more of
# those that the plans answer (0.02 to 0.03). Whether a question names a place is no signal: who asks on a district's own page
# does not.
LEAST_CONFIDENCE = 0.11
LEAST_READ = (
    0.1  # of an item that was read: at 0.11 one more development question in everyday speech is refused wrongly
)
LEAST_COMPARED = 0.06  # of one of several plans that are set side by side: the question speaks of the others too
LEAST_PICKED = 0.04  # of a row that the question picks with others by what they say; chosen on one table alone
SURE_COMPARED = 0.33  # in the same proportion; at 0.5, one in ten right comparisons opened with a doubt
SURE = 0.5  # from here on, of questions that have an answer nine in ten are answered by this item, below seven
STANDARD = Bar(LEAST_CONFIDENCE, SURE)
COMPARED = Bar(LEAST_COMPARED, SURE_COMPARED)
# That a plan speaks of a matter, in other words than were asked for: of the cells of the development topics 92 of 98 are right
# from 0.5 to 0.6, of which 0.6 fills the fewest that should be empty.
MENTIONED = Bar(SURE_COMPARED, 0.6)
NO_SIGNALS = Signals(**dict.fromkeys((field.name for field in fields(Signals)), 0.0))


def judge(ask: Ask, query: Query, support: Support, search: Search, bar: Bar) -> Judgement:
    """The judgement on an item that was found for what is asked: whether it reaches the bar, unless something tells against it."""
    signals = read_signals(ask, query, support, search, least=LEAST_COMPARED)
    confidence = weigh(signals, is_read=support.read is not None) if support.alignment.words else 0.0
    beside = [one.item for one in search.store.items.items_of(support.hit.plan.edition)]
    if veto := _veto(ask, support) or _veto_of_row(ask, support, beside):
        return replace(veto, confidence=confidence, signals=signals, reason=f"{confidence:.2f}; {veto.reason}")
    is_sure = confidence >= bar.sure or (ask.form is Form.CONTENT and _holds_topic(ask, query, support))
    reason = f"{confidence:.2f}; {_told(signals, support)}"
    least = bar.least if support.read is None else min(bar.least, LEAST_READ)
    is_picked = confidence >= LEAST_PICKED and is_of_rows_together(fold(ask.text), support.hit.item, beside)
    if is_picked:
        least = LEAST_PICKED
    return Judgement(support, confidence >= least, is_sure, reason, confidence, signals, is_picked=is_picked)


def judge_mention(ask: Ask, query: Query, support: Support, search: Search) -> Judgement:
    """The same where it is asked whether a plan speaks of a matter: an item that holds the words does."""
    judgement = judge(ask, query, support, search, MENTIONED)
    if judgement.is_vetoed or not _holds_topic(ask, query, support):
        return judgement
    reason = f"{judgement.confidence:.2f}; holds the words that are asked for"
    return replace(judgement, answers=True, is_sure=True, reason=reason)


def _veto(ask: Ask, support: Support) -> Judgement | None:
    """That the item does not answer whatever it is like: it does not name what it must, or holds nothing of what is wanted."""
    names = (*ask.required, *(str(goal) for goal in ask.goals if goal != support.hit.plan.identity.year))
    item, texts = support.hit.item, [sentence.text for sentence in support.hit.sentences]
    if not _name_all(names, texts):
        return _vetoed(support, f"no sentence names {'、'.join(names)}")
    if support.lacks_all:
        lacks = support.fits[0][0].kind
        return replace(_vetoed(support, f"holds no {lacks}"), lacks=lacks)
    asked, told = fold(ask.text), fold(f"{item.heading}\n{item.text}")
    title = fold(support.hit.plan.identity.title)
    if conflict(asked, fold(item.heading)) or (conflict(asked, title) and conflict(asked, f"{title}\n{told}")):
        return _vetoed(support, "is of another stage of school or grade")
    if other_subject(asked, told):
        return _vetoed(support, "is of another subject")
    if speaks_of_opposite(asked, told) or (is_row_alone(item) and other_sex(asked, told)):
        return _vetoed(support, "is of those whom the question does not mean")
    plan_title = support.hit.plan.identity.title
    if lacking := lacking_aspect(
        fold(ask.text), fold(f"{plan_title}\n{item.section_title}\n{item.heading}\n{item.text}")
    ):
        return _vetoed(support, f"says nothing of {lacking}")
    return None


def _veto_of_row(ask: Ask, support: Support, beside: Sequence[Item]) -> Judgement | None:
    """That the item is the row of something else than is named, or blank where it is asked; or names no such person."""
    if lacking := lacks_person(support.hit.item, fold(ask.text)):
        return replace(_vetoed(support, f"names no {lacking}"), lacks=WantKind.PERSON)
    against = against_row(fold(ask.text), support.hit.item, beside, support.hit.plan.identity.title)
    return replace(_vetoed(support, against.reason), is_blank=against.is_blank) if against else None


def _vetoed(support: Support, reason: str) -> Judgement:
    return Judgement(support, False, False, reason, 0.0, NO_SIGNALS, is_vetoed=True)


def read_signals(ask: Ask, query: Query, support: Support, search: Search, *, least: float = 0.0) -> Signals:
    """The signals of an item that was found for what is asked.

    What takes longest to read, whether a thing is lacking, is read only where the others reach the `least` confidence.
    """
    features = support.hit.features
    strict = [fit for want, fit in support.fits if want.is_strict]
    loose = [fit for want, fit in support.fits if not want.is_strict]
    spoken_of = float(query.topic_scores.max(initial=0.0))
    explained, least_explained, unexplained, foreign = explain_words(query, support, search)
    focus_thing, focus_deed = unexplained_focus(ask, query, support, search)
    quoted = " ".join(select_answer(support).words(support.hit.item.text))[:QUOTED]
    signals = Signals(
        score=support.hit.score,
        item_coverage=features.item_coverage,
        sentence_coverage=features.sentence_coverage,
        item_similarity=max(0.0, features.item_similarity),
        sentence_similarity=max(0.0, features.sentence_similarity),
        official_similarity=max(0.0, features.official_similarity),
        topic_bearing=features.topic_bearing / max(spoken_of, 1e-6),
        off_topic=spoken_of * (1 - features.topic_bearing / max(spoken_of, 1e-6)),
        is_strict=float(bool(strict)),
        strict_fit=max(strict, default=0.0),
        holds_none=float(bool(strict) and not any(strict)),
        is_loose=float(bool(loose)),
        loose_fit=max(loose, default=0.0),
        other_stage=float(conflict(fold(f"{ask.text} {ask.context}"), fold(f"{support.hit.item.heading}\n{quoted}"))),
        explained=explained,
        least_explained=least_explained,
        unexplained=unexplained,
        lacks_thing=0.0,
        foreign=foreign,
        beside_figure=max(0.0, features.item_coverage - max(strict)) if strict else 0.0,
        beside_name=max(0.0, features.item_coverage - max(loose)) if loose else 0.0,
        focus_thing=focus_thing,
        focus_deed=focus_deed,
        words=min(1.0, len(query.words) / 8),
        read=0.0 if support.read is None else _log_odds(support.read) / 5,
    )
    if weigh(signals, is_read=support.read is not None) < least:
        return signals
    return replace(signals, lacks_thing=lacks_thing(ask.text, f"{support.hit.item.heading}\n{quoted}"))


def weigh(signals: Signals, *, is_read: bool) -> float:
    """The probability that an item with these signals answers; of one that was read, both weights have a say."""
    unread = probability(signals, WEIGHTS[False])
    if not is_read:
        return unread
    odds = (1 - UNREAD_SHARE) * _log_odds(probability(signals, WEIGHTS[True])) + UNREAD_SHARE * _log_odds(unread)
    return 1 / (1 + math.exp(-odds))


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return math.log(share / (1 - share))


def _holds_topic(ask: Ask, query: Query, support: Support) -> bool:
    """Whether one sentence, the heading or the section's title holds what stands in quotation marks, or else all the words, as they are."""
    topic = ask.phrases or tuple(word for word in query.words if len(word) > 1)
    item = support.hit.item
    texts = (item.section_title, item.heading, *(sentence.text for sentence in support.hit.sentences))
    return bool(topic) and any(all(word in reading.read(text).folded for word in topic) for text in texts)


def _told(signals: Signals, support: Support) -> str:
    """The signals that a reader can check, in words."""
    told = [
        *([f"read {support.read:.2f}"] if support.read is not None else []),
        f"words covered {signals.item_coverage:.2f}",
        f"words explained {signals.explained:.2f}",
        f"meaning {signals.sentence_similarity:.2f}",
        f"official wording {signals.official_similarity:.2f}",
        f"topic {signals.topic_bearing:.2f}",
    ]
    if signals.is_strict:
        told.append("holds no such figure" if signals.holds_none else f"figure fits {signals.strict_fit:.2f}")
    return ", ".join(told)


def _name_all(required: Sequence[str], sentences: Sequence[str]) -> bool:
    """Whether one of the sentences names all the places and years that are required."""
    return not required or any(
        all(name in reading.read(sentence).folded for name in required) for sentence in sentences
    )
