"""How quick the page is for people: the first paint, an answer's first words, and thirty people who ask at once.

`python -m benchmarks.page`; it serves the sample plans and uses Debian's Chromium, or the one that CHROMIUM names. The thirty
speak to the server as their browsers would: each joins the queue with a question of its own and reads the stream of its session.
"""

import asyncio
import json
import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import sync_playwright

from benchmarks.sample_store import ROOT, sample_store

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PEOPLE = 30
ROUNDS = 5
# Thirty questions of thirty people; the place and year that are named must be those of the answer.
ASKED = tuple(
    (f"{place}{year}年{topic}", f"《{place}教育局{year}年")
    for topic in ("课后服务怎么收费？", "招聘多少名教师？", "校车有多少辆？", "近视率目标是多少？", "作业最多写多久？", "食堂怎么管？", "心理健康怎么抓？")
    for place, year in (("望汀区", 2024), ("望汀区", 2025), ("栖川市", 2023), ("霁山县", 2021), ("望汀区", 2025))
)[:PEOPLE]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What one person got: milliseconds to the first words and to the whole answer, and all that came."""

    first_ms: float
    whole_ms: float
    text: str


def main() -> None:
    with sample_store() as store, served(store.folder) as address:
        show_browser(address)
        told = asyncio.run(everyone(address))
    show("first words, 30 at once", sorted(one.first_ms for one in told))
    show("whole answer, 30 at once", sorted(one.whole_ms for one in told))
    mixed = sum(asked not in one.text for (asked, _), one in zip(ASKED, told, strict=True))
    others = sum(any(other != asked and other in one.text for other, _ in ASKED) for (asked, _), one in zip(ASKED, told, strict=True))  # fmt: skip
    wrong = sum(plan not in one.text for (_, plan), one in zip(ASKED, told, strict=True))
    print(f"without their own question {mixed}, with another's {others}, without their own plan {wrong}")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The page's address while it is served."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "app.py"), "--store", str(folder), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stderr
        assert "ready" in process.stderr.readline()
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def show_browser(address: str) -> None:
    """Print the first paint, the time until a question can be asked, and the first words after Enter."""
    paints, ready, words = [], [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(ROUNDS):
            page = browser.new_context(locale="zh-CN").new_page()
            page.goto(address)
            page.wait_for_selector(".examples button")
            paints.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
            ready.append(page.evaluate("performance.now()"))
            words.append(page.evaluate(FIRST_WORDS))
            page.context.close()
        browser.close()
    show("first contentful paint", sorted(paints))
    show("ready to ask", sorted(ready))
    show("first words after Enter", sorted(words))


FIRST_WORDS = """() => new Promise((resolve) => {
  const box = document.querySelector("#composer textarea");
  box.focus();
  box.value = "望汀区2025年课后服务一学期收多少钱？";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  setTimeout(() => {
    const began = performance.now();
    new MutationObserver((_, observer) => {
      if (!document.querySelector("#latest .answer blockquote")) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - began));
    }).observe(document.body, { childList: true, subtree: true });
    box.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true }));
  }, 300);
})"""


async def everyone(address: str) -> list[Told]:
    """What thirty people get who have the page open and ask at the same moment; one asks first, so that all is loaded."""
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=httpx.Limits(max_connections=None)) as client:
        config = json.loads(_config((await client.get("/", headers={"accept-language": "zh"})).text))
        people = [Person(client, config) for _ in range(1 + len(ASKED))]
        await asyncio.gather(*(person.opens() for person in people))
        await people.pop().asks("校车多少辆？")
        return list(await asyncio.gather(*(p.asks(asked) for p, (asked, _) in zip(people, ASKED, strict=True))))


def _config(page: str) -> str:
    match = re.search(r"window\.gradio_config = (.*?);</script>", page, re.DOTALL)
    assert match
    return match[1]


class Person:
    """One who has the page open: a session of its own, whose browser fires the page's events."""

    def __init__(self, client: httpx.AsyncClient, config: dict[str, Any]) -> None:
        self._client, self._events, self._session = client, config["dependencies"], secrets.token_hex(6)
        self._asking = asking(config)

    async def opens(self) -> None:
        """What the browser does once the page is there."""
        for event in self._events:
            if event["backend_fn"] and "load" in (name for _, name in event["targets"]):
                async for _ in self._fire(event, [[] for _ in event["inputs"]]):
                    pass

    async def asks(self, question: str) -> Told:
        """What comes for the question, and then the questions to go on with, while others still wait for theirs."""
        began, first, heard = time.perf_counter(), 0.0, []
        async for line in self._fire(self._asking, [question, [], [], [], None]):
            heard.append(line)
            if not first and "blockquote" in line:
                first = (time.perf_counter() - began) * 1000
        whole = (time.perf_counter() - began) * 1000
        async for line in self._fire(self._following, [None]):
            assert '"process_completed"' not in line or "data-ask" in line or '"data": [""]' in line, line
        return Told(first, whole, json.loads(f'"{_plain(heard)}"'))

    @property
    def _following(self) -> dict[str, Any]:
        after = (event for event in self._events if event["trigger_after"] == self._asking["id"])
        return next(event for event in after if event["backend_fn"] and len(event["outputs"]) == 1)

    async def _fire(self, event: dict[str, Any], data: list[Any]) -> AsyncIterator[str]:
        """The lines that come until the event is over."""
        body = {"data": data, "fn_index": event["id"], "session_hash": self._session, "event_data": None}
        trigger = event["targets"][0][0] if event["targets"] else None
        await self._client.post("/gradio_api/queue/join", json={**body, "trigger_id": trigger})
        told = self._client.stream("GET", "/gradio_api/queue/data", params={"session_hash": self._session})
        async with told as stream:
            async for line in stream.aiter_lines():
                yield line
                if '"process_completed"' in line:
                    return


def asking(config: dict[str, Any]) -> dict[str, Any]:
    """The event that the send button and the Enter key fire."""
    ids = {part["props"].get("elem_id"): part["id"] for part in config["components"]}
    return next(event for event in config["dependencies"] if [ids["send"], "click"] in map(list, event["targets"]))


def _plain(lines: list[str]) -> str:
    """The lines with their escaped characters made plain, whatever JSON they stand in."""
    return "".join(re.findall(r"[\u4e00-\u9fff《》？]|\\u[0-9a-f]{4}|\d", "\n".join(lines)))


def show(name: str, times: list[float]) -> None:
    """Print the median and what 95 % stay below."""
    print(f"{name:<26} median {times[len(times) // 2]:6.0f} ms, 95 % {times[len(times) * 95 // 100]:6.0f} ms")


if __name__ == "__main__":
    main()
