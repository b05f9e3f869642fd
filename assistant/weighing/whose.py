"""Whose items are shown of those that answer: the newest plan of a place speaks first, and several places a little each."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.intents import Form
from assistant.weighing.confidence import Judgement
from assistant.weighing.support import Support
from ingest.language.folding import fold
from ingest.language.words import content_words
from vectorstore.stored_plan import StoredPlan

NEAR_BEST, NEAR_BEST_UNSURE = 0.92, 0.75  # a further item is shown when it scores this share of the best
NEAR_REPLY = 0.95  # a further answer of a sheet of questions and answers
NEAR_CONTENT = 0.7  # what is told of a matter in a further item
NEAR_NEWEST = 0.5  # a newer plan of the place goes before the best when it answers this share as surely
WEIGHTY = 0.4  # a word of the question that weighs this share of its weightiest tells what is asked
LACKED = 0.5  # a newer plan that is so much farther from such a word does not speak of the matter
SHARED = 0.7  # an item is offered where it is so near to such a word, in whatever words
NEAR_PLACE = 0.8  # another place is shown beside the best when its item scores this share of it
MOST_ITEMS = 3
MOST_CONTENTS = 4  # items that are told where it is asked what a plan says of a matter


@dataclass(frozen=True, slots=True)
class Showing:
    """The items to show, the further plans of their place, and the places to choose from, where several answer."""

    supports: tuple[Support, ...]
    further: tuple[StoredPlan, ...] = ()
    choices: tuple[str, ...] = ()


def choose_shown(answering: Sequence[Judgement], form: Form, *, is_sure: bool) -> Showing:
    """The items to show of those that answer, best first."""
    places: dict[str, list[Judgement]] = {}
    for judgement in answering:
        places.setdefault(_place_of(judgement.support.hit.plan), []).append(judgement)
    least = answering[0].support.score * NEAR_PLACE
    near = [of_place for of_place in places.values() if of_place[0].support.score >= least]
    if len(near) < 2:
        return _of_place(near[0], form, is_sure=is_sure)
    newest = [_of_place(of_place, form, is_sure=is_sure).supports[0] for of_place in near]
    names = tuple(name for support in newest if (name := support.hit.plan.identity.region))
    supports = newest[:MOST_ITEMS]
    if is_sure:
        supports.sort(key=lambda support: -(support.hit.plan.identity.year or 0))
    return Showing(tuple(supports), choices=names if len(names) > 1 else ())


def shares_word(support: Support, places: Sequence[str]) -> bool:
    """Whether the item holds, in whatever words, one of those that tell what is asked beside the places it is asked of."""
    alignment = support.alignment
    own = [n for n, word in enumerate(alignment.words) if not any(word in fold(place) for place in places)]
    if not own:
        return False
    weights, held = alignment.weights[own], alignment.nearest(_words_of(support))[own]
    return bool((held[weights >= WEIGHTY * weights.max()] >= SHARED).any())


def _of_place(of_place: Sequence[Judgement], form: Form, *, is_sure: bool) -> Showing:
    """The items of the place's newest plan that answers about as surely as the best; and its other plans that do."""
    best = of_place[0]
    least = NEAR_NEWEST * best.confidence
    near = [judgement.support for judgement in of_place if judgement.confidence >= least]
    near = [support for support in near if not _lacks_word(support, best.support)]
    first = max(near, key=lambda support: (support.hit.plan.identity.year or 0, support.score))
    own = [judgement.support for judgement in of_place if judgement.support.hit.plan.id == first.hit.plan.id]
    share = NEAR_CONTENT if form is Form.CONTENT else NEAR_BEST if is_sure else NEAR_BEST_UNSURE
    if own[0].hit.item.heading.endswith(("？", "?")):  # of a sheet of questions, the one that is asked
        share = NEAR_REPLY
    most = MOST_CONTENTS if form is Form.CONTENT else MOST_ITEMS
    shown = [support for support in own if support.score >= own[0].score * share][:most]
    others = {support.hit.plan.id: support.hit.plan for support in near if support.hit.plan.id != first.hit.plan.id}
    return Showing(tuple(shown), tuple(sorted(others.values(), key=lambda plan: -(plan.identity.year or 0))))


def _lacks_word(support: Support, best: Support) -> bool:
    """Whether the item leaves out a word of the question that the best one holds: an art festival, and no dance in it."""
    alignment = support.alignment
    if not len(alignment.weights):
        return False
    own, held = (alignment.nearest(_words_of(one)) for one in (support, best))
    counted = alignment.weights >= WEIGHTY * alignment.weights.max()
    return bool(((held - own)[counted] >= LACKED).any())


def _words_of(support: Support) -> tuple[str, ...]:
    item = support.hit.item
    return content_words(f"{item.section_title}\n{item.heading}\n{item.text}")


def _place_of(plan: StoredPlan) -> str:
    return plan.identity.region or plan.identity.issuer or plan.id
