"""The refs that readers cite items by: 18, (九), 三(七), 第12条."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.readings import Cut
from ingest.tree import Block, walk

LONGEST_NAME = 20  # characters of an unnumbered heading in a ref


def ref_of(block: Block, parent: str) -> str:
    """The block's ref, below the ref `parent` where that belongs to it: `三` and `（七）` make `三(七)`."""
    assert block.label
    label = block.label
    own = label.normal or label.rest[:LONGEST_NAME]
    if label.kind == "article":
        added = re.fullmatch(r"第\d+(-\d+)?[条條](.*)|.*?[条條](.*)", own)  # 3-1, 之二
        return f"第{label.number}{added[1] or ''}条{added[2] or added[3] or ''}" if added else own
    if label.kind == "decimal":
        return own  # 2.1 names its section itself
    if label.kind == "heading":
        return f"{parent}-{own}" if parent else own
    is_plain = own[:1].isascii() and own[:1].isalnum()
    return f"{parent}.{own}" if parent and is_plain and not parent.endswith(")") else parent + own


def restarting_kinds(root: Block) -> frozenset[tuple[int, str]]:
    """Level and kind of the labels that begin anew in each block above, so that its ref belongs to theirs.

    A kind that only one of several sections uses counts as such; 1. to 29. through all sections does not. Below a
    single section 1. goes by itself, but （一） by 一（一）, as readers cite it.
    """
    firsts: dict[tuple[int, str], list[int]] = {}
    for parent in walk(root):
        seen = set()
        for child in parent.children:
            if child.label and child.level > 1 and child.label.kind not in seen:
                seen.add(child.label.kind)
                firsts.setdefault((child.level, child.label.kind), []).append(child.label.number)
    several = len(root.children) > 1
    return frozenset(
        (level, kind)
        for (level, kind), numbers in firsts.items()
        if (several or level > 2 or kind == "bracketed chinese")
        and (len(numbers) == 1 or numbers[1:].count(1) * 2 > len(numbers) - 1)
    )


def with_unique_refs(cuts: Sequence[Cut]) -> list[Cut]:
    """A ref that the plan prints twice keeps its first form and gets a position after it: 7, 7-2."""
    seen: Counter[str] = Counter()
    taken = {cut.item.ref for cut in cuts}
    unique = []
    for cut in cuts:
        ref = cut.item.ref
        seen[ref] += 1
        if seen[ref] > 1:
            while (numbered := f"{ref}-{seen[ref]}") in taken:
                seen[ref] += 1
            taken.add(numbered)
            cut = replace(cut, item=replace(cut.item, ref=numbered))
        unique.append(cut)
    return unique
