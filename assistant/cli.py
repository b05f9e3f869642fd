"""The command line: `eduplan --help`. Messages go to standard error, results to standard output."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from assistant import show
from assistant.answer import Answer
from assistant.batch import answer_lines
from assistant.compose import make_embedder, open_assistant, open_store
from assistant.evaluation.evaluate import NEEDED, evaluate_lines, summary, table
from assistant.explain import Explanation
from assistant.exports.save import save_table
from assistant.exports.table import table_of_targets
from assistant.json_lines import BadLine, read_json_lines
from assistant.manage.password import hash_password
from assistant.question import Question, Scope
from assistant.settings import read_settings
from assistant.targets.stored import stored_targets
from ingest.errors import UserError
from ingest.load import load_plans
from vectorstore.mend import FIRST_YEAR, LAST_YEAR, check_mends
from vectorstore.reindex import reindex as reindex_plans
from vectorstore.repair import repair as repair_store
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import Change, add_files, find_files, find_plan, remove_plan

app = typer.Typer(
    name="eduplan",
    help="Ask education plans: every answer is cited with plan and item.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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


def main() -> None:
    """Run the command line; what the user can mend is one line on standard error and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        app()
    except UserError as error:
        messages.print(f"eduplan: {error}", markup=False, soft_wrap=True)
        sys.exit(1)


def _check_year(year: int | None) -> int | None:
    if year and not FIRST_YEAR <= year <= LAST_YEAR:
        raise typer.BadParameter(f"{year} is not in the range {FIRST_YEAR} to {LAST_YEAR}.")
    return year


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders with plans.", show_default=False)],
    store: StoreOption = None,
    title: Annotated[str | None, typer.Option(help="The plan's title, where it was read wrongly.")] = None,
    year: Annotated[
        int | None,
        typer.Option(help="The plan's year, where it was read wrongly; 0 where it has none.", callback=_check_year),
    ] = None,
    region: Annotated[
        str | None, typer.Option(help='The plan\'s region, where it was read wrongly; "" where it has none.')
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Report only what was refused.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Add plans to the store; unchanged files are skipped, changed ones replaced."""
    files = find_files(paths)
    given: dict[str, str | int | None] = {"title": title, "year": year, "region": region}
    mends = {key: value for key, value in given.items() if value is not None}
    if mends and len(files) > 1:
        raise UserError("--title, --year and --region mend one plan; name one file with them.")
    check_mends(mends)
    settings = read_settings()
    opened = open_store(settings, store, create=True)
    outcomes = []
    with Progress(console=messages, transient=True, disable=quiet or not messages.is_terminal) as progress:
        task = progress.add_task("Adding plans", total=len(files))
        for outcome in add_files(opened, files, mends, limits=settings.limits):
            outcomes.append(outcome)
            progress.update(task, completed=len({outcome.path for outcome in outcomes}))
            if outcome.change is Change.REFUSED or not quiet:
                messages.print(show.outcome(outcome), markup=False, soft_wrap=True)
    refused = sum(outcome.change is Change.REFUSED for outcome in outcomes)
    if as_json:
        _print_json({"files": [show.outcome_json(outcome) for outcome in outcomes]})
    elif not quiet:
        messages.print(show.totals(outcomes, len(opened.plans)), markup=False)
    if refused:
        raise typer.Exit(1)


@app.command()
def outline(
    names: Annotated[
        list[str], typer.Argument(help="Files, or plans of the store.", metavar="FILE...", show_default=False)
    ],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how a file is, or a stored plan was, cut into items, and why."""
    limits = read_settings().limits
    for name in names:
        is_file = Path(name).exists()
        for plan in load_plans(Path(name), limits=limits) if is_file else [_stored_outline(name, store)]:
            if as_json:
                _print_json(plan.to_json())
            else:
                typer.echo(show.outline(plan))


@app.command("list")
def list_plans(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the plans in the store."""
    plans = open_store(read_settings(), store).plans
    if as_json:
        _print_json({"plans": [show.plan_json(plan) for plan in plans]})
    else:
        typer.echo(show.plans(plans))


@app.command()
def remove(
    name: Annotated[str, typer.Argument(help="The plan's id, file name or title.", metavar="PLAN", show_default=False)],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a plan out of the store."""
    opened = open_store(read_settings(), store)
    plan = find_plan(opened.plans, name)
    remove_plan(opened, plan)
    if as_json:
        _print_json({"removed": show.plan_json(plan)})
    else:
        messages.print(f"Removed 《{plan.identity.title}》 ({plan.item_count} items).", markup=False)


@app.command()
def reindex(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Build the indexes anew, with the embedding model that is set; a run that was broken off is taken up again."""
    settings = read_settings()
    renewed: list[StoredPlan] = []
    with Progress(console=messages, transient=True, disable=not messages.is_terminal) as progress:
        task = progress.add_task("Embedding plans", total=None)
        for plan in reindex_plans(store or settings.store, make_embedder(settings), url=settings.chroma_url):
            renewed.append(plan)
            progress.advance(task)
    if as_json:
        _print_json({"plans": [show.plan_json(plan) for plan in renewed]})
    else:
        messages.print(f"Reindexed {len(renewed)} plans with {settings.embedding}.", markup=False)


@app.command()
def repair(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Check every byte of the store, and rebuild what is broken from the original files and their corrections.

    Reindex embeds all plans anew from records that are whole; repair finds what is not whole and mends only that.
    """
    settings = read_settings()
    done = repair_store(
        store or settings.store, make_embedder(settings), url=settings.chroma_url, limits=settings.limits
    )
    if as_json:
        _print_json(show.repaired_json(done))
    else:
        messages.print(show.repaired(done), markup=False, soft_wrap=True)
    if done.lost:
        raise typer.Exit(1)


@app.command()
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
    found = assistant.find(text, _scope(plan, region, year), limit=limit, every=every)
    query = assistant.explain(text) if explain else None
    if as_json:
        _print_json(show.hits_json(found, every=every, query=query))
    else:
        typer.echo(show.hits(found, every=every, query=query))


@app.command()
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
    scope = _scope(plan, region, year)
    if batch:
        _ask_batch(batch, store, scope, explain=explain)
        return
    assistant = open_assistant(read_settings(), store)
    answer, why = assistant.explained(Question(question or "", tuple(history or ()), scope))
    if as_json:
        _print_json(_answer_json(None, answer, why if explain else None))
    else:
        typer.echo(show.answer(answer))
        if explain:
            typer.echo("\n" + "\n".join(why.lines()))


@app.command()
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
    found = stored_targets(open_store(read_settings(), store), _scope(plan, region, year))
    if save:
        save_table(table_of_targets(found, "zh-Hans"), save)
        messages.print(f"Wrote {len(found)} targets to {save}.", markup=False, soft_wrap=True)
    if as_json:
        _print_json({"targets": [one.to_json() for one in found]})
    elif not save:
        typer.echo(show.targets(found))


@app.command()
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
        _print_json({**scores, **({"errors": [one.to_json() for one in bad_lines]} if bad_lines else {})})
        return
    for one in bad_lines:
        messages.print(f"not scored  {one.reason}", markup=False, soft_wrap=True)
    typer.echo(table(scores))


@app.command()
def serve(
    store: StoreOption = None,
    host: Annotated[str | None, typer.Option(help="Address to serve at (EDUPLAN_HOST; default: 127.0.0.1).")] = None,
    port: Annotated[
        int | None, typer.Option(help="Port to serve at (EDUPLAN_PORT; default: 7860).", min=1, max=65535)
    ] = None,
) -> None:
    """Serve the web page."""
    settings = read_settings()
    password_hash = settings.password_hash
    assistant = open_assistant(settings, store)
    from assistant.web.serve import serve_page  # gradio takes seconds to load; the other commands do without it

    serve_page(
        assistant,
        host=host or settings.host,
        port=port or settings.port,
        password_hash=password_hash,
        limits=settings.limits,
    )


@app.command()
def password() -> None:
    """Make the hash of a password for Manage, to be set as EDUPLAN_PASSWORD."""
    if not sys.stdin.isatty():
        raise UserError("The password is asked for on a terminal, where nobody sees it; run eduplan password in one.")
    first = typer.prompt("Password for Manage", hide_input=True, err=True, default="", show_default=False)
    hashed = hash_password(first)
    if typer.prompt("The same again", hide_input=True, err=True, default="", show_default=False) != first:
        raise UserError("The two passwords differ; run eduplan password again.")
    messages.print("Set EDUPLAN_PASSWORD to this line, in single quotes in a shell, and start eduplan serve:")
    typer.echo(hashed)


def _ask_batch(path: Path, store: Path | None, scope: Scope, *, explain: bool) -> None:
    lines = read_json_lines(path, needed=["question"])
    assistant = open_assistant(read_settings(), store)
    with Progress(console=messages, transient=True, disable=not messages.is_terminal) as progress:
        for done in answer_lines(assistant, progress.track(lines, description="Answering"), scope):
            if isinstance(done, BadLine):
                _print_json(done.to_json())
            else:
                number, answer, why = done
                _print_json(_answer_json(number, answer, why if explain else None))


def _answer_json(number: Any, answer: Answer, why: Explanation | None) -> dict[str, Any]:
    return {"id": number, **answer.to_json(), **({"explanation": why.to_json()} if why else {})}


def _stored_outline(name: str, store: Path | None) -> Any:
    try:
        opened = open_store(read_settings(), store)
        return show.stored(find_plan(opened.plans, name), opened)
    except UserError as error:
        raise UserError(f"There is no file {name}; check the name. Nor is it a plan of a store: {error}") from None


def _scope(plan: list[str] | None, region: list[str] | None, year: list[int] | None) -> Scope:
    return Scope(tuple(plan or ()), tuple(region or ()), tuple(year or ()))


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))
