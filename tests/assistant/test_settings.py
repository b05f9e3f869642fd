from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import Settings, read_settings
from ingest.errors import UserError
from vectorstore.embedder import SHIPPED


def test_settings_have_defaults() -> None:
    settings = read_settings()
    assert (settings.store, settings.embedding) == (Path("store"), SHIPPED)
    assert (settings.chat_model, settings.chroma_url) == (None, None)
    assert (settings.host, settings.port) == ("127.0.0.1", 7860)


@pytest.mark.parametrize(
    ("variable", "value", "name", "read"),
    [
        ("EDUPLAN_STORE", "/data/plans", "store", Path("/data/plans")),
        ("EDUPLAN_EMBEDDING", "models/other", "embedding", "models/other"),
        ("EDUPLAN_CHAT_MODEL", "openai:gpt", "chat_model", "openai:gpt"),
        ("EDUPLAN_CHAT_WINDOW", "32000", "chat_window", 32_000),
        ("EDUPLAN_CHAT_TIMEOUT", "12.5", "chat_timeout", 12.5),
        ("EDUPLAN_CHAT_PROMPT_PRICE", "0.8", "chat_prompt_price", 0.8),
        ("EDUPLAN_CHAT_ANSWER_PRICE", "2", "chat_answer_price", 2.0),
        ("EDUPLAN_CHROMA_URL", "http://localhost:8000", "chroma_url", "http://localhost:8000"),
        ("EDUPLAN_HOST", "0.0.0.0", "host", "0.0.0.0"),
        ("EDUPLAN_PORT", "80", "port", 80),
    ],
)
def test_each_setting_is_read_from_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, name: str, read: object
) -> None:
    monkeypatch.setenv(variable, value)
    assert getattr(read_settings(), name) == read


@pytest.mark.parametrize("value", ["abc", "0", "65536", "-1", ""])
def test_bad_value_is_refused_with_its_variable_and_value(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("EDUPLAN_PORT", value)
    with pytest.raises(UserError, match="EDUPLAN_PORT") as refused:
        read_settings()
    assert repr(value) in str(refused.value)


def test_unknown_variable_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDUPLAN_NO_SUCH_SETTING", "1")
    assert read_settings() == Settings()


def test_settings_cannot_be_changed() -> None:
    settings = read_settings()
    with pytest.raises(ValidationError, match="frozen"):
        settings.port = 80  # type: ignore[misc]


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("EDUPLAN_CHAT_WINDOW", "999"),
        ("EDUPLAN_CHAT_WINDOW", "eight"),
        ("EDUPLAN_CHAT_TIMEOUT", "0"),
        ("EDUPLAN_CHAT_TIMEOUT", "601"),
        ("EDUPLAN_CHAT_PROMPT_PRICE", "-1"),
        ("EDUPLAN_CHAT_ANSWER_PRICE", "free"),
    ],
)
def test_bad_value_of_the_chat_model_is_refused(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(UserError, match=f"{variable} is '{value}'"):
        read_settings()
