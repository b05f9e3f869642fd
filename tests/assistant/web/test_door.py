"""Who may come in, told by address, host, headers, session and number of tries."""

from collections.abc import Mapping

import pytest
from starlette.requests import Request

from assistant.manage.password import hash_password
from assistant.web.manage.attempts import FREE_TRIES, LONGEST_WAIT, MOST_IN_WINDOW, WINDOW, Attempts
from assistant.web.manage.door import COOKIE, SESSION_SECONDS, Admission, Door, is_from_this_machine, is_own_origin

PASSWORD = "春风化雨 2024 校园"
HASHED = hash_password(PASSWORD)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def request(headers: Mapping[str, str] | None = None, client: str | None = "127.0.0.1", method: str = "GET") -> Request:
    rows = [(k.lower().encode(), v.encode()) for k, v in ({"host": "localhost:7860"} | dict(headers or {})).items()]
    sender = (client, 5000) if client else None
    return Request({"type": "http", "method": method, "headers": rows, "client": sender, "path": "/manage/"})


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:7860", "127.0.0.1:7860", "[::1]:7860", "[::1]", "LOCALHOST:1"]
)
@pytest.mark.parametrize("client", ["127.0.0.1", "127.0.0.2", "::1", "::ffff:127.0.0.1"])
def test_browser_on_this_machine_is_told_by_address_and_host(host: str, client: str) -> None:
    assert is_from_this_machine(request({"host": host}, client))


@pytest.mark.parametrize(
    ("headers", "client"),
    [
        ({}, "192.0.2.7"),
        ({}, "::ffff:192.0.2.7"),
        ({}, "fe80::1%eth0"),
        ({}, "unix"),
        ({}, None),
        ({"host": "plans.example:7860"}, "127.0.0.1"),
        ({"host": "localhost.example"}, "127.0.0.1"),
        ({"host": "127.0.0.1.example:80"}, "127.0.0.1"),
        ({"host": ""}, "127.0.0.1"),
        ({"x-forwarded-for": "127.0.0.1"}, "127.0.0.1"),
        ({"forwarded": "for=127.0.0.1"}, "127.0.0.1"),
        ({"x-real-ip": "127.0.0.1"}, "127.0.0.1"),
        ({"via": "1.1 proxy"}, "127.0.0.1"),
    ],
)
def test_whoever_else_asks_does_not_even_see_the_door(headers: dict[str, str], client: str | None) -> None:
    assert Door().admission(request(headers, client)) is Admission.NONE


def test_right_password_opens_for_a_working_day_and_until_the_logout() -> None:
    clock = Clock()
    door = Door(HASHED, clock=clock)
    assert door.log_in("wrong") is None
    token = door.log_in(PASSWORD)
    assert token
    known = request({"cookie": f"{COOKIE}={token}"}, "192.0.2.7")
    assert door.admission(known) is Admission.OPEN
    assert door.admission(request({"cookie": f"{COOKIE}={token[:-1]}"}, "127.0.0.1")) is Admission.LOGIN
    assert door.admission(request()) is Admission.LOGIN
    clock.now += SESSION_SECONDS + 1
    assert door.admission(known) is Admission.LOGIN
    token = door.log_in(PASSWORD)
    again = request({"cookie": f"{COOKIE}={token}"})
    assert door.admission(again) is Admission.OPEN
    door.log_out(again)
    assert door.admission(again) is Admission.LOGIN
    assert HASHED not in repr(door)


@pytest.mark.parametrize(
    ("headers", "is_own"),
    [
        ({"origin": "http://localhost:7860"}, True),
        ({"referer": "http://localhost:7860/manage/"}, True),
        ({"origin": "http://localhost:7861"}, False),
        ({"origin": "http://evil.example", "referer": "http://localhost:7860/"}, False),
        ({"origin": "null"}, False),
        ({"referer": "http://localhost:7860.evil.example/"}, False),
        ({"referer": "http://evil.example/http://localhost:7860"}, False),
        ({}, False),
    ],
)
def test_own_page_is_told_by_origin_or_referer(headers: dict[str, str], *, is_own: bool) -> None:
    assert is_own_origin(request(headers, method="POST")) is is_own


def test_wrong_passwords_make_an_address_wait_ever_longer() -> None:
    clock = Clock()
    attempts = Attempts(clock=clock)
    waits = []
    for _ in range(FREE_TRIES + 12):
        waits.append(attempts.wait("192.0.2.7"))
        clock.now += waits[-1]
        attempts.begin("192.0.2.7")
    assert waits[:FREE_TRIES] == [0.0] * FREE_TRIES
    assert waits[FREE_TRIES : FREE_TRIES + 4] == [1.0, 2.0, 4.0, 8.0]
    assert waits[-1] == LONGEST_WAIT
    assert attempts.wait("192.0.2.8") == 0.0
    attempts.succeeded("192.0.2.7")
    assert attempts.wait("192.0.2.7") == 0.0


def test_many_addresses_of_one_network_wait_as_one_and_very_many_make_all_wait() -> None:
    clock = Clock()
    attempts = Attempts(clock=clock)
    for number in range(FREE_TRIES):
        attempts.begin(f"2001:db8::{number + 1:x}")
    assert attempts.wait("2001:db8::ffff") > 0
    assert attempts.wait("2001:db8:0:1::1") == 0.0
    for number in range(MOST_IN_WINDOW):
        attempts.begin(f"198.51.{number}.1")
    assert attempts.wait("203.0.113.1") > 0
    clock.now += WINDOW + 1
    assert attempts.wait("203.0.113.1") == 0.0
