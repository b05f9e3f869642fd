"""How well an item supports an answer: which of its sentences bear on the question, and whether they hold what is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Part
from assistant.understanding.wants import Want
from assistant.weighing.fit import find_fits
from ingest.language.folding import fold
from ingest.language.sentences import cut_entries
from ingest.language.words import content_words
from vectorstore.alignment import Alignment
from vectorstore.search import Hit, Query

# Chosen on benchmarks/questions/development.jsonl; benchmarks/answers.py repeats the choice.
WANTED_WEIGHT = 0.3  # what a figure or date that fits adds to the score of its item
LOOSELY_WANTED_WEIGHT = 0.1  # the same of a name or body: most items hold some
NEAR_FIT = 0.9  # a further sentence is quoted when what is asked for fits it this nearly as well
LEAST_CLAUSE_COVERAGE = 0.4  # of one of several questions, for a sentence to be quoted for it
LEAST_GAIN = 0.12  # a further sentence is quoted when it covers this share of the question more
BESIDE_BEST = 0.75  # a neighbouring sentence is quoted with the best when it bears on the question this nearly as well
SHARED_COVERAGE = 0.48  # of the question's words by the item; below, the question is worded otherwise than the plan
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Support:
    """An item weighed: its score, how well what it holds fits each want (0 to 1), and how its sentences bear on it."""

    hit: Hit
    alignment: Alignment
    score: float
    fits: tuple[tuple[Want, float], ...]
    bearing: tuple[float, ...]  # a number a sentence
    fitting: tuple[int, ...]  # the sentences that fit the wants that are met at all, the best for each want first
    spans: tuple[tuple[Span, ...], ...]  # a sentence's figures, dates and names that fit, as (start, end)

    @property
    def is_worded_otherwise(self) -> bool:
        """Whether the item shares so few words with the question that meaning alone has to tell."""
        return _is_worded_otherwise(self.hit)

    def quoted(self, most_characters: int) -> tuple[tuple[str, tuple[Span, ...]], ...]:
        """The sentences to quote, each with the spans in it that give what is asked for."""
        chosen = self._chosen(most_characters)
        if self.is_worded_otherwise:
            chosen = self._widened(chosen, most_characters)
        return tuple((self.hit.sentences[i].text, self.spans[i]) for i in chosen)

    def _widened(self, chosen: Sequence[int], most_characters: int) -> list[int]:
        """With the item's opening, which names its matter, and further sentences, best first, as far as there is room."""
        texts = [sentence.text for sentence in self.hit.sentences]
        wide, length = list(chosen), sum(len(texts[i]) for i in chosen)
        for index in (0, *sorted(range(1, len(texts)), key=lambda i: -self.bearing[i])):
            if index not in wide and length + len(texts[index]) <= most_characters:
                wide.append(index)
                length += len(texts[index])
        return sorted(wide)

    def _chosen(self, most_characters: int) -> list[int]:
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
                return sorted(chosen)
            chosen.append(added)
            length += len(texts[added])

    def _worth(self, index: int, chosen: Sequence[int]) -> float:
        texts = [sentence.text for sentence in self.hit.sentences]
        beside = tuple(word for i in chosen for word in content_words(texts[i]))
        gain = 0.0 if self.fitting else self.alignment.gain(content_words(texts[index]), beside)
        near = any(abs(index - i) == 1 for i in chosen)
        beside_best = near and self.bearing[index] >= BESIDE_BEST * max(self.bearing[i] for i in chosen)
        return gain if gain >= LEAST_GAIN else self.bearing[index] if beside_best else 0.0


def weigh(part: Part, query: Query, hit: Hit) -> Support:
    """The support that an item gives to an answer of this part of the question."""
    asked = fold(part.text)
    otherwise = _is_worded_otherwise(hit)
    trust = 1.0 if otherwise else 0.5  # in the official words of the topics, beside the question's own
    bearing = tuple(
        (s.coverage + max(0.0, s.similarity) + trust * max(0.0, s.official)) / (2 + trust) for s in hit.sentences
    )
    fits, fitting = [], []
    spans: list[list[Span]] = [[] for _ in hit.sentences]
    for want in part.wants:
        found = [
            find_fits(want, sentence.text, heading=hit.item.heading, alignment=query.alignment, asked=asked)
            for sentence in hit.sentences
        ]
        values = [max((fit.value for fit in one), default=0.0) for one in found]
        beside = 1.0 if otherwise else 0.1  # of how a sentence bears, beside how what it holds fits
        best = _index_of_best([value + beside * bears for value, bears in zip(values, bearing, strict=True)])
        fits.append((want, values[best]))
        if values[best] > 0:
            least = values[best] * NEAR_FIT
            fitting += [best, *(i for i, value in enumerate(values) if value >= least)]
            for index, one in enumerate(found):
                spans[index] += [(fit.start, fit.end) for fit in one if fit.value >= least]
    fitting += _answering_clauses(part, query, hit)
    weighed = [(WANTED_WEIGHT if want.is_strict else LOOSELY_WANTED_WEIGHT) * fit for want, fit in fits]
    bonus = sum(weighed) / len(weighed) if weighed else 0.0
    return Support(
        hit,
        query.alignment,
        hit.score + bonus,
        tuple(fits),
        bearing,
        tuple(dict.fromkeys(fitting)),
        tuple(map(tuple, spans)),
    )


def _is_worded_otherwise(hit: Hit) -> bool:
    return hit.features.item_coverage < SHARED_COVERAGE


def _answering_clauses(part: Part, query: Query, hit: Hit) -> list[int]:
    """The sentence that covers each question best, where several are asked at once: `哪些素质必备？还要经过什么制度？`."""
    clauses = [content_words(clause) for clause in cut_entries(part.text)]
    clauses = [words for words in clauses if words]
    if len(clauses) < 2:
        return []
    alignments = [query.alignment.within(words) for words in clauses]
    covered = [[one.coverage(content_words(s.text)) for s in hit.sentences] for one in alignments]
    return [_index_of_best(values) for values in covered if max(values) >= LEAST_CLAUSE_COVERAGE]


def _index_of_best(values: Sequence[float]) -> int:
    return max(range(len(values)), key=values.__getitem__)
