from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import gzip
import socket

import httpx
import pytest

from wizard.halo.guard import ForbiddenRequestError
from wizard.halo.limits import Allowance, Budget
from wizard.halo.transport import Bounds, Transport
from wizard.problems import Problem, ProblemError
from wizard.secret import Secret

from .fakes import WEB, SteppingTime, transport
from .loopback import Request, answer, reset, serve

pytestmark = pytest.mark.anyio

URL = f"{WEB}/api/Agent"
FORM: dict[str, str | Secret] = {
    "grant_type": "client_credentials",
    "client_id": "id",
    "client_secret": Secret("hunter2"),
}


def _open(bounds: Bounds | None = None) -> Transport:
    return Transport(Budget(Allowance(requests=10_000)), bounds=bounds, direct=True)


async def _problem(travel: Transport, url: str) -> Problem:
    with pytest.raises(ProblemError) as caught:
        await travel.get(url)
    await travel.aclose()
    return caught.value.problem


class Sequence:
    """Answers one after another, the last one for ever."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        now = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(now, Exception):
            raise now
        return httpx.Response(now.status_code, headers=now.headers, content=now.content)


async def test_a_get_carries_token_and_parameters() -> None:
    seen = Sequence(httpx.Response(200, json=[1]))
    got = await transport(seen).get(URL, params={"page_no": "2"}, token=Secret("abc"))
    assert (got.status, got.json(), got.media_type) == (200, [1], "application/json")
    assert str(seen.requests[0].url) == f"{URL}?page_no=2"
    assert seen.requests[0].headers["Authorization"] == "Bearer abc"
    assert "abc" not in repr(got)


@pytest.mark.parametrize(
    "passing",
    [
        httpx.Response(502, html="<p>"),
        httpx.Response(503),
        httpx.Response(504),
        httpx.Response(429, headers={"Retry-After": "2"}),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("cut"),
    ],
)
async def test_what_passes_is_tried_again(passing: httpx.Response | Exception) -> None:
    time = SteppingTime()
    seen = Sequence(passing, passing, httpx.Response(200, json={}))
    budget = Budget(clock=time.clock, sleep=time.sleep)
    assert (await transport(seen, budget=budget).get(URL)).status == 200
    assert len(seen.requests) == 3


@pytest.mark.parametrize(
    "final",
    [
        httpx.Response(400),
        httpx.Response(401),
        httpx.Response(403),
        httpx.Response(404),
        httpx.Response(500),
        httpx.Response(429),
        httpx.Response(429, headers={"Retry-After": "6"}),
    ],
)
async def test_what_stays_is_asked_once(final: httpx.Response) -> None:
    seen = Sequence(final)
    assert (await transport(seen).get(URL)).status == final.status_code
    assert len(seen.requests) == 1


async def test_tries_are_bounded() -> None:
    seen = Sequence(httpx.Response(502))
    assert (await transport(seen).get(URL)).status == 502
    assert len(seen.requests) == 3
    seen = Sequence(httpx.ConnectTimeout("slow"))
    assert (await _problem(transport(seen), URL)).code == "network.timeout"
    assert len(seen.requests) == 3
    seen = Sequence(httpx.Response(502))
    await transport(seen).get(URL, again=False)
    assert len(seen.requests) == 1


@pytest.mark.parametrize(
    "bad",
    [
        httpx.Response(502),
        httpx.Response(429, headers={"Retry-After": "1"}),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("cut"),
    ],
)
async def test_the_token_post_is_never_repeated(bad: httpx.Response | Exception) -> None:
    seen = Sequence(bad)
    travel = transport(seen)
    try:
        status = (await travel.post_token(f"{WEB}/auth/token", FORM, {"tenant": "a b"})).status
    except ProblemError:
        status = 0
    assert status in (0, 429, 502)
    assert len(seen.requests) == 1
    sent = seen.requests[0]
    assert str(sent.url) == f"{WEB}/auth/token?tenant=a+b"
    assert sent.content == b"grant_type=client_credentials&client_id=id&client_secret=hunter2"


async def test_anything_but_get_and_the_token_post_is_a_mistake_of_the_program() -> None:
    seen = Sequence(httpx.Response(200))
    travel = transport(seen)
    with pytest.raises(ForbiddenRequestError):
        await travel.post_token(f"{WEB}/api/Agent", FORM, {})
    with pytest.raises(ForbiddenRequestError):
        await travel.get("https://evil.example/api/x", token=Secret("abc"))
    assert not seen.requests


async def test_every_try_counts_in_the_budget() -> None:
    time = SteppingTime()
    budget = Budget(Allowance(2, 300, 60), clock=time.clock, sleep=time.sleep)
    problem = await _problem(transport(Sequence(httpx.Response(502)), budget=budget), URL)
    assert problem.code == "budget.exhausted"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({}, 30.0), ({"Retry-After": "17"}, 17.0), ({"Retry-After": "86400"}, 300.0)],
)
async def test_after_a_429_nothing_goes_out_for_a_while(
    headers: dict[str, str], seconds: float
) -> None:
    time = SteppingTime()
    budget = Budget(Allowance(patience=1000), clock=time.clock, sleep=time.sleep)
    travel = transport(
        Sequence(httpx.Response(429, headers=headers), httpx.Response(200)), budget=budget
    )
    assert (await travel.get(URL)).status == 429
    await travel.get(URL)
    assert time.now == seconds


async def test_a_retry_after_may_be_a_date() -> None:
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=120)
    header = {"Retry-After": email.utils.format_datetime(soon, usegmt=True)}
    got = await transport(Sequence(httpx.Response(429, headers=header))).get(URL)
    assert got.retry_after is not None
    assert 100 < got.retry_after <= 120


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_to_another_host_is_not_followed(status: int) -> None:
    async def elsewhere(request: Request, writer: asyncio.StreamWriter) -> None:
        await answer(writer, document={})

    async with serve(elsewhere) as other:

        async def here(request: Request, writer: asyncio.StreamWriter) -> None:
            await answer(writer, status, headers=(("Location", f"{other.url}/x?y=z"),))

        async with serve(here) as server:
            problem = await _problem(_open(), f"{server.url}/api/AuthInfo")
            assert problem.code == "http.redirected"
            assert problem.detail == f"to {other.url}"
            assert len(server.requests) == 1
            assert not other.requests


async def test_a_redirect_on_the_same_host_is_a_page_and_not_the_api() -> None:
    moved = httpx.Response(302, headers={"Location": "/login?next=secret"})
    problem = await _problem(transport(Sequence(moved)), URL)
    assert (problem.code, problem.detail) == ("http.not_json", "302 to /login")


async def test_a_redirect_to_plain_http_is_a_redirect_elsewhere() -> None:
    moved = httpx.Response(302, headers={"Location": "http://acme.halopsa.com/api/Agent"})
    assert (await _problem(transport(Sequence(moved)), URL)).code == "http.redirected"


async def test_a_cut_body_is_a_broken_connection_and_is_tried_again() -> None:
    async def cut(request: Request, writer: asyncio.StreamWriter) -> None:
        await answer(writer, body=b'{"a":', length=100)
        writer.close()

    async with serve(cut) as server:
        problem = await _problem(_open(), f"{server.url}/api/x")
        assert problem.code == "network.broken"
        assert len(server.requests) == 3


async def test_a_reset_is_a_broken_connection() -> None:
    async def drop(request: Request, writer: asyncio.StreamWriter) -> None:
        reset(writer)

    async with serve(drop) as server:
        assert (await _problem(_open(), f"{server.url}/api/x")).code == "network.broken"


async def test_what_is_not_http_is_a_broken_connection() -> None:
    async def talk(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail ready\r\n\r\n")
        await writer.drain()
        writer.close()

    async with serve(talk) as server:
        assert (await _problem(_open(), f"{server.url}/api/x")).code == "network.broken"


async def test_silence_is_a_timeout() -> None:
    ended = asyncio.Event()

    async def stall(request: Request, writer: asyncio.StreamWriter) -> None:
        await ended.wait()

    async with serve(stall) as server:
        travel = _open(Bounds(read=0.05, tries=1))
        assert (await _problem(travel, f"{server.url}/api/x")).code == "network.timeout"
        ended.set()


async def test_a_body_that_drips_ends_with_the_total_time() -> None:
    async def drip(request: Request, writer: asyncio.StreamWriter) -> None:
        await answer(writer, body=b"", length=10_000)
        while not writer.is_closing():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.01)  # the drip itself, not a wait for something

    async with serve(drip) as server:
        travel = _open(Bounds(read=5, total=0.2, tries=1))
        assert (await _problem(travel, f"{server.url}/api/x")).code == "network.timeout"


@pytest.mark.parametrize("told", [True, False])
async def test_a_body_without_end_is_not_read(told: bool) -> None:
    size = 50_000
    body = b"0" * size if told else gzip.compress(b"0" * size)
    extra = () if told else (("Content-Encoding", "gzip"),)

    async def much(request: Request, writer: asyncio.StreamWriter) -> None:
        await answer(writer, body=body, headers=extra)

    async with serve(much) as server:
        travel = _open(Bounds(body=10_000))
        assert (await _problem(travel, f"{server.url}/api/x")).code == "http.too_large"
        assert len(server.requests) == 1


async def test_a_port_that_nobody_listens_on() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        problem = await _problem(_open(Bounds(tries=1)), f"http://127.0.0.1:{port}/api/x")
    assert problem.code == "network.connect"


async def test_a_name_that_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nobody(*args: object, **more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", nobody)
    assert (await _problem(_open(), "https://nobody.invalid/api/x")).code == "network.dns"


async def test_tls_towards_a_server_that_does_not_speak_it() -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail ready\r\n")
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        problem = await _problem(_open(), f"https://127.0.0.1:{port}/api/x")
    assert problem.code == "network.handshake"


async def test_cookies_are_not_kept() -> None:
    async def bake(request: Request, writer: asyncio.StreamWriter) -> None:
        await answer(writer, headers=(("Set-Cookie", "session=admin; Path=/"),))

    async with serve(bake) as server:
        travel = _open()
        for _ in range(2):
            await travel.get(f"{server.url}/api/x")
        await travel.aclose()
        assert "cookie" not in server.requests[1].headers


async def test_a_proxy_is_left_aside_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fine(request: Request, writer: asyncio.StreamWriter) -> None:
        await answer(writer)

    async with serve(fine) as proxy, serve(fine) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        direct = _open()
        await direct.get(f"{server.url}/api/x")
        await direct.aclose()
        assert (len(server.requests), len(proxy.requests)) == (1, 0)
        proxied = Transport(Budget())
        await proxied.get(f"{server.url}/api/x")
        await proxied.aclose()
        assert (len(server.requests), len(proxy.requests)) == (1, 1)


async def test_a_cancelled_request_stays_cancelled() -> None:
    arrived = asyncio.Event()

    async def stall(request: Request, writer: asyncio.StreamWriter) -> None:
        arrived.set()
        await asyncio.Event().wait()

    async with serve(stall) as server:
        travel = _open()
        running = asyncio.create_task(travel.get(f"{server.url}/api/x"))
        await arrived.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        await travel.aclose()
        assert len(server.requests) == 1


async def test_an_error_does_not_hold_the_request_with_its_secret() -> None:
    travel = transport(Sequence(httpx.ReadTimeout("slow")))
    with pytest.raises(ProblemError) as caught:
        await travel.post_token(f"{WEB}/auth/token", FORM, {})
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
