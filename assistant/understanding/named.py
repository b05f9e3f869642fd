"""What a question was understood to name: places, years and plans, each of which its asker may take off again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assistant.understanding.places import Mentions
from ingest.language.folding import fold
from vectorstore.stored_plan import StoredPlan


class Kind(StrEnum):
    """What is named."""

    PLACE = "place"
    YEAR = "year"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Named:
    """A place, year or plan. `value` is the place's name, the year, or the plan's id; `text` is what people call it."""

    kind: Kind
    value: str
    text: str = field(default="", compare=False)
    is_carried: bool = field(default=False, compare=False)  # named earlier in the talk, not by the question itself


def list_named(mentions: Mentions, own: Mentions, plans: Sequence[StoredPlan]) -> tuple[Named, ...]:
    """All that the mentions name; what the question's `own` do not is carried over from the talk."""
    titles = {plan.id: f"《{plan.identity.title}》" for plan in plans}
    named = [Named(Kind.PLACE, name, name) for name in (*mentions.regions, *mentions.unknown_places)]
    named += [Named(Kind.YEAR, str(year), str(year)) for year in mentions.years]
    named += [Named(Kind.PLAN, plan, titles.get(plan, plan)) for plan in mentions.titled]
    said = {*own.regions, *own.unknown_places, *map(str, own.years), *own.titled}
    return tuple(replace(one, is_carried=one.value not in said) for one in named)


def take_off(mentions: Mentions, without: Collection[Named]) -> Mentions:
    """The mentions without those; a place that no plan is of leaves the text, too, in which it would be searched for."""
    off = {(one.kind, one.value) for one in without}
    rest = mentions.rest
    for name in mentions.unknown_places:
        rest = rest.replace(fold(name), " ").strip() if (Kind.PLACE, name) in off else rest
    return replace(
        mentions,
        rest=rest,
        regions=tuple(name for name in mentions.regions if (Kind.PLACE, name) not in off),
        unknown_places=tuple(name for name in mentions.unknown_places if (Kind.PLACE, name) not in off),
        years=tuple(year for year in mentions.years if (Kind.YEAR, str(year)) not in off),
        titled=tuple(plan for plan in mentions.titled if (Kind.PLAN, plan) not in off),
    )
