"""Whether a model's files can be had: in a folder, downloaded before, or from a hub that answers at once."""

import logging
import os
import threading
import urllib.error
import urllib.request
from pathlib import Path

from ingest.errors import OperatorError

HUB = "https://huggingface.co"
ANSWER_SECONDS = 3.0  # longer than a hub takes to answer, shorter than people wait for a message
OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")

log = logging.getLogger(__name__)


def provide(name: str | None) -> None:
    """Make ready to load the model of that name, or with None one that needs no hub. Raises UserError within seconds.

    A model that was downloaded before, or lies in a folder, is loaded without asking the hub, which would wait for
    minutes where there is no network. The libraries read the variables once, at their first import.
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    if name is None or _is_downloaded(name):
        for variable in OFFLINE:
            os.environ.setdefault(variable, "1")
        return
    if not _is_name(name):
        raise _unreachable(name, "is no folder here, nor a name of the form owner/model")
    hub = os.environ.get("HF_ENDPOINT", HUB).rstrip("/")
    if any(os.environ.get(variable) == "1" for variable in OFFLINE):
        raise _unreachable(name, "is not on this machine, and the variables set here forbid to download it")
    status = _ask(f"{hub}/{name}/resolve/main/config.json")
    if status is None:
        raise _unreachable(name, f"is not on this machine, and {hub} cannot be reached")
    if status >= 400:
        raise _unreachable(name, f"is not on this machine, and {hub} does not give it out")
    log.warning("downloading the embedding model %s from %s", name, hub)


def _is_name(name: str) -> bool:
    parts = name.split("/")
    return len(parts) == 2 and all(part and not part.startswith(".") for part in parts) and " " not in name


def _is_downloaded(name: str) -> bool:
    home = Path(os.environ.get("HF_HOME", "~/.cache/huggingface")).expanduser()
    cache = Path(os.environ.get("HF_HUB_CACHE", home / "hub")).expanduser()
    snapshots = cache / f"models--{name.replace('/', '--')}" / "snapshots"
    return _is_name(name) and any(path.name in ("modules.json", "config.json") for path in snapshots.glob("*/*.json"))


def _ask(url: str) -> int | None:
    """The hub's answer, or None where none comes in time: a name server may keep one waiting past any time limit."""
    answers: list[int] = []

    def ask() -> None:
        try:
            request = urllib.request.Request(url, method="HEAD")
            answers.append(urllib.request.urlopen(request, timeout=ANSWER_SECONDS).status)
        except urllib.error.HTTPError as error:
            answers.append(error.code)
        except (OSError, ValueError):
            return

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(ANSWER_SECONDS)
    return answers[0] if answers else None


def _unreachable(name: str, why: str) -> OperatorError:
    return OperatorError(
        f"The embedding model {name} {why}. Unset EDUPLAN_EMBEDDING to use the shipped model; or set it to a folder that "
        f"holds a sentence-transformers model; or download it where there is a network (hf download {name}) and copy its "
        "folder here; or set HF_ENDPOINT to a hub that can be reached."
    )
