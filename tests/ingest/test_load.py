import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import UserError
from ingest.load import content_hash, load_plan, load_plans, with_identity

Write = Callable[[str, str], Path]
TEXT = "澄原县教育局2023年工作要点\n一、党建\n1.抓学习。全体党员每月集中学习一次。\n2.抓作风。每季一次。\n"


def test_file_becomes_a_plan_named_after_it(write: Write) -> None:
    plan = load_plan(write("要点.txt", TEXT))
    assert plan.identity.source == "要点.txt"
    assert [item.ref for item in plan.items] == ["1", "2"]


def test_json_of_a_plan_has_the_keys_of_the_contract(write: Write) -> None:
    row = load_plan(write("要点.txt", TEXT)).to_json()
    assert list(row) == ["plan", "nodes", "items"]
    assert list(row["plan"]) == ["id", "title", "issuer", "region", "year", "number", "date", "source", "language"]
    assert {tuple(node) for node in row["nodes"]} == {("label", "level", "parent", "text")}
    keys = ("ref", "label", "section", "section_title", "heading", "text")
    assert {tuple(item) for item in row["items"]} == {keys}
    assert (row["plan"]["number"], row["plan"]["date"]) == (None, None)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no file .*要点\.txt; check the name"):
        load_plan(tmp_path / "要点.txt")


def test_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"is a folder; name a file in it"):
        load_plan(tmp_path)


@pytest.mark.parametrize(
    "text", ["澄原县教育局2023年工作要点\n", "发布时间：2024-01-05\n【打印】\n", "澄原县教育局\n2023年2月3日\n"]
)
def test_file_without_a_paragraph_is_refused_by_name(write: Write, text: str) -> None:
    with pytest.raises(UserError, match=r"^要点\.txt holds no paragraph that could be cited; check"):
        load_plan(write("要点.txt", text))


def test_what_the_user_says_takes_the_place_of_what_was_read_and_no_more(write: Write) -> None:
    plan = load_plan(write("要点.txt", TEXT))
    mended = with_identity(plan, year=2024, region="柏屿区")
    assert (mended.identity.year, mended.identity.region) == (2024, "柏屿区")
    assert (mended.identity.title, mended.identity.id) == (plan.identity.title, plan.identity.id)
    assert mended.items == plan.items
    assert with_identity(plan) == plan


def test_archive_gives_its_plans_and_says_what_is_bad_in_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, text in (("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", "")):
            file.writestr(name, text)
    assert [plan.identity.source for plan in load_plans(path)] == ["all.zip/a.txt", "all.zip/b.txt"]
    assert "all.zip/c.txt is empty" in caplog.text
    with pytest.raises(UserError, match=r"all\.zip holds 2 plans; name a file that holds one"):
        load_plan(path)


def test_archive_without_a_plan_and_a_device_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.txt", "")
    with pytest.raises(UserError, match=r"all\.zip/a\.txt is empty"):
        load_plans(path)
    with pytest.raises(UserError, match=r"^/dev/zero is a device, not a file; name a file"):
        load_plans(Path("/dev/zero"))


def test_hash_tells_a_changed_file_from_an_unchanged_one() -> None:
    assert content_hash(b"a") == content_hash(b"a")
    assert content_hash(b"a") != content_hash(b"a\n")
