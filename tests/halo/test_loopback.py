"""The little server that waits for the browser: one address, one answer, and no harm by others."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.halo import loopback
from wizard.halo.loopback import receive
from wizard.halo.redirect import PORTS, redirect_uri
from wizard.language import speak
from wizard.problems import ProblemError, problem

pytestmark = pytest.mark.anyio
LONG = 60.0  # seconds, never reached


@pytest.fixture
def port():
    """A port that is free on both names of loopback."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Waiting:
    """A wait for the browser, in a task."""

    def __init__(self, port, take=None, patience=LONG):
        self.port = port
        self.queries = []
        self.ready = asyncio.Event()
        self.task = asyncio.create_task(receive(port, take or self._take, self.ready.set, patience))

    def _take(self, query):
        self.queries.append(query)
        return query.upper()

    async def __aenter__(self):
        waiter = asyncio.create_task(self.ready.wait())
        await asyncio.wait({waiter, self.task}, return_when=asyncio.FIRST_COMPLETED)
        waiter.cancel()
        return self

    async def __aexit__(self, *_):
        self.task.cancel()
        with suppress(asyncio.CancelledError, ProblemError):
            await self.task

    async def send(self, data, *, host="127.0.0.1"):
        reader, writer = await asyncio.open_connection(host, self.port)
        try:
            writer.write(data)
            await writer.drain()
            return await reader.read()
        except ConnectionError:
            return b""
        finally:
            writer.close()

    async def get(self, target, *, host="127.0.0.1", name=None, method="GET"):
        named = name or f"localhost:{self.port}"
        answer = await self.send(
            f"{method} {target} HTTP/1.1\r\nHost: {named}\r\n\r\n".encode(), host=host
        )
        head, _, body = answer.decode().partition("\r\n\r\n")
        return int(head.split(" ")[1]) if head else 0, head, body


def test_the_addresses_to_register_are_few_and_by_name():
    assert redirect_uri(PORTS[0]) == "http://localhost:3000/callback"
    assert len(PORTS) == len(set(PORTS)) >= 3
    assert all(1024 < port < 32768 for port in PORTS)


async def test_the_browser_comes_back_and_is_told_that_it_may_go(port):
    async with Waiting(port) as waiting:
        status, head, body = await waiting.get("/callback?code=abc&state=x")
        assert await waiting.task == "CODE=ABC&STATE=X"
    assert status == 200
    assert "You can close this tab" in body
    for line in (
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "Content-Security-Policy: default-src 'none'",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
    ):
        assert line in head
    assert "<script" not in body
    assert "http" not in body.replace("<!doctype html><html>", "")  # nothing from elsewhere


async def test_an_answer_of_no_use_ends_the_wait_and_the_page_says_why(port):
    def take(_):
        raise ProblemError(problem("sign_in.refused"))

    async with Waiting(port, take) as waiting:
        status, _, body = await waiting.get("/callback?error=access_denied")
        with pytest.raises(ProblemError) as caught:
            await waiting.task
    assert caught.value.problem.code == "sign_in.refused"
    assert status == 400
    assert "access_denied" in body
    assert "Sign in again and choose Allow." in body


async def test_what_a_page_says_is_escaped(port):
    def take(_):
        raise ProblemError(problem("sign_in.failed"))

    speak(lambda text: f"<script>x</script>a & b {text}")
    try:
        async with Waiting(port, take) as waiting:
            _, _, body = await waiting.get("/callback")
    finally:
        speak(None)
    assert "<script>" not in body
    assert "&lt;script&gt;x&lt;/script&gt;" in body
    assert "a &amp; b" in body


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/favicon.ico", 404),
        ("GET", "/callback/", 404),
        ("GET", "/callbackx?code=1", 404),
        ("GET", "//callback?code=1", 404),
        ("GET", "http://localhost/callback?code=1", 404),
        ("POST", "/callback?code=1", 405),
        ("OPTIONS", "/callback", 405),
        ("HEAD", "/callback", 405),
    ],
)
async def test_nothing_but_the_one_address_is_answered(port, method, target, status):
    async with Waiting(port) as waiting:
        assert (await waiting.get(target, method=method))[0] == status
        assert waiting.queries == []
        assert not waiting.task.done()
        await waiting.get("/callback?good")
        assert await waiting.task == "GOOD"


@pytest.mark.parametrize(
    "name", ["evil.example", "evil.example:{port}", "localhost", "localhost:1"]
)
async def test_a_name_that_only_resolves_to_this_computer_gets_nothing(port, name):
    async with Waiting(port) as waiting:
        named = name.replace("{port}", str(port))
        assert (await waiting.get("/callback?code=1", name=named))[0] == 404
        assert waiting.queries == []


async def test_both_families_of_loopback_are_held(port):
    if not _has_ipv6():
        pytest.skip("only on a system with IPv6 on loopback")
    async with Waiting(port) as waiting:
        assert (await waiting.get("/callback?six", host="::1"))[0] == 200
        assert await waiting.task == "SIX"


async def test_a_slow_visitor_is_in_nobodys_way(port):
    async with Waiting(port) as waiting:
        quiet = [await asyncio.open_connection("127.0.0.1", port) for _ in range(5)]
        quiet[0][1].write(b"GET /callback?slow HTTP/1.1\r\n")
        await quiet[0][1].drain()
        await waiting.get("/callback?quick")
        assert await waiting.task == "QUICK"
        async with asyncio.timeout(5):  # they are sent away now, not when their own time is up
            for reader, writer in quiet:
                with suppress(ConnectionError):
                    assert await reader.read() == b""
                writer.close()


async def test_who_takes_too_long_is_sent_away(port, monkeypatch):
    monkeypatch.setattr(loopback, "_VISIT", 0.01)
    async with Waiting(port) as waiting:
        assert await waiting.send(b"GET /callback?never") == b""
        assert not waiting.task.done()


async def test_more_visitors_than_there_is_room_for_find_the_door_closed(port, monkeypatch):
    monkeypatch.setattr(loopback, "_MOST_VISITS", 2)
    async with Waiting(port) as waiting:
        quiet = [await asyncio.open_connection("127.0.0.1", port) for _ in range(2)]
        assert await waiting.send(b"GET /callback?third HTTP/1.1\r\n\r\n") == b""
        quiet[0][1].close()
        quiet[1][1].close()


@pytest.mark.parametrize(
    "junk",
    [
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200) + b"\r\n\r\n",
        b"GET /callback?x\r\n\r\n",
        b"GET /callback?" + b"a" * 200_000 + b" HTTP/1.1\r\n\r\n",
        b"GET /callback HTTP/1.1\r\n" + b"X: y\r\n" * 30_000 + b"\r\n",
        b"GET  HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    ],
)
async def test_junk_and_huge_requests_harm_nothing(port, junk):
    async with Waiting(port) as waiting:
        answer = await waiting.send(junk)
        assert answer == b"" or answer.startswith(b"HTTP/1.1 4")
        assert waiting.queries == []
        await waiting.get("/callback?good")
        assert await waiting.task == "GOOD"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=300))
def test_no_bytes_bring_it_down(port, junk):
    async def visit():
        async with Waiting(port) as waiting:
            await waiting.send(junk + b"\r\n\r\n")
            await waiting.get("/callback?good")
            assert await waiting.task == "GOOD"

    asyncio.run(visit())


async def test_a_port_in_use_is_told_and_another_one_goes(port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(ProblemError) as caught:
            await receive(taken, str, lambda: None, LONG)
    assert (caught.value.problem.code, caught.value.problem.detail) == (
        "sign_in.port_taken",
        f"port {taken}",
    )
    async with Waiting(port) as waiting:
        await waiting.get("/callback?x")
        assert await waiting.task == "X"


async def test_nobody_else_may_sit_on_the_other_family(port):
    if not _has_ipv6():
        pytest.skip("only on a system with IPv6 on loopback")
    with socket.socket(socket.AF_INET6) as other:
        other.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        other.bind(("::1", port))
        other.listen()
        with pytest.raises(ProblemError) as caught:
            await receive(port, str, lambda: None, LONG)
    assert caught.value.problem.code == "sign_in.port_taken"
    assert _is_free(port)


async def test_a_browser_that_never_comes_is_told(port):
    with pytest.raises(ProblemError) as caught:
        async with asyncio.timeout(2):
            await receive(port, str, lambda: None, 0.01)
    assert caught.value.problem.code == "sign_in.no_answer"
    assert _is_free(port)


async def test_a_cancel_lets_go_of_the_port_at_once(port):
    async with Waiting(port) as waiting:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        waiting.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting.task
        writer.close()
    assert _is_free(port)


async def test_the_browser_is_opened_only_when_it_can_come_back(port):
    answered = []

    def ready():
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            answered.append(True)
        raise ProblemError(problem("internal"))

    with pytest.raises(ProblemError):
        await receive(port, str, ready, LONG)
    assert answered
    assert _is_free(port)


def _is_free(port):
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind(("127.0.0.1", port))
        return True


def _has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as tried:
            tried.bind(("::1", 0))
    except OSError:
        return False
    return True
