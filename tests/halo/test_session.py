from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx
import pytest

from wizard.checks.ports import Gate, Reader, Site
from wizard.halo.limits import Budgets
from wizard.halo.session import Halo
from wizard.problems import ProblemError
from wizard.secret import Secret

from .fakes import jwt
from .loopback import Request, answer, serve

pytestmark = pytest.mark.anyio

SECRET = "3f1c9a52-0000-4000-8000-hunter2"
ACCESS = "opaque-access-token-hunter3"


async def halo(request: Request, writer: asyncio.StreamWriter) -> None:
    """The least of HaloPSA that a session needs."""
    path = request.path.lower()
    if path == "/api/authinfo":
        url = f"http://{request.headers['host']}/auth"
        await answer(writer, document={"auth_url": url, "tenant_id": "acme"})
    elif path == "/auth/token":
        token = {
            "access_token": ACCESS,
            "id_token": jwt(agent_id=7),
            "scope": "read:tickets",
            "expires_in": 3600,
        }
        await answer(writer, document=token)
    elif request.headers.get("authorization") != f"Bearer {ACCESS}":
        await answer(writer, 401, body=b"")
    elif path == "/api/agent/me":
        await answer(writer, document={"id": 7, "name": "liongard"})
    else:
        await answer(writer, document=[])


async def test_from_address_to_agent() -> None:
    async with serve(halo) as server:
        async with Halo.open(f"{server.url}/portal") as opened:
            site: Site = opened
            gate: Gate = opened.gate("id", Secret(SECRET))
            token = await gate.token(["read:tickets"])
            reader: Reader = gate.reader(token)
            assert (await reader.me()).name == "liongard"
            assert (await reader.probe("/Tickets")).rows == 0
            assert site.instance.tenant == "acme"
            assert site.link("role", "x") == f"{server.url}/config/agents/roles?id=x"
            assert site.link("nothing") is None
        assert [(r.method, r.path) for r in server.requests] == [
            ("GET", "/api/AuthInfo"),
            ("GET", "/api/InstanceInfo"),
            ("POST", "/auth/token"),
            ("GET", "/api/Agent/me"),
            ("GET", "/api/Tickets"),
        ]
        assert server.requests[2].target == "/auth/token?tenant=acme"


async def test_a_closed_session_sends_nothing() -> None:
    async with serve(halo) as server:
        async with Halo.open(server.url) as opened:
            gate = opened.gate("id", Secret(SECRET))
        before = len(server.requests)
        with pytest.raises(RuntimeError, match="closed"):
            await gate.token(["all"])
        assert len(server.requests) == before


async def test_no_log_line_carries_a_secret_or_a_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with serve(halo) as server, Halo.open(server.url) as opened:
        gate = opened.gate("id", Secret(SECRET))
        await gate.reader(await gate.token(["all"])).me()
        with pytest.raises(ProblemError):
            await gate.reader(await gate.token(["all"])).role("x")
    lines = [f"{r.getMessage()} {r.args} {r.exc_info}" for r in caplog.records]
    assert any(line.startswith("HTTP Request: POST") for line in lines)
    assert any("receive_response_body" in line for line in lines)
    for line in lines:
        assert SECRET not in line
        assert "hunter" not in line
        assert jwt(agent_id=7) not in line


async def test_one_budget_for_one_instance_however_often_it_is_opened() -> None:
    budgets = Budgets()
    async with serve(halo) as server:
        for typed in (server.url, f"{server.url}/portal"):
            async with Halo.open(typed, budgets=budgets):
                pass
        budgets.of(server.url).hold(3600)
        with pytest.raises(ProblemError) as caught:
            async with Halo.open(server.url, budgets=budgets):
                pass
    assert caught.value.problem.code == "budget.exhausted"
    assert caught.value.problem.detail == "HaloPSA asked to wait"


@pytest.mark.parametrize(
    ("given", "sent_to"),
    [
        ({}, None),
        ({"trust_other_host": True}, "auth.example"),
        ({"auth_url": "https://auth.example/token"}, "auth.example"),
    ],
)
async def test_a_server_on_another_host_needs_a_yes(
    given: dict[str, Any], sent_to: str | None
) -> None:
    posts: list[str] = []

    def elsewhere(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            posts.append(request.url.host)
            return httpx.Response(200, json={"access_token": ACCESS})
        return httpx.Response(200, json={"auth_url": "https://auth.example"})

    inner = httpx.MockTransport(elsewhere)
    async with Halo.open("acme.halopsa.com", inner=inner, **given) as opened:
        gate = opened.gate("id", Secret(SECRET))
        if sent_to:
            await gate.token(["all"])
        else:
            with pytest.raises(ProblemError) as caught:
                await gate.token(["all"])
            assert caught.value.problem.code == "auth_server.other_host"
    assert posts == ([sent_to] if sent_to else [])
