"""Files come in here, each as the body of one request, and wait in the staging folder."""

from collections.abc import Callable
from datetime import UTC, datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from assistant.manage.staging import Staging
from assistant.web.language import language_of
from assistant.web.manage.said import trouble
from assistant.web.words import Words
from ingest.errors import UserError


def now() -> datetime:
    """The time of day; the page is the edge at which it is read."""
    return datetime.now(UTC)


def upload_route(staging: Staging, clock: Callable[[], datetime] = now) -> Route:
    """The route that takes a file: its name and the plan that it is to replace stand in the address."""

    async def receive(request: Request) -> Response:
        name, replaces = request.query_params.get("name", ""), request.query_params.get("replaces", "")
        try:
            with staging.receive(name, now=clock(), replaces=replaces[:40]) as arrival:
                async for part in request.stream():
                    arrival.write(part)
        except UserError as error:
            return JSONResponse({"error": trouble(error, Words(language_of(request)))}, 413)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody reads it
        return JSONResponse({"token": arrival.token, "name": arrival.name})

    return Route("/upload", receive, methods=["POST"])
