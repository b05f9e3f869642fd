"""The page's scripts are linted; a fault in one is told."""

import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.checks.conftest import plant

LINTER = Path(sysconfig.get_path("scripts")) / "oxlint"


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--deny-warnings", "-f", "unix", "assistant"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_scripts_hold_no_fault(house: Path) -> None:
    assert list(house.rglob("*.js"))
    assert lint(house).returncode == 0


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("askNobody();", "no-undef"),
        ("const f = (a) => { const unread = a; return 1; }; f(1);", "no-unused-vars"),
        ("const g = (a) => { if (a = 1) return a; return 2; }; g(1);", "no-cond-assign"),
        ("const h = (a) => a == 1; h(1);", "eqeqeq"),
        ("const o = { a: 1, a: 2 }; eduplan.go(o);", "no-dupe-keys"),
    ],
)
@pytest.mark.parametrize("place", ["assistant/web/scripts/search.js", "assistant/web/manage/upload.js"])
def test_fault_of_a_script_is_told(house: Path, place: str, code: str, rule: str) -> None:
    plant(house, place, f"\n{code}\n")
    done = lint(house)
    assert done.returncode
    assert rule in done.stdout
