"""The commands that ask: for items, answers and targets, and how good the answers are."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress

from assistant import show
from assistant.answer import Answer
from assistant.batch import answer_lines
from assistant.commands.options import (
    JsonOption,
    PlanOption,
    RegionOption,
    StoreOption,
    YearOption,
    messages,
    print_json,
    scope_of,
)
from assistant.compose import open_assistant, open_store
from assistant.evaluation.evaluate import NEEDED, evaluate_lines, summary, table
from assistant.explain import Explanation
from assistant.exports.save import save_table
from assistant.exports.table import table_of_targets
from assistant.json_lines import BadLine, read_json_lines
from assistant.question import Question, Scope
from assistant.render import to_json
from assistant.settings import read_settings
from assistant.targets.stored import stored_targets
from ingest.errors import UserError


def search(
    words: Annotated[list[str], typer.Argument(help="What to search for.", show_default=False)],
    store: StoreOption = None,
    limit: Annotated[int, typer.Option(help="How many items.", min=1, max=1000)] = 10,
    every: Annotated[bool, typer.Option("--all", help="Every item that holds all the words, with counts.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what was searched for, and why an item was found.")
    ] = False,
    plan: PlanOption = None,
    region: RegionOption = None,
    year: YearOption = None,
    as_json: JsonOption = False,
) -> None:
    """Search items, best first."""
    assistant = open_assistant(read_settings(), store)
    text = " ".join(words)
    found = assistant.find(text, scope_of(plan, region, year), limit=limit, every=every)
    query = assistant.explain(text) if explain else None
    if as_json:
        print_json(show.hits_json(found, every=every, query=query))
    else:
        typer.echo(show.hits(found, every=every, query=query))


def ask(
    question: Annotated[str | None, typer.Argument(help="The question.", show_default=False)] = None,
    store: StoreOption = None,
    history: Annotated[
        list[str] | None, typer.Option(help="An earlier question of the talk. Repeatable, oldest first.")
    ] = None,
    batch: Annotated[Path | None, typer.Option(help="Answer a file of JSON lines instead, as JSON lines.")] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show how the question was understood, and why each item was cited or refused."),
    ] = False,
    plan: PlanOption = None,
    region: RegionOption = None,
    year: YearOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question, with citations."""
    if (question is None) == (batch is None):
        raise typer.BadParameter("name a QUESTION or a --batch file, one of the two")
    scope = scope_of(plan, region, year)
    if batch:
        _ask_batch(batch, store, scope, explain=explain)
        return
    assistant = open_assistant(read_settings(), store)
    answer, why = assistant.explained(Question(question or "", tuple(history or ()), scope))
    if as_json:
        print_json(_answer_json(None, answer, why if explain else None))
    else:
        typer.echo(show.answer(answer))
        if explain:
            typer.echo("\n" + "\n".join(why.lines()))


def targets(
    store: StoreOption = None,
    plan: PlanOption = None,
    region: RegionOption = None,
    year: YearOption = None,
    save: Annotated[
        Path | None, typer.Option("--save", help="Write them to this file, as .csv or .xlsx.", show_default=False)
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List every figure that the plans commit to: how much, of what, by when."""
    found = stored_targets(open_store(read_settings(), store), scope_of(plan, region, year))
    if save:
        save_table(table_of_targets(found, "zh-Hans"), save)
        messages.print(f"Wrote {len(found)} targets to {save}.", markup=False, soft_wrap=True)
    if as_json:
        print_json({"targets": [one.to_json() for one in found]})
    elif not save:
        typer.echo(show.targets(found))


def evaluate(
    file: Annotated[
        Path, typer.Argument(help="JSON lines: question, kind, gold, answer_contains.", show_default=False)
    ],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Score a question file against the store."""
    lines = read_json_lines(file, needed=NEEDED)
    scored, bad_lines = evaluate_lines(open_assistant(read_settings(), store), lines)
    if not scored:
        raise UserError(
            f"{file} holds no question that can be scored. {bad_lines[0].reason if bad_lines else ''}".strip()
        )
    scores = summary(scored)
    if as_json:
        print_json({**scores, **({"errors": [one.to_json() for one in bad_lines]} if bad_lines else {})})
        return
    for one in bad_lines:
        messages.print(f"not scored  {one.reason}", markup=False, soft_wrap=True)
    typer.echo(table(scores))


def _ask_batch(path: Path, store: Path | None, scope: Scope, *, explain: bool) -> None:
    lines = read_json_lines(path, needed=["question"])
    assistant = open_assistant(read_settings(), store)
    with Progress(console=messages, transient=True, disable=not messages.is_terminal) as progress:
        for done in answer_lines(assistant, progress.track(lines, description="Answering"), scope):
            if isinstance(done, BadLine):
                print_json(done.to_json())
            else:
                number, answer, why = done
                print_json(_answer_json(number, answer, why if explain else None))


def _answer_json(number: Any, answer: Answer, why: Explanation | None) -> dict[str, Any]:
    return {"id": number, **to_json(answer), **({"explanation": why.to_json()} if why else {})}
