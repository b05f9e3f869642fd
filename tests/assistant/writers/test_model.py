"""The model's writer against a local server that speaks the OpenAI protocol, called by the real client."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.writers.model import ModelWriter
from ingest.errors import UserError
from vectorstore.store import Store

QUESTION = "望汀区2024年课后服务一个学期收多少钱？"


class ChatServer(ThreadingHTTPServer):
    """A server that gives the reply it was told to give, and keeps what it was asked."""

    reply: str = ""
    status: int = 200
    asked: list[dict[str, Any]]


class Handler(BaseHTTPRequestHandler):
    server: ChatServer

    def do_POST(self) -> None:
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        message = {"role": "assistant", "content": self.server.reply}
        body = {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "test",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }
        content = json.dumps(body if self.server.status == 200 else {"error": {"message": "refused"}}).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 the name that http.server gives
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    with ChatServer(("127.0.0.1", 0), Handler) as running:
        running.asked = []
        monkeypatch.setenv("OPENAI_API_KEY", "test")
        monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{running.server_port}/v1")
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ask(store: Store) -> Answer:
    return Assistant(store, model=ModelWriter("openai:test")).invoke(QUESTION)


def test_answer_of_the_model_is_cited(server: ChatServer, sample_store: Store) -> None:
    server.reply = "望汀区2024年的课后服务每学期收300元 [1]。"
    answer = ask(sample_store)
    assert answer.writer == "openai:test"
    assert "300元" in answer.text
    assert answer.citations[0].item.ref == "16"
    assert QUESTION in str(server.asked[0]["messages"])


@pytest.mark.parametrize(
    "reply",
    [
        "望汀区2024年的课后服务每学期收999元 [1]。",
        "望汀区2024年的课后服务每学期收300元 [9]。",
        "望汀区2024年的课后服务每学期收300元。",
        "没有找到。",
        "",
    ],
    ids=["an invented figure", "a mark that points at nothing", "no mark", "nothing found", "nothing"],
)
def test_reply_that_cannot_be_believed_gives_way_to_quotes(server: ChatServer, sample_store: Store, reply: str) -> None:
    server.reply = reply
    answer = ask(sample_store)
    assert answer.writer == "extractive"
    assert "300元" in answer.text
    assert "999" not in answer.text


def test_model_that_fails_gives_way_to_quotes(server: ChatServer, sample_store: Store) -> None:
    server.status = 401
    answer = ask(sample_store)
    assert answer.writer == "extractive"
    assert answer.citations


def test_unknown_provider_is_told_in_one_sentence() -> None:
    with pytest.raises(UserError, match="EDUPLAN_CHAT_MODEL is 'nobody:x'"):
        ModelWriter("nobody:x")
