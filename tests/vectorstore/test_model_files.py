"""Models by name, each in a process of its own: the libraries read their variables once."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.vectorstore.hub import hub
from tests.vectorstore.tiny_model import DIMENSIONS

NAME = "somebody/tiny-e5-model"
EMBED = """
import sys
from ingest.errors import UserError
from vectorstore.embedder import Embedder
try:
    embedder = Embedder(sys.argv[1])
    print(embedder.embed_queries(["校车"]).shape, embedder.prefixes)
except UserError as error:
    sys.exit(f"said: {error}")
"""


def embed(name: str, home: Path, **variables: str) -> tuple[str, float]:
    """What a new process prints that embeds a text with the model, and its seconds."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("HF_", "TRANSFORMERS_", "EDUPLAN_"))}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", EMBED, name],
        env={**kept, "HF_HOME": str(home), **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout + done.stderr, time.monotonic() - began


def test_model_is_downloaded_by_its_name_once_and_then_needs_no_hub(tiny_model: Path, tmp_path: Path) -> None:
    with hub(NAME, tiny_model) as address:
        said, _ = embed(NAME, tmp_path, HF_ENDPOINT=address)
    assert f"(1, {DIMENSIONS})" in said
    assert "query='query: ', passage='passage: '" in said
    again, _ = embed(NAME, tmp_path, HF_ENDPOINT="http://127.0.0.1:9")
    assert f"(1, {DIMENSIONS})" in again


@pytest.mark.parametrize(
    ("name", "variables", "why"),
    [
        (NAME, {"HF_ENDPOINT": "http://127.0.0.1:9"}, "http://127.0.0.1:9 cannot be reached"),
        (NAME, {"HF_HUB_OFFLINE": "1"}, "forbid to download it"),
        ("no-such-folder", {}, "is no folder here, nor a name of the form owner/model"),
    ],
)
def test_model_that_cannot_be_had_fails_within_seconds_and_names_the_ways_out(
    tmp_path: Path, name: str, variables: dict[str, str], why: str
) -> None:
    said, seconds = embed(name, tmp_path, **variables)
    assert why in said
    assert "Unset EDUPLAN_EMBEDDING" in said
    assert "set it to a folder" in said
    assert "hf download" in said
    assert "Traceback" not in said
    assert seconds < 5


def test_hub_that_never_answers_is_not_waited_for(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        said, seconds = embed(NAME, tmp_path, HF_ENDPOINT=address)
    assert f"{address} cannot be reached" in said
    assert seconds < 5


def test_name_that_the_hub_does_not_know_is_said_so(tiny_model: Path, tmp_path: Path) -> None:
    with hub(NAME, tiny_model) as address:
        said, seconds = embed("somebody/else", tmp_path, HF_ENDPOINT=address)
    assert "does not give it out" in said
    assert seconds < 5
