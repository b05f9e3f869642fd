"""What an answer says of how the question was read: 您是不是要问东西湖区？"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import ANSWERED, NOT_FOUND, Answer, Said
from assistant.phrases import say
from assistant.understanding.meant import Meant
from assistant.understanding.mistyped import Slip
from ingest.plan import Identity

QUOTING = "extractive"  # the writer of an answer that no model wrote


def tell_unread(meant: Meant, plans: Sequence[Identity]) -> Answer:
    """The answer to pinyin that is left unread: what it may say, or that characters are needed."""
    readings = meant.pinyin.readings if meant.pinyin else ()
    told = say("or_rather", "zh-Hans").join(f"“{reading}”" for reading in readings)
    text = say("pinyin_open", "zh-Hans", readings=told) if told else say("pinyin_unread", "zh-Hans")
    return Answer(
        question=meant.asked,
        language="zh-Hans",
        status=NOT_FOUND,
        statements=(),
        citations=(),
        nearest=(),
        scope=tuple(plans),
        writer=QUOTING,
        before=(Said(text),),
        offers=meant.offers,
    )


def tell_meant(answer: Answer, meant: Meant) -> Answer:
    """The answer with how its question was read above it, and with what else may have been meant."""
    if not meant.slips and not meant.pinyin:
        return answer
    is_open = bool(meant.open_slips) and answer.status != ANSWERED
    body = (Said(_uncovered(meant.open_slips, answer.language)),) if is_open else answer.before
    choices = tuple(dict.fromkeys((*(region for slip in meant.slips for region in slip.regions), *answer.choices)))
    return replace(
        answer,
        question=meant.asked,
        before=(*map(Said, (*_readings(meant, answer), *_asked_back(meant, answer.language))), *body),
        nearest=() if is_open else answer.nearest,
        reading=answer.reading or ("" if meant.question.text == meant.asked else meant.question.text),
        choices=choices,
        offers=meant.offers,
    )


def _readings(meant: Meant, answer: Answer) -> list[str]:
    """How pinyin was read, unless the answer says already how the talk completes it."""
    if not meant.pinyin or answer.reading:
        return []
    return [say("pinyin_read", answer.language, text=meant.question.text)]


def _asked_back(meant: Meant, language: str) -> list[str]:
    told = []
    for slip in meant.slips:
        names = slip.names if slip.regions else tuple(f"《{name}》" for name in slip.names)
        line = say("did_you_mean", language, names=_either(names, language))
        if slip.is_sure:
            line += say("read_so", language, said=slip.said, name=names[0])
        told.append(line)
    return told


def _either(names: Sequence[str], language: str) -> str:
    """`A，还是B`."""
    return say("or_rather", language).join(names)


def _uncovered(slips: Sequence[Slip], language: str) -> str:
    return say("uncovered", language, missing="、".join(slip.said for slip in slips))
