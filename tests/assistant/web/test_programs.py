"""What programs call, by the real clients over HTTP."""

import json
import shutil
import socket
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import anyio
import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent, Tool

from tests.assistant.web.conftest import serve

QUESTION = "望汀区2024年课后服务一个学期收多少钱"
Result = TypeVar("Result")
NAMES = ["ask", "search", "list_plans", "read_item"]


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[Client]:
    client = Client(address, verbose=False, analytics_enabled=False, download_files=False)
    yield client
    client.close()


def apart(talk: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """What the coroutine gives, run in a thread of its own: the tests' browser holds this one's event loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, talk).result()


def call(address: str, name: str, path: str = "/gradio_api/mcp", **arguments: object) -> CallToolResult:
    """What the MCP tool answers."""

    async def talk() -> CallToolResult:
        async with (
            streamable_http_client(f"{address}{path}") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            return await session.call_tool(name, arguments)

    return apart(talk)


def said(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def test_endpoint_ask_gives_the_answer_of_the_contract(client: Client) -> None:
    answer = client.predict(QUESTION, api_name="/ask")
    assert answer["status"] == "answered"
    assert answer["id"] is None
    first = answer["citations"][0]
    assert "300元" in first["quote"]
    assert first["quote"] in first["item"]["text"]
    assert first["plan"]["source"] == "wangting-2024.txt"
    assert {"answer", "nearest", "scope", "writer", "timings_ms"} <= set(answer)


def test_endpoint_ask_knows_the_talk_and_the_scope(client: Client) -> None:
    later = client.predict("那2025年呢", [QUESTION], api_name="/ask")
    assert "320元" in later["answer"]
    scoped = client.predict(question="课后服务收多少钱", years=[2025], api_name="/ask")
    assert {cited["plan"]["year"] for cited in scoped["citations"]} == {2025}


def test_endpoint_search_gives_the_best_or_all_that_hold_the_words(client: Client) -> None:
    best = client.predict(words="校车", limit=2, api_name="/search")
    assert len(best["hits"]) == 2
    every = client.predict(words="校车", all_items=True, api_name="/search")
    assert every["total"] == len(every["hits"]) == sum(every["counts"].values()) > 0
    assert all("校车" in hit["item"]["text"] or "校車" in hit["item"]["text"] for hit in every["hits"])


def test_endpoint_list_plans_names_the_plans_and_no_folder_of_the_machine(client: Client, store_folder: Path) -> None:
    listed = client.predict(api_name="/list_plans")
    assert len(listed["plans"]) == 6
    assert all(plan["items"] > 0 for plan in listed["plans"])
    assert "path" not in listed["plans"][0]
    assert str(store_folder.parent) not in json.dumps(listed)


def test_endpoint_read_item_gives_the_item_and_its_neighbours(client: Client) -> None:
    read = client.predict("wangting-2024.txt", "16", api_name="/read_item")
    assert read["item"]["text"].startswith("16．提升课后服务质量。")
    assert (read["before"], read["after"]) == ("15", "17")
    assert client.predict("wangting-2024.txt", "前言", api_name="/read_item")["before"] is None


@pytest.mark.parametrize(
    ("name", "arguments", "sentence"),
    [
        ("ask", {"question": ""}, "The question is empty"),
        ("ask", {"question": "校车", "plans": ["nothing.txt"]}, "There is no plan nothing.txt"),
        ("ask", {"question": "校车", "history": ["校车"] * 51}, "more than 50; send the last ones"),
        ("search", {"words": "校车", "limit": 0}, "choose one from 1 to 1000"),
        ("search", {"words": "校车", "limit": "many"}, "limit does not fit: Input should be a valid integer"),
        ("read_item", {"plan": "wangting-2024.txt", "ref": "99"}, "has no item 99; its items run from 前言 to 35."),
        ("read_item", {"plan": "none", "ref": "1"}, "There is no plan none in the store"),
    ],
)
def test_mistake_of_a_program_is_a_sentence(
    client: Client, address: str, name: str, arguments: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(AppError) as error:
        client.predict(**arguments, api_name=f"/{name}")
    assert sentence in str(error.value)
    result = call(address, name, **arguments)
    assert result.isError
    assert sentence in said(result)
    assert "\n" not in said(result)


def test_only_the_endpoints_for_programs_are_shown_to_programs(address: str) -> None:
    for page in ("", "/en", "/zh-hant"):
        shown = httpx.get(f"{address}{page}/gradio_api/info").json()
        assert list(shown["named_endpoints"]) == [f"/{name}" for name in NAMES]
        assert shown["unnamed_endpoints"] == {}


def test_mcp_server_offers_the_same_tools_with_what_they_take(address: str) -> None:
    async def listed() -> list[Tool]:
        async with (
            streamable_http_client(f"{address}/gradio_api/mcp") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            greeting = await session.initialize()
            assert greeting.serverInfo.name == "EduPlan"
            return (await session.list_tools()).tools

    tools = apart(listed)
    assert [tool.name for tool in tools] == NAMES
    for tool in tools:
        assert tool.annotations
        assert tool.annotations.readOnlyHint
        assert tool.description
        for name in tool.inputSchema["properties"]:
            assert f"{name}: " in tool.description


@pytest.mark.parametrize("path", ["/gradio_api/mcp", "/gradio_api/mcp/"])
def test_mcp_tools_give_the_json_of_the_contract(address: str, path: str) -> None:
    answer = call(address, "ask", path, question=QUESTION)
    assert not answer.isError
    assert answer.structuredContent
    assert answer.structuredContent == json.loads(said(answer))
    assert answer.structuredContent["citations"][0]["item"]["ref"] == "16"
    plans = call(address, "list_plans").structuredContent
    assert plans
    assert len(plans["plans"]) == 6


def test_mcp_names_no_address_that_it_would_call_itself(address: str) -> None:
    """A server that called itself by the Host header would ask whatever machine a stranger names."""
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "list_plans", "arguments": {}}}
    headers = {"Host": "127.0.0.1:9", "Accept": "application/json, text/event-stream"}
    answer = httpx.post(f"{address}/gradio_api/mcp", json=body, headers=headers)
    assert answer.status_code == 200
    assert len(answer.json()["result"]["structuredContent"]["plans"]) == 6


def test_health_is_told_quickly_with_what_the_store_holds(address: str) -> None:
    begun = time.perf_counter()
    answer = httpx.get(f"{address}/healthz")
    assert time.perf_counter() - begun < 2
    assert answer.status_code == 200
    told = answer.json()
    assert (told["status"], told["plans"]) == ("ok", 6)
    assert told["items"] > 100
    assert told["version"]
    assert "default-src 'self'" in answer.headers["content-security-policy"]


def test_health_is_503_where_the_store_cannot_be_read(store_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    shutil.copytree(store_folder, folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with serve(folder, port) as process:
        assert process.stderr
        process.stderr.readline()
        assert httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200
        (folder / "eduplan.json").write_text("no note", encoding="utf-8")
        answer = httpx.get(f"http://127.0.0.1:{port}/healthz")
        assert answer.status_code == 503
        assert answer.json()["status"] == "unavailable"
        assert "cannot be read" in answer.json()["reason"]
        assert str(folder) not in answer.text
        process.terminate()
