"""What a model is asked: rules, question, talk and evidence, fitted to its window with the answer's room kept free."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.budget import Count, fit, newest_that_fit
from assistant.question import Question, Understanding
from assistant.weighing.evidence import Found
from assistant.writers.believe import Nearness
from assistant.writers.chat import ChatError, Message, Meter, Reason
from assistant.writers.evidence_text import Source, fence, number_sources, passage_of, quoted
from prompts.load import fill

LANGUAGES = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文（台灣、香港讀者）", "en": "English"}
MOST_SOURCES = 12
ANSWER_ROOM = 900  # tokens; some 600 Chinese characters by the tokenizer that takes the most
FRAMING = 24  # tokens that a provider puts around messages
TALK_SHARE = 8  # the talk may take an eighth of the room for the evidence


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be answered: the question, how it was understood, the evidence, how near texts are, and the answer's meter."""

    question: Question
    understood: Understanding
    found: Sequence[Found]
    nearness: Nearness
    meter: Meter

    @property
    def language(self) -> str:
        """The asker's."""
        return self.understood.language

    @property
    def talk(self) -> str:
        """All that was asked in the talk."""
        return " ".join((*self.question.history, self.question.text, self.understood.reading))


@dataclass(frozen=True, slots=True)
class Request:
    """The messages, and the sources that they show."""

    messages: tuple[Message, ...]
    sources: tuple[Source, ...]


def request(name: str, asked: Asked, *, window: int, count: Count, **more: str) -> Request:
    """The request by the prompt `name`. Raises ChatError where not even one item's bearing sentences fit the window."""
    english, language = asked.language == "en", LANGUAGES[asked.language]
    rules = fill("rules", english=english, language=language)
    values = {"question": _question(asked), "language": language, **more}
    has_talk = name != "mend"
    empty = fill(name, english=english, items="", **values, **({"history": ""} if has_talk else {}))
    room = window - min(ANSWER_ROOM, window // 4) - FRAMING - count(rules) - count(empty)
    turns = [quoted(turn) for turn in asked.question.history] if has_talk else []
    talk = newest_that_fit(turns, room // TALK_SHARE, count)
    room -= sum(count(turn) + 1 for turn in talk)
    sources = number_sources(asked.found, most=MOST_SOURCES)
    passages = [passage_of(source, count(fence(source, ())) + 2) for source in sources]
    shown = [pair for pair in zip(sources, fit(passages, room, count), strict=True) if pair[1]]
    if not shown:
        raise ChatError(Reason.TOO_LONG)
    items = "\n\n".join(fence(source, sentences) for source, sentences in shown)
    history = {"history": "\n".join(talk) or "—"} if has_talk else {}
    text = fill(name, english=english, items=items, **values, **history)
    return Request((("system", rules), ("human", text)), tuple(source for source, _ in shown))


def condensing(question: Question, language: str, *, window: int, count: Count) -> tuple[Message, ...]:
    """The request to complete the last question of a talk."""
    english = language == "en"
    turns = [quoted(turn) for turn in question.history]
    asked = quoted(question.text)
    empty = fill("condense", english=english, history="", question=asked)
    talk = newest_that_fit(turns, window // 2 - FRAMING - count(empty), count)
    return (("human", fill("condense", english=english, history="\n".join(talk), question=asked)),)


def _question(asked: Asked) -> str:
    """The question, and how the talk completes it."""
    text, reading = asked.question.text, asked.understood.reading
    return quoted(f"{text}（{reading}）" if reading else text)
