"""The commands that serve the page and guard its back."""

import sys
from typing import Annotated

import typer

from assistant.commands.options import StoreOption, messages
from assistant.compose import open_assistant
from assistant.manage.password import hash_password
from assistant.settings import read_settings
from ingest.errors import UserError


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
