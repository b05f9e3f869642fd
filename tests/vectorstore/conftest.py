from pathlib import Path

import pytest

from tests.vectorstore.tiny_model import make_tiny_model


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small model other than the shipped one."""
    return make_tiny_model(tmp_path_factory.mktemp("model"))
