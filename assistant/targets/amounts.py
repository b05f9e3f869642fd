"""The quantities of a sentence that may be targets: those with a unit, no ranks and no 百所 or 千名."""

from dataclasses import replace

from ingest.language.quantities import Quantity, find_quantities

RATIO = "比"
RANK = "rank"
SESSION = "届"  # 十八届 is the eighteenth


def find_amounts(folded: str) -> tuple[Quantity, ...]:
    """The quantities with a unit, in order: `新增学位1.5万个` gives 15000 个.

    A ratio has no value, and a range that falls is none.
    """
    found = [one for one in find_quantities(folded) if _is_amount(one)]
    return tuple(replace(one, value=None) if one.unit == RATIO else one for one in found)


def is_length(amount: Quantity) -> bool:
    """Whether it is so much time: 48小时, 7个工作日."""
    return amount.measure is not None and "time" in amount.measure.counts


def _is_amount(one: Quantity) -> bool:
    if one.measure is None or one.is_ordinal or one.unit == SESSION or RANK in one.measure.counts:
        return False
    return one.low is not None if one.value is None else not one.is_loose or one.value <= 1
