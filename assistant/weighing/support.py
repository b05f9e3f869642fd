"""How well an item supports an answer: which of its units bear on the question, and whether they hold what is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.intents import Ask
from assistant.understanding.asks import counted_of, focus_of, things_apart
from assistant.understanding.classes import conflict, speaks_of_opposite
from assistant.understanding.procedures import asks_procedure, tells_procedure
from assistant.understanding.wants import Want
from assistant.units import Unit, is_row_line, title_of, units_of
from assistant.weighing.fit import find_fits
from assistant.weighing.rows import named_share, rows_of_others
from ingest.language.folding import fold
from ingest.language.sentences import cut_entries
from ingest.language.words import content_words
from vectorstore.alignment import Alignment
from vectorstore.search import Hit, Query, Sentence

# Chosen on benchmarks/questions/development.jsonl; benchmarks/answers.py repeats the choice.
WANTED_WEIGHT = 0.3  # what a figure or date that fits adds to the score of its item
PROCEDURE_WEIGHT = 0.15  # what an item adds that tells how the thing is applied for, where that is asked
NAMED_ROW_WEIGHT = 0.4  # what a row of a table adds that holds a name of the question: rows are alike in all else
LOOSELY_WANTED_WEIGHT = 0.1  # the same of a name or body: most items hold some
# A figure or date whose clauses cover less of the question is of something else: of 1,000 questions it answers 4 at most, and
# stands in a twenty-fifth of the items found for questions that the plans do not answer.
LEAST_FIT = 0.15
NEAR_FIT = 0.9  # a further unit is quoted when what is asked for fits it this nearly as well
LEAST_CLAUSE_COVERAGE = 0.4  # of one of several questions, for a unit to be quoted for it
OF_OPPOSITE = 0.5  # how a unit bears on the question that says a word of it with 非 before it alone
SHARED_COVERAGE = 0.48  # of the question's words by the item; below, the question is worded otherwise than the plan
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Support:
    """An item weighed: its score, how well what it holds fits each want (0 to 1), and how its units bear on the question."""

    hit: Hit
    alignment: Alignment
    score: float
    fits: tuple[tuple[Want, float], ...]
    units: tuple[Unit, ...]
    bearing: tuple[float, ...]  # a number a unit
    fitting: tuple[int, ...]  # the units that fit the wants that are met at all, the best for each want first
    spans: tuple[
        tuple[Span, ...], ...
    ]  # a unit's figures, dates and names that fit, as (start, end) in the item's text
    others: frozenset[int] = frozenset()  # the units that are rows of something else than the question names
    read: float | None = (
        None  # how surely the item answers as the learned reader reads it, 0 to 1; None where it was not read
    )

    @property
    def is_worded_otherwise(self) -> bool:
        """Whether the item shares so few words with the question that meaning alone has to tell."""
        return _is_worded_otherwise(self.hit)

    @property
    def lacks_all(self) -> bool:
        """Whether a figure, date or name of a certain kind is asked for, and the item holds none: it cannot answer."""
        return bool(self.fits) and all(want.is_firm and not fit for want, fit in self.fits)

    @property
    def body(self) -> tuple[int, ...]:
        """The units below the heading, without rows of something else; all below it where no others are left."""
        below = [place for place, unit in enumerate(self.units) if not unit.is_heading]
        return tuple(place for place in below if place not in self.others) or tuple(below)

    def text_of(self, place: int) -> str:
        """The unit's text, with the words that name its subject before it."""
        unit, text = self.units[place], self.hit.item.text
        return (text[slice(*unit.lead)] if unit.lead else "") + text[unit.start : unit.end]


def weigh(ask: Ask, query: Query, hit: Hit) -> Support:
    """The support that an item gives to an answer of what is asked."""
    asked = fold(ask.text)
    otherwise = _is_worded_otherwise(hit)
    focus = () if otherwise else counted_of(ask.text) or focus_of(ask.text)
    focus = tuple(word for word in focus if len(word) > 1)  # 收 stands in 免收, too
    trust = 1.0 if otherwise else 0.5  # in the official words of the topics, beside the question's own
    units, text = units_of(hit.item), hit.item.text
    above = title_of(hit.item) or ("" if hit.item.heading in text else hit.item.heading)
    section = hit.item.section_title
    heading = f"{hit.plan.identity.title}\n{section if len(section) <= 12 else ''}\n{above}"  # 电话 in a guide to enrolment is that of enrolment
    folded = [fold(text[unit.start : unit.end]) for unit in units]
    others = [conflict(asked, one) for one in folded]  # of another grade than is asked of
    opposed = [speaks_of_opposite(asked, one) for one in folded]
    rows = [place for place, unit in enumerate(units) if is_row_line(text[unit.start : unit.end])]
    flags = rows_of_others([text[units[place].start : units[place].end] for place in rows], asked)
    of_others = frozenset(place for place, is_other in zip(rows, flags, strict=True) if is_other)
    bearing = tuple(
        _bearing(unit, hit, query.alignment, trust) * (OF_OPPOSITE if is_opposed else 1.0)
        for unit, is_opposed in zip(units, opposed, strict=True)
    )
    fits, fitting = [], []
    spans: list[list[Span]] = [[] for _ in units]
    for want in ask.wants:
        found = [
            []
            if unit.asks or place in of_others
            else find_fits(
                want,
                text[unit.start : unit.end],
                heading=f"{heading}\n{text[slice(*unit.lead)] if unit.lead else ''}",
                alignment=query.alignment,
                asked=asked,
                focus=focus,
            )
            for place, unit in enumerate(units)
        ]
        values = [max((fit.value for fit in one), default=0.0) for one in found]
        beside = 1.0 if otherwise else 0.1  # of how a unit bears, beside how what it holds fits
        if want.is_strict:
            values = [value if value >= LEAST_FIT else 0.0 for value in values]
        if any(value and not other for value, other in zip(values, others, strict=True)):
            values = [0.0 if other else value for value, other in zip(values, others, strict=True)]
        best = _index_of_best([value + beside * bears for value, bears in zip(values, bearing, strict=True)])
        fits.append((want, values[best]))
        if values[best] > 0:
            least = values[best] * NEAR_FIT
            fitting += [best, *(i for i, value in enumerate(values) if value >= least)]
            for value, unit, own, one in zip(values, units, spans, found, strict=True):
                if not value:
                    continue
                own += [(unit.start + fit.start, unit.start + fit.end) for fit in one if fit.value >= least]
    fitting += _answering_clauses(ask, query, hit, units)
    weighed = [(WANTED_WEIGHT if want.is_strict else LOOSELY_WANTED_WEIGHT) * fit for want, fit in fits]
    bonus = sum(weighed) / len(weighed) if weighed else 0.0
    if asks_procedure(asked) and tells_procedure(text):
        bonus += PROCEDURE_WEIGHT
    bonus += NAMED_ROW_WEIGHT * named_share(hit.item, asked)
    return Support(
        hit,
        query.alignment,
        hit.score + bonus,
        tuple(fits),
        units,
        bearing,
        tuple(dict.fromkeys(fitting)),
        tuple(map(tuple, spans)),
        of_others,
    )


def _bearing(unit: Unit, hit: Hit, alignment: Alignment, trust: float) -> float:
    """How the unit bears on the question: its words with those that name its subject, and its meaning."""
    within = _sentences_of(unit, hit)
    text = hit.item.text
    if unit.lead or len(within) != 1:
        lead = text[slice(*unit.lead)] if unit.lead else ""
        coverage = alignment.coverage(content_words(lead + text[unit.start : unit.end]))
    else:
        coverage = within[0].coverage
    similarity = max((s.similarity for s in within), default=0.0)
    official = max((s.official for s in within), default=0.0)
    return (coverage + max(0.0, similarity) + trust * max(0.0, official)) / (2 + trust)


def _sentences_of(unit: Unit, hit: Hit) -> list[Sentence]:
    own, end = [], 0
    for sentence in hit.sentences:
        start = hit.item.text.index(sentence.text, end)
        end = start + len(sentence.text)
        if unit.start <= start < unit.end:
            own.append(sentence)
    return own


def _is_worded_otherwise(hit: Hit) -> bool:
    return hit.features.item_coverage < SHARED_COVERAGE


def _answering_clauses(ask: Ask, query: Query, hit: Hit, units: Sequence[Unit]) -> list[int]:
    """The unit that covers each question or thing best, where several are asked at once: `毛入学率和本科率分别定多少`."""
    clauses = [content_words(clause) for clause in things_apart(ask.text) or cut_entries(ask.text)]
    clauses = [words for words in clauses if words]
    if len(clauses) < 2:
        return []
    alignments = [query.alignment.within(words) for words in clauses]
    texts = [content_words(hit.item.text[unit.start : unit.end]) for unit in units]
    covered = [[one.coverage(text) for text in texts] for one in alignments]
    return [_index_of_best(values) for values in covered if max(values) >= LEAST_CLAUSE_COVERAGE]


def _index_of_best(values: Sequence[float]) -> int:
    return max(range(len(values)), key=values.__getitem__)
