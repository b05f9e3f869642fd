"""A text read once: folded, and its sentences, clauses and words, each read when first asked for."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from ingest.language.dates import Date, find_dates
from ingest.language.folding import fold, fold_with_offsets, is_han
from ingest.language.offices import Body, find_bodies
from ingest.language.places import Place, find_places
from ingest.language.quantities import Quantity, find_quantities
from ingest.language.sentences import Span, cut_entries, cut_sentences, find_clauses
from ingest.language.whens import When, find_whens
from ingest.language.words import content_words, grams_of, tag_words
from ingest.language.years import Year, find_years

KEPT_READINGS = 4096  # the lines of a long paper, or the sentences of what one question is answered from


@dataclass(frozen=True)
class Reading:
    """A text as printed, with what it says; every part is computed when it is first asked for, and kept."""

    text: str

    @cached_property
    def folded(self) -> str:
        """The text in Simplified characters, plain width and small letters."""
        return fold(self.text)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """For each character of `folded` the index of the one in `text` that it comes from."""
        return tuple(fold_with_offsets(self.text)[1])

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences as printed."""
        return tuple(cut_sentences(self.text))

    @cached_property
    def entries(self) -> tuple[str, ...]:
        """The sentences as printed, those that list things cut at their semicolons."""
        return tuple(cut_entries(self.text))

    @cached_property
    def clause_spans(self) -> tuple[Span, ...]:
        """Where the clauses stand in `folded`."""
        return find_clauses(self.folded)

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """The clauses, folded, without the marks that end them."""
        return tuple(self.folded[start:end] for start, end in self.clause_spans)

    @cached_property
    def grams(self) -> tuple[frozenset[str], ...]:
        """The character pairs and Latin words of each clause."""
        return tuple(grams_of(clause) for clause in self.clauses)

    @cached_property
    def all_grams(self) -> frozenset[str]:
        """The character pairs and Latin words of all clauses."""
        return frozenset().union(*self.grams)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that say what the text is about, each once."""
        return content_words(self.text)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that it names."""
        return find_places(self.text)

    @cached_property
    def offices(self) -> tuple[Body, ...]:
        """The offices, schools and firms that it names."""
        return find_bodies(self.folded)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates, times of day and weekdays, by their places in `folded`."""
        return find_dates(self.folded)

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The years and spans of years, by their places in `folded`."""
        return find_years(self.folded)

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """The stretches that say when, `到2025年底`, by their places in `folded`."""
        return find_whens(self.folded)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers with their units, by their places in `folded`: 每生每学期300元."""
        return find_quantities(
            self.folded, taken=tuple((one.start, one.end) for one in self.dates if not one.may_be_length)
        )

    @cached_property
    def tagged_words(self) -> tuple[tuple[str, str], ...]:
        """The words of `folded` as they follow each other, each with its part of speech; joined they are `folded`."""
        return tag_words(self.folded)

    @cached_property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese characters in the main."""
        return 2 * sum(map(is_han, self.folded)) > sum(c.isascii() and c.isalpha() for c in self.folded) / 3


@lru_cache(maxsize=KEPT_READINGS)
def read(text: str) -> Reading:
    """The reading of a text; a recent one is handed out again, with what was computed of it."""
    return Reading(text)
