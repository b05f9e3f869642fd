"""The command line: what each command does and prints."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from ingest.language.folding import fold
from tests.conftest import PLANS, SMALL_CORPUS, Done, Eduplan
from vectorstore.fusion import Features
from vectorstore.store import Store

Write = Callable[[str, str], Path]
PLAN_KEYS = ["id", "title", "issuer", "region", "year", "number", "date", "source", "language"]
ITEM_KEYS = ["ref", "label", "section", "section_title", "heading", "text"]
ANSWER_KEYS = {
    "id",
    "question",
    "status",
    "answer",
    "citations",
    "nearest",
    "scope",
    "writer",
    "timings_ms",
}
FEES = "澄原县课后服务每学期收费多少？"
OPTIONS = {
    "add": ["--title", "--year", "--region", "--quiet", "--store", "--json"],
    "outline": ["--store", "--json"],
    "list": ["--store", "--json"],
    "remove": ["--store", "--json"],
    "reindex": ["--store", "--json"],
    "search": ["--limit", "--all", "--explain", "--plan", "--region", "--year", "--store", "--json"],
    "ask": ["--history", "--batch", "--explain", "--plan", "--region", "--year", "--store", "--json"],
    "targets": ["--plan", "--region", "--year", "--save", "--store", "--json"],
    "evaluate": ["--store", "--json"],
    "serve": ["--host", "--port", "--store"],
}


def json_of(done: Done) -> dict[str, Any]:
    """The one object that the command printed, and it printed nothing else there."""
    assert done.code == 0, done.err
    assert done.out.endswith("\n")
    assert done.out.count("\n") == 1
    row = json.loads(done.out)
    assert isinstance(row, dict)
    return row


@pytest.fixture
def corpus(write: Write) -> Path:
    """A folder with the small corpus."""
    files = [write(f"plans/{name}", text) for name, text in SMALL_CORPUS.items()]
    return files[0].parent


def test_program_lists_its_commands(eduplan: Eduplan) -> None:
    done = eduplan("--help")
    assert done.code == 0
    assert [command for command in OPTIONS if f" {command} " not in done.out] == []


@pytest.mark.parametrize("command", OPTIONS)
def test_help_of_a_command_lists_its_options(eduplan: Eduplan, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    done = eduplan(command, "--help")
    assert done.code == 0
    assert [option for option in OPTIONS[command] if option not in done.out] == []
    assert done.err == ""


def test_store_is_filled_listed_changed_reindexed_and_emptied(eduplan: Eduplan, corpus: Path, tmp_path: Path) -> None:
    store = ("--store", tmp_path / "store")
    added = json_of(eduplan("add", corpus, *store, "--json"))
    assert [(Path(file["path"]).name, file["change"], file["reason"]) for file in added["files"]] == [
        ("baiyu.txt", "added", None),
        ("chengyuan.txt", "added", None),
    ]
    again = json_of(eduplan("add", corpus, *store, "--json"))
    assert {file["change"] for file in again["files"]} == {"unchanged"}

    mended = json_of(eduplan("add", corpus / "baiyu.txt", *store, "--year", 2021, "--json"))
    assert [(file["change"], file["plan"]["year"]) for file in mended["files"]] == [("replaced", 2021)]
    plans = json_of(eduplan("list", *store, "--json"))["plans"]
    assert [(plan["source"], plan["year"], plan["items"]) for plan in plans] == [
        ("baiyu.txt", 2021, 4),
        ("chengyuan.txt", 2023, 4),
    ]
    assert list(plans[0])[: len(PLAN_KEYS)] == PLAN_KEYS

    assert json_of(eduplan("reindex", *store, "--json")) == {"plans": plans}
    assert json_of(eduplan("list", *store, "--json")) == {"plans": plans}
    assert json_of(eduplan("remove", "baiyu.txt", *store, "--json")) == {"removed": plans[0]}
    assert json_of(eduplan("list", *store, "--json")) == {"plans": plans[1:]}


def test_plan_may_be_added_as_one_of_no_year_and_region(eduplan: Eduplan, corpus: Path, tmp_path: Path) -> None:
    store = ("--store", tmp_path / "store")
    eduplan("add", corpus / "baiyu.txt", *store, "--year", 0, "--region", "")
    (plan,) = json_of(eduplan("list", *store, "--json"))["plans"]
    assert (plan["year"], plan["region"]) == (None, None)


def test_messages_of_adding_go_to_standard_error(eduplan: Eduplan, corpus: Path, tmp_path: Path) -> None:
    done = eduplan("add", corpus / "baiyu.txt", "--store", tmp_path / "store")
    assert (done.code, done.out) == (0, "")
    assert "added" in done.err
    assert "baiyu.txt  《柏嶼區教育局2022年工作計劃》 4 items" in done.err
    assert "1 added; the store holds 1 plans." in done.err
    quiet = eduplan("add", corpus, "--store", tmp_path / "store", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_outline_of_a_file_needs_no_store_and_keeps_the_contract(eduplan: Eduplan, write: Write) -> None:
    row = json_of(eduplan("outline", write("a.txt", SMALL_CORPUS["chengyuan.txt"]), "--json", "--store", "none"))
    assert list(row) == ["plan", "nodes", "items"]
    assert list(row["plan"]) == PLAN_KEYS
    assert {tuple(node) for node in row["nodes"]} == {("label", "level", "parent", "text")}
    assert {tuple(item) for item in row["items"]} == {tuple(ITEM_KEYS)}
    assert [item["ref"] for item in row["items"]] == ["(一)", "(二)", "(三)", "(四)"]
    assert (row["plan"]["year"], row["plan"]["number"]) == (2023, "澄教〔2023〕7号")


def test_outline_of_several_files_is_one_object_a_line(eduplan: Eduplan) -> None:
    samples = sorted(PLANS.iterdir())
    done = eduplan("outline", *samples, "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["plan"]["source"] for row in rows] == [sample.name for sample in samples]
    assert (done.code, done.err) == (0, "")


def test_outline_of_several_goes_on_behind_a_file_that_cannot_be_read(eduplan: Eduplan, write: Write) -> None:
    good = write("a.txt", SMALL_CORPUS["chengyuan.txt"])
    done = eduplan("outline", write("bad.bin", "\x00\x01" * 40), good, "--json")
    bad, whole = map(json.loads, done.out.splitlines())
    assert done.code == 1
    assert bad["source"] == "bad.bin"
    assert bad["error"] in done.err.replace("\n", " ") or bad["error"][:20] in done.err
    assert whole["plan"]["source"] == "a.txt"


def test_outline_of_an_archive_is_one_object_a_plan_of_it(eduplan: Eduplan, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in SMALL_CORPUS.items():
            archive.writestr(name, text)
    rows = [json.loads(line) for line in eduplan("outline", file, "--json").out.splitlines()]
    assert [row["plan"]["source"] for row in rows] == [f"all.zip/{name}" for name in SMALL_CORPUS]
    done = eduplan("add", file, "--store", tmp_path / "store")
    assert (done.code, [f"added      all.zip/{name}" in done.err for name in SMALL_CORPUS]) == (0, [True, True])


def test_outline_of_a_stored_plan_is_that_of_its_file(eduplan: Eduplan, small_store: Store, write: Write) -> None:
    of_file = json_of(eduplan("outline", write("baiyu.txt", SMALL_CORPUS["baiyu.txt"]), "--json"))
    assert json_of(eduplan("outline", "柏嶼區", "--store", small_store.folder, "--json")) == of_file


def test_outline_for_people_says_why_each_line_was_read_so(eduplan: Eduplan, write: Write) -> None:
    done = eduplan("outline", write("a.txt", SMALL_CORPUS["chengyuan.txt"]))
    assert "item (三), numbered “（三）”" in done.out
    assert "澄原县教育局  <- the signature" in done.out


def test_search_prints_items_best_first_with_their_scores(eduplan: Eduplan, small_store: Store) -> None:
    row = json_of(eduplan("search", "特岗教师", "招聘", "--limit", 3, "--store", small_store.folder, "--json"))
    assert len(row["hits"]) == 3
    assert {tuple(hit) for hit in row["hits"]} == {("plan", "item", "score")}
    assert row["hits"][0]["item"]["ref"] == "(四)"
    assert list(row["hits"][0]["plan"]) == PLAN_KEYS
    scores = [hit["score"] for hit in row["hits"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("scope", [("--plan", "baiyu.txt"), ("--region", "柏嶼區"), ("--year", 2022)])
def test_scope_narrows_the_search(eduplan: Eduplan, small_store: Store, scope: tuple[str, object]) -> None:
    row = json_of(eduplan("search", "校车", *scope, "--store", small_store.folder, "--json"))
    assert {hit["plan"]["source"] for hit in row["hits"]} == {"baiyu.txt"}


def test_search_explains_what_it_searched_for_and_why_an_item_was_found(eduplan: Eduplan, small_store: Store) -> None:
    store = ("--store", small_store.folder)
    row = json_of(eduplan("search", "放学没人接", "--explain", *store, "--json"))
    assert {"课后服务"} <= {term for one in row["query"]["thesaurus"] for term in one["official"]}
    assert [topic["score"] for topic in row["query"]["topics"]] == sorted(
        (topic["score"] for topic in row["query"]["topics"]), reverse=True
    )
    assert set(row["hits"][0]["features"]) == {field.name for field in fields(Features)}
    said = eduplan("search", "放学没人接", "--explain", *store).out
    assert re.search(r"^thesaurus +.*放学.* → .*课后服务", said, flags=re.M)
    assert "topic bearing" in said
    assert "query" not in json_of(eduplan("search", "放学没人接", *store, "--json"))


def test_own_thesaurus_is_searched_beside_the_shipped_one(
    eduplan: Eduplan, small_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("官方用语,日常说法\n校车,大黄壳壳\n", encoding="utf-8")
    monkeypatch.setenv("EDUPLAN_THESAURUS", str(path))
    row = json_of(eduplan("search", "大黄壳壳，双减", "--explain", "--store", small_store.folder, "--json"))
    found = {one["said"]: one["official"] for one in row["query"]["thesaurus"]}
    assert found["大黄壳壳"] == ["校车"]
    assert "双减" in found
    (first, *_) = json_of(eduplan("search", "大黄壳壳", "--store", small_store.folder, "--json"))["hits"]
    assert "校车" in fold(first["item"]["text"])
    path.write_text("词\n校车\n", encoding="utf-8")
    refused = eduplan("search", "校车", "--store", small_store.folder)
    assert refused.code == 1
    assert str(path) in refused.err


def test_search_for_all_counts_every_item_that_holds_the_words(eduplan: Eduplan, small_store: Store) -> None:
    row = json_of(eduplan("search", "校车", "--all", "--store", small_store.folder, "--json"))
    assert (row["total"], sorted(row["counts"].values())) == (2, [1, 1])
    assert {hit["item"]["ref"] for hit in row["hits"]} == {"(一)", "一.1"}
    assert "2 items:" in eduplan("search", "校车", "--all", "--store", small_store.folder).out


def check_answer(row: dict[str, Any]) -> None:
    assert set(row) - {"understood"} == ANSWER_KEYS
    assert set(row["scope"]) == {"plans", "regions", "years"}
    for number, citation in enumerate(row["citations"], 1):
        assert list(citation) == ["number", "plan", "item", "quote", "score"]
        assert citation["number"] == number
        assert f"[{number}]" in row["answer"]
        assert citation["quote"] in citation["item"]["text"]
    assert bool(row["citations"]) is (row["status"] == "answered")


def test_answer_is_cited_and_keeps_the_contract(eduplan: Eduplan, small_store: Store) -> None:
    row = json_of(eduplan("ask", FEES, "--history", "校车多少辆？", "--store", small_store.folder, "--json"))
    check_answer(row)
    assert (row["id"], row["question"], row["status"]) == (None, FEES, "answered")
    assert (row["citations"][0]["plan"]["source"], row["citations"][0]["item"]["ref"]) == ("chengyuan.txt", "(三)")
    spoken = eduplan("ask", FEES, "--store", small_store.folder)
    assert "二百四十元" in spoken.out
    assert "[1] 《澄原县教育局2023年工作要点》" in spoken.out


def test_batch_answers_each_line_in_its_order(eduplan: Eduplan, small_store: Store, write: Write) -> None:
    rows = [
        {"id": "b", "question": FEES, "history": [], "plan": None},
        {"id": "a", "question": "初中生可以上晚自习吗？", "plan": "baiyu.txt"},
        {"id": 3, "question": "那校车呢？", "history": ["澄原县2023年学校食堂怎么办？"]},
        {"question": "火箭\u2028发动机"},
    ]
    text = "\ufeff" + "\r\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\r\n\r\n"
    done = eduplan("ask", "--batch", write("questions.jsonl", text), "--store", small_store.folder)
    assert done.code == 0, done.err
    answers = [json.loads(line) for line in done.out.split("\n")[:-1]]
    assert [answer["id"] for answer in answers] == ["b", "a", 3, None]
    for answer in answers:
        check_answer(answer)
    assert {citation["plan"]["source"] for citation in answers[1]["citations"]} <= {"baiyu.txt"}


def test_answer_tells_how_the_talk_completed_the_question(eduplan: Eduplan, small_store: Store) -> None:
    store = ("--store", small_store.folder)
    row = json_of(eduplan("ask", "那校车呢？", "--history", "澄原县2023年学校食堂怎么办？", *store, "--json"))
    assert row["understood"] == "澄原县2023年校车"
    assert "（按“澄原县2023年校车”理解）" in row["answer"]
    assert "understood" not in json_of(eduplan("ask", FEES, *store, "--json"))


def test_answer_explains_what_was_understood_and_why_each_item_was_taken(eduplan: Eduplan, small_store: Store) -> None:
    store = ("--store", small_store.folder)
    why = json_of(eduplan("ask", FEES, "--explain", *store, "--json"))["explanation"]
    assert why["plans"] == ["澄原县教育局2023年工作要点"]
    (part,) = why["parts"]
    assert {"课后", "服务", "收费"} <= set(part["words"])
    assert {item["ref"] for item in part["items"] if item["answers"]} == {"(三)"}
    assert all(item["reason"] for item in part["items"])
    said = eduplan("ask", FEES, "--explain", *store).out
    assert re.search(r"^answers +《澄原县教育局2023年工作要点》第（三）条: \d", said, flags=re.M)
    assert "explanation" not in json_of(eduplan("ask", FEES, *store, "--json"))


def test_batch_explains_each_line(eduplan: Eduplan, small_store: Store, write: Write) -> None:
    file = write("questions.jsonl", json.dumps({"id": 1, "question": FEES}, ensure_ascii=False) + "\n")
    row = json_of(eduplan("ask", "--batch", file, "--explain", "--store", small_store.folder))
    assert row["id"] == 1
    assert row["explanation"]["plans"] == ["澄原县教育局2023年工作要点"]


def test_question_file_is_scored(eduplan: Eduplan, small_store: Store, write: Write) -> None:
    gold = [{"plan": "chengyuan.txt", "item": "(三)"}]
    row = {"id": "1", "question": FEES, "kind": "fact", "gold": gold, "answer_contains": ["二百四十元"]}
    file = write("questions.jsonl", json.dumps(row, ensure_ascii=False) + "\n")
    scores = json_of(eduplan("evaluate", file, "--store", small_store.folder, "--json"))
    assert (scores["invented"], set(scores["kinds"])) == (0, {"fact", "all"})
    assert scores["kinds"]["all"]["questions"] == 1
    assert [scores["kinds"]["fact"][name] for name in ("recall_at_1", "precision", "refused")] == [1, 1, 0]
    assert "fact" in eduplan("evaluate", file, "--store", small_store.folder).out


def test_process_reads_its_store_from_the_environment_and_prints_utf_8(eduplan: Eduplan, small_store: Store) -> None:
    variables = {"EDUPLAN_STORE": str(small_store.folder), "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "assistant", "list", "--json"]
    done = subprocess.run(command, env=os.environ | variables, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8")) == json_of(eduplan("list", "--store", small_store.folder, "--json"))
