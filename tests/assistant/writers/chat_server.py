"""A local server that speaks the OpenAI protocol, streaming included, and gives the replies that it was told to give."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers to one request, and how it fails where it does."""

    text: str = ""
    status: int = 200
    breaks_after: int | None = None  # pieces, after which the connection is cut
    waits: float = 0.0  # seconds before it answers
    drips: float = 0.0  # seconds before each piece
    counts: bool = True  # whether it tells what it took
    retry_after: str = ""
    raw: bytes = b""  # sent as the body in place of a reply


class ChatServer(ThreadingHTTPServer):
    """Gives its replies one after the other, the last one for all that follow, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: list[Reply] = [Reply()]
        self.asked: list[dict[str, Any]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def will_say(self, *replies: Reply | str) -> None:
        self.replies = [Reply(reply) if isinstance(reply, str) else reply for reply in replies]
        self.asked.clear()

    def prompt(self, call: int = 0) -> str:
        """All that was said in one of the requests."""
        return "\n".join(message["content"] for message in self.asked[call]["messages"])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no fault."""


class Handler(BaseHTTPRequestHandler):
    server: ChatServer

    def do_POST(self) -> None:
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        calls = len(self.server.asked)
        reply = self.server.replies[min(calls, len(self.server.replies)) - 1]
        time.sleep(reply.waits)  # a provider that is slow to answer: what is tested is how long the client waits for it
        if reply.status != 200 or reply.raw:
            self._send_whole(reply)
        elif self.path == "/api/chat":
            self._send_pieces(reply, "application/x-ndjson", _ollama_lines(reply))
        else:
            self._send_pieces(reply, "text/event-stream", _openai_events(reply))

    def _send_whole(self, reply: Reply) -> None:
        content = reply.raw or json.dumps({"error": {"message": "refused", "code": str(reply.status)}}).encode()
        self.send_response(reply.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        if reply.retry_after:
            self.send_header("Retry-After", reply.retry_after)
        self.end_headers()
        self.wfile.write(content)

    def _send_pieces(self, reply: Reply, kind: str, pieces: Iterator[str]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for number, piece in enumerate(pieces):
            if reply.breaks_after is not None and number >= reply.breaks_after:
                self.close_connection = True
                return
            time.sleep(reply.drips)  # one that writes slowly, for the same reason
            content = piece.encode()
            self.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 the name that http.server gives
        """Say nothing."""


def _openai_events(reply: Reply) -> Iterator[str]:
    head = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "test"}
    for piece in _pieces(reply.text):
        choice = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
        yield f"data: {json.dumps({**head, 'choices': [choice]})}\n\n"
    stop = {"index": 0, "delta": {}, "finish_reason": "stop"}
    yield f"data: {json.dumps({**head, 'choices': [stop]})}\n\n"
    if reply.counts:
        usage = {"prompt_tokens": 700, "completion_tokens": 50, "total_tokens": 750}
        yield f"data: {json.dumps({**head, 'choices': [], 'usage': usage})}\n\n"
    yield "data: [DONE]\n\n"


def _ollama_lines(reply: Reply) -> Iterator[str]:
    head = {"model": "qwen3", "created_at": "2026-01-01T00:00:00Z"}
    for piece in _pieces(reply.text):
        yield json.dumps({**head, "message": {"role": "assistant", "content": piece}, "done": False}) + "\n"
    done = {"done": True, "done_reason": "stop", "prompt_eval_count": 700, "eval_count": 50}
    yield json.dumps({**head, "message": {"role": "assistant", "content": ""}, **done}) + "\n"


def _pieces(text: str) -> list[str]:
    """Pieces of uneven length, as tokens are."""
    return [text[start : start + 1 + start % 11] for start in _starts(len(text))]


def _starts(length: int) -> Iterator[int]:
    start = 0
    while start < length:
        yield start
        start += 1 + start % 11


@contextmanager
def chat_server() -> Iterator[ChatServer]:
    """The server while it runs."""
    with ChatServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
