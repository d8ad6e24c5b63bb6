from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.halo.identity import identity_of
from wizard.halo.records import Identity

from .fakes import JSON, jwt


@pytest.mark.parametrize(
    "spelling", ["agent_id", "agentid", "AgentId", "agent-id", "halo_agent_id", "urn:halo:agent_id"]
)
@pytest.mark.parametrize("number", [12, "12", " 12 "])
def test_an_agent_is_found_however_its_claim_is_spelt(spelling: str, number: object) -> None:
    token = jwt(**{spelling: number, "name": "liongard", "email": "it@acme.example", "sub": "x"})
    assert identity_of(token, "opaque") == Identity(12, "liongard", "it@acme.example", "id_token")


def test_claims_named_by_address() -> None:
    base = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/"
    token = jwt(**{f"{base}name": "liongard", f"{base}emailaddress": "a@b.example"})
    assert identity_of(token, None) == Identity(None, "liongard", "a@b.example", "id_token")


def test_the_access_token_counts_only_with_an_agent() -> None:
    assert identity_of(None, jwt(agent_id=3, name="x")) == Identity(3, "x", None, "access_token")
    assert identity_of(None, jwt(name="My application")) is None
    found = identity_of(jwt(iss="halo"), jwt(agent_id=3))
    assert found is not None
    assert found.source == "access_token"


@pytest.mark.parametrize("number", [True, "", "-1", "twelve", "１２", 1.5, None, ["1"], "9" * 20])
def test_what_is_no_number_is_no_agent(number: object) -> None:
    assert identity_of(jwt(agent_id=number), None) is None


def test_guid_subject_is_no_agent() -> None:
    assert identity_of(jwt(sub="12"), None) is None


@pytest.mark.parametrize("token", ["", "opaque", "a.b.c", "..", "a.b.c.d.e", 7, None, ["x"]])
def test_what_is_no_token_says_nothing(token: object) -> None:
    assert identity_of(token, token) is None


@given(
    st.dictionaries(st.sampled_from(["agent_id", "name", "email"]) | st.text(), JSON, max_size=4),
    st.text(),
)
def test_no_token_whatever_makes_it_fail(claims: dict[str, object], junk: str) -> None:
    identity_of(junk, f"a.{junk}.b")
    identity_of(jwt(**claims), jwt(**claims))


@given(st.binary())
def test_no_payload_whatever_makes_it_fail(payload: bytes) -> None:
    text = base64.urlsafe_b64encode(payload).decode().rstrip("=")
    identity_of(f"a.{text}.b", None)
