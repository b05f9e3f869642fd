from collections.abc import Iterator

import pytest

from tests.ingest.readers.files import SHARED


@pytest.fixture(autouse=True, scope="session")
def process_ends() -> Iterator[None]:
    """The process that the tests share ends with them."""
    yield
    SHARED.close()
