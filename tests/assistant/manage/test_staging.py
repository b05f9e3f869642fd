import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.manage import staging as staging_module
from assistant.manage.staging import KEPT, Staging
from ingest.errors import UserError
from ingest.limits import Limits
from tests.conftest import SMALL_CORPUS

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
CHENGYUAN = SMALL_CORPUS["chengyuan.txt"]


def stage(staging: Staging, name: str = "a.txt", text: str = CHENGYUAN, at: datetime = NOW) -> str:
    with staging.receive(name, now=at) as arrival:
        for line in text.splitlines(keepends=True):
            arrival.write(line.encode())
    return arrival.token


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path)


def test_file_that_arrived_waits_under_its_own_name(staging: Staging) -> None:
    token = stage(staging, "../../<b>要点.txt")
    (file,) = staging.files()
    assert (file.token, file.name, file.size, file.at) == (token, "<b>要点.txt", len(CHENGYUAN.encode()), NOW)
    assert staging.content(token) == CHENGYUAN.encode()


def test_waiting_file_outlasts_a_restart_with_its_mends(staging: Staging, tmp_path: Path) -> None:
    token = stage(staging)
    staging.mend(token, 0, {"year": 2022})
    staging.mend(token, 1, {"title": "另一份"})
    again = Staging(tmp_path)
    assert dict(again.find(token).mends) == {0: {"year": 2022}, 1: {"title": "另一份"}}
    assert [plan.identity.year for plan in again.read(token).plans] == [2023]


def test_file_is_read_once_and_says_what_is_dropped_and_doubtful(staging: Staging) -> None:
    token = stage(staging, text=CHENGYUAN.replace("（四）", "（五）"))
    assert not staging.is_read(token)
    (plan,) = staging.read(token).plans
    assert staging.is_read(token)
    assert staging.read(token).plans[0] is plan
    assert any("a number is missing" in doubt.reason for doubt in plan.doubts)
    assert any(line.reason == "the signature" for line in plan.readings)


def test_file_that_holds_no_plan_waits_with_the_reason(staging: Staging) -> None:
    reading = staging.read(stage(staging, "x.png", "\x89PNG\r\n\x1a\n" + "\0" * 50))
    assert reading.plans == ()
    assert reading.refusals[0].startswith("x.png ")


def test_file_that_is_too_large_leaves_nothing_behind(tmp_path: Path) -> None:
    staging = Staging(tmp_path, Limits(max_bytes=100))
    with pytest.raises(UserError, match=r"a.txt has more than .* MB, too much for a plan"):
        stage(staging)
    assert staging.files() == []
    assert list((tmp_path / "staging").iterdir()) == []


def test_files_that_wait_have_room_for_so_many_bytes_and_so_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staging = Staging(tmp_path, Limits(max_bytes=100))
    monkeypatch.setattr(staging_module, "MOST_TIMES_LARGEST", 2)
    for name in ("a.txt", "b.txt"):
        stage(staging, name, "x" * 100)
    with pytest.raises(UserError, match=r"have no room for c.txt; add or discard some first"):
        stage(staging, "c.txt", "x")
    monkeypatch.setattr(staging_module, "MOST_FILES", 2)
    with pytest.raises(UserError, match="2 files are waiting already"):
        stage(staging, "c.txt", "x")
    assert [file.name for file in staging.files()] == ["a.txt", "b.txt"]


def break_off(staging: Staging) -> None:
    with staging.receive("a.txt", now=NOW) as arrival:
        arrival.write(b"half a pl")
        raise EOFError


def test_upload_that_breaks_off_leaves_nothing_behind(staging: Staging, tmp_path: Path) -> None:
    with pytest.raises(EOFError):
        break_off(staging)
    assert staging.files() == []
    assert list((tmp_path / "staging").iterdir()) == []


def test_file_is_forgotten_after_its_time_and_what_a_crash_left_too(staging: Staging, tmp_path: Path) -> None:
    stage(staging)
    crashed = tmp_path / "staging" / ".0123"
    crashed.mkdir()
    os.utime(crashed, (NOW.timestamp(), NOW.timestamp()))
    staging.forget_old(now=NOW + KEPT)
    assert len(staging.files()) == 1
    staging.forget_old(now=NOW + KEPT + timedelta(seconds=1))
    assert staging.files() == []
    assert not crashed.exists()


def test_token_that_is_none_finds_reads_and_deletes_nothing(staging: Staging, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "content").write_text("secret", encoding="utf-8")
    token = stage(staging)
    for name in ("../other", "", ".", token + "/../../other", "f" * 24):
        with pytest.raises(UserError, match="no longer waiting"):
            staging.content(name)
        staging.discard(name)
    assert (tmp_path / "other" / "content").exists()
    staging.discard(token)
    assert staging.files() == []


def test_disk_that_takes_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "staging").write_text("in the way", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be kept in"):
        stage(Staging(tmp_path))
