import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import UserError
from tests.conftest import SMALL_CORPUS
from tests.ingest.readers.files import LINES, pdf_file, printed
from tests.vectorstore.checks import add, assert_whole, counts, results
from vectorstore.cut import cut_stored
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, find_files, find_plan, remove_plan

Write = Callable[[str, str], Path]
CHENGYUAN, BAIYU = SMALL_CORPUS.values()
UNTITLED = "一、党建\n1.抓学习。全体党员每月集中学习一次。\n2.抓作风。每季一次。\n"


def changes(store: Store, *files: Path, **mends: str | int) -> list[Change]:
    return [outcome.change for outcome in add(store, *files, **mends)]


def test_added_file_is_in_both_indexes(store: Store, write: Write) -> None:
    assert changes(store, write("a.txt", CHENGYUAN)) == [Change.ADDED]
    assert counts(store) == (1, 4, 4)
    assert_whole(store)


def test_unchanged_file_is_skipped(store: Store, write: Write) -> None:
    file = write("a.txt", CHENGYUAN)
    add(store, file)
    revision = store.note.revision
    assert changes(store, file, file) == [Change.UNCHANGED, Change.UNCHANGED]
    assert store.note.revision == revision


def test_changed_file_takes_the_place_of_what_it_was(store: Store, write: Write) -> None:
    (first,) = add(store, write("a.txt", CHENGYUAN))
    (second,) = add(store, write("a.txt", CHENGYUAN.replace("校车", "渡船") + "（五）抓质量。\n"))
    assert second.change is Change.REPLACED
    assert first.plan is not None
    assert [plan.id for plan in store.plans] == [first.plan.id]
    assert store.lexical.search(["校车"], limit=10, editions=None) == []
    assert_whole(store)


def test_file_whose_title_changed_is_still_the_same_file(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    assert changes(store, write("a.txt", CHENGYUAN.replace("2023年工作要点", "2024年工作要点"))) == [Change.REPLACED]
    assert [plan.identity.year for plan in store.plans] == [2024]
    assert_whole(store)


def test_renamed_copy_is_not_added_twice(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    assert changes(store, write("copy/b.txt", CHENGYUAN)) == [Change.UNCHANGED]
    assert counts(store) == (1, 4, 4)


def test_different_files_of_one_name_in_two_folders_are_two_plans(store: Store, write: Write) -> None:
    files = [write("2023/要点.txt", CHENGYUAN), write("2022/要点.txt", BAIYU)]
    assert changes(store, *files) == [Change.ADDED, Change.ADDED]
    assert len({plan.id for plan in store.plans}) == 2
    assert_whole(store)


def test_different_files_of_one_name_and_title_in_two_folders_are_two_plans(store: Store, write: Write) -> None:
    files = [write("一校/要点.txt", UNTITLED), write("二校/要点.txt", UNTITLED.replace("党建", "安全"))]
    assert changes(store, *files) == [Change.ADDED, Change.ADDED]
    assert len({plan.id for plan in store.plans}) == 2
    assert_whole(store)
    assert changes(store, *files) == [Change.UNCHANGED, Change.UNCHANGED]


def test_bad_files_among_good_ones_are_refused_each_with_its_reason(store: Store, write: Write) -> None:
    picture = write("picture.txt", "")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    missing = picture.with_name("missing.txt")
    files = [write("a.txt", CHENGYUAN), write("empty.txt", ""), picture, missing, write("b.txt", BAIYU)]
    outcomes = add(store, *files)
    assert [outcome.change.value for outcome in outcomes] == ["added", "refused", "refused", "refused", "added"]
    assert all(str(outcome.path) in outcome.reason for outcome in outcomes[1:4])
    assert [outcome.plan for outcome in outcomes[1:4]] == [None, None, None]
    assert len(store.plans) == 2
    assert_whole(store)


def test_changed_file_that_has_become_bad_leaves_the_plan_as_it_was(store: Store, write: Write) -> None:
    add(store, write("a.txt", CHENGYUAN))
    assert changes(store, write("a.txt", "")) == [Change.REFUSED]
    assert counts(store) == (1, 4, 4)


def test_file_too_large_for_a_plan_is_refused(store: Store, tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(51_000_000)
    (outcome,) = add(store, tmp_path / "large.txt")
    assert outcome.change is Change.REFUSED
    assert "has more than 50 MB, too much for a plan" in outcome.reason


def test_mends_outlast_a_change_of_the_file(store: Store, write: Write) -> None:
    file = write("a.txt", UNTITLED)
    add(store, file, title="芷浦镇中心学校计划", year=2020, region="芷浦镇")
    (outcome,) = add(store, write("a.txt", UNTITLED + "3.抓食堂。每周一次。\n"))
    assert outcome.change is Change.REPLACED
    identity = store.plans[0].identity
    assert (identity.title, identity.year, identity.region) == ("芷浦镇中心学校计划", 2020, "芷浦镇")
    assert_whole(store)


def test_second_mend_keeps_the_first(store: Store, write: Write) -> None:
    file = write("a.txt", UNTITLED)
    add(store, file, year=2020)
    add(store, file, region="芷浦镇")
    add(store, file, year=2021)
    assert len(store.plans) == 1
    assert (store.plans[0].identity.year, store.plans[0].identity.region) == (2021, "芷浦镇")
    assert changes(store, file, year=2021) == [Change.UNCHANGED]
    assert_whole(store)


def test_removed_plan_leaves_nothing_behind(store: Store, write: Write, embedder: Embedder) -> None:
    add(store, write("a.txt", CHENGYUAN), write("b.txt", BAIYU))
    remove_plan(store, find_plan(store.plans, "a.txt"))
    for one in (store, Store(store.folder, embedder)):
        assert counts(one) == (1, 4, 4)
        assert_whole(one)
    assert len(results(store, "校车")) == 5  # four that are near, one that holds the word
    remove_plan(store, store.plans[0])
    assert counts(store) == (0, 0, 0)
    assert changes(store, write("a.txt", CHENGYUAN)) == [Change.ADDED]


def test_plan_is_found_by_id_file_name_and_title(small_store: Store) -> None:
    plan = next(plan for plan in small_store.plans if plan.identity.source == "chengyuan.txt")
    for name in (plan.id, "chengyuan.txt", "chengyuan", "澄原县教育局2023年工作要点", "澄原县"):
        assert find_plan(small_store.plans, name) == plan


def test_unknown_plan_is_named_with_those_that_there_are(small_store: Store) -> None:
    with pytest.raises(UserError, match=r"There is no plan nothing\.txt in the store .*澄原县教育局.*`eduplan list`"):
        find_plan(small_store.plans, "nothing.txt")
    with pytest.raises(UserError, match=r"There is no plan  in the store"):
        find_plan(small_store.plans, "")


def test_name_of_several_plans_is_to_be_told_apart_by_id(small_store: Store) -> None:
    with pytest.raises(UserError, match=r"Several plans are called 教育局; name one by its id: \w{12}, \w{12}"):
        find_plan(small_store.plans, "教育局")


def test_files_are_found_in_folders_once_and_hidden_ones_left_out(write: Write, tmp_path: Path) -> None:
    first, second = write("plans/a.txt", "a"), write("plans/deep/b.txt", "b")
    for name in ("plans/.hidden.txt", "plans/.git/config", "plans/~$a.txt"):
        write(name, "x")
    assert find_files([tmp_path / "plans", first]) == [first, second]


def test_folder_without_files_and_missing_path_are_named(tmp_path: Path, write: Write) -> None:
    (tmp_path / "empty").mkdir()
    write("hidden/.DS_Store", "x")
    for name in ("empty", "hidden"):
        with pytest.raises(UserError, match=rf"The folder .*{name} holds no files; name one that holds plans"):
            find_files([tmp_path / name])
    with pytest.raises(UserError, match=r"There is no file or folder .*none; check the name"):
        find_files([tmp_path / "none"])


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, text in members.items():
            file.writestr(f"{name}.txt", text)
    return path


def test_archive_gives_a_plan_a_file_each_with_its_source_and_id(store: Store, tmp_path: Path) -> None:
    file = zipped(tmp_path / "all.zip", a=CHENGYUAN, b=BAIYU)
    assert changes(store, file) == [Change.ADDED, Change.ADDED]
    assert {plan.identity.source for plan in store.plans} == {"all.zip/a.txt", "all.zip/b.txt"}
    assert len({plan.id for plan in store.plans}) == 2
    assert {plan.path for plan in store.plans} == {str(file)}
    assert_whole(store)
    revision = store.note.revision
    assert changes(store, file) == [Change.UNCHANGED, Change.UNCHANGED]
    assert store.note.revision == revision


def test_changed_archive_replaces_adds_and_drops_its_plans(store: Store, tmp_path: Path) -> None:
    add(store, zipped(tmp_path / "all.zip", a=CHENGYUAN, b=BAIYU))
    file = zipped(tmp_path / "all.zip", a=CHENGYUAN.replace("校车", "渡船"), c=UNTITLED)
    assert changes(store, file) == [Change.REPLACED, Change.ADDED]
    assert {plan.identity.source for plan in store.plans} == {"all.zip/a.txt", "all.zip/c.txt"}
    assert_whole(store)


def test_bad_file_in_an_archive_is_refused_and_the_rest_goes_in(store: Store, tmp_path: Path) -> None:
    outcomes = add(store, zipped(tmp_path / "all.zip", a=CHENGYUAN, b="", c="澄原县教育局\n"))
    assert [outcome.change for outcome in outcomes] == [Change.ADDED, Change.REFUSED, Change.REFUSED]
    assert "all.zip/b.txt is empty" in outcomes[1].reason
    assert "all.zip/c.txt holds no paragraph" in outcomes[2].reason
    assert_whole(store)


def test_file_of_an_archive_that_has_become_bad_leaves_its_plan_as_it_was(store: Store, tmp_path: Path) -> None:
    add(store, zipped(tmp_path / "all.zip", a=CHENGYUAN, b=BAIYU))
    file = zipped(tmp_path / "all.zip", a=CHENGYUAN.replace("校车", "渡船"), b="")
    assert changes(store, file) == [Change.REPLACED, Change.REFUSED]
    assert {plan.identity.source for plan in store.plans} == {"all.zip/a.txt", "all.zip/b.txt"}
    assert_whole(store)


def test_archive_with_nothing_but_bad_files_changes_nothing(store: Store, tmp_path: Path) -> None:
    assert changes(store, zipped(tmp_path / "all.zip", a="", b="")) == [Change.REFUSED, Change.REFUSED]
    assert counts(store) == (0, 0, 0)


def test_mends_are_for_one_plan_and_not_for_an_archive_of_several(store: Store, tmp_path: Path) -> None:
    (outcome,) = add(store, zipped(tmp_path / "all.zip", a=CHENGYUAN, b=BAIYU), year=2020)
    assert outcome.reason.endswith("all.zip holds 2.")
    (outcome,) = add(store, zipped(tmp_path / "one.zip", a=UNTITLED), year=2020)
    assert outcome.plan is not None
    assert outcome.plan.identity.year == 2020


def test_archives_of_one_name_in_two_folders_hold_different_plans(store: Store, tmp_path: Path) -> None:
    for folder, text in (("一校", UNTITLED), ("二校", UNTITLED.replace("党建", "安全"))):
        (tmp_path / folder).mkdir()
        assert changes(store, zipped(tmp_path / folder / "all.zip", a=text)) == [Change.ADDED]
    assert len(store.plans) == 2
    assert_whole(store)


def test_plan_is_named_by_its_archive_where_that_holds_one(store: Store, tmp_path: Path) -> None:
    add(store, zipped(tmp_path / "all.zip", a=CHENGYUAN))
    assert find_plan(store.plans, "all.zip") == find_plan(store.plans, "all.zip/a.txt") == store.plans[0]


def test_pages_outlast_a_new_cut_from_the_store(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "要点.pdf"
    file.write_bytes(pdf_file([printed(LINES[:4]), printed(LINES[4:])]))
    (outcome,) = add(store, file)
    assert outcome.plan is not None
    pages = [item.page for item in cut_stored(outcome.plan, store.body_of(outcome.plan).text).items]
    assert pages[0] == 1
    assert pages[-1] == 2
    assert pages == [stored.item.page for stored in store.items.items_of(outcome.plan.edition)]


def test_what_systems_leave_in_folders_is_no_plan(write: Write, tmp_path: Path) -> None:
    plan = write("plans/a.txt", "a")
    for name in ("plans/Thumbs.db", "plans/desktop.ini", "plans/__MACOSX/a.txt"):
        write(name, "x")
    assert find_files([tmp_path / "plans"]) == [plan]
