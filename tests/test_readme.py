"""The README says what is so."""

import re
from pathlib import Path

import typer.main

from assistant.cli import app
from assistant.settings import Settings

ROOT = Path(__file__).parent.parent
FOLDERS = ("assistant", "benchmarks", "checks", "ingest", "prompts", "tests", "vectorstore")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_lists_each_command_with_its_own_help() -> None:
    commands = typer.main.get_group(app).commands
    listed = dict(re.findall(r"^\| `([a-z]+)` \| (.+) \|$", README, flags=re.M))
    assert listed == {name: (command.help or "").split("\n")[0] for name, command in commands.items()}


def test_readme_names_each_setting() -> None:
    assert set(re.findall(r"EDUPLAN_[A-Z_]+", README)) == {f"EDUPLAN_{name.upper()}" for name in Settings.model_fields}


def test_map_names_only_files_that_are_there() -> None:
    house = README.split("## The map")[1].split("```")[1]
    names = set(re.findall(r"\b\w+\.py\b", house))
    assert names
    there = {path.name for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")} | {
        path.name for path in ROOT.glob("*.py")
    }
    assert not names - there


def test_makefile_has_the_commands_that_the_readme_names() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake (\w+)", README))
    assert {"run", "test"} <= named
    assert all(re.search(rf"^{target}:", makefile, flags=re.M) for target in named)
