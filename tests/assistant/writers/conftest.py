"""The local chat server that the writer's tests share."""

from collections.abc import Iterator

import pytest

from tests.assistant.writers.chat_server import ChatServer, chat_server


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    with chat_server() as running:
        monkeypatch.setenv("OPENAI_API_KEY", "test")
        monkeypatch.setenv("OPENAI_BASE_URL", f"{running.address}/v1")
        monkeypatch.setenv("OLLAMA_HOST", running.address)
        yield running
