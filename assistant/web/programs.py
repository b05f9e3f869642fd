"""The page's doors for programs: Gradio's named endpoints, the same as MCP tools, and /healthz."""

import functools
import inspect
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

import anyio.to_thread
import gradio as gr
from fastapi import FastAPI
from mcp.server.fastmcp import FastMCP
from mcp.server.fastmcp.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from pydantic import ValidationError, validate_call
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from assistant.ask import Assistant
from assistant.programs import Programs
from assistant.web.trouble import UNREADABLE, for_programs
from ingest.errors import UserError
from vectorstore.damage import DamagedStoreError
from vectorstore.store import Store

AT_ONCE = 8  # calls of programs that are answered side by side
MCP_PATH = "/gradio_api/mcp"
HEALTH_PATH = "/healthz"
INSTRUCTIONS = (
    "EduPlan answers questions about Chinese education plans (教育局工作要点、计划、意见). Every sentence of an answer is "
    "quoted and cited: give the citation (plan, year and item) with whatever you take from it. A plan of an earlier year "
    "is not today's rule."
)
Tool = Callable[..., dict[str, Any]]
UNFORESEEN = "Something went wrong that nobody foresaw; tell whoever runs this server, whose log says more."

log = logging.getLogger(__name__)


class _Server(FastMCP):
    """An MCP server whose refusals of arguments are sentences, too."""

    async def call_tool(self, name: str, arguments: dict[str, Any]) -> Any:
        try:
            return await super().call_tool(name, arguments)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(_misfit(error.__cause__)) from None
            if not isinstance(error.__cause__, ToolError):  # its words would be the exception's own
                log.exception("the tool %s failed", name, exc_info=error.__cause__)
                raise ToolError(UNFORESEEN) from None
            raise


def add_endpoints(assistant: Assistant) -> None:
    """Give the Blocks that are being built the endpoints /ask, /search, /list_plans and /read_item."""
    for tool in _tools(assistant):
        gr.api(  # type: ignore[attr-defined]  # gradio gives it out, but not by name
            _saying(tool, lambda error: gr.Error(error, print_exception=False)),
            api_name=tool.__name__,
            concurrency_limit=AT_ONCE,
            concurrency_id="programs",
        )


def make_mcp_server(assistant: Assistant) -> FastMCP:
    """The MCP server. Gradio's own would answer in Python's notation, and call itself at whatever address a caller names."""
    server = _Server(
        "EduPlan",
        instructions=INSTRUCTIONS,
        streamable_http_path=MCP_PATH,
        stateless_http=True,
        json_response=True,
        # The page may be served under any name; what the tools give is what anyone may read on it.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        log_level="WARNING",
    )
    for tool in _tools(assistant):
        server.add_tool(_in_thread(tool), annotations=ToolAnnotations(readOnlyHint=True, openWorldHint=False))
    return server


def routes(assistant: Assistant, server: FastMCP) -> list[BaseRoute]:
    """The routes of the MCP server, with and without a slash at the end, and of /healthz."""
    (mcp_route,) = (route for route in server.streamable_http_app().routes if isinstance(route, Route))
    health = functools.partial(_health, assistant.store)
    return [mcp_route, Route(f"{MCP_PATH}/", mcp_route.endpoint), Route(HEALTH_PATH, lambda request: health())]


@asynccontextmanager
async def running(server: FastMCP, app: FastAPI) -> AsyncIterator[None]:
    """The MCP server at work, for as long as the application is."""
    async with server.session_manager.run():
        yield


def _health(store: Store) -> JSONResponse:
    """Whether the store can be read, and what is in it; no model is asked."""
    known = {"version": version("eduplan")}
    try:
        store.refresh()
        store.vectors.count()
    except Exception as error:  # noqa: BLE001 - whatever it is, the store cannot be read, which is the answer
        log.error("%s", error)
        reason = error.public if isinstance(error, DamagedStoreError) else UNREADABLE
        return JSONResponse({"status": "unavailable", "reason": reason, **known}, 503)
    plans = store.plans
    return JSONResponse({"status": "ok", "plans": len(plans), "items": sum(p.item_count for p in plans), **known})


def _tools(assistant: Assistant) -> tuple[Tool, ...]:
    programs = Programs(assistant)
    return programs.ask, programs.search, programs.list_plans, programs.read_item


def _saying(tool: Tool, mistake: Callable[[str], Exception]) -> Tool:
    """The tool with its arguments checked; what its caller can mend is the given kind of exception, with one sentence."""
    checked, signature = validate_call(tool), inspect.signature(tool)

    @functools.wraps(tool)
    def said(*arguments: Any, **named: Any) -> dict[str, Any]:
        try:
            return checked(**signature.bind_partial(*arguments, **named).arguments)
        except UserError as error:
            raise mistake(for_programs(error)) from None
        except ValidationError as error:
            raise mistake(_misfit(error)) from None

    return said


def _misfit(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))} does not fit: {first['msg']}; see the tool's description."


def _in_thread(tool: Tool) -> Callable[..., Any]:
    """The tool as a coroutine, so that other callers are answered meanwhile."""
    said = _saying(tool, ToolError)

    @functools.wraps(tool)
    async def answer(**named: Any) -> dict[str, Any]:
        return await anyio.to_thread.run_sync(functools.partial(said, **named))

    return answer
