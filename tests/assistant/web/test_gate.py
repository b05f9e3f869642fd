"""Manage's gate by real HTTP: from this machine, from another address, with and without a password."""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.manage.password import hash_password
from assistant.web.manage.door import COOKIE, Door
from assistant.web.manage.login import login_routes
from tests.assistant.web.conftest import ROOT

PASSWORD = "春风化雨 2024 校园"
# Everything that Manage answers, and ways to write a path by which one might come round the gate.
PATHS = [
    "/manage", "/manage/", "/manage/en/", "/manage/zh-hant/", "/manage/config", "/manage/en/config",
    "/manage/gradio_api/info", "/manage/gradio_api/queue/status", "/manage/gradio_api/queue/data?session_hash=x",
    "/manage/gradio_api/heartbeat/x", "/manage/gradio_api/file=/etc/hostname", "/manage/theme.css", "/manage/do/upload",
    "/manage/do/remarks.csv", "/manage/do/login", "/manage/do/logout", "/manage/assets/index.js", "/manage/static/img/logo.svg",
    "/manage%2f", "/manage%2fconfig", "/%6danage/", "/manage//", "/manage//config", "/manage/en/../config",
    "/manage/%2e%2e/manage/config", "/manage/config%0a", "/manage/do%2fremarks.csv", "/manage/./", "/./manage/",
    "//manage/", "/en/../manage/", "/MANAGE/", "/manage;x=1/", "/manage/?language=en",
]  # fmt: skip
OF_MANAGE = re.compile(r"staging|manage-note|class=\W*zone|do/upload|remark|hash of a password", re.IGNORECASE)


def own_address() -> str:
    """An address of this machine other than loopback; the tests that need one are skipped where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a datagram socket sends nothing by connecting
            address = str(probe.getsockname()[0])
        except OSError:
            address = "127.0.0.1"
    if address.startswith("127."):
        pytest.skip("this machine has no address but its loopback one")
    return address


def fetch(port: int, path: str, *, at: str = "127.0.0.1", method: str = "GET", **headers: str) -> tuple[int, str]:
    """Status and body; the path is sent as it is written, which httpx would tidy."""
    connection = http.client.HTTPConnection(at, port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body=b"" if method == "POST" else None, headers={"Accept": "text/html"} | named)
    answer = connection.getresponse()
    read = "" if answer.headers.get_content_type() == "text/event-stream" else answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, read


@pytest.fixture(scope="module")
def port(store_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server without a password, at every address of the machine."""
    folder = tmp_path_factory.mktemp("open") / "store"
    shutil.copytree(store_folder, folder)
    with served(folder, {}) as port:
        yield port


@pytest.fixture(scope="module")
def locked_port(store_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server with a password, at every address of the machine."""
    folder = tmp_path_factory.mktemp("locked") / "store"
    shutil.copytree(store_folder, folder)
    with served(folder, {"EDUPLAN_PASSWORD": hash_password(PASSWORD)}) as port:
        yield port


@contextmanager
def served(folder: Path, settings: dict[str, str]) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "app.py", "--store", str(folder), "--port", str(port), "--host", "0.0.0.0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ | settings) as process:
        assert process.stderr
        assert "ready" in (ready := process.stderr.readline()), ready + process.stderr.read()
        try:
            yield port
        finally:
            process.terminate()


@pytest.mark.parametrize("path", PATHS)
def test_without_a_password_another_machine_finds_nothing(port: int, path: str) -> None:
    status, body = fetch(port, path, at=own_address())
    assert status in (404, 400) or (status in (200, 307) and "/manage" not in body), (status, body[:200])
    assert not OF_MANAGE.search(body) or path.startswith(("//", "/en", "/./", "/MANAGE")), body[:300]
    assert fetch(port, path, at=own_address(), method="POST", Origin=f"http://{own_address()}:{port}")[0] in (404, 405)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "plans.example"},
        {"Host": "rebound.example:7860"},
        {"X_Forwarded_For": "127.0.0.1"},
        {"X_Forwarded_For": "192.0.2.9"},
        {"Forwarded": "for=192.0.2.9"},
        {"Via": "1.1 proxy"},
    ],
)
@pytest.mark.parametrize("path", ["/manage", "/manage/", "/manage/config", "/manage/do/remarks.csv"])
def test_without_a_password_neither_proxy_nor_rebinding_opens(port: int, headers: dict[str, str], path: str) -> None:
    assert fetch(port, path, **headers) == (404, '{"detail":"Not Found"}')


def test_without_a_password_this_machine_may_come_in(port: int) -> None:
    assert fetch(port, "/manage/")[0] == 200
    assert fetch(port, "/manage/do/remarks.csv")[0] == 200
    assert fetch(port, "/manage")[0] == 307
    assert fetch(port, "/manage/do/login")[0] == 303


@pytest.mark.parametrize(
    "origin", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {}, {"Referer": "http://evil.example/"}]
)
@pytest.mark.parametrize("path", ["/manage/do/upload?name=a.txt", "/manage/gradio_api/queue/join", "/manage/do/logout"])
def test_page_of_another_site_changes_nothing(port: int, path: str, origin: dict[str, str]) -> None:
    status, body = fetch(port, path, method="POST", **origin)
    assert status == 403
    assert json.loads(body)["error"].startswith("This was not sent by a page of EduPlan")


def test_page_of_another_site_reads_nothing(port: int) -> None:
    assert fetch(port, "/manage/config", Origin="http://evil.example")[0] == 403


def test_nobody_but_the_page_of_another_site_can_frame_it(port: int) -> None:
    answer = httpx.get(f"http://127.0.0.1:{port}/manage/")
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/en/gradio_api/upload",
        "/manage/gradio_api/upload",
        "/gradio_api/upload%0a",
        "/gradio_api/upload/",
    ],
)
def test_no_page_takes_files_over_gradios_own_way(port: int, path: str) -> None:
    address = f"http://127.0.0.1:{port}"
    answer = httpx.post(f"{address}{path}", files={"files": ("a.txt", b"x")}, headers={"Origin": address})
    assert answer.status_code == 404


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("at", ["loopback", "own"])
def test_with_a_password_nothing_opens_before_the_login(locked_port: int, path: str, at: str) -> None:
    host = "127.0.0.1" if at == "loopback" else own_address()
    status, body = fetch(locked_port, path, at=host)
    if path == "/manage/do/login":
        assert status == 200
        assert 'type="password"' in body
    else:
        assert status in (303, 404, 405) or (status in (200, 307) and path.startswith(("//", "/en", "/./"))), (
            status,
            body,
        )
    assert fetch(locked_port, path, at=host, Accept="application/json")[0] in (200, 401, 404, 405, 307)
    if "login" not in path:
        status, _ = fetch(locked_port, path, at=host, method="POST", Origin=f"http://{host}:{locked_port}")
        assert status in (303, 401, 404, 405, 307)


def test_with_a_password_one_logs_in_from_anywhere_and_out_again(locked_port: int) -> None:
    base = f"http://{own_address()}:{locked_port}"
    with httpx.Client(base_url=base, headers={"Origin": base}) as client:
        assert client.get("/manage/", headers={"Accept": "text/html"}).headers["location"] == "/manage/do/login"
        assert client.get("/manage/config").json() == {
            "error": "You are not logged in, or no longer; reload the page and log in."
        }
        wrong = client.post("/manage/do/login", data={"password": "wrong password"})
        assert (wrong.status_code, COOKIE in wrong.cookies) == (403, False)
        assert "密码不对" in wrong.text
        entered = client.post("/manage/do/login", data={"password": PASSWORD})
        assert (entered.status_code, entered.headers["location"]) == (303, "/manage/")
        cookie = entered.headers["set-cookie"]
        assert {"HttpOnly", "SameSite=strict", "Path=/manage"} <= {part.strip() for part in cookie.split(";")}
        assert re.search(r"Max-Age=\d+", cookie)
        assert client.get("/manage/config").status_code == 200
        token = client.cookies[COOKIE]
        assert client.post("/manage/do/upload?name=a.txt", headers={"Origin": "http://evil.example"}).status_code == 403
        assert client.post("/manage/do/logout").status_code == 303
        client.cookies.set(COOKIE, token)
        assert client.get("/manage/config").status_code == 401


def test_login_of_another_site_is_refused_and_after_three_wrong_ones_one_has_to_wait(
    store_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "store"
    shutil.copytree(store_folder, folder)
    with served(folder, {"EDUPLAN_PASSWORD": hash_password(PASSWORD)}) as port:
        base = f"http://127.0.0.1:{port}"
        assert httpx.post(f"{base}/manage/do/login", data={"password": PASSWORD}).status_code == 403
        own = {"Origin": base, "Accept-Language": "en"}
        codes: list[int] = []
        while 429 not in codes and len(codes) < 20:  # each wrong one doubles the wait, past what a slow machine takes
            answer = httpx.post(f"{base}/manage/do/login", data={"password": "wrong"}, headers=own)
            codes.append(answer.status_code)
        assert codes[:3] == [403, 403, 403]
        assert codes[-1] == 429
        assert int(answer.headers["retry-after"]) >= 1
        assert "too many wrong passwords" in answer.text
        long = httpx.post(f"{base}/manage/do/login", content=b"password=" + b"x" * 10_000, headers=own)
        assert long.status_code in (403, 429)


def test_right_password_has_to_wait_too_until_the_time_is_over() -> None:
    """By a clock that is set by hand; the routes are the server's own."""
    seconds = [0.0]
    app = Starlette(routes=login_routes(Door(hash_password(PASSWORD), clock=lambda: seconds[0])))
    client = TestClient(app, follow_redirects=False)
    codes = [client.post("/login", data={"password": "wrong"}).status_code for _ in range(4)]
    assert codes == [403, 403, 403, 429]
    waiting = client.post("/login", data={"password": PASSWORD})
    assert waiting.status_code == 429
    seconds[0] += int(waiting.headers["retry-after"])
    assert client.post("/login", data={"password": PASSWORD}).status_code == 303
