"""What the commands share: their options, and where they print."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from assistant.question import Scope

messages = Console(stderr=True, highlight=False)

StoreOption = Annotated[
    Path | None, typer.Option("--store", help="Folder of the store (EDUPLAN_STORE; default: store).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
PlanOption = Annotated[
    list[str] | None, typer.Option("--plan", help="Only this plan: id, file name or title. Repeatable.")
]
RegionOption = Annotated[list[str] | None, typer.Option("--region", help="Only plans of this region. Repeatable.")]
YearOption = Annotated[list[int] | None, typer.Option("--year", help="Only plans of this year. Repeatable.")]


def scope_of(plan: list[str] | None, region: list[str] | None, year: list[int] | None) -> Scope:
    """The scope that the options name."""
    return Scope(tuple(plan or ()), tuple(region or ()), tuple(year or ()))


def print_json(value: dict[str, Any]) -> None:
    """Print a JSON object on standard output, in one line."""
    typer.echo(json.dumps(value, ensure_ascii=False))
