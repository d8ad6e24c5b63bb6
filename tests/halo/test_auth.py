from __future__ import annotations

import asyncio
import dataclasses
from urllib.parse import parse_qs

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.halo.auth import AuthGate
from wizard.halo.limits import Budget
from wizard.halo.records import Instance, TokenAnswer
from wizard.problems import Problem, ProblemError
from wizard.secret import Secret

from .fakes import INSTANCE, JSON, SteppingTime, jwt, transport

pytestmark = pytest.mark.anyio

GOOD = {
    "token_type": "Bearer",
    "expires_in": 3600,
    "access_token": "abc.def",
    "id_token": jwt(agent_id=7, name="liongard", email="it@acme.example"),
    "scope": "openid read:tickets edit:tickets",
}


class Endpoint:
    """A token endpoint with one answer; every token it gives is another one."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        number = str(len(self.requests)).encode()
        content = self.answer.content.replace(b"abc.def", b"abc.def" + number)
        return httpx.Response(
            self.answer.status_code,
            headers={"Content-Type": self.answer.headers.get("Content-Type", "")},
            content=content,
        )

    def form(self, number: int = -1) -> dict[str, list[str]]:
        return parse_qs(self.requests[number].content.decode())


def _gate(
    endpoint: Endpoint,
    *,
    instance: Instance = INSTANCE,
    trust: bool = False,
    time: SteppingTime | None = None,
) -> AuthGate:
    return AuthGate(
        transport(endpoint, instance=instance),
        instance,
        " id ",
        Secret("hunter2"),
        trust_other_host=trust,
        clock=(time or SteppingTime()).clock,
    )


async def _problem(answer: httpx.Response) -> Problem:
    endpoint = Endpoint(answer)
    with pytest.raises(ProblemError) as caught:
        await _gate(endpoint).token(["read:tickets"])
    assert len(endpoint.requests) == 1
    return caught.value.problem


async def test_the_request_and_what_is_read_from_the_answer() -> None:
    endpoint = Endpoint(httpx.Response(200, json=GOOD))
    gate = _gate(endpoint, instance=dataclasses.replace(INSTANCE, tenant="acme & co"))
    token = await gate.token(["read:tickets", "edit:tickets", "read:tickets"])
    sent = endpoint.requests[0]
    assert sent.method == "POST"
    assert sent.url.path == "/auth/token"
    assert dict(sent.url.params) == {"tenant": "acme & co"}
    assert endpoint.form() == {
        "grant_type": ["client_credentials"],
        "client_id": ["id"],
        "client_secret": ["hunter2"],
        "scope": ["read:tickets edit:tickets"],
    }
    assert token.access_token == Secret("abc.def1")
    assert token.asked == ("read:tickets", "edit:tickets")
    assert token.granted == frozenset({"openid", "read:tickets", "edit:tickets"})
    assert token.identity is not None
    assert token.identity.agent_id == 7
    assert token.expires_in == 3600


async def test_without_tenant_and_scopes_neither_is_sent() -> None:
    endpoint = Endpoint(httpx.Response(200, json={"access_token": "abc.def"}))
    token = await _gate(endpoint).token([])
    assert not endpoint.requests[0].url.query
    assert "scope" not in endpoint.form()
    assert (token.granted, token.identity, token.expires_in) == (None, None, 3600.0)


async def test_an_empty_scope_is_a_grant_of_nothing() -> None:
    endpoint = Endpoint(httpx.Response(200, json=GOOD | {"scope": ""}))
    assert (await _gate(endpoint).token([])).granted == frozenset()


async def test_tokens_are_held_for_each_list_of_scopes_until_shortly_before_their_end() -> None:
    endpoint, time = Endpoint(httpx.Response(200, json=GOOD)), SteppingTime()
    gate = _gate(endpoint, time=time)
    first = await gate.token(["read:tickets"])
    time.now = 3539
    assert await gate.token(["read:tickets"]) is first
    assert await gate.token(["all"]) is not first
    assert len(endpoint.requests) == 2
    time.now = 3540
    assert await gate.token(["read:tickets"]) is not first
    assert len(endpoint.requests) == 3


async def test_forgetting_makes_the_next_token_a_new_one() -> None:
    endpoint = Endpoint(httpx.Response(200, json=GOOD))
    gate = _gate(endpoint)
    first = await gate.token(["all"])
    gate.forget()
    assert await gate.token(["all"]) != first


async def test_many_at_once_ask_once() -> None:
    endpoint = Endpoint(httpx.Response(200, json=GOOD))
    gate = _gate(endpoint)
    tokens = await asyncio.gather(*(gate.token(["all"]) for _ in range(5)))
    assert len(endpoint.requests) == 1
    renewed = await asyncio.gather(*(gate.renew(tokens[0]) for _ in range(5)))
    assert len(endpoint.requests) == 2
    assert {token.access_token for token in renewed} == {Secret("abc.def2")}


def _error(status: int, error: str) -> httpx.Response:
    return httpx.Response(status, json={"error": error, "error_description": "In words."})


@pytest.mark.parametrize(
    ("answer", "code", "detail"),
    [
        (
            _error(401, "invalid_client"),
            "token.invalid_client",
            "401 invalid_client: In words.",
        ),
        (
            httpx.Response(400, json={"error": "invalid_client"}),
            "token.invalid_client",
            "400 invalid_client",
        ),
        (_error(400, "invalid_scope"), "token.invalid_scope", "400 invalid_scope: In words."),
        (
            _error(400, "unauthorized_client"),
            "token.unauthorised_client",
            "400 unauthorized_client: In words.",
        ),
        (_error(400, "invalid_request"), "token.unexpected", "400: In words."),
        (httpx.Response(401), "token.unexpected", "401"),
        (httpx.Response(500, html="<html>"), "token.server_error", "500: text/html"),
        (httpx.Response(500), "token.server_error", "500"),
        (httpx.Response(502, html="<html>"), "http.server_error", "502: text/html"),
        (httpx.Response(503), "http.server_error", "503"),
        (httpx.Response(429, text="Rate Limit"), "http.rate_limited", "429: Rate Limit"),
        (httpx.Response(404, html="<html>"), "token.unexpected", "404: text/html"),
        (httpx.Response(200, html="<html>"), "token.unexpected", "200, text/html"),
        (httpx.Response(200, json=[]), "token.unexpected", "200 without an access token"),
        (
            httpx.Response(200, json={"access_token": "a\r\nb"}),
            "token.unexpected",
            "200 without an access token",
        ),
        (
            httpx.Response(200, json={"access_token": "a", "token_type": "mac"}),
            "token.unexpected",
            "200 with a token that is not a bearer token",
        ),
        (
            httpx.Response(400, json={"error": "x", "error_description": "secret hunter2"}),
            "token.unexpected",
            "400: secret •••",
        ),
    ],
)
async def test_every_refusal_has_a_problem(answer: httpx.Response, code: str, detail: str) -> None:
    problem = await _problem(answer)
    assert (problem.code, problem.detail) == (code, detail)


async def test_a_secret_goes_to_another_host_only_with_the_persons_yes() -> None:
    elsewhere = dataclasses.replace(INSTANCE, authorisation_server="https://auth.example")
    endpoint = Endpoint(httpx.Response(200, json=GOOD))
    with pytest.raises(ProblemError) as caught:
        await _gate(endpoint, instance=elsewhere).token(["all"])
    assert caught.value.problem.code == "auth_server.other_host"
    assert caught.value.problem.detail == "auth.example"
    assert not endpoint.requests
    await _gate(endpoint, instance=elsewhere, trust=True).token(["all"])
    assert endpoint.requests[0].url.host == "auth.example"


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(["access_token", "token_type", "expires_in", "scope", "id_token", "error"]),
        JSON,
    ),
    st.sampled_from([200, 400, 401]),
)
def test_any_answer_is_a_token_or_a_problem(document: dict[str, object], status: int) -> None:
    async def ask() -> TokenAnswer | ProblemError:
        gate = AuthGate(
            transport(lambda r: httpx.Response(status, json=document), budget=Budget()),
            INSTANCE,
            "id",
            Secret("hunter2"),
        )
        try:
            return await gate.token(["all"])
        except ProblemError as error:
            return error

    got = asyncio.run(ask())
    if isinstance(got, TokenAnswer):
        assert got.access_token
        assert 0 < got.expires_in < 86_400 * 366
