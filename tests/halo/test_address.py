from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wizard.halo.address import (
    auth_address,
    host_of,
    hosts_match,
    on_loopback,
    tenant_name,
    web_address,
)
from wizard.problems import ProblemError


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(ProblemError) as caught:
        call()
    return caught.value.problem.code


def _address_or_code(parse: Callable[[str], str], typed: str) -> str:
    try:
        return parse(typed)
    except ProblemError as error:
        return error.problem.code


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("acme.halopsa.com", "https://acme.halopsa.com"),
        ("  https://Acme.HaloPSA.com/  ", "https://acme.halopsa.com"),
        ("https://acme.halopsa.com/api", "https://acme.halopsa.com"),
        ("acme.halopsa.com/auth/", "https://acme.halopsa.com"),
        ("HTTPS://acme.halopsa.com/portal?btn=1#x", "https://acme.halopsa.com"),
        ("https://acme.halopsa.com/config/agents/agents?agentid=4", "https://acme.halopsa.com"),
        ("https://acme.halopsa.com:443/api", "https://acme.halopsa.com"),
        ("https://halo.acme.example:8443", "https://halo.acme.example:8443"),
        ("“https://acme.halopsa.com/”,", "https://acme.halopsa.com"),
        ("<https://acme.halopsa.com>", "https://acme.halopsa.com"),
        ("//acme.halopsa.com", "https://acme.halopsa.com"),
        ("acme.halopsa.com.", "https://acme.halopsa.com"),
        ("https://Bücher.example", "https://xn--bcher-kva.example"),
        ("https://faß.example", "https://xn--fa-hia.example"),
        ("https://[::1]:8443/api", "https://[::1]:8443"),
        ("http://127.0.0.1:8123/", "http://127.0.0.1:8123"),
        ("http://localhost:80", "http://localhost"),
        ("http://[0:0:0:0:0:0:0:1]:81", "http://[::1]:81"),
        ("servicedesk", "https://servicedesk"),
    ],
)
def test_what_people_paste(typed: str, wanted: str) -> None:
    assert web_address(typed) == wanted


@pytest.mark.parametrize("typed", ["", "   ", "\"''\"", "\u200b"])
def test_nothing_typed(typed: str) -> None:
    assert _code(lambda: web_address(typed)) == "address.empty"


@pytest.mark.parametrize(
    "typed",
    [
        "http://acme.halopsa.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://[::2]",
        "http://128.0.0.1",
    ],
)
def test_plain_http_is_refused_away_from_this_computer(typed: str) -> None:
    assert _code(lambda: web_address(typed)) == "address.insecure"


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://acme.halopsa.com",
        "javascript://acme.halopsa.com",
        "https://",
        "https:///api",
        "https:/acme.halopsa.com",
        "https://acme.halopsa.com:0",
        "https://acme.halopsa.com:65536",
        "https://acme.halopsa.com:",
        "https://acme halopsa.com",
        "https://acme..com",
        "https://-acme.com",
        "https://acme.halopsa.com\\@evil.example",
        "https://[::1",
        "https://[fe80::1%eth0]",
        "https://[::1]x",
        "https://2130706433",
        "https://127.1",
        "https://0x7f.1",
        "https://" + "a" * 64 + ".com",
        "https://" + "é" * 2000,
        "the instance of acme",
    ],
)
def test_what_is_no_address(typed: str) -> None:
    assert _code(lambda: web_address(typed)) == "address.invalid"


@pytest.mark.parametrize(
    "typed", ["https://me:hunter2@acme.halopsa.com", "https://acme.halopsa.com@evil.example"]
)
def test_a_name_or_password_is_refused_and_not_repeated(typed: str) -> None:
    with pytest.raises(ProblemError) as caught:
        web_address(typed)
    assert caught.value.problem.code == "address.invalid"
    assert "name or password" in caught.value.problem.detail
    assert "hunter2" not in repr(caught.value.problem)
    assert "evil" not in repr(caught.value.problem)


_ODD = st.text(alphabet='htps:/[]@.%1270xaé#?\\ \t-_‘"<>fF')


@given(
    st.one_of(st.text(), _ODD, _ODD.map("https://".__add__), _ODD.map("http://127.0.0.1".__add__))
)
@example("https://xn--.com")
@example("https://a\u0338.example")
def test_it_is_idempotent_and_raises_nothing_else(typed: str) -> None:
    once = _address_or_code(web_address, typed)
    if once.startswith("address."):
        return
    assert web_address(once) == once
    assert once.isascii()
    assert once == once.lower()
    assert once.startswith("https://") or (once.startswith("http://") and on_loopback(once))


@given(st.one_of(_ODD.map("https://acme.example/".__add__), st.text()))
def test_the_authorisation_server_is_idempotent_and_raises_nothing_else(typed: str) -> None:
    once = _address_or_code(auth_address, typed)
    if once.startswith("address."):
        return
    assert auth_address(once) == once
    assert not once.endswith("/")
    assert "?" not in once


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("https://acme.halopsa.com/auth/", "https://acme.halopsa.com/auth"),
        ("https://acme.halopsa.com/auth/token?tenant=acme", "https://acme.halopsa.com/auth"),
        ("https://auth.example/token", "https://auth.example"),
        ("https://auth.example//x//auth", "https://auth.example/x/auth"),
    ],
)
def test_the_authorisation_server_keeps_its_path(typed: str, wanted: str) -> None:
    assert auth_address(typed) == wanted


def test_a_path_that_climbs_is_refused() -> None:
    assert _code(lambda: auth_address("https://a.example/auth/../x")) == "address.invalid"


@pytest.mark.parametrize("typed", [None, "", "  ", "Not set", "not SET", "None", '"none"'])
def test_words_for_no_tenant(typed: str | None) -> None:
    assert tenant_name(typed) is None


def test_a_tenant_keeps_its_name() -> None:
    assert tenant_name("  Acme ") == "Acme"


def test_the_same_host_is_the_same_port_too_except_on_loopback() -> None:
    assert hosts_match("https://a.example/auth", "https://A.example")
    assert not hosts_match("https://a.example:8443", "https://a.example")
    assert not hosts_match("https://auth.a.example", "https://a.example")
    assert hosts_match("http://127.0.0.1:1", "http://localhost:2")
    assert not hosts_match("http://127.0.0.1:1", "https://a.example")
    assert host_of("https://a.example:8443/auth") == "a.example:8443"
