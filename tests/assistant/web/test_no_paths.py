"""Nothing that readers or programs are told names a folder of the server, whatever is broken on it; its log does."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest
from starlette.routing import Route

from assistant.ask import Assistant
from assistant.browsing.catalogue import Catalogue
from assistant.web.ask.talk import Talk, Turn, ask
from assistant.web.compare.compare_routes import compare_routes
from assistant.web.plans.plan_routes import plan_routes
from assistant.web.programs import HEALTH_PATH
from assistant.web.search.search_routes import search_routes
from assistant.web.targets.targets_routes import targets_routes
from assistant.web.trouble import for_programs, without_paths
from assistant.web.words import LANGUAGES, Words
from ingest.errors import UserError
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.tiny_model import make_tiny_model
from vectorstore.embedder import Embedder
from vectorstore.note import NOTE, read_note, write_note
from vectorstore.store import Store
from vectorstore.update import add_files

ROOT = Path(__file__).parents[3]
MCP = "/gradio_api/mcp"
ARGUMENTS = {
    "ask": {"question": "校车怎么管理？"},
    "search": {"words": "校车"},
    "list_plans": {},
    "read_item": {"plan": "chengyuan.txt", "ref": "(一)"},
}


def renote(folder: Path, text: str) -> None:
    (folder / NOTE).write_text(text, encoding="utf-8")


def use_older_schema(folder: Path) -> None:
    renote(folder, json.dumps(json.loads((folder / NOTE).read_text(encoding="utf-8")) | {"schema": 0}))


def use_other_model(folder: Path) -> None:
    write_note(folder, replace(read_note(folder), fingerprint="0", embedding=str(folder / "model")))


def garble_databases(folder: Path) -> None:
    databases = list(folder.rglob("*.sqlite*"))
    assert databases
    for database in databases:
        database.write_bytes(b"no database " * 1_000)
    renote(folder, (folder / NOTE).read_text(encoding="utf-8"))  # as after a change, so that it is opened anew


BREAKS: dict[str, Callable[[Path], None]] = {
    "no note": lambda folder: renote(folder, "no note"),
    "no folder": shutil.rmtree,
    "older schema": use_older_schema,
    "other model": use_other_model,
    "garbled databases": garble_databases,
}


@dataclass(frozen=True, slots=True)
class Server:
    """A server of its own process: its address, its store with a whole copy of it beside, and its log."""

    address: str
    store: Path
    copy: Path
    log: Path

    def get(self, path: str, **asked: str) -> httpx.Response:
        return httpx.get(self.address + path, params=asked, follow_redirects=True, timeout=30)

    def call_endpoint(self, name: str) -> httpx.Response:
        begun = httpx.post(f"{self.address}/gradio_api/call/{name}", json={"data": list(ARGUMENTS[name].values())})
        assert begun.status_code == 200, begun.text
        return self.get(f"/gradio_api/call/{name}/{begun.json()['event_id']}")

    def call_tool(self, name: str) -> httpx.Response:
        body = {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "tools/call",
            "params": {"name": name, "arguments": ARGUMENTS[name]},
        }
        accept = {"Accept": "application/json, text/event-stream"}
        return httpx.post(self.address + MCP, json=body, headers=accept, timeout=30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    store = Store.create(folder / "store", embedder)
    for name, text in SMALL_CORPUS.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert [one.reason for one in add_files(store, [folder / name for name in SMALL_CORPUS])] == ["", ""]
    shutil.copytree(folder / "store", folder / "copy")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "app.py"), "--store", str(folder / "store"), "--port", str(port)]
    log = folder / "log"
    with log.open("w") as written, subprocess.Popen(command, stderr=written) as process:
        while "is ready" not in log.read_text() and process.poll() is None:
            time.sleep(0.05)  # until it is ready, or has ended
        assert process.poll() is None, log.read_text()
        yield Server(f"http://127.0.0.1:{port}", folder / "store", folder / "copy", log)
        process.terminate()


@pytest.fixture(params=BREAKS)
def broken(request: pytest.FixtureRequest, server: Server) -> Iterator[Server]:
    """The server with its store broken in one way; it is whole again afterwards."""
    BREAKS[request.param](server.store)
    yield server
    shutil.rmtree(server.store, ignore_errors=True)
    shutil.copytree(server.copy, server.store)


def public_paths(assistant: Assistant) -> list[str]:
    """The paths of all routes that take GET, and the doors of the mounted pages."""
    catalogue, plan = Catalogue(assistant.store), assistant.store.plans[0].id
    routers = (
        search_routes(assistant, catalogue),
        plan_routes(assistant, catalogue),
        compare_routes(assistant),
        targets_routes(assistant),
    )
    paths = [
        route.path.replace("{kind}", "csv").replace("{plan_id}", plan).replace("{other_id}", plan)
        for router in routers
        for route in router.routes
        if isinstance(route, Route)
    ]
    pages = ["/", "/en", "/zh-hant", "/config", "/gradio_api/info", "/manage/", "/manage/en", "/manage/do/login"]
    return [*paths, *pages, HEALTH_PATH]


def check(answer: httpx.Response, server: Server) -> None:
    told = answer.text + repr(answer.headers)
    for path in (server.store.parent, ROOT, Path(pytest.__file__).parents[1]):
        assert str(path) not in told, f"{answer.request.url} tells {path}: {told[:500]}"
        assert json.dumps(str(path))[1:-1] not in told
    assert "Traceback" not in told


def test_no_route_tells_a_path_of_the_server(broken: Server) -> None:
    paths = public_paths(Assistant(Store(broken.copy, Embedder())))
    assert {"/healthz", "/find/near", "/plans", "/compare", "/targets", "/"} <= set(paths)
    for path in paths:
        check(broken.get(path, q="校车", topics="校车；食堂", words="校车", language="en"), broken)
    assert broken.get("/healthz").status_code == 503
    for name in ARGUMENTS:
        answer, result = broken.call_endpoint(name), broken.call_tool(name)
        check(answer, broken)
        check(result, broken)
        assert "event: error" in answer.text
        assert result.json()["result"]["isError"]
        assert "whoever runs this server" in result.text
    logged = "".join(broken.log.read_text().split())  # the terminal breaks long lines
    assert str(broken.store.parent) in logged  # whoever runs the server is told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_on_the_page_tells_where_the_model_is(tmp_path: Path, language: str) -> None:
    make_tiny_model(tmp_path / "tiny")
    folder = tmp_path / "tiny" / "whole"
    (tmp_path / "plan.txt").write_text(SMALL_CORPUS["chengyuan.txt"], encoding="utf-8")
    assert list(add_files(Store.create(tmp_path / "store", Embedder(str(folder))), [tmp_path / "plan.txt"]))
    assistant = Assistant(
        Store(tmp_path / "store", Embedder(str(folder)))
    )  # whose model is loaded at the first question
    shutil.rmtree(folder)
    *_, talk = ask(assistant, Turn("校车怎么管理？"), Talk(), Words(language))
    note = talk.turns[-1].note
    assert note
    assert str(tmp_path) not in note
    assert "EDUPLAN" not in note
    with pytest.raises(UserError) as raised:
        assistant.invoke("校车怎么管理？")
    assert str(folder) in str(raised.value)  # as the command line says it
    assert "whoever runs this server" in for_programs(raised.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The store /srv/plans is damaged; eduplan repair --store /srv/plans/",
            "The store … is damaged; eduplan repair --store …",
        ),
        (r"C:\plans\store is no store.", "… is no store."),
        ("unable to open '/var/lib/x.sqlite3'", "unable to open '…'"),
        (
            "和/或, owner/model, 1/2, http://127.0.0.1:80/healthz",
            "和/或, owner/model, 1/2, http://127.0.0.1:80/healthz",
        ),
    ],
)
def test_absolute_paths_are_left_out_of_a_sentence(text: str, shown: str) -> None:
    assert without_paths(text) == shown
