"""The commands that change a store, and show what it holds."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress

from assistant import show
from assistant.commands.options import JsonOption, StoreOption, messages, print_json
from assistant.compose import make_embedder, open_store
from assistant.settings import read_settings
from ingest.errors import UserError
from ingest.load import load_plans
from vectorstore.mend import FIRST_YEAR, LAST_YEAR, check_mends
from vectorstore.reindex import reindex as reindex_plans
from vectorstore.repair import repair as repair_store
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import Change, add_files, find_files, find_plan, remove_plan


def _check_year(year: int | None) -> int | None:
    if year and not FIRST_YEAR <= year <= LAST_YEAR:
        raise typer.BadParameter(f"{year} is not in the range {FIRST_YEAR} to {LAST_YEAR}.")
    return year


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
        print_json({"files": [show.outcome_json(outcome) for outcome in outcomes]})
    elif not quiet:
        messages.print(show.totals(outcomes, len(opened.plans)), markup=False)
    if refused:
        raise typer.Exit(1)


def outline(
    names: Annotated[
        list[str], typer.Argument(help="Files, or plans of the store.", metavar="FILE...", show_default=False)
    ],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how a file is, or a stored plan was, cut into items, and why."""
    limits = read_settings().limits
    refused = False
    for name in names:
        try:
            is_file = Path(name).exists()
            plans = load_plans(Path(name), limits=limits) if is_file else [_stored_outline(name, store)]
        except UserError as error:
            if len(names) == 1:
                raise
            refused = True
            messages.print(str(error), markup=False)
            if as_json:
                print_json({"source": Path(name).name, "error": str(error)})
            continue
        for plan in plans:
            if as_json:
                print_json(plan.to_json())
            else:
                typer.echo(show.outline(plan))
    if refused:
        raise typer.Exit(1)


def list_plans(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the plans in the store."""
    plans = open_store(read_settings(), store).plans
    if as_json:
        print_json({"plans": [show.plan_json(plan) for plan in plans]})
    else:
        typer.echo(show.plans(plans))


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
        print_json({"removed": show.plan_json(plan)})
    else:
        messages.print(f"Removed 《{plan.identity.title}》 ({plan.item_count} items).", markup=False)


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
        print_json({"plans": [show.plan_json(plan) for plan in renewed]})
    else:
        messages.print(f"Reindexed {len(renewed)} plans with {settings.embedding}.", markup=False)


def repair(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Check every byte of the store, and rebuild what is broken from the original files and their corrections.

    Reindex embeds all plans anew from records that are whole; repair finds what is not whole and mends only that.
    """
    settings = read_settings()
    done = repair_store(
        store or settings.store, make_embedder(settings), url=settings.chroma_url, limits=settings.limits
    )
    if as_json:
        print_json(show.repaired_json(done))
    else:
        messages.print(show.repaired(done), markup=False, soft_wrap=True)
    if done.lost:
        raise typer.Exit(1)


def _stored_outline(name: str, store: Path | None) -> Any:
    try:
        opened = open_store(read_settings(), store)
        return show.stored(find_plan(opened.plans, name), opened)
    except UserError as error:
        raise UserError(f"There is no file {name}; check the name. Nor is it a plan of a store: {error}") from None
