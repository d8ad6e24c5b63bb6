"""The address to sign in at, and what the browser brings back."""

from __future__ import annotations

import dataclasses
import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.halo.fakes import INSTANCE
from wizard.halo.authorise import Attempt, challenge
from wizard.problems import ProblemError
from wizard.secret import Secret

BACK = "http://localhost:3000/callback"
SCOPES = ("openid", "all", "all:teams")


def attempt() -> Attempt:
    return Attempt.new("the id&", BACK)


def refused(one: Attempt, query: str) -> tuple[str, str]:
    with pytest.raises(ProblemError) as caught:
        one.code(query)
    return caught.value.problem.code, caught.value.problem.detail


def test_the_address_carries_all_that_is_asked_and_no_secret():
    one = attempt()
    address = urlsplit(one.address(dataclasses.replace(INSTANCE, tenant="acme & co"), SCOPES))
    assert f"{address.scheme}://{address.netloc}{address.path}" == (
        f"{INSTANCE.authorisation_server}/authorize"
    )
    assert parse_qs(address.query) == {
        "tenant": ["acme & co"],
        "response_type": ["code"],
        "client_id": ["the id&"],
        "redirect_uri": [BACK],
        "scope": ["openid all all:teams"],
        "state": [one.state.reveal()],
        "code_challenge": [challenge(one.verifier)],
        "code_challenge_method": ["S256"],
    }
    assert one.verifier.reveal() not in address.query


def test_without_a_tenant_none_is_named():
    assert "tenant" not in parse_qs(urlsplit(attempt().address(INSTANCE, SCOPES)).query)


def test_the_challenge_is_that_of_the_standard():
    # RFC 7636, appendix B
    verifier = Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    assert challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_every_try_has_its_own_state_and_verifier():
    tries = [attempt() for _ in range(50)]
    assert len({each.state for each in tries} | {each.verifier for each in tries}) == 100
    for each in tries:
        assert re.fullmatch(r"[A-Za-z0-9_\-]{43}", each.state.reveal())
        assert re.fullmatch(r"[A-Za-z0-9._~\-]{43,128}", each.verifier.reveal())


def test_a_try_never_prints_what_is_secret_of_it():
    one = attempt()
    assert one.state.reveal() not in repr(one)
    assert one.verifier.reveal() not in repr(one)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=300))
def test_a_code_comes_back_as_it_was_sent(code):
    one = attempt()
    query = urlencode({"code": code, "state": one.state.reveal(), "iss": "x"})
    assert one.code(query) == Secret(code)


@given(st.text(max_size=60))
def test_no_other_state_gets_anything_through(state):
    one = attempt()
    for rest in ({"code": "abc"}, {"error": "access_denied"}):
        assert refused(one, urlencode({**rest, "state": state}))[0] == "sign_in.wrong_state"


@given(st.text(max_size=400) | st.binary(max_size=200).map(lambda junk: junk.decode("latin-1")))
def test_junk_is_refused_and_breaks_nothing(query):
    assert refused(attempt(), query)[0] == "sign_in.wrong_state"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "code=abc",
        "code=abc&state=",
        "code=abc&state={state}&state={state}",
        "code=abc&state={state}&state=other",
        "code=abc&State={state}",
        "&".join(f"f{number}=1" for number in range(40)) + "&code=abc&state={state}",
    ],
)
def test_the_state_is_there_once_or_the_answer_is_not_ours(query):
    one = attempt()
    filled = query.replace("{state}", one.state.reveal())
    assert refused(one, filled)[0] == "sign_in.wrong_state"


@pytest.mark.parametrize(
    ("query", "code", "detail"),
    [
        ("error=access_denied", "sign_in.refused", "access_denied"),
        ("error=access_denied&code=abc", "sign_in.refused", "access_denied"),
        (
            "error=invalid_scope&error_description=The+scope+is+not+valid.",
            "sign_in.invalid_scope",
            "invalid_scope: The scope is not valid.",
        ),
        ("error=unauthorized_client", "sign_in.wrong_method", "unauthorized_client"),
        ("error=server_error", "sign_in.failed", "server_error"),
        ("error=", "sign_in.failed", ""),
        ("error=a&error=b", "sign_in.failed", ""),
        ("", "sign_in.failed", "no code came back"),
        ("code=", "sign_in.failed", "no code came back"),
        ("code=a&code=b", "sign_in.failed", "no code came back"),
        ("code=a%00b", "sign_in.failed", "no code came back"),
        ("code=%C3%A9", "sign_in.failed", "no code came back"),
    ],
)
def test_each_answer_that_is_no_code_has_its_name(query, code, detail):
    one = attempt()
    assert refused(one, f"{query}&state={one.state.reveal()}") == (code, detail)


def test_what_halo_says_comes_in_one_short_line():
    one = attempt()
    said = "first line\r\nsecond " + "x" * 500
    query = urlencode({"error": "bad", "error_description": said, "state": one.state.reveal()})
    _, detail = refused(one, query)
    assert detail.startswith("bad: first line second")
    assert len(detail) <= 200
