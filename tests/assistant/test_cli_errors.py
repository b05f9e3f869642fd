"""What the user can mend: one clear line on standard error that names the thing and the way out, and exit code 1."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import SMALL_CORPUS, Done, Eduplan
from vectorstore.embedder import Embedder
from vectorstore.note import read_note, write_note
from vectorstore.store import Store

Write = Callable[[str, str], Path]


def check_said(done: Done, *parts: str) -> None:
    """One line that holds the parts, and no output."""
    assert done.code == 1
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert [part for part in parts if part not in done.err] == []
    assert len(done.err) < 500


@pytest.mark.parametrize("command", ["add", "outline", "evaluate"])
def test_missing_file_is_named(eduplan: Eduplan, small_store: Store, command: str) -> None:
    check_said(eduplan(command, "missing.txt", "--store", small_store.folder), "missing.txt", "check the name")


@pytest.mark.parametrize("command", ["add", "outline"])
def test_missing_file_is_named_where_there_is_no_store(eduplan: Eduplan, tmp_path: Path, command: str) -> None:
    check_said(eduplan(command, "missing.txt", "--store", tmp_path / "none"), "missing.txt", "check the name")


def test_missing_batch_file_is_named(eduplan: Eduplan, small_store: Store) -> None:
    done = eduplan("ask", "--batch", "missing.jsonl", "--store", small_store.folder)
    check_said(done, "missing.jsonl", "check the name")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty; add the file again"),
        (b" \n\n", "is empty; add the file again"),
        (b"MZ\x90\0" + bytes(range(256)) * 8, "is not a text file; save the plan as plain text"),
        ("澄原县教育局\n".encode(), "holds no paragraph that could be cited; check that it is the whole plan"),
    ],
    ids=["empty", "blank", "program", "no paragraph"],
)
def test_file_that_is_no_plan_is_named(eduplan: Eduplan, tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "file.txt"
    file.write_bytes(content)
    check_said(eduplan("add", file, "--quiet", "--store", tmp_path / "store"), "file.txt", said)
    check_said(eduplan("outline", file), "file.txt", said)


def test_folder_without_plans_is_named(eduplan: Eduplan, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    check_said(eduplan("add", tmp_path / "empty", "--store", tmp_path / "store"), "empty holds no files", "name one")
    check_said(eduplan("outline", tmp_path / "empty"), "empty is a folder; name a file in it")
    assert not (tmp_path / "store").exists()


def test_mends_of_several_files_are_refused(eduplan: Eduplan, write: Write, tmp_path: Path) -> None:
    files = [write(name, text) for name, text in SMALL_CORPUS.items()]
    done = eduplan("add", *files, "--year", 2023, "--store", tmp_path / "store")
    check_said(done, "--title, --year and --region mend one plan; name one file")


@pytest.mark.parametrize(
    "arguments",
    [("remove", "无此文件"), ("ask", "校车", "--plan", "无此文件"), ("search", "校车", "--plan", "无此文件")],
)
def test_unknown_plan_is_named_with_those_that_there_are(
    eduplan: Eduplan, small_store: Store, arguments: tuple[str, ...]
) -> None:
    done = eduplan(*arguments, "--store", small_store.folder)
    check_said(done, "There is no plan 无此文件", "澄原县教育局2023年工作要点", "eduplan list")


def test_plan_name_that_fits_several_is_to_be_told_apart(eduplan: Eduplan, small_store: Store) -> None:
    check_said(eduplan("remove", "教育局", "--store", small_store.folder), "Several plans", "name one by its id")


COMMANDS_ON_A_STORE = [("list",), ("ask", "校车"), ("search", "校车"), ("remove", "x"), ("reindex",), ("serve",)]


@pytest.mark.parametrize("command", COMMANDS_ON_A_STORE, ids=lambda command: command[0])
def test_missing_store_says_how_to_make_one(eduplan: Eduplan, tmp_path: Path, command: tuple[str, ...]) -> None:
    done = eduplan(*command, "--store", tmp_path / "none")
    check_said(done, f"There is no store at {tmp_path / 'none'}", "eduplan add")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("command", [("add", "letter.txt"), *COMMANDS_ON_A_STORE], ids=lambda command: command[0])
def test_folder_that_is_no_store_is_named_and_left_alone(
    eduplan: Eduplan, write: Write, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write("letter.txt", "private").parent
    monkeypatch.chdir(folder)
    check_said(eduplan(*command, "--store", folder), f"{folder} is no EduPlan store", "--store")
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_store_of_another_model_is_to_be_reindexed(eduplan: Eduplan, tmp_path: Path, embedder: Embedder) -> None:
    folder = Store.create(tmp_path / "store", embedder).folder
    write_note(folder, replace(read_note(folder), embedding="their-model", fingerprint="0"))
    done = eduplan("ask", "校车", "--store", tmp_path / "store")
    check_said(done, "their-model", f"eduplan reindex --store {tmp_path / 'store'}")
    assert eduplan("reindex", "--store", tmp_path / "store").code == 0
    assert eduplan("list", "--store", tmp_path / "store").code == 0


def test_model_that_is_not_there_is_named_within_seconds(
    eduplan: Eduplan, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDUPLAN_EMBEDDING", "no-such-model")
    began = time.monotonic()
    done = eduplan("add", write("a.txt", SMALL_CORPUS["baiyu.txt"]), "--store", tmp_path / "store")
    assert time.monotonic() - began < 5
    check_said(done, "The embedding model no-such-model is no folder here", "Unset EDUPLAN_EMBEDDING")
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("command", ["ask", "search"])
@pytest.mark.parametrize("question", ["", " \n ", "课后服务" * 2_500], ids=["empty", "blank", "of 10,000 characters"])
def test_question_that_is_empty_or_too_long_is_refused(
    eduplan: Eduplan, small_store: Store, command: str, question: str
) -> None:
    check_said(eduplan(command, question, "--store", small_store.folder), "2000" if question.strip() else "empty")


BAD_LINES = [
    ('{"question": ', None, "is no question"),
    ("校车有多少辆？", None, "is no question"),
    ("[1]", None, "is no question"),
    ("null", None, "is no question"),
    ("[" * 100_000, None, "is no question"),
    ('{"id": NaN, "question": "校车"}', None, "is no question"),
    ('{"id": "5", "question": "校车\\ud800"}', None, "is no question"),
    ('{"id": 1' + "0" * 5_000 + ', "question": "校车"}', None, "is no question"),
    ('{"id": "5"}', "5", "lacks question"),
    ('{"id": 5, "question": 7}', 5, "has a question of another form"),
    ('{"id": 5, "question": null}', 5, "has a question of another form"),
    ('{"id": ["5"], "question": ["校车"]}', ["5"], "has a question of another form"),
    ('{"id": "5", "question": "校车", "history": "食堂"}', "5", "has a history of another form"),
    ('{"id": "5", "question": "校车", "history": [5]}', "5", "has a history of another form"),
    ('{"id": "5", "question": "校车", "plan": 5}', "5", "has a plan of another form"),
    ('{"id": "5", "question": "校车", "plan": "无此文件"}', "5", "There is no plan 无此文件"),
    ('{"id": "5", "question": ""}', "5", "is empty"),
    ('{"id": "5", "question": "？？？"}', "5", "is empty"),
    ('{"id": "5", "question": "' + "课后服务" * 2_500 + '"}', "5", "ask in at most 2000"),
]


def test_bad_batch_line_gets_its_error_and_the_others_their_answers(
    eduplan: Eduplan, small_store: Store, write: Write
) -> None:
    good = '{"id": "good", "question": "校车怎么管理？"}'
    file = write("questions.jsonl", "\n".join(f"{line}\n{good}" for line, _, _ in BAD_LINES))
    done = eduplan("ask", "--batch", file, "--store", small_store.folder)
    assert done.code == 0, done.err
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert len(rows) == 2 * len(BAD_LINES)
    assert [row["status"] for row in rows[1::2]] == ["answered"] * len(BAD_LINES)
    for row, (line, number, said) in zip(rows[::2], BAD_LINES, strict=True):
        assert set(row) == {"id", "error"}, line[:50]
        assert row["id"] == number
        assert said in row["error"]
        assert len(row["error"]) < 300
        assert "\n" not in row["error"]


def test_bad_line_of_a_question_file_is_named_and_the_others_are_scored(
    eduplan: Eduplan, small_store: Store, write: Write
) -> None:
    good = '{"id": "1", "question": "校车怎么管理？", "kind": "fact", "gold": [], "answer_contains": []}'
    bad = [
        "no json",
        '{"id": "2", "question": "校车"}',
        good.replace("[]", '["a"]', 1),
        good.replace("校车怎么管理", "？？？"),
        good.replace('"kind"', '"plan": "无此文件", "kind"'),
    ]
    file = write("questions.jsonl", "\n".join([*bad, good]))
    done = eduplan("evaluate", file, "--json", "--store", small_store.folder)
    assert done.code == 0, done.err
    scores = json.loads(done.out)
    assert scores["kinds"]["all"]["questions"] == 1
    assert [row["id"] for row in scores["errors"]] == [None, "2", "1", "1", "1"]
    assert all(row["error"].startswith(f"Line {n} ") for n, row in enumerate(scores["errors"], 1))
    told = eduplan("evaluate", file, "--store", small_store.folder)
    assert told.err.count("not scored") == len(bad)


@pytest.mark.parametrize("line", ['{"question": ', "5", "[]", '{"id": "1", "question": "校车"}'])
def test_bad_line_of_a_question_file_is_told(eduplan: Eduplan, small_store: Store, write: Write, line: str) -> None:
    check_said(eduplan("evaluate", write("questions.jsonl", line), "--store", small_store.folder), "questions.jsonl")


@pytest.mark.parametrize("command", [("ask", "--batch"), ("evaluate",)], ids=["batch", "evaluate"])
def test_question_file_in_another_encoding_is_told(
    eduplan: Eduplan, small_store: Store, tmp_path: Path, command: tuple[str, ...]
) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes('{"question": "校车有多少辆？"}\n'.encode("gb18030"))
    check_said(eduplan(*command, file, "--store", small_store.folder), "questions.jsonl", "UTF-8")


@pytest.mark.parametrize(("variable", "value"), [("EDUPLAN_PORT", "abc"), ("EDUPLAN_PORT", "70000")])
def test_setting_that_does_not_fit_is_named_with_its_value(
    eduplan: Eduplan, small_store: Store, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    check_said(eduplan("list", "--store", small_store.folder), f"{variable} is '{value}'", "change or unset it")


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "校车", "--batch", "questions.jsonl"],
        ["add"],
        ["search", "校车", "--limit", "0"],
        ["search", "校车", "--year", "去年"],
        ["add", "x", "--year", "23"],
        ["list", "--nonsense"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_code_2_and_tells_the_right_one(eduplan: Eduplan, arguments: list[str]) -> None:
    done = eduplan(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Usage:" in done.err


def test_process_ends_without_a_traceback(tmp_path: Path) -> None:
    variables = {"EDUPLAN_PORT": "abc", "LC_ALL": "C"}
    command = [sys.executable, "-m", "assistant", "list", "--store", str(tmp_path)]
    done = subprocess.run(command, env=os.environ | variables, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"eduplan: EDUPLAN_PORT is 'abc'")
    assert done.stderr.count(b"\n") == 1
