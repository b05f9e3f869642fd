"""What in a sentence its quotes do not bear out, kind by kind, each as a sentence that a reader can check."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.claims.aligned import Aligned
from assistant.claims.compare import Finding, compare
from assistant.claims.names import find_names, find_places_named, missing_names, proper_names
from assistant.claims.opposites import opposite, other_kind
from assistant.claims.polarity import denied, denied_words, first_denied, is_negative, moods, moods_clash, undone
from assistant.claims.reading import Reading
from assistant.claims.synonyms import said_otherwise
from ingest.language.actors import find_actors, find_levels, find_payers
from ingest.language.folding import is_han
from ingest.language.offices import find_bodies
from ingest.language.sentences import entry_around
from ingest.language.short_forms import is_called, is_called_by_a_part
from ingest.language.weekdays import find_weekdays
from ingest.language.words import grams_of

# Share of a clause's character pairs from which on two clauses speak of the same; in one item of a plan fewer are enough.
ALIKE = 0.5
ALIKE_OF_PAPERS = 0.2
SHARED_PAIRS = 2  # of words that one side denies and the other does not

MONEY = frozenset("费钱")


class Kind(StrEnum):
    """What a finding is about."""

    FIGURE = "figure"
    DATE = "date"
    SWAPPED = "swapped"
    BOUND = "bound"
    PERIOD = "period"
    NAME = "name"
    PLACE = "place"
    PROPER = "proper name"
    CHANGE = "change"
    ACTOR = "actor"
    DENIAL = "denial"
    MOOD = "mood"
    OPPOSITE = "opposite"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that the quotes do not bear out; `contradicted` where they say otherwise rather than nothing."""

    kind: Kind
    reason: str
    contradicted: bool


def find_faults(sentence: Reading, quote: Reading, aligned: Sequence[Aligned], *, alike: float) -> tuple[Fault, ...]:
    """Everything in the sentence that the quotes do not bear out."""
    faults = [*_figures(sentence, quote), *_changes(sentence, quote)]
    if sentence.is_chinese:
        faults += [*_names(sentence, quote), *_actors(sentence, quote), *_weekdays(sentence, quote)]
    if alike == ALIKE_OF_PAPERS:
        faults += [*_denied_at_all(sentence, quote), *_undone(aligned, quote), *_offices(sentence, quote)]
    for one in aligned:
        if one.share >= alike:
            faults += _clause(one, quote)
    return tuple(dict.fromkeys(faults))


def _figures(sentence: Reading, quote: Reading) -> Iterator[Fault]:
    kinds = {Finding.SWAPPED: Kind.SWAPPED, Finding.BOUND: Kind.BOUND, Finding.PERIOD: Kind.PERIOD}
    dates = {date.printed for date in sentence.dates}
    for one in compare(sentence, quote):
        kind = kinds.get(one.finding, Kind.DATE if one.printed in dates else Kind.FIGURE)
        if one.finding is Finding.MISSING:
            yield Fault(kind, f"the quotes do not hold {one.printed}", False)
        elif one.finding is Finding.OTHER:
            yield Fault(kind, f"the quotes say {one.told} and not {one.printed}", True)
        elif one.finding is Finding.SWAPPED:
            yield Fault(kind, f"the quotes say {one.printed} of something else, and {one.told} here", True)
        elif one.finding is not Finding.HELD:
            yield Fault(kind, f"{one.printed} is said with another {one.finding} than in the quotes: {one.told}", True)


def _changes(sentence: Reading, quote: Reading) -> Iterator[Fault]:
    """Changes that the quotes tell the other way round: from 3 to 5 for from 5 to 3."""
    told = quote.changes
    for before, after in sentence.changes:
        if (after, before) in told and (before, after) not in told:
            yield Fault(
                Kind.CHANGE, f"the quotes tell the change the other way round: from {after:g} to {before:g}", True
            )


def _names(sentence: Reading, quote: Reading) -> Iterator[Fault]:
    places = find_places_named(sentence.folded)
    for name in missing_names(find_names(sentence.folded), quote.folded):
        is_place = name in places
        yield Fault(Kind.PLACE if is_place else Kind.NAME, f"the quotes do not name {name}", is_place)
    for name in missing_names(proper_names(sentence.folded), quote.folded):
        yield Fault(Kind.PROPER, f"the quotes do not name {name}", False)


def _weekdays(sentence: Reading, quote: Reading) -> Iterator[Fault]:
    told = {day.name for day in find_weekdays(quote.folded)}
    for day in dict.fromkeys(day.name for day in find_weekdays(sentence.folded)):
        if day not in told:
            yield Fault(Kind.DATE, f"the quotes do not say {day}", bool(told))


def _actors(sentence: Reading, quote: Reading) -> Iterator[Fault]:
    told = find_actors(quote.folded)
    for actor in find_actors(sentence.folded):
        parts = {
            one.part
            for one in told
            if one.name in actor.name or actor.name in one.name or is_called(actor.name, one.name)
        }
        if parts and actor.part not in parts:
            yield Fault(Kind.ACTOR, f"{actor.name} {actor.part} in the sentence and {min(parts)} in the quotes", True)
        elif not parts and told and not is_called(actor.name, quote.folded) and find_bodies(actor.name):
            yield Fault(Kind.ACTOR, f"the quotes give this to {told[0].name} and not to {actor.name}", True)


def _offices(sentence: Reading, quote: Reading) -> Iterator[Fault]:
    """Offices and payers of which a paper says nothing in this item, where it would name them."""
    for body in find_bodies(sentence.folded):
        if body.is_firm and not is_called_by_a_part(body.name, quote.folded):
            yield Fault(Kind.ACTOR, f"the quotes do not name {body.name}", False)
    if told := find_levels(quote.folded):
        for level in sorted(find_payers(sentence.folded) - told):
            yield Fault(Kind.ACTOR, f"the quotes speak of other payers than {level}", True)


def _clause(one: Aligned, quote: Reading) -> Iterator[Fault]:
    if turned := opposite(one.claim, one.told):
        yield Fault(Kind.OPPOSITE, f"the sentence says the opposite of the quotes: {turned}", True)
    everything = one.told if _share_figure(one) else quote.folded
    if not one.claim.isascii() and (other := other_kind(one.claim, one.told, everything)):
        yield Fault(Kind.CLASS, f"the sentence speaks of another kind: {other}", True)
    if moods_clash(moods(one.claim), moods(one.told)):
        yield Fault(Kind.MOOD, f"“{one.claim.strip()}” allows or demands what “{one.told.strip()}” does not", True)
    elif word := _denied_otherwise(one):
        yield Fault(Kind.DENIAL, f"of {word} one says that it is so and the other that it is not", True)


def _denied_at_all(sentence: Reading, quote: Reading) -> Iterator[Fault]:
    """What the sentence denies and the quotes, in those words or others, say and nowhere deny."""
    under = denied(quote.folded)
    for word in denied_words(sentence.folded):
        if word[0].isdecimal() or MONEY & set(word):
            continue  # 不用交费 beside 收费标准: most pay, and some do not
        forms = {form for form in (word, *said_otherwise(word)) if len(form) > 1}
        places = [match.start() for form in forms for match in re.finditer(re.escape(form), quote.folded)]
        if places and not under.intersection(places):
            yield Fault(Kind.DENIAL, f"the sentence denies {word}, which the quotes do not", True)


def _undone(aligned: Sequence[Aligned], quote: Reading) -> Iterator[Fault]:
    """Duties that the sentence takes back, of which the paper's sentence that it is nearest to says nothing like it."""
    for one in aligned:
        word = undone(one.claim)
        if word and not is_negative(_around(one, quote)):
            yield Fault(Kind.DENIAL, f"“{one.claim.strip()}”: the quotes say nothing like {word}", True)


def _around(one: Aligned, quote: Reading) -> str:
    """The sentence of the quotes that the clause stands in; all of them where it is like none."""
    at = quote.folded.find(one.told) if one.share else -1
    if at < 0:
        return quote.folded
    return quote.folded[slice(*entry_around(quote.folded, at, at + len(one.told)))]


def _share_figure(one: Aligned) -> bool:
    """Whether both clauses hold the same figure, so that they speak of the very same."""
    return any(gram[0].isdecimal() and len(gram) > 1 for gram in grams_of(one.claim) & grams_of(one.told))


def _denied_otherwise(one: Aligned) -> str:
    """What only one of the two clauses denies, where they share enough else; empty if nothing."""
    mine, yours = _denied_pairs(one.claim), _denied_pairs(one.told)
    shared = {pair for pair in grams_of(one.claim) & grams_of(one.told) if is_han(pair[0])}
    agreeing = {pair for pair in shared if pair in mine and pair in yours}
    against = sorted(pair for pair in shared if (pair in mine) != (pair in yours))
    openings = {*first_denied(one.claim), *first_denied(one.told)} & set(against)
    if len(against) > len(agreeing) and (openings or len(against) >= SHARED_PAIRS):
        return min(openings, default=against[0])
    return ""


def _denied_pairs(clause: str) -> frozenset[str]:
    places = denied(clause)
    return frozenset(clause[i : i + 2] for i in range(len(clause) - 1) if i in places and i + 1 in places)
