"""Arrays that take a second to make, kept in a file beside what they are made of."""

import logging
import os
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Arrays = dict[str, npt.NDArray[Any]]

log = logging.getLogger(__name__)


def keep(folder: Path, key: str, make: Callable[[], Arrays]) -> Arrays:
    """The arrays kept in the folder under the key, or those just made, which are kept where the folder can be written to.

    A key must change with whatever the arrays are made of; the file of another key is deleted.
    """
    path = folder / f"prepared-{key}.npz"
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return dict(kept)
    except FileNotFoundError:
        pass
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        log.debug("%s cannot be read, so it is made anew: %s", path, error)
    arrays = make()
    with suppress(OSError):
        _write(path, arrays)
        for other in folder.glob("prepared-*.npz"):
            if other != path:
                other.unlink()
    return arrays


def _write(path: Path, arrays: Arrays) -> None:
    """Write all or nothing: several processes may make the same file at once."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="making-", suffix=".npz")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        Path(name).chmod(0o644)  # mkstemp makes it for its owner alone
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
