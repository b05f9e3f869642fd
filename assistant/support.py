"""How well an item supports an answer: which of its sentences bear on the question, and whether they hold what is asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Part
from assistant.wants import Want, WantKind, find_answers
from ingest.characters import fold
from vectorstore.alignment import Alignment, words_of
from vectorstore.search import Hit, Query

# Chosen on benchmarks/questions/development.jsonl; benchmarks/answers.py repeats the choice.
WANTED_WEIGHT = 0.3  # what a figure or date that fits adds to the score of its item
LOOSELY_WANTED_WEIGHT = 0.1  # the same of a name or body: most items hold some
NEAR_FIT = 0.9  # a further sentence is quoted when what is asked for fits it this nearly as well
LEAST_GAIN = 0.12  # a further sentence is quoted when it covers this share of the question more
BESIDE_BEST = 0.75  # a neighbouring sentence is quoted with the best when it bears on the question this nearly as well
OTHER_BODY = 0.4  # a body that a sentence merely names fits "who" less than one that it makes responsible
RESPONSIBLE = re.compile("负责|負責|牵头|牽頭|主管|承办|承辦")
CLAUSE = re.compile(r"[^，,；;。：:！？\n]+")


@dataclass(frozen=True, slots=True)
class Support:
    """An item weighed: its score, how well what it holds fits each want (0 to 1), and how its sentences bear on it."""

    hit: Hit
    alignment: Alignment
    score: float
    fits: tuple[tuple[Want, float], ...]
    bearing: tuple[float, ...]  # a number a sentence
    fitting: tuple[int, ...]  # the sentences that fit the wants that are met at all, the best for each want first

    def sentences(self, most_characters: int) -> tuple[str, ...]:
        """The sentences to quote, in their order: those that fit the wants, else the best; then those that add to it.

        A sentence adds to them when it covers words of the question that they leave uncovered, or stands beside them
        and bears on the question nearly as well.
        """
        texts = [sentence.text for sentence in self.hit.sentences]
        chosen: list[int] = []
        length = 0
        for index in self.fitting or (_index_of_best(self.bearing),):
            if not chosen or (index not in chosen and length + len(texts[index]) <= most_characters):
                chosen.append(index)
                length += len(texts[index])
        while True:
            rest = [i for i in range(len(texts)) if i not in chosen and length + len(texts[i]) <= most_characters]
            worth = {i: self._worth(i, chosen) for i in rest}
            added = max(worth, key=worth.__getitem__, default=None)
            if added is None or worth[added] <= 0:
                return tuple(texts[i] for i in sorted(chosen))
            chosen.append(added)
            length += len(texts[added])

    def _worth(self, index: int, chosen: Sequence[int]) -> float:
        texts = [sentence.text for sentence in self.hit.sentences]
        beside = tuple(word for i in chosen for word in words_of(texts[i]))
        gain = 0.0 if self.fitting else self.alignment.gain(words_of(texts[index]), beside)
        near = any(abs(index - i) == 1 for i in chosen)
        beside_best = near and self.bearing[index] >= BESIDE_BEST * max(self.bearing[i] for i in chosen)
        return gain if gain >= LEAST_GAIN else self.bearing[index] if beside_best else 0.0


def weigh(part: Part, query: Query, hit: Hit) -> Support:
    """The support that an item gives to an answer of this part of the question."""
    asked = fold(part.text)
    bearing = tuple((s.coverage + max(0.0, s.similarity) + max(0.0, s.official) / 2) / 2.5 for s in hit.sentences)
    fits, fitting = [], []
    for want in part.wants:
        by_sentence = [_fit(want, sentence.text, hit.item.heading, query, asked) for sentence in hit.sentences]
        best = _index_of_best([fit + bears / 10 for fit, bears in zip(by_sentence, bearing, strict=True)])
        fits.append((want, by_sentence[best]))
        if by_sentence[best] > 0:
            fitting.append(best)
            fitting.extend(i for i, fit in enumerate(by_sentence) if fit >= by_sentence[best] * NEAR_FIT)
    weighed = [(WANTED_WEIGHT if want.is_strict else LOOSELY_WANTED_WEIGHT) * fit for want, fit in fits]
    bonus = sum(weighed) / len(weighed) if weighed else 0.0
    return Support(hit, query.alignment, hit.score + bonus, tuple(fits), bearing, tuple(dict.fromkeys(fitting)))


def _fit(want: Want, sentence: str, heading: str, query: Query, asked: str) -> float:
    """How well a sentence gives what is wanted: the question's words covered by the clause around it, 0 without it.

    The clause before counts too, and the item's heading: `课后服务……，收费标准为每生每学期320元`. Who is responsible
    stands at the end of an item, in a sentence of its own, so there the item's heading alone may cover the question.
    """
    if want.kind is WantKind.BODY:
        stands = bool(find_answers(want, sentence, asked=asked))
        if not stands:
            return 0.0
        weight = 1.0 if RESPONSIBLE.search(sentence) else OTHER_BODY
        return weight * query.alignment.coverage(words_of(f"{heading}\n{sentence}"))
    best = 0.0
    clauses = [match.span() for match in CLAUSE.finditer(sentence)]
    for start, _ in find_answers(want, sentence, asked=asked):
        at = max((i for i, (first, _) in enumerate(clauses) if first <= start), default=0)
        around = sentence[clauses[max(0, at - 1)][0] : clauses[at][1]] if clauses else sentence
        best = max(best, query.alignment.coverage(words_of(f"{heading}\n{around}")))
    return best


def _index_of_best(values: Sequence[float]) -> int:
    return max(range(len(values)), key=values.__getitem__)
