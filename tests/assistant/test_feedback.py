"""Remarks are kept whole, bounded, and read by the staff alone."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from assistant import feedback
from assistant.feedback import FILE, Kind, Remark, keep, mark_done, read_remarks
from ingest.errors import UserError

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def remark(question: str = "校车多少钱？", kind: Kind = Kind.FAILED, **known: str) -> Remark:
    return Remark(kind, question, "zh-Hans", NOON, **known)  # type: ignore[arg-type]


def test_remark_reads_back_as_it_was_kept(tmp_path: Path) -> None:
    said = Remark(Kind.FAILED, "问'; --\n题", "zh-Hans", NOON, "a1", "望汀区，问题", ("《甲》第18条",), "答非所问")
    keep(tmp_path, said)
    (kept,) = read_remarks(tmp_path)
    assert kept.number > 0
    assert kept == Remark(
        Kind.FAILED, said.question, "zh-Hans", NOON, "a1", "望汀区，问题", ("《甲》第18条",), "答非所问", kept.number
    )


def test_newest_remark_comes_first_and_kinds_can_be_chosen(tmp_path: Path) -> None:
    for question, kind in (("一", Kind.HELPED), ("二", Kind.UNANSWERED), ("三", Kind.FAILED)):
        keep(tmp_path, remark(question, kind))
    assert [one.question for one in read_remarks(tmp_path)] == ["三", "二", "一"]
    assert [one.question for one in read_remarks(tmp_path, kinds=[Kind.UNANSWERED])] == ["二"]


def test_new_judgement_of_an_answer_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    keep(tmp_path, remark(kind=Kind.UNANSWERED, answer="a1"))
    keep(tmp_path, remark(kind=Kind.HELPED, answer="a1"))
    keep(tmp_path, remark(kind=Kind.FAILED, answer="a1"))
    keep(tmp_path, remark(kind=Kind.HELPED, answer="a2"))
    kept = [(one.answer, one.kind) for one in read_remarks(tmp_path)]
    assert kept == [("a2", Kind.HELPED), ("a1", Kind.FAILED), ("a1", Kind.UNANSWERED)]


def test_remarks_are_marked_as_done_and_not_done_again(tmp_path: Path) -> None:
    for question in ("一", "二"):
        keep(tmp_path, remark(question))
    newest, oldest = read_remarks(tmp_path)
    mark_done(tmp_path, [newest.number])
    assert [one.is_done for one in read_remarks(tmp_path)] == [True, False]
    mark_done(tmp_path, [newest.number, oldest.number], is_done=False)
    assert [one.is_done for one in read_remarks(tmp_path)] == [False, False]


def test_long_texts_are_cut_and_the_oldest_remarks_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "MOST_REMARKS", 3)
    for number in range(5):
        keep(tmp_path, Remark(Kind.FAILED, f"{number}" * 9_999, "en", NOON, "", "", ("引" * 999,) * 99, "因" * 9_999))
    kept = read_remarks(tmp_path)
    assert [one.question[0] for one in kept] == ["4", "3", "2"]
    longest = max(kept, key=lambda one: len(str(one)))
    assert (len(longest.question), len(longest.reason)) == (feedback.LONGEST_QUESTION, feedback.LONGEST_REASON)
    assert [len(one) for one in longest.citations] == [feedback.LONGEST_CITATION] * feedback.MOST_CITATIONS


def test_time_is_kept_in_universal_time_wherever_it_was_said(tmp_path: Path) -> None:
    keep(tmp_path, Remark(Kind.HELPED, "问", "zh-Hans", NOON.astimezone(timezone(timedelta(hours=8)))))
    assert read_remarks(tmp_path)[0].at == NOON


def test_store_without_remarks_has_none_and_gets_no_file(tmp_path: Path) -> None:
    assert read_remarks(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_process_killed_while_it_writes_leaves_the_remarks_before_it(tmp_path: Path) -> None:
    keep(tmp_path, remark("先问的"))
    half = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA cache_size = 1');"
        "[c.execute(\"INSERT INTO remarks SELECT NULL, '', 'failed', hex(zeroblob(5000)), '', '', '[]', '', '2026-01-01', 0\")"
        " for _ in range(200)]; os._exit(9)"
    )
    killed = subprocess.run([sys.executable, "-c", half, str(tmp_path / FILE)], check=False)
    assert killed.returncode == 9
    keep(tmp_path, remark("后问的"))
    assert [one.question for one in read_remarks(tmp_path)] == ["后问的", "先问的"]


def test_several_processes_keep_remarks_at_once_and_none_is_lost(tmp_path: Path) -> None:
    script = (
        "import sys; from datetime import *; from pathlib import Path; from assistant.feedback import *\n"
        "for n in range(20): keep(Path(sys.argv[1]), Remark(Kind.HELPED, f'{sys.argv[2]}-{n}', 'en', datetime.now(UTC)))"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), name]) for name in "abc"]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len({one.question for one in read_remarks(tmp_path)}) == 60


def test_file_that_is_no_table_is_a_sentence_that_names_the_way_out(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("这不是数据库，只是一段文字。" * 99, encoding="utf-8")
    for use in (lambda: keep(tmp_path, remark()), lambda: read_remarks(tmp_path)):
        with pytest.raises(UserError, match="move it away"):
            use()


def test_nothing_else_of_the_person_has_a_place_in_the_table(tmp_path: Path) -> None:
    keep(tmp_path, remark())
    with sqlite3.connect(tmp_path / FILE) as table:
        columns = [row[1] for row in table.execute("PRAGMA table_info(remarks)")]
    table.close()
    assert columns == feedback.COLUMNS.split(", ")
