"""The catalogue holds the store's items as they are, and reads each once."""

import pytest

from assistant.browsing import catalogue as catalogue_module
from assistant.browsing.catalogue import Catalogue
from vectorstore.store import Store


@pytest.mark.parametrize("one_by_one", [0, 100])
def test_entries_are_the_store_s_items_in_order_however_they_are_read(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch, one_by_one: int
) -> None:
    monkeypatch.setattr(catalogue_module, "READ_ONE_BY_ONE", one_by_one)
    entries = list(Catalogue(sample_store).all_entries(sample_store.plans))
    items = [
        (plan.id, stored.item) for plan in sample_store.plans for stored in sample_store.items.items_of(plan.edition)
    ]
    assert [(entry.plan.id, entry.item) for entry in entries] == items


def test_entries_are_read_once(sample_store: Store) -> None:
    catalogue = Catalogue(sample_store)
    plan = sample_store.plans[0]
    assert catalogue.entries(plan) is catalogue.entries(plan)
    assert next(catalogue.all_entries([plan])) is catalogue.entries(plan)[0]
