"""Every pattern of the ground floor, read by its own examples."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import pytest

import ingest.language
from ingest.language.patterns import LONGEST_BARE, Pattern


def patterns_in(value: object) -> Iterator[Pattern]:
    """The patterns that a module's value is or holds, however deep in tuples, lists and mappings."""
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from patterns_in([*value, *value.values()])
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        for one in value:
            yield from patterns_in(one)


def shipped_patterns() -> list[Pattern]:
    """The patterns of every module of the package; one that another module imports is read once."""
    names = [one.name for one in pkgutil.walk_packages(ingest.language.__path__, "ingest.language.")]
    values = [value for name in names for value in vars(importlib.import_module(name)).values()]
    found = [pattern for value in values if not callable(value) for pattern in patterns_in(value)]
    return list({id(pattern): pattern for pattern in found}.values())


PATTERNS = shipped_patterns()


def test_patterns_are_found_and_no_two_share_a_name() -> None:
    assert PATTERNS
    assert [name for name, count in Counter(one.name for one in PATTERNS).items() if count > 1] == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: one.name)
def test_pattern_matches_its_lines_and_misses_the_others(pattern: Pattern) -> None:
    assert pattern.matches
    assert pattern.misses
    assert [line for line in pattern.matches if not pattern.compiled.search(line)] == []
    assert [line for line in pattern.misses if pattern.compiled.search(line)] == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: one.name)
def test_long_pattern_is_written_out_with_a_comment(pattern: Pattern) -> None:
    if len(pattern.source) <= LONGEST_BARE:
        return
    assert pattern.flags & re.VERBOSE
    assert re.search(r"(?m)(?:^|\s)# \S", pattern.source)


def test_patterns_are_found_in_tuples_and_mappings() -> None:
    one, other = (Pattern(name, "甲", ("甲",), ("乙",)) for name in ("one", "other"))
    assert list(patterns_in({"a": ((one,), "甲"), "b": [other]})) == [one, other]
