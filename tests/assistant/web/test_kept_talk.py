"""A talk that the browser kept reads back as it was, and nothing that was put into it does harm."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.question import Scope
from assistant.understanding.named import Kind, Named
from assistant.web.ask.kept_talk import keep_last, open_kept
from assistant.web.ask.mended import mended
from assistant.web.ask.talk import Talk, Turn, ask
from assistant.web.words import SIMPLIFIED, Words
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import add_files, remove_plan

FEE = "望汀区2025年课后服务收费多少？"


def answered(store: Store, *turns: Turn) -> Talk:
    talk = Talk("a-talk")
    for turn in turns:
        *_, talk = ask(Assistant(store), turn, talk, Words(SIMPLIFIED))
    return talk


def kept(talk: Talk) -> str:
    """What the browser holds after the turns came one by one."""
    rows = [json.loads(keep_last(replace(talk, turns=talk.turns[: n + 1]))) for n in range(len(talk.turns))]
    assert [row["place"] for row in rows] == list(range(len(rows)))
    return json.dumps({"name": rows[0]["name"], "turns": [row["turn"] for row in rows]})


def test_talk_reads_back_as_it_was(sample_store: Store) -> None:
    off = (Named(Kind.YEAR, "2025", "2025"),)
    turns = (
        Turn(FEE, Scope(regions=("望汀区",)), asked_at="2026-03-01T08:00:00+08:00"),
        Turn("那2024年呢？"),
        Turn(FEE, without=off, is_alone=True),
        Turn("？"),
        Turn("望汀区2030年课后服务收费多少？"),
    )
    talk = answered(sample_store, *turns)
    opened = open_kept(kept(talk), sample_store)
    assert opened
    assert opened == replace(talk, turns=tuple(replace(turn, is_kept=True) for turn in talk.turns))


def test_answer_whose_plan_was_removed_is_marked_as_changed(tmp_path: Path, embedder: Embedder) -> None:
    store = Store.create(tmp_path / "store", embedder)
    plan = Path(__file__).parents[3] / "plans" / "wangting-2025.txt"
    assert [outcome.reason for outcome in add_files(store, [plan]) if outcome.reason] == []
    text = kept(answered(store, Turn(FEE)))
    opened = open_kept(text, store)
    assert opened
    assert not opened.turns[0].is_changed
    remove_plan(store, store.plans[0])
    opened = open_kept(text, store)
    assert opened
    assert opened.turns[0].is_changed
    assert opened.turns[0].sources[0].before is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"name": 1, "turns": 2}',
        '{"name": "a", "turns": [{"question": {}}]}',
        '{"name": "a", "turns": [{"question": "q", "name": "n", "answer": {"text": "<script>"}}]}',
        "[" * 100_000,
        '{"name": "a", "turns": [' + '{"question": "q", "name": "n"},' * 200_000 + "]}",
    ],
)
def test_what_is_no_talk_is_not_opened(sample_store: Store, text: str) -> None:
    assert open_kept(text, sample_store) is None


def test_chip_is_taken_off_and_put_back_again(sample_store: Store) -> None:
    turn = answered(sample_store, Turn(FEE, Scope(years=(2025,)))).turns[0]
    off = mended(turn, "place:望汀区")
    assert (off.question, off.scope, [one.value for one in off.without]) == (FEE, turn.scope, ["望汀区"])
    assert mended(off, "place:望汀区").without == ()
    assert mended(off, "talk").is_alone
    assert mended(turn, "place:<nowhere>").without == ()
