"""A copy of the program, in which a fault can be planted."""

import shutil
from pathlib import Path

import pytest

from checks.source import PACKAGES, ROOT

KINDS = (".py", ".js", ".json", ".typed")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The program's code and what its linters are told, without models and tables."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*"):
            if path.suffix in KINDS and "models" not in path.parts:
                copy = tmp_path / path.relative_to(ROOT)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
    for name in (".importlinter", ".oxlintrc.json"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def plant(house: Path, place: str, text: str) -> None:
    """Add the text to a file of the house."""
    with (house / place).open("a", encoding="utf-8") as file:
        file.write(text)
