"""The question as it was most likely meant: mistyped places and titles mended, pinyin read as characters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.intents import Intent
from assistant.question import Question, Understanding
from assistant.understanding.mistyped import Slip, find_mistyped_places
from assistant.understanding.mistyped_titles import find_mistyped_titles
from assistant.understanding.pinyin import PinyinReading, read_pinyin
from assistant.understanding.places import find_mentions
from assistant.understanding.spellings import Spellings
from ingest.language.folding import fold, language_of
from vectorstore.stored_plan import StoredPlan


@dataclass(frozen=True, slots=True)
class Meant:
    """A question as it is to be answered, and what was read into it."""

    question: Question
    asked: str  # in the asker's own letters
    slips: tuple[Slip, ...] = ()
    pinyin: PinyinReading | None = None

    @property
    def is_unread(self) -> bool:
        """Whether it is pinyin that says several things, or none that is known."""
        return bool(self.pinyin and not self.pinyin.is_sure)

    @property
    def open_slips(self) -> tuple[Slip, ...]:
        """The slips of which the asker is to say what was meant."""
        return tuple(slip for slip in self.slips if not slip.is_sure)

    @property
    def offers(self) -> tuple[str, ...]:
        """The questions that may have been meant, where it was left open which."""
        if self.pinyin and not self.pinyin.is_sure:
            return self.pinyin.readings
        return tuple(
            _mended(self.question.text, [replace(slip, names=(name,), is_sure=True)])
            for slip in _still_there(self.question.text, self.open_slips)
            for name in slip.names
        )


def read_meant(question: Question, plans: Sequence[StoredPlan], spellings_of: Callable[[], Spellings]) -> Meant:
    """The question and the talk before it, read so; what is not sure is left as it was typed."""
    history = tuple(_read_turn(turn, plans, spellings_of) for turn in question.history)
    pinyin = read_pinyin(question.text, plans, spellings_of)
    text = pinyin.readings[0] if pinyin and pinyin.is_sure else question.text
    slips = () if pinyin else _slips(text, plans)
    return Meant(replace(question, text=_mended(text, slips), history=history), question.text, slips, pinyin)


def without_other_places(understood: Understanding, meant: Meant, plans: Sequence[StoredPlan]) -> Understanding:
    """The understanding, where a place that may be mistyped is named alone: other places' plans are no answer."""
    places = tuple(fold(slip.said) for slip in meant.open_slips if slip.regions)
    named = find_mentions(meant.question.text, plans)
    if not places or understood.uncovered or named.regions or named.titled:
        return understood
    intents = tuple(_required(intent, places) for intent in understood.intents)
    return replace(understood, intents=intents, uncovered="、".join(places), may_stand_alone=False)


def _required(intent: Intent, places: tuple[str, ...]) -> Intent:
    return replace(intent, ask=replace(intent.ask, required=(*intent.ask.required, *places)))


def _still_there(text: str, slips: Sequence[Slip]) -> tuple[Slip, ...]:
    """The slips where they stand in the text, which was mended of others."""
    return tuple(
        replace(slip, start=at, end=at + len(slip.said)) for slip in slips if (at := text.find(slip.said)) >= 0
    )


def _read_turn(turn: str, plans: Sequence[StoredPlan], spellings_of: Callable[[], Spellings]) -> str:
    pinyin = read_pinyin(turn, plans, spellings_of)
    if pinyin:
        return pinyin.readings[0] if pinyin.is_sure else turn
    return _mended(turn, _slips(turn, plans))


def _slips(text: str, plans: Sequence[StoredPlan]) -> tuple[Slip, ...]:
    places = find_mistyped_places(text, plans, language=language_of(text))
    return places or find_mistyped_titles(text, plans)


def _mended(text: str, slips: Sequence[Slip]) -> str:
    """The text with the one name for each slip that is sure."""
    for slip in sorted(slips, key=lambda slip: -slip.start):
        if slip.is_sure:
            text = text[: slip.start] + slip.names[0] + text[slip.end :]
    return text
