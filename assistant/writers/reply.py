"""A reply as it is read: what was believed of it, what was doubted, what it says is missing, and whether it declines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answer import Citation, Run, Statement
from assistant.weighing.select import Piece
from assistant.writers.believe import Basis, Believed, Doubted, believe
from assistant.writers.evidence_text import Source
from assistant.writers.extractive import passage
from assistant.writers.stream import Said
from ingest.language.folding import bare, fold
from ingest.language.words import content_words

DECLINED = re.compile(r"没有找到|not found", re.IGNORECASE)
NOT_STATED = re.compile(r"(?:没有写明|未写明|not stated)\s*[:：]\s*(.{2,40})", re.IGNORECASE)
COURTESY = re.compile(  # says nothing of the plans; it is left out without a word
    r"(?:您好|你好|好的|谢谢|感谢|希望|以上|综上|供您?参考|如需|如有|欢迎|祝|根据(?:以上|所给|提供的)(?:条目|资料|信息)|hello|hi|sure|certainly|thank|i hope|hope this|feel free|please let|based on the)[^\d]{0,40}",
    re.IGNORECASE,
)
DROPPED = re.compile(r"删去|刪去|删除|drop", re.IGNORECASE)
MOST_SENTENCES = 12


@dataclass(slots=True)
class Reply:
    """Sentences in their order, believed or doubted; grows by `take`."""

    basis: Basis
    asked: str  # the questions of the talk
    language: str
    sentences: list[Believed | Doubted] = field(default_factory=list)
    not_stated: list[str] = field(default_factory=list)
    declines: bool = False
    is_empty: bool = True

    @property
    def believed(self) -> list[Believed]:
        """The sentences that rest on items."""
        return [one for one in self.sentences if isinstance(one, Believed)]

    @property
    def doubted(self) -> list[Doubted]:
        """The sentences that do not."""
        return [one for one in self.sentences if isinstance(one, Doubted)]

    def take(self, said: Said) -> bool:
        """Read a further sentence; whether one more is believed."""
        self.is_empty = False
        folded = fold(said.text).strip(" 。.!！")
        if DECLINED.fullmatch(folded):
            self.declines = True
        elif match := NOT_STATED.fullmatch(folded):
            self._take_not_stated(said.text[match.start(1) : match.end(1)])
        elif not COURTESY.fullmatch(folded) and not self._is_known(said.text) and len(self.sentences) < MOST_SENTENCES:
            self.sentences.append(believe(said, self.basis, language=self.language))
            return isinstance(self.sentences[-1], Believed)
        return False

    def mend(self, said: Sequence[Said]) -> None:
        """Put mended sentences in the places of those that were doubted, where they can be believed."""
        places = [place for place, one in enumerate(self.sentences) if isinstance(one, Doubted)]
        for place, sentence in zip(places, said, strict=False):
            if DROPPED.fullmatch(sentence.text) or self._is_known(sentence.text):
                continue
            mended = believe(sentence, self.basis, language=self.language)
            if isinstance(mended, Believed):
                self.sentences[place] = mended

    def _take_not_stated(self, what: str) -> None:
        """Keep what is said to be missing where it was asked in these words, and no item holds them all."""
        words, asked = content_words(what), fold(self.asked)
        held = [fold(source.claim) for source in self.basis.sources]
        was_asked = bool(words) and all(word in asked for word in words)
        if was_asked and not any(all(word in text for word in words) for text in held) and len(self.not_stated) < 2:
            self.not_stated.append(what.strip(" 。.，,;；"))

    def _is_known(self, text: str) -> bool:
        return any(bare(one.text) == bare(text) for one in self.sentences)


def statements_of(
    believed: Sequence[Believed], sources: Sequence[Source]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """The statements, and their citations numbered from 1 in the order of their marks."""
    order = {number: place for place, number in enumerate(dict.fromkeys(n for one in believed for n in one.sources), 1)}
    statements = []
    for one in believed:
        first, *further = (order[number] for number in one.sources)
        statements.append(Statement((Run(one.text),), first, is_quote=False, also=tuple(further)))
    by_number = {source.number: source for source in sources}
    return tuple(statements), tuple(_citation(place, by_number[n], believed) for n, place in order.items())


def _citation(number: int, source: Source, believed: Sequence[Believed]) -> Citation:
    bearing = {q for one in believed for n, q in zip(one.sources, one.quotes, strict=True) if n == source.number}
    text = source.item.text
    pieces = [
        Piece(text.index(sentence), text.index(sentence) + len(sentence))
        for sentence in source.sentences
        if sentence in bearing
    ]
    quote = passage(text, pieces)
    return Citation(number, source.plan, source.item, quote, round(source.score, 4))
