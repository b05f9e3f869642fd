"""The command line: `eduplan --help`. Messages go to standard error, results to standard output."""

import sys
from collections.abc import Callable

import typer

from assistant.commands import asking, serving, storing
from assistant.commands.options import messages
from ingest.errors import UserError

app = typer.Typer(
    name="eduplan",
    help="Ask education plans: every answer is cited with plan and item.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: dict[str, Callable[..., None]] = {
    "add": storing.add,
    "outline": storing.outline,
    "list": storing.list_plans,
    "remove": storing.remove,
    "reindex": storing.reindex,
    "repair": storing.repair,
    "search": asking.search,
    "ask": asking.ask,
    "targets": asking.targets,
    "evaluate": asking.evaluate,
    "serve": serving.serve,
    "password": serving.password,
}
for name, command in COMMANDS.items():
    app.command(name)(command)


def main() -> None:
    """Run the command line; what the user can mend is one line on standard error and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        app()
    except UserError as error:
        messages.print(f"eduplan: {error}", markup=False, soft_wrap=True)
        sys.exit(1)
