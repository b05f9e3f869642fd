"""The same paper in another file: in another encoding or format, with other line ends, widths or brackets."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from ingest.language.folding import bare
from ingest.plan import Identity, Item
from vectorstore.stored_plan import StoredPlan

ItemsOf = Callable[[StoredPlan], Sequence[Item]]


def find_same(
    identity: Identity, items: Sequence[Item], plans: Iterable[StoredPlan], items_of: ItemsOf
) -> StoredPlan | None:
    """The plan among these that says the same, item by item, of the same place and year; None where none does.

    Letters and digits are compared, folded: `（一）每学期３次。` is `(一) 每学期3次`. `items_of` gives a plan's items.
    """
    alike = [plan for plan in plans if plan.item_count == len(items) and _is_of_same(plan, identity)]
    if not alike:
        return None
    text = _bare_text(items)
    return next((plan for plan in alike if _bare_text(items_of(plan)) == text), None)


def _is_of_same(plan: StoredPlan, identity: Identity) -> bool:
    """Whether both bear one title and are of one place and year, as far as the papers tell: a template is used twice.

    What staff mended of the stored plan is not compared.
    """
    told, mended = plan.identity, {field for field, _ in plan.mends}
    if "year" not in mended and told.year != identity.year:
        return False
    if "region" not in mended and bare(told.region or "") != bare(identity.region or ""):
        return False
    named_by_file = any(one.title == PurePath(one.source).stem for one in (told, identity))
    return "title" in mended or named_by_file or bare(told.title) == bare(identity.title)


def _bare_text(items: Sequence[Item]) -> str:
    return bare("".join(f"{item.section_title}{item.text}" for item in items))
