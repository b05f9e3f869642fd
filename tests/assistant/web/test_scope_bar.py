"""The scope says what is looked in, and each choice can be taken off."""

import html
import re

import pytest

from assistant.question import NO_SCOPE, Scope
from assistant.web.ask.scope_bar import scope_bar, take_off
from assistant.web.words import ENGLISH, SIMPLIFIED, TRADITIONAL, Words
from vectorstore.store import Store

WORDS = Words(SIMPLIFIED)


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (NO_SCOPE, "全部5份计划"),
        (Scope(regions=("望汀区",)), "2份计划"),
        (Scope(regions=("望汀区", "霁山县"), years=(2024,)), "1份计划"),
        (Scope(regions=("霁山县",), years=(2024,)), "没有计划同时符合所选的范围"),
        (Scope(plans=("gone",)), "没有计划同时符合所选的范围"),
    ],
)
def test_scope_says_how_many_plans_it_holds(sample_store: Store, scope: Scope, said: str) -> None:
    assert said in scope_bar(scope, sample_store.plans, WORDS)


@pytest.mark.parametrize(("language", "said"), [(TRADITIONAL, "全部5份計劃"), (ENGLISH, "All plans (5)")])
def test_scope_is_said_in_the_readers_language(sample_store: Store, language: str, said: str) -> None:
    assert said in scope_bar(NO_SCOPE, sample_store.plans, Words(language))


def test_each_choice_is_a_chip_that_takes_it_off(sample_store: Store) -> None:
    scope = Scope((sample_store.plans[0].id,), ("望汀区",), (2024, 2025))
    keys = [html.unescape(key) for key in re.findall('data-key="([^"]*)"', scope_bar(scope, sample_store.plans, WORDS))]
    assert len(keys) == 4
    for key in keys:
        scope = take_off(scope, key)
    assert scope == NO_SCOPE


def test_hostile_region_is_text(sample_store: Store) -> None:
    shown = scope_bar(Scope(regions=('"><img src=x onerror=alert(1)>',)), sample_store.plans, WORDS)
    assert "<img" not in shown
