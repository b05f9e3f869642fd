"""`eduplan targets`: what it prints and writes."""

import csv
import json
from pathlib import Path

from openpyxl import load_workbook

from tests.conftest import Eduplan
from vectorstore.store import Store


def test_targets_are_lines_with_citation_figure_and_date(eduplan: Eduplan, small_store: Store) -> None:
    done = eduplan("targets", "--store", small_store.folder, "--region", "澄原县")
    assert done.code == 0
    assert (
        "《澄原县教育局2023年工作要点》第（四）条  面向大学毕业生招聘特岗教师 三十名  (八月底前)"
        in done.out.splitlines()
    )
    assert "柏嶼" not in done.out


def test_targets_are_printed_as_json(eduplan: Eduplan, small_store: Store) -> None:
    done = eduplan("targets", "--store", small_store.folder, "--json")
    rows = json.loads(done.out)["targets"]
    assert rows[0]["plan"]["year"] == 2023  # the newest plan first
    fee = next(row for row in rows if row["words"] == "二百四十元")
    assert (fee["value"], fee["unit"], fee["per"], fee["item"]["ref"]) == (240.0, "元", "每学期", "(三)")


def test_targets_are_written_as_csv_and_excel(eduplan: Eduplan, small_store: Store, tmp_path: Path) -> None:
    for name in ("t.csv", "t.XLSX"):
        done = eduplan("targets", "--store", small_store.folder, "--save", tmp_path / name)
        assert (done.code, done.out) == (0, "")
        assert f"targets to {tmp_path / name}" in done.err
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    sheet = load_workbook(tmp_path / "t.XLSX").worksheets[0]
    assert len(rows) == sheet.max_row > 3
    assert [cell.value for cell in sheet[1]] == rows[0]


def test_file_of_another_kind_or_place_is_refused(eduplan: Eduplan, small_store: Store, tmp_path: Path) -> None:
    done = eduplan("targets", "--store", small_store.folder, "--save", tmp_path / "t.pdf")
    assert (done.code, "neither .csv nor .xlsx" in done.err) == (1, True)
    done = eduplan("targets", "--store", small_store.folder, "--save", tmp_path / "none" / "t.csv")
    assert (done.code, "cannot be written" in done.err) == (1, True)


def test_plan_that_is_not_stored_is_refused(eduplan: Eduplan, small_store: Store) -> None:
    assert eduplan("targets", "--store", small_store.folder, "--plan", "none.txt").code == 1
