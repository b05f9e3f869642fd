"""Logging in and out: a small page of its own, without scripts to wait for."""

from html import escape
from math import ceil
from urllib.parse import parse_qs

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from assistant.manage.password import LONGEST
from assistant.web.language import MANAGE, language_of
from assistant.web.manage.door import COOKIE, SESSION_SECONDS, Admission, Door
from assistant.web.manage.gate import LOGIN_PATH
from assistant.web.manage.looks import manage_head
from assistant.web.masthead import head
from assistant.web.words import Words

LONGEST_BODY = 4_096  # bytes
DARK = "if (matchMedia('(prefers-color-scheme: dark)').matches) document.body.classList.add('dark')"
WRONG = "密码不对，请再试。"
WAIT = "试错的次数多了，请过{seconds}秒再试。"


def login_routes(door: Door) -> list[Route]:
    """The routes of the form, of what it sends, and of the way out; they are mounted at /manage/do."""

    async def show(request: Request) -> Response:
        if door.admission(request) is Admission.OPEN:
            return RedirectResponse(MANAGE, 303)
        return _page(Words(language_of(request)))

    async def log_in(request: Request) -> Response:
        words = Words(language_of(request))
        address = request.client.host if request.client else ""
        if seconds := ceil(door.attempts.wait(address)):
            return _page(words, words(WAIT, seconds=seconds), 429, {"Retry-After": str(seconds)})
        password = await _password(request)
        door.attempts.begin(address)
        token = await anyio.to_thread.run_sync(door.log_in, password)
        if token is None:
            return _page(words, words(WRONG), 403)
        door.attempts.succeeded(address)
        entered = RedirectResponse(MANAGE, 303)
        is_secure = request.url.scheme == "https"
        entered.set_cookie(
            COOKIE, token, max_age=SESSION_SECONDS, path="/manage", httponly=True, samesite="strict", secure=is_secure
        )
        return entered

    async def log_out(request: Request) -> Response:
        door.log_out(request)
        left = RedirectResponse(LOGIN_PATH if door.has_password else MANAGE, 303)
        left.delete_cookie(COOKIE, path="/manage")
        return left

    return [
        Route("/login", show, methods=["GET"]),
        Route("/login", log_in, methods=["POST"]),
        Route("/logout", log_out, methods=["POST"]),
    ]


async def _password(request: Request) -> str:
    """What stands in the form's field; "" where the body is no such form."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            return ""
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=5)
    return fields.get("password", [""])[0][: LONGEST + 1]


def _page(words: Words, trouble: str = "", status: int = 200, headers: dict[str, str] | None = None) -> Response:
    said = f'<p class="trouble" role="alert">{escape(trouble)}</p>' if trouble else ""
    return HTMLResponse(
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{words('管理')} · EduPlan</title>{head()}{manage_head()}</head>"
        f'<body class="login"><script>{DARK}</script><main class="login-sheet">'
        f"<h1>{words('管理')}<small>EduPlan</small></h1><p>{words('请输入管理密码。')}</p>"
        f'<form method="post" action="{LOGIN_PATH}"><label for="password">{words("密码")}</label>'
        f'<input id="password" name="password" type="password" autocomplete="current-password" required autofocus '
        f'maxlength="{LONGEST}">{said}<button type="submit">{words("登录")}</button></form>'
        f'<p><a href="/">{words("回到问答页")}</a></p></main></body></html>',
        status,
        headers,
    )
