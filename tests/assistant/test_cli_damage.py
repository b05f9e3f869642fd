"""A damaged store ends every command in one sentence, and `eduplan repair` ends that."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import SMALL_CORPUS, Eduplan
from vectorstore.note import NOTE
from vectorstore.store import Store

DAMAGED = {
    NOTE: "the note that says what it is",
    "records-*.sqlite": "the records of its plans",
    "chroma/chroma.sqlite3": "the vectors of its items",
}


@pytest.fixture
def folder(small_store: Store, tmp_path: Path) -> Path:
    return shutil.copytree(small_store.folder, tmp_path / "store")


def harm(folder: Path, pattern: str) -> None:
    (path,) = folder.glob(pattern)
    path.write_bytes(b"x" * 200 + path.read_bytes()[200:])


@pytest.mark.parametrize("pattern", DAMAGED)
def test_every_command_says_what_is_broken_and_repair_mends_it(
    folder: Path, tmp_path: Path, eduplan: Eduplan, pattern: str
) -> None:
    plan = tmp_path / "new.txt"
    plan.write_text(SMALL_CORPUS["chengyuan.txt"].replace("澄原", "青田"), encoding="utf-8")
    harm(folder, pattern)
    commands = [
        ("list",),
        ("search", "校车"),
        ("ask", "校车安全"),
        ("add", plan),
        ("remove", "chengyuan.txt"),
        ("targets",),
        ("outline", "chengyuan.txt"),
        ("reindex",),
    ]
    for command in commands:
        done = eduplan(*command, "--store", folder)
        assert (done.code, done.out) == (1, ""), command
        assert len(done.err.splitlines()) == 1, done.err
        assert DAMAGED[pattern] in done.err
        assert f"eduplan repair --store {folder}" in done.err
        assert "Traceback" not in done.err
        assert "holds no plans" not in done.err
    repaired = eduplan("repair", "--store", folder, "--json")
    assert repaired.code == 0, repaired.err
    told = json.loads(repaired.out)
    assert len(told["repaired"]) == 1
    assert {one["source"] for one in told["plans"]} == set(SMALL_CORPUS)
    assert eduplan("add", plan, "--store", folder).code == 0
    assert "校车" in eduplan("ask", "校车安全", "--store", folder).out


def test_repair_says_that_nothing_is_broken(folder: Path, eduplan: Eduplan) -> None:
    done = eduplan("repair", "--store", folder)
    assert done.code == 0
    assert "Nothing is broken." in done.err
    assert "2 plans, 8 items" in done.err


def test_repair_of_no_store_is_one_line(tmp_path: Path, eduplan: Eduplan) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("private", encoding="utf-8")
    for name, said in (("letters", "is no EduPlan store"), ("none", "There is no store at")):
        done = eduplan("repair", "--store", tmp_path / name)
        assert done.code == 1
        assert said in done.err
        assert len(done.err.splitlines()) == 1
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["letter.txt"]


def test_plan_that_is_lost_is_named(folder: Path, eduplan: Eduplan) -> None:
    harm(folder, "records-*.sqlite")
    original = next(path for path in (folder / "originals").iterdir() if "澄原" in path.read_text(encoding="utf-8"))
    original.unlink() if not original.suffix else (original.with_suffix("")).unlink()
    done = eduplan("repair", "--store", folder)
    assert done.code == 1
    assert "could not be had back, add their files again: chengyuan.txt." in done.err
    assert "The store holds 1 plans" in done.err
