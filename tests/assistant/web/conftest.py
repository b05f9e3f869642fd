"""The page as people meet it: the real parts, a server of its own process, and a real browser."""

import math
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, expect, sync_playwright

from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import add_files, find_files

Scheme = Literal["light", "dark"]
OpenAt = Callable[..., Page]
ROOT = Path(__file__).parents[3]
expect.set_options(timeout=15_000)  # of a machine that has other things to do, too
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
HOSTILE_TITLE = "示例县2020年<img src=x onerror=alert(0)>![甲](https://example.com/甲.png)要点"
HOSTILE_PLAN = """示例县教育局2020年工作要点

一、网站建设

1. **建好**网站。标题写<img src=x onerror=alert(1)>和<script>alert(2)</script>，公式写$x$和$$y$$，\
链接写[甲](javascript:alert(3))和https://example.com/甲，每年检查3次。

2. 用好网站。每周更新2次。

示例县教育局
2020年3月1日
"""


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A store with the sample plans and one whose text would be dangerous if it were not escaped."""
    hostile = tmp_path_factory.mktemp("plans") / "hostile.txt"
    hostile.write_text(HOSTILE_PLAN, encoding="utf-8")
    folder = tmp_path_factory.mktemp("page") / "store"
    store = Store.create(folder, embedder)
    outcomes = [*add_files(store, find_files([ROOT / "plans"])), *add_files(store, [hostile], {"title": HOSTILE_TITLE})]
    assert [outcome.reason for outcome in outcomes if outcome.reason] == []
    return folder


@pytest.fixture(scope="session")
def address(store_folder: Path) -> Iterator[str]:
    """Where the page is served, once it is ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with serve(store_folder, port) as process:
        assert process.stderr
        ready = process.stderr.readline()
        assert f"http://127.0.0.1:{port}" in ready, ready + process.stderr.read()
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield browser
        browser.close()


@pytest.fixture
def faults(address: str) -> list[str]:
    """What the browser met and should not have: errors, windows that a script opened, requests to elsewhere."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, faults: list[str]) -> Iterator[Page]:
    """The page, opened in a fresh browser session, and ready for a question."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="zh-CN")
    page = context.new_page()
    watch(page, address, faults)
    page.goto(address)
    page.wait_for_selector(".shelf, .sources")
    yield page
    context.close()


@pytest.fixture
def open_at(browser: Browser, address: str, faults: list[str]) -> Iterator[OpenAt]:
    """Opens a path of the page, each time in a browser session of its own, and waits for what tells that it is ready."""
    contexts = []

    def at(path: str, *, ready: str, width: int = 1400, scheme: Scheme = "light", locale: str = "zh-CN") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale=locale,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        watch(page, address, faults)
        page.goto(address + path)
        page.wait_for_selector(ready, state="attached")
        return page

    yield at
    for context in contexts:
        context.close()


def serious(page: Page) -> list[str]:
    """What axe calls serious or critical, each with where it is."""
    return [
        f"{fault['id']}: {node['html'][:120]}"
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]


def serve(folder: Path, port: int) -> subprocess.Popen[str]:
    """The page's server in a process of its own."""
    command = [sys.executable, str(ROOT / "app.py"), "--store", str(folder), "--port", str(port)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT)


# What Gradio's client logs where a page is left while an event of it still runs.
CUT_OFF = re.compile("AbortError: signal is aborted|Connection errored out")
SECONDS_OF_LEAVING = 5


def watch(page: Page, address: str, faults: list[str]) -> None:
    """Write down what should not happen on the page; that leaving it cuts a stream off is none."""
    left = -math.inf  # when the page was left last, for another or for itself

    def on_console(message: ConsoleMessage) -> None:
        is_cut_off = CUT_OFF.search(message.text) and time.monotonic() - left < SECONDS_OF_LEAVING
        if message.type == "error" and not is_cut_off:
            faults.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        nonlocal left
        if request.is_navigation_request():
            left = time.monotonic()
        if not request.url.startswith((address, "data:", "blob:")):
            faults.append(f"request: {request.url}")

    def on_dialog(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("dialog", on_dialog)
