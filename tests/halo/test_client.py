from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest
from msgspec import UNSET

from wizard.halo.client import HaloReader
from wizard.halo.records import ApplicationScope, ProbeAnswer, TokenAnswer
from wizard.problems import ProblemError
from wizard.secret import Secret

from .fakes import INSTANCE, SteppingTime, transport

pytestmark = pytest.mark.anyio

TOKEN = TokenAnswer(Secret("t0"), ("all",), frozenset({"all"}), None, 3600)


class Api:
    """HaloPSA's API from a table of path to answer, or to a function of the request."""

    def __init__(
        self, pages: dict[str, object], valid: Callable[[str], bool] = lambda token: True
    ) -> None:
        self.pages = {path.lower(): page for path, page in pages.items()}
        self.valid = valid
        self.requests: list[httpx.Request] = []
        self.renewals = 0
        self.time = SteppingTime()
        self.reader = HaloReader(
            transport(self), INSTANCE, TOKEN, self.renew, clock=self.time.clock
        )

    async def renew(self, refused: TokenAnswer) -> TokenAnswer:
        self.renewals += 1
        return replace(refused, access_token=Secret(f"t{self.renewals}"))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert request.method == "GET"
        self.requests.append(request)
        if not self.valid(request.headers["Authorization"].removeprefix("Bearer ")):
            return httpx.Response(401)
        path = request.url.raw_path.decode().partition("?")[0].removeprefix("/api").lower()
        page = self.pages.get(path, httpx.Response(404, html="<html>"))
        if callable(page):
            page = page(dict(request.url.params))
        if isinstance(page, httpx.Response):
            return httpx.Response(page.status_code, headers=page.headers, content=page.content)
        return httpx.Response(200, json=page)


def _ids(start: int, end: int) -> list[dict[str, object]]:
    return [{"id": number, "name": f"a{number}"} for number in range(start, end)]


def _paged(total: int, cap: int, count: int) -> Callable[[dict[str, str]], object]:
    def page(params: dict[str, str]) -> object:
        start = (int(params["page_no"]) - 1) * cap
        return {"record_count": count, "results": _ids(0, total)[start : start + cap]}

    return page


@pytest.mark.parametrize(
    ("page", "total", "requests"),
    [
        (_paged(13, 100, 13), 13, 2),
        (_paged(130, 50, 50), 130, 4),  # capped, and record_count is wrong
        (lambda params: {"record_count": 5, "results": _ids(0, 5)}, 5, 2),  # ignores page_no
        (_ids(0, 5), 5, 2),  # a bare array
        ({"record_count": 0, "results": []}, 0, 2),
        ({"record_count": 3, "agents": _ids(0, 3)}, 3, 2),
    ],
)
async def test_every_agent_is_read_whatever_the_server_does(
    page: object, total: int, requests: int
) -> None:
    api = Api({"/Agent": page})
    found = await api.reader.agents()
    assert [agent.id for agent in found] == list(range(total))
    assert len(api.requests) == requests
    assert dict(api.requests[0].url.params) == {
        "includeapiagents": "true",
        "includedisabled": "true",
        "pageinate": "true",
        "page_size": "100",
        "page_no": "1",
    }


async def test_a_list_without_end_is_given_up() -> None:
    api = Api({"/Agent": lambda p: _ids(int(p["page_no"]) * 10, int(p["page_no"]) * 10 + 10)})
    with pytest.raises(ProblemError) as caught:
        await api.reader.agents()
    assert caught.value.problem.code == "http.too_large"
    assert len(api.requests) == 40


async def test_agents_without_a_readable_id_are_kept_once() -> None:
    api = Api({"/Agent": [{"id": "x", "name": "odd"}, {"id": 1, "name": "even"}]})
    assert [agent.name for agent in await api.reader.agents()] == ["even", "odd"]


async def test_objects_are_read_with_their_details() -> None:
    api = Api(
        {
            "/Agent/me": {"id": 7, "name": "liongard"},
            "/Agent/7": [{"id": 7, "claims": []}],
            "/Roles": [{"id": "g1", "name": "API"}],
            "/Roles/a%2Fb": {"id": "a/b", "claims": [{"type": "Tx", "value": "1"}]},
        }
    )
    assert (await api.reader.me()).name == "liongard"
    assert (await api.reader.agent(7)).claims == ()
    assert [role.name for role in await api.reader.roles()] == ["API"]
    assert (await api.reader.role("a/b")).id == "a/b"
    asked = [(r.url.raw_path.decode().removeprefix("/api")) for r in api.requests]
    assert asked == [
        "/Agent/me?includedetails=true",
        "/Agent/7?includedetails=true",
        "/Roles",
        "/Roles/a%2Fb?includedetails=true",
    ]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (httpx.Response(403), "http.forbidden"),
        (httpx.Response(404), "http.not_found"),
        (httpx.Response(500), "http.server_error"),
        (httpx.Response(200, html="<html>"), "http.not_json"),
        (httpx.Response(200, json="text"), "http.unexpected"),
        (httpx.Response(200, json={"error": "x"}), "http.unexpected"),
        (httpx.Response(200, json=[1]), "http.unexpected"),
    ],
)
async def test_what_cannot_be_read_is_a_problem(page: httpx.Response, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        await Api({"/Roles": page}).reader.roles()
    assert caught.value.problem.code == code


async def test_an_application_is_listed_in_short_and_read_by_itself() -> None:
    api = Api(
        {
            "/Application": {
                "record_count": 3,
                "applications": [
                    {"id": "a", "clientId": "c1", "scopes": [{"name": "all"}]},
                    {"id": "b", "clientId": "c2"},
                    {"id": "c", "clientId": "c3"},
                    {"clientId": "c4"},
                ],
            },
            "/Application/b": {
                "id": "b",
                "clientId": "c2",
                "clientSecret": "never kept",
                "scopes": [{"name": "read:tickets"}],
            },
        }
    )
    found = await api.reader.applications()
    assert [one.client_id for one in found] == ["c1", "c2", "c3", "c4"]
    assert [one.scopes is UNSET for one in found] == [False, True, True, True]
    alone = await api.reader.application("b")
    assert alone.scopes == (ApplicationScope("read:tickets"),)
    assert "never kept" not in repr(alone)
    assert len(api.requests) == 2


async def test_a_probe_asks_for_one_row_where_rows_come_in_pages() -> None:
    api = Api({"/Tickets": {"record_count": 717, "tickets": [{"id": 1}]}, "/Team": []})
    assert await api.reader.probe("/Tickets") == ProbeAnswer(200, 1)
    assert dict(api.requests[0].url.params) == {
        "pageinate": "true",
        "page_size": "1",
        "page_no": "1",
    }
    assert await api.reader.probe("/Team") == ProbeAnswer(200, 0)
    assert not api.requests[1].url.query


async def test_a_refusal_is_a_probes_answer() -> None:
    api = Api({"/Asset": httpx.Response(403), "/Item": httpx.Response(403, json="No right.")})
    assert await api.reader.probe("/Asset") == ProbeAnswer(403, None)
    assert await api.reader.probe("/Item") == ProbeAnswer(403, None, "No right.")
    assert await api.reader.probe("/Nothing") == ProbeAnswer(404, None, "text/html")


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (httpx.Response(400, json="Please contact the administrator"), "http.bad_request"),
        (httpx.Response(429), "http.rate_limited"),
        (httpx.Response(500), "http.server_error"),
        (httpx.Response(200, html="<html>"), "http.not_json"),
    ],
)
async def test_any_other_failure_of_a_probe_is_a_problem(page: httpx.Response, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        await Api({"/Tickets": page}).reader.probe("/Tickets")
    assert caught.value.problem.code == code


@pytest.mark.parametrize(
    "path", ["Tickets", "//evil.example/x", "/../auth", "/Tickets?x=1", "/", ""]
)
async def test_a_probe_stays_below_the_api(path: str) -> None:
    api = Api({})
    with pytest.raises(ProblemError):
        await api.reader.probe(path)
    assert not api.requests


async def test_a_stale_token_is_renewed_and_the_request_made_once_more() -> None:
    api = Api({"/Roles": []}, valid=lambda token: token == "t1")
    assert await api.reader.roles() == ()
    assert [r.headers["Authorization"] for r in api.requests] == ["Bearer t0", "Bearer t1"]
    await api.reader.roles()
    assert (api.renewals, len(api.requests)) == (1, 3)


async def test_a_401_that_is_meant_costs_one_renewal_a_minute() -> None:
    api = Api({}, valid=lambda token: False)
    with pytest.raises(ProblemError) as caught:
        await api.reader.roles()
    assert caught.value.problem.code == "http.unauthorised"
    assert (api.renewals, len(api.requests)) == (1, 2)
    assert (await api.reader.probe("/Webhook")).status == 401
    assert (api.renewals, len(api.requests)) == (1, 3)
    api.time.now += 60
    assert (await api.reader.probe("/Webhook")).status == 401
    assert (api.renewals, len(api.requests)) == (2, 5)


class Together(Api):
    """Answers the first two requests only when both are there."""

    both: asyncio.Barrier

    async def __call__(self, request: httpx.Request) -> httpx.Response:  # type: ignore[override]
        answer = super().__call__(request)
        if len(self.requests) <= 2:
            await self.both.wait()
        return answer


async def test_a_refusal_that_is_meant_does_not_hide_a_stale_token_beside_it() -> None:
    # Both are refused with the stale token; only one of them is with a fresh one.
    api = Together({"/Tickets": [{"id": 1}], "/Webhook": httpx.Response(401)})
    api.both = asyncio.Barrier(2)
    api.valid = lambda token: token != TOKEN.access_token.reveal()
    both = (api.reader.probe(path) for path in ("/Webhook", "/Tickets"))
    meant, stale = await asyncio.gather(*both)
    assert (meant.status, stale.status) == (401, 200)
    assert (api.renewals, len(api.requests)) == (1, 4)


async def test_a_renewal_that_fails_says_why() -> None:
    async def refuse(refused: TokenAnswer) -> TokenAnswer:
        raise LookupError("from the gate")

    api = Api({}, valid=lambda token: False)
    reader = HaloReader(transport(api), INSTANCE, TOKEN, refuse)
    with pytest.raises(LookupError, match="from the gate"):
        await reader.me()
