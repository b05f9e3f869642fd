import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from assistant.manage.intake import Prospect, add_staged, foresee
from assistant.manage.staging import Staging
from ingest.errors import UserError
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import add, assert_whole
from vectorstore.removed import bring_back, removed_plans
from vectorstore.store import Store
from vectorstore.update import Change

Write = Callable[[str, str], Path]
NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
CHENGYUAN, BAIYU = SMALL_CORPUS.values()
CHANGED = CHENGYUAN.replace("六十辆", "七十辆").replace("（四）补充乡村教师", "（五）补充乡村教师")


@pytest.fixture
def staging(store: Store) -> Staging:
    return Staging(store.folder)


def stage(staging: Staging, name: str, content: str | bytes, *, replaces: str = "") -> str:
    with staging.receive(name, now=NOW, replaces=replaces) as arrival:
        arrival.write(content.encode() if isinstance(content, str) else content)
    return arrival.token


def zipped(**members: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return file.getvalue()


def prospects(store: Store, staging: Staging, token: str) -> tuple[Prospect, ...]:
    return foresee(store, staging, staging.find(token), staging.read(token))


def test_new_file_is_added_with_what_was_mended_and_its_original(store: Store, staging: Staging) -> None:
    token = stage(staging, "要点.txt", CHENGYUAN)
    assert [one.change for one in prospects(store, staging, token)] == [Change.ADDED]
    staging.mend(token, 0, {"title": "澄原要点", "year": 2022, "region": "澄原"})
    (outcome,) = add_staged(store, staging, token, now=NOW)
    assert outcome.change is Change.ADDED
    (plan,) = store.plans
    assert (plan.identity.title, plan.identity.year, plan.identity.region) == ("澄原要点", 2022, "澄原")
    assert plan.identity.source == "要点.txt"
    original = store.originals.find(plan.content_hash)
    assert original
    assert original.read_bytes() == CHENGYUAN.encode()
    assert staging.files() == []
    assert_whole(store)


def test_file_of_the_same_name_replaces_and_says_what_changes(store: Store, staging: Staging, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN), region="澄原")
    (old,) = store.plans
    token = stage(staging, "a.txt", CHANGED)
    (prospect,) = prospects(store, staging, token)
    assert (prospect.change, prospect.old) == (Change.REPLACED, old)
    assert prospect.changes
    changes = prospect.changes
    assert (changes.before, changes.after) == (4, 4)
    assert (changes.added, changes.gone, changes.altered) == (("(五)",), ("(四)",), ("(一)",))
    (outcome,) = add_staged(store, staging, token, now=NOW)
    assert outcome.change is Change.REPLACED
    (plan,) = store.plans
    assert "七十辆" in store.body_of(plan).text
    assert plan.identity.region == "澄原"
    assert_whole(store)
    (aside,) = removed_plans(store)
    assert aside.plan == old
    assert bring_back(store, aside.key, now=NOW) == old
    assert_whole(store)


def test_file_of_the_same_name_can_be_added_beside(store: Store, staging: Staging, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    (outcome,) = add_staged(store, staging, stage(staging, "a.txt", BAIYU), now=NOW, beside=True)
    assert outcome.change is Change.ADDED
    assert {plan.identity.source for plan in store.plans} == {"a.txt"}
    (outcome,) = add_staged(store, staging, stage(staging, "a.txt", CHANGED), now=NOW, beside=True)
    assert {plan.identity.source for plan in store.plans} == {"a.txt", "a (2).txt"}
    assert len(store.plans) == 3
    assert_whole(store)


def test_of_several_files_of_the_name_the_one_with_the_same_plan_is_replaced(
    store: Store, staging: Staging, write: Write
) -> None:
    add(store, write("甲/要点.txt", CHENGYUAN), write("乙/要点.txt", BAIYU))
    (prospect,) = prospects(store, staging, stage(staging, "要点.txt", CHANGED))
    assert prospect.old
    assert prospect.old.identity.region == "澄原县"
    (prospect,) = prospects(store, staging, stage(staging, "要点.txt", CHANGED.replace("澄原县", "沛川县")))
    assert prospect.change is Change.ADDED


def test_file_of_another_name_replaces_the_plan_that_it_was_meant_for(
    store: Store, staging: Staging, write: Write
) -> None:
    add(store, write("a.txt", CHENGYUAN))
    (old,) = store.plans
    token = stage(staging, "修订稿.txt", CHANGED, replaces=old.id)
    add_staged(store, staging, token, now=NOW)
    (plan,) = store.plans
    assert (plan.identity.source, plan.path) == ("修订稿.txt", old.path)
    assert_whole(store)
    gone = stage(staging, "b.txt", BAIYU, replaces="no plan")
    with pytest.raises(UserError, match="no longer in the store; upload the file anew"):
        add_staged(store, staging, gone, now=NOW)
    assert staging.find(gone)


def test_copy_of_a_stored_file_is_said_to_be_there(store: Store, staging: Staging, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    token = stage(staging, "b.txt", CHENGYUAN)
    (prospect,) = prospects(store, staging, token)
    assert (prospect.change, prospect.old) == (Change.UNCHANGED, store.plans[0])
    assert [one.change for one in add_staged(store, staging, token, now=NOW)] == [Change.UNCHANGED]
    assert len(store.plans) == 1


def test_each_plan_of_an_archive_is_mended_by_itself(store: Store, staging: Staging) -> None:
    token = stage(staging, "all.zip", zipped(a=CHENGYUAN, b="", c=BAIYU))
    assert [one.change for one in prospects(store, staging, token)] == [Change.ADDED, Change.ADDED]
    assert "all.zip/b.txt is empty" in staging.read(token).refusals[0]
    staging.mend(token, 1, {"year": 2021})
    outcomes = add_staged(store, staging, token, now=NOW)
    assert [outcome.change for outcome in outcomes] == [Change.ADDED, Change.ADDED, Change.REFUSED]
    assert {plan.identity.source: plan.identity.year for plan in store.plans} == {
        "all.zip/a.txt": 2023,
        "all.zip/c.txt": 2021,
    }
    assert_whole(store)


def test_archive_whose_members_point_elsewhere_writes_nothing_there(store: Store, staging: Staging) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../../slip.txt", CHENGYUAN)
        archive.writestr("/tmp/slip.txt", BAIYU)
    add_staged(store, staging, stage(staging, "slip.zip", file.getvalue()), now=NOW)
    assert len(store.plans) == 2
    assert not list(store.folder.parent.rglob("slip.txt"))
    assert not Path("/tmp/slip.txt").exists()
    assert_whole(store)


def test_file_without_a_plan_goes_on_waiting(store: Store, staging: Staging) -> None:
    token = stage(staging, "empty.txt", "")
    with pytest.raises(UserError, match=r"empty.txt is empty"):
        add_staged(store, staging, token, now=NOW)
    assert staging.find(token)
    token = stage(staging, "a.txt", CHENGYUAN)
    staging.mend(token, 0, {"year": 12})
    with pytest.raises(UserError, match="12 is no year of a plan"):
        add_staged(store, staging, token, now=NOW)
    assert staging.find(token)
    assert store.plans == ()
