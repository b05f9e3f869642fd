"""Search for staff: every item that holds the words, counted and sorted, and beside them those of near meaning."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.ask import LONGEST_QUESTION, Assistant
from assistant.browsing.catalogue import Catalogue, Entry
from assistant.browsing.facets import NOT_SAID, Chosen, Facet, count_facets, narrow
from assistant.browsing.sought import Sought, seek
from assistant.question import Scope
from assistant.understanding.understand import check_text
from ingest.language.folding import fold
from ingest.language.words import content_words
from vectorstore.stored_plan import StoredPlan

MOST_NEAR = 10  # items of near meaning
MOST_WEIGHED = 30  # items that are weighed for those; the best of them hold the words and stand above already
# Of the items that answer development questions in everyday speech, English and on facts and are among the first ten,
# 0.924 score as much, and 0.740 of those that do not answer; nonsense (火星殖民) scores at most 0.16.
LEAST_NEAR = 0.2
LEAST_CHARACTERS = 2  # one has no meaning to be near to
MOST_RANKED = 1_000  # items that the keyword index ranks; further ones come after them


class Order(StrEnum):
    """How what was found is sorted."""

    RELEVANCE = "relevance"
    PLAN = "plan"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for, what of it is chosen, and in which order it is wanted."""

    words: str
    chosen: Chosen = field(default_factory=dict)
    order: Order = Order.RELEVANCE


@dataclass(frozen=True, slots=True)
class Findings:
    """The items that hold the words, all of them, counted by facets."""

    sought: Sought
    held: tuple[Entry, ...]
    facets: tuple[Facet, ...]

    @property
    def plan_count(self) -> int:
        """In how many plans the words are held."""
        return len({entry.plan.id for entry in self.held})


class Finder:
    """Finds items in an assistant's store."""

    def __init__(self, assistant: Assistant, catalogue: Catalogue) -> None:
        self._assistant = assistant
        self._catalogue = catalogue

    def held(self, wish: Wish) -> Findings:
        """Every item that holds the words. Raises UserError where no words are given or too many."""
        store = self._assistant.store
        store.refresh()
        self._catalogue.tidy()
        sought = seek(check_text(wish.words, longest=LONGEST_QUESTION))
        held = [entry for entry in self._catalogue.all_entries(store.plans) if sought.is_held(entry.folded)]
        left = self._sorted(narrow(held, wish.chosen), wish, sought)
        return Findings(sought, tuple(left), count_facets(held, wish.chosen))

    def near(self, wish: Wish) -> tuple[Entry, ...]:
        """The items of near meaning that do not hold the words, best first; none for a single character."""
        sought = seek(check_text(wish.words, longest=LONGEST_QUESTION))
        if len("".join(sought.runs)) < LEAST_CHARACTERS:
            return ()
        scope = _scope(wish.chosen, self._assistant.store.plans)
        hits = self._assistant.find(wish.words, scope, limit=MOST_WEIGHED)
        known = {hit.plan.id: self._catalogue.entries(hit.plan) for hit in hits}
        close = [known[hit.plan.id][hit.position] for hit in hits if hit.score >= LEAST_NEAR]
        return tuple(narrow((entry for entry in close if not sought.is_held(entry.folded)), wish.chosen)[:MOST_NEAR])

    def _sorted(self, entries: Sequence[Entry], wish: Wish, sought: Sought) -> list[Entry]:
        if wish.order is Order.PLAN:
            return sorted(entries, key=_place)
        if wish.order is Order.YEAR:
            return sorted(entries, key=lambda entry: (-(entry.plan.identity.year or 0), *_place(entry)))
        words = content_words(wish.words)
        weights = dict(self._assistant.store.lexical.search(words, limit=MOST_RANKED, editions=None)) if words else {}
        return sorted(entries, key=lambda entry: (*_rank(entry, sought, weights), *_place(entry)))


def _scope(chosen: Chosen, plans: Sequence[StoredPlan]) -> Scope:
    """What is chosen, as far as a scope can say it: that a plan says no year it cannot, and what is gone it must not."""
    known = {plan.id for plan in plans}
    regions, years = (sorted(chosen.get(kind, ())) for kind in ("region", "year"))
    return Scope(
        plans=tuple(sorted(known & chosen.get("plan", frozenset()))),
        regions=tuple(regions) if NOT_SAID not in regions else (),
        years=tuple(int(year) for year in years if year.isdecimal()) if NOT_SAID not in years else (),
    )


def _rank(entry: Entry, sought: Sought, weights: dict[str, float]) -> tuple[bool, bool, float]:
    """First what holds the runs as they stand in its heading, then in its text, then by the weight of the words."""
    in_heading = sought.is_held_as_it_stands(fold(entry.item.heading))
    return not in_heading, not sought.is_held_as_it_stands(entry.folded), -weights.get(entry.key, 0.0)


def _place(entry: Entry) -> tuple[str, str, int]:
    return entry.plan.identity.title, entry.plan.id, entry.position
