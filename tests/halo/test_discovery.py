from __future__ import annotations

import httpx
import pytest

from wizard.halo.discovery import discover, same_host
from wizard.halo.records import Instance
from wizard.problems import ProblemError

from .fakes import WEB, Handler, transport

pytestmark = pytest.mark.anyio


def _halo(auth_info: httpx.Response, version: httpx.Response | None = None) -> Handler:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.method == "GET"
        assert "Authorization" not in request.headers
        if request.url.path == "/api/AuthInfo":
            return httpx.Response(
                auth_info.status_code, headers=auth_info.headers, content=auth_info.content
            )
        assert request.url.path == "/api/InstanceInfo"
        return version or httpx.Response(401)

    return handler


def _info(**fields: object) -> httpx.Response:
    return httpx.Response(200, json=fields)


async def _found(
    auth_info: httpx.Response,
    version: httpx.Response | None = None,
    *,
    address: str = "acme.halopsa.com/api/",
    tenant: str | None = None,
    auth_url: str | None = None,
) -> Instance:
    return await discover(transport(_halo(auth_info, version)), address, tenant, auth_url)


async def _code(auth_info: httpx.Response, **given: str) -> str:
    with pytest.raises(ProblemError) as caught:
        await _found(auth_info, **given)  # type: ignore[arg-type]
    return caught.value.problem.code


async def test_auth_info_names_server_and_tenant() -> None:
    found = await _found(
        _info(auth_url=f"{WEB}/auth/", tenant_id="acme"), _info(app_version="2.184.1")
    )
    assert found == Instance(
        web=WEB,
        resource_server=WEB,
        authorisation_server=f"{WEB}/auth",
        tenant="acme",
        discovered=True,
        version="2.184.1",
        notes=(),
    )
    assert same_host(found)


@pytest.mark.parametrize(
    ("auth_info", "why"),
    [
        (httpx.Response(404), "404"),
        (httpx.Response(401), "401"),
        (httpx.Response(200, html="<html>"), "its answer is not JSON"),
        (_info(), "its answer names none"),
        (_info(auth_url=7, tenant_id=["x"]), "its answer names none"),
        (_info(auth_url="not an address"), "its answer names none"),
        (httpx.Response(200, json=[1, 2]), "its answer names none"),
    ],
)
async def test_without_it_the_usual_server_is_tried_and_said(
    auth_info: httpx.Response, why: str
) -> None:
    found = await _found(auth_info)
    assert found.authorisation_server == f"{WEB}/auth"
    assert not found.discovered
    assert found.tenant is None
    assert found.notes == (f"AuthInfo names no authorisation server ({why}): {WEB}/auth is tried.",)


@pytest.mark.parametrize(
    ("auth_info", "code"),
    [
        (httpx.Response(500), "http.server_error"),
        (httpx.Response(503), "http.server_error"),
        (httpx.Response(429), "http.rate_limited"),
        (httpx.Response(301, headers={"Location": "https://new.example/"}), "http.redirected"),
        (_info(auth_url="http://auth.example/x"), "address.insecure"),
        (_info(auth_url="http://127.0.0.1:9/auth"), "address.insecure"),
    ],
)
async def test_what_is_a_failure(auth_info: httpx.Response, code: str) -> None:
    assert await _code(auth_info) == code


async def test_an_instance_that_cannot_be_reached() -> None:
    def dead(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(ProblemError) as caught:
        await discover(transport(dead), WEB)
    assert caught.value.problem.code == "network.connect"


@pytest.mark.parametrize(
    ("typed", "named", "wanted", "notes"),
    [
        (None, "acme", "acme", 0),
        ("Not set", "acme", "acme", 0),
        ("other", "acme", "other", 1),
        ("ACME", "acme", "ACME", 0),
        ("mine", None, "mine", 0),
        (None, "", None, 0),
        (None, "6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff-8b86-d011-b42d-00c04fc964ff", 0),
    ],
)
async def test_a_tenant_that_a_person_gives_counts_more(
    typed: str | None, named: str | None, wanted: str | None, notes: int
) -> None:
    found = await _found(_info(auth_url=f"{WEB}/auth", tenant_id=named), tenant=typed)
    assert found.tenant == wanted
    assert len(found.notes) == notes


async def test_another_host_is_flagged() -> None:
    found = await _found(_info(auth_url="https://auth.example/acme"))
    assert found.authorisation_server == "https://auth.example/acme"
    assert not same_host(found)
    assert found.notes == ("The authorisation server is on another host: auth.example.",)


async def test_another_port_is_another_host_except_on_loopback() -> None:
    assert not same_host(await _found(_info(auth_url=f"{WEB}:8443/auth")))
    local = await _found(
        _info(auth_url="http://localhost:9000/auth"), address="http://127.0.0.1:8000"
    )
    assert same_host(local)
    assert local.notes == ()


async def test_a_plain_address_of_the_own_host_is_taken_as_encrypted() -> None:
    found = await _found(_info(auth_url="http://acme.halopsa.com/auth"))
    assert found.authorisation_server == f"{WEB}/auth"


async def test_a_path_is_below_the_instance() -> None:
    assert (await _found(_info(auth_url="/signin"))).authorisation_server == f"{WEB}/signin"


async def test_a_server_given_by_hand_counts_more() -> None:
    found = await _found(
        _info(auth_url="http://plain.example", tenant_id="acme"),
        auth_url="https://auth.example/token",
    )
    assert found.authorisation_server == "https://auth.example"
    assert not found.discovered
    assert found.tenant == "acme"
    assert await _code(_info(), auth_url="http://auth.example") == "address.insecure"
    assert await _code(_info(), auth_url="http://127.0.0.1/auth") == "address.insecure"


@pytest.mark.parametrize(
    "version",
    [
        httpx.Response(401),
        httpx.Response(404),
        httpx.Response(500),
        httpx.Response(302, headers={"Location": "https://login.example/"}),
        httpx.Response(200, html="<html>"),
        httpx.Response(200, json=[]),
        httpx.Response(200, json={"app_version": 7}),
        httpx.Response(200, json={"app_version": ""}),
    ],
)
async def test_the_version_is_optional(version: httpx.Response) -> None:
    assert (await _found(_info(auth_url=f"{WEB}/auth"), version)).version is None
