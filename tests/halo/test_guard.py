from __future__ import annotations

import dataclasses

import httpx
import pytest

from wizard.halo.guard import ForbiddenRequestError, Guard

from .fakes import INSTANCE, WEB

pytestmark = pytest.mark.anyio
BEARER = {"Authorization": "Bearer x"}
TOKEN_FORM = {"grant_type": "client_credentials", "client_id": "a", "client_secret": "b"}


def _guard() -> Guard:
    guard = Guard()
    guard.permit(INSTANCE)
    return guard


@pytest.mark.parametrize(
    "request_",
    [
        httpx.Request("GET", f"{WEB}/api/AuthInfo"),
        httpx.Request("GET", f"{WEB}/api/Agent/me?includedetails=true", headers=BEARER),
        httpx.Request("POST", f"{WEB}/auth/token?tenant=acme", data=TOKEN_FORM),
        httpx.Request("POST", f"{WEB}/auth/token", data={"grant_type": "authorization_code"}),
        httpx.Request("POST", f"{WEB}/auth/token", data={"grant_type": "refresh_token"}),
    ],
)
async def test_what_a_check_needs_gets_through(request_: httpx.Request) -> None:
    await _guard()(request_)


@pytest.mark.parametrize(
    "request_",
    [
        httpx.Request("POST", f"{WEB}/api/Agent", json=[{"id": 1}], headers=BEARER),
        httpx.Request("DELETE", f"{WEB}/api/Agent/1", headers=BEARER),
        httpx.Request("PUT", f"{WEB}/api/Agent/1"),
        httpx.Request("PATCH", f"{WEB}/api/Agent/1"),
        httpx.Request("HEAD", f"{WEB}/api/Agent/1"),
        httpx.Request("GET", f"{WEB}/api/Agent", content=b"x"),
        httpx.Request("GET", "https://evil.example/api/Agent", headers=BEARER),
        httpx.Request("GET", "http://acme.halopsa.com/api/Agent", headers=BEARER),
        httpx.Request("GET", f"{WEB}/portal", headers=BEARER),
        httpx.Request("GET", f"{WEB}:8443/api/Agent", headers=BEARER),
        httpx.Request("POST", "https://evil.example/auth/token", data=TOKEN_FORM),
        httpx.Request("POST", f"{WEB}/auth/token/x", data=TOKEN_FORM),
        httpx.Request("POST", f"{WEB}/auth/token", data={"grant_type": "password"}),
        httpx.Request(
            "POST", f"{WEB}/auth/token", data={"grant_type": ["refresh_token", "password"]}
        ),
        httpx.Request("POST", f"{WEB}/auth/token"),
    ],
)
async def test_nothing_else_gets_through(request_: httpx.Request) -> None:
    with pytest.raises(ForbiddenRequestError):
        await _guard()(request_)


async def test_before_an_instance_is_known_no_token_and_no_secret_leave() -> None:
    with pytest.raises(ForbiddenRequestError):
        await Guard()(httpx.Request("GET", f"{WEB}/api/Agent", headers=BEARER))
    with pytest.raises(ForbiddenRequestError):
        await Guard()(httpx.Request("POST", f"{WEB}/auth/token", data=TOKEN_FORM))


async def test_an_authorisation_server_elsewhere_gets_secrets_and_the_instance_does_not() -> None:
    guard = Guard()
    guard.permit(dataclasses.replace(INSTANCE, authorisation_server="https://auth.example"))
    await guard(httpx.Request("POST", "https://auth.example/token", data=TOKEN_FORM))
    with pytest.raises(ForbiddenRequestError):
        await guard(httpx.Request("POST", f"{WEB}/auth/token", data=TOKEN_FORM))
