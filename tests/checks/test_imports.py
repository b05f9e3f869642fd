"""Each contract of .importlinter holds, and fails where an import runs up."""

import configparser
import subprocess
import sysconfig
from pathlib import Path

import pytest

from checks.source import ROOT
from tests.checks.conftest import plant

LINTER = Path(sysconfig.get_path("scripts")) / "lint-imports"
PLANTED = (
    ("house", "vectorstore/fusion.py", "assistant.answer"),
    ("house", "ingest/load.py", "vectorstore.store"),
    ("house", "ingest/load.py", "prompts.load"),
    ("ground", "ingest/language/folding.py", "ingest.plan"),
    ("leaf", "prompts/load.py", "ingest.language.folding"),
    ("order", "assistant/understanding/wants.py", "assistant.weighing.fit"),
    ("order", "assistant/claims/names.py", "assistant.verify"),
    ("order", "assistant/ask.py", "assistant.browsing.comparison"),
    ("order", "assistant/targets/find.py", "assistant.exports.words"),
    ("order", "assistant/show.py", "assistant.web.words"),
    ("scoring", "assistant/ask.py", "assistant.evaluation.metrics"),
    ("scoring", "assistant/web/page.py", "assistant.evaluation.evaluate"),
    ("tabs", "assistant/web/compare/compare_tab.py", "assistant.web.targets.targets_tab"),
    ("tabs", "assistant/web/manage/page.py", "assistant.web.plans.reading_view"),
    ("page", "assistant/web/desk.py", "assistant.web.ask.talk"),
    ("page", "assistant/web/search/search_tab.py", "assistant.web.page"),
    ("outside", "assistant/ask.py", "benchmarks.sample_store"),
    ("outside", "ingest/load.py", "tests.conftest"),
    ("outside", "vectorstore/store.py", "vectorstore.training.pairs"),
    ("outside", "assistant/web/serve.py", "app"),
)


def broken(house: Path) -> str:
    """What the linter prints of the contracts that are broken; "" where all are kept."""
    done = subprocess.run(
        [LINTER, "--no-cache", "--no-logo"], cwd=house, capture_output=True, text=True, check=False, timeout=60
    )
    assert "Contracts" in done.stdout, done.stdout + done.stderr
    return done.stdout if done.returncode else ""


def contracts() -> dict[str, str]:
    """The contracts' names by their keys."""
    told = configparser.ConfigParser()
    told.read(ROOT / ".importlinter", encoding="utf-8")
    sections = {name.rpartition(":")[2]: told[name] for name in told.sections() if ":" in name}
    return {key: section["name"] for key, section in sections.items()}


def test_every_contract_is_tried() -> None:
    assert set(contracts()) == {key for key, _, _ in PLANTED}


def test_imports_of_the_program_point_down(house: Path) -> None:
    assert broken(house) == ""


@pytest.mark.parametrize(("contract", "place", "imported"), PLANTED)
def test_import_that_runs_up_breaks_its_contract(house: Path, contract: str, place: str, imported: str) -> None:
    plant(house, place, f"\nimport {imported}\n")
    said = " ".join(broken(house).split())
    assert f"{contracts()[contract]} BROKEN" in said


def test_module_of_no_place_in_the_order_is_asked_for_one(house: Path) -> None:
    plant(house, "assistant/newcomer.py", '"""New."""\n')
    assert "newcomer" in broken(house)
