import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.manage.password import check_hash, hash_password, is_password
from assistant.settings import read_settings
from ingest.errors import UserError
from tests.conftest import Eduplan

ROOT = Path(__file__).parents[3]
PASSWORD = "春风化雨 2024 校园"


def test_password_is_the_one_that_was_hashed_and_no_other() -> None:
    hashed = hash_password(PASSWORD)
    assert hashed.startswith("$argon2id$")
    assert PASSWORD not in hashed
    assert hash_password(PASSWORD) != hashed
    assert check_hash(hashed) == hashed
    assert is_password(PASSWORD, hashed)
    for other in (PASSWORD + " ", PASSWORD[:-1], "", hashed):
        assert not is_password(other, hashed)


@pytest.mark.parametrize("weak", ["", "short12", "aaaaaaaaaaaa", "abababababab", "12345678", "Password!", "1234567890"])
def test_weak_password_is_refused(weak: str) -> None:
    with pytest.raises(UserError, match="choose"):
        hash_password(weak)
    with pytest.raises(UserError, match="more than 200 characters"):
        hash_password("ab3" * 100)


@pytest.mark.parametrize("setting", [PASSWORD, "$argon2id$v=19$", "$2b$12$abcdefghijklmnopqrstuv", "geheim123"])
def test_setting_that_is_no_hash_is_refused_without_being_repeated(
    setting: str, monkeypatch: pytest.MonkeyPatch, eduplan: Eduplan, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDUPLAN_PASSWORD", setting)
    done = eduplan("serve", "--store", tmp_path / "none")
    assert done.code == 1
    assert "EDUPLAN_PASSWORD holds no hash of a password" in done.err
    assert "eduplan password" in done.err
    assert setting not in done.err


def test_hash_stays_out_of_the_settings_text(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = hash_password(PASSWORD)
    monkeypatch.setenv("EDUPLAN_PASSWORD", hashed)
    settings = read_settings()
    assert settings.password_hash == hashed
    assert hashed not in repr(settings)
    assert "argon2" not in str(settings)
    monkeypatch.delenv("EDUPLAN_PASSWORD")
    assert read_settings().password_hash is None


def typed(*lines: str) -> tuple[int, str]:
    """The exit code of `eduplan password` on a terminal where these lines are typed, and all that it shows there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "assistant", "password"]
    shown = ""
    with subprocess.Popen(
        command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        left = list(lines)
        with contextlib.suppress(OSError):  # the program has ended, and its terminal with it
            while part := os.read(ours, 4096).decode("utf-8", "replace"):
                shown += part
                if left and shown.endswith(": "):
                    os.write(ours, f"{left.pop(0)}\n".encode())
        os.close(ours)
    return process.returncode, shown


def test_command_asks_twice_unseen_and_prints_a_hash() -> None:
    code, shown = typed("correct horse 42", "correct horse 42")
    assert code == 0, shown
    assert "correct" not in shown
    (hashed,) = [line for line in shown.split() if line.startswith("$argon2id$")]
    assert is_password("correct horse 42", hashed)


def test_command_refuses_two_different_passwords_and_a_weak_one() -> None:
    code, shown = typed("correct horse 42", "correct horse 43")
    assert code == 1
    assert "The two passwords differ" in shown
    code, shown = typed("short")
    assert code == 1
    assert "fewer than 8 characters" in shown


def test_command_asks_on_a_terminal_only(eduplan: Eduplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    done = eduplan("password")
    assert done.code == 1
    assert "run eduplan password in one" in done.err
