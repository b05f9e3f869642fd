"""A model hub on this machine: it gives out a folder's files the way huggingface.co does, to the library's own client."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

COMMIT = "0" * 40


@contextmanager
def hub(name: str, folder: Path) -> Iterator[str]:
    """The address of a hub that holds one model, of that name, with the folder's files."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer(with_body=False)

        def do_GET(self) -> None:
            self._answer(with_body=True)

        def _answer(self, *, with_body: bool) -> None:
            path = self.path.split("?")[0]
            if path.startswith(f"/api/models/{name}"):
                siblings = [{"rfilename": file} for file in files]
                tree = [
                    {"type": "file", "path": file, "size": len(content), "oid": ""} for file, content in files.items()
                ]
                body = tree if "/tree/" in path else {"id": name, "sha": COMMIT, "siblings": siblings, "tags": []}
                self._send(json.dumps(body).encode(), with_body=with_body)
                return
            parts = path.removeprefix(f"/{name}/resolve/").split("/", 1)
            if path.startswith(f"/{name}/resolve/") and len(parts) == 2 and parts[1] in files:
                self._send(files[parts[1]], with_body=with_body)
            else:
                self.send_response(404)
                self.send_header("X-Error-Code", "EntryNotFound" if name in path else "RepoNotFound")
                self.send_header("Content-Length", "0")
                self.end_headers()

        def _send(self, body: bytes, *, with_body: bool) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", f'"{hashlib.sha1(body).hexdigest()}"')
            self.send_header("X-Repo-Commit", COMMIT)
            self.end_headers()
            if with_body:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing is printed."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
