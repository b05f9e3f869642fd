"""Our own questions and statements as examples: each with a passage that answers it and one that does not."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ingest.language.sentences import cut_sentences
from vectorstore.topics import Topic
from vectorstore.training.reader.examples import UNKNOWN, Example, Support
from vectorstore.training.reader.own import PlanItems, Question, Statement

SOURCE = "own"
LEAD = 16  # letters: a first sentence this short is a passage's heading, and says nothing by itself
# How many of the questions are also asked of the passage on another matter that is nearest to them: search brings such.
FAR_ANSWERED, FAR_UNANSWERED = 0.5, 0.15
COPIED = 2  # passages of a topic
FIGURE = re.compile(r"\d+")
Nearest = Callable[[Question], str]


def question_examples(
    questions: Sequence[Question], topics: Mapping[str, Topic], nearest: Nearest, *, seed: int
) -> Iterator[Example]:
    """Each question with an item that answers it and one that does not, often the same but for the answer.

    An item is some passages of the topic and sentences that answer other questions on it, so that it is as long as
    those of plans; `nearest` gives the passage of another topic that is nearest to a question.
    """
    choose = random.Random(seed)
    beside: dict[str, list[Question]] = {}
    for question in questions:
        beside.setdefault(question.about, []).append(question)
    for question in questions:
        others = [one.completion for one in beside[question.about] if one.completion and one is not question]
        yield from _contrasted(question, topics[question.about].official, others, choose)
        if choose.random() < (FAR_ANSWERED if question.answered_by else FAR_UNANSWERED):
            yield _silent(question, nearest(question))


def item_examples(
    questions: Sequence[Question], plans: Sequence[PlanItems], nearest: Nearest, *, seed: int
) -> Iterator[Example]:
    """Each question with the item that answers it, or the item it is about with and without the sentence that would,
    and with the item of the same plan that is nearest to it and does not."""
    choose = random.Random(seed)
    texts = {f"{plan.source}/{ref}": text for plan in plans for ref, text in zip(plan.refs, plan.texts, strict=True)}
    by_source = {plan.source: plan for plan in plans}
    for question in questions:
        source, _, _ = question.about.partition("/")
        for place in question.answered_by[:2]:
            cut = cut_sentences(by_source[source].texts[place])
            yield Example(question.text, tuple(cut), SOURCE, 1, tuple(_bearing(cut)))
        if not question.answered_by:
            yield _silent(question, texts[question.about])
            cut = cut_sentences(texts[question.about])
            place = choose.randint(min(1, len(cut)), len(cut))
            completed = (*cut[:place], question.completion, *cut[place:])
            bearing = tuple(int(i == place) for i in range(len(completed)))
            yield Example(question.text, completed, SOURCE, 1, bearing)
        if question.answered_by or choose.random() < 0.5:
            yield _silent(question, nearest(question))


def _contrasted(
    question: Question, passages: Sequence[str], completions: Sequence[str], choose: random.Random
) -> Iterator[Example]:
    silent = [passages[place] for place in range(len(passages)) if place not in question.answered_by]
    around = choose.sample(silent, min(len(silent), choose.choice((0, 1, 1, 2, 3))))
    around += choose.sample(completions, min(len(completions), choose.choice((0, 0, 1))))
    answering = [passages[place] for place in question.answered_by] or [question.completion]
    answer = choose.choice(answering)
    if answer:
        yield _item(question, [*around, answer], answer, choose)
    silent = silent or list(completions)
    if not silent:  # all passages of the topic answer
        return
    if not answer or not question.answered_by or choose.random() < 0.5:  # the very same without the answer
        yield _item(question, around or [choose.choice(silent)], "", choose)
    else:
        yield _item(question, choose.sample(silent, min(len(silent), choose.choice((1, 1, 2)))), "", choose)


def _item(question: Question, texts: Sequence[str], answer: str, choose: random.Random) -> Example:
    sentences: list[str] = []
    bearing: list[int] = []
    for text in choose.sample(texts, len(texts)):
        cut = cut_sentences(text)
        sentences += cut
        bearing += _bearing(cut) if text == answer else [0] * len(cut)
    return Example(question.text, tuple(sentences), SOURCE, int(bool(answer)), tuple(bearing))


def _silent(question: Question, passage: str) -> Example:
    cut = _cut([passage])
    return Example(question.text, cut, SOURCE, 0, (0,) * len(cut))


def _bearing(cut: Sequence[str]) -> list[int]:
    """Which sentences of a passage bear the answer: its only one, or its only one after the heading; else unknown."""
    if len(cut) == 1:
        return [1]
    if len(cut) == 2 and len(cut[0]) <= LEAD:
        return [UNKNOWN, 1]
    return [UNKNOWN] * len(cut)


def statement_examples(statements: Sequence[Statement], topics: Mapping[str, Topic], *, seed: int) -> Iterator[Example]:
    """Each statement with its passage alone and among others; a passage of the topic that is another says nothing of it."""
    choose = random.Random(seed)
    for statement in statements:
        passages = topics[statement.about].official
        others = [place for place in range(len(passages)) if place != statement.passage]
        beside = [statement.passage, *choose.sample(others, choose.choice((1, 2)))]
        choose.shuffle(beside)
        yield _stated(statement, [passages[statement.passage]], statement.support)
        if statement.support != Support.UNSAID:
            yield _stated(statement, [passages[place] for place in beside], statement.support)
        if choose.random() < 0.3:
            yield _stated(statement, [passages[choose.choice(others)]], Support.UNSAID)


def copied_examples(topics: Iterable[Topic], *, seed: int) -> Iterator[Example]:
    """What a passage says word for word is borne out by it, with another figure is not, and is not said by another passage:
    else a statement with a figure would be taken for an altered one by that alone."""
    choose = random.Random(seed)
    for topic in topics:
        for place in choose.sample(range(len(topic.official)), min(COPIED, len(topic.official))):
            passage = topic.official[place]
            other = choose.choice([*topic.official[:place], *topic.official[place + 1 :]])
            copied = max(cut_sentences(passage), key=len)
            beside = choose.sample([passage, other], 2)
            yield Example(copied, _cut(beside), SOURCE, support=Support.BORNE_OUT)
            yield Example(copied, _cut([other]), SOURCE, support=Support.UNSAID)
            if FIGURE.search(copied):
                yield Example(_with_another_figure(copied, choose), _cut(beside), SOURCE, support=Support.CONTRADICTED)


def _with_another_figure(sentence: str, choose: random.Random) -> str:
    figure = choose.choice(list(FIGURE.finditer(sentence)))
    others = [str(n) for n in (int(figure[0]) + 1, int(figure[0]) * 2, int(figure[0]) + 10) if str(n) != figure[0]]
    return sentence[: figure.start()] + choose.choice(others) + sentence[figure.end() :]


def _stated(statement: Statement, passages: Sequence[str], support: Support) -> Example:
    return Example(statement.text, _cut(passages), SOURCE, support=support)


def _cut(passages: Sequence[str]) -> tuple[str, ...]:
    return tuple(sentence for passage in passages for sentence in cut_sentences(passage))
