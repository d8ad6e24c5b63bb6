"""The token endpoint over HTTP (halo-api.md §2)."""

from __future__ import annotations

import base64

import pytest
from msgspec.structs import replace

from tests.practice.visitor import claims_of
from wizard.practice.behaviour import Behaviour, Ungranted, WrongGrant
from wizard.practice.model import LoginType, Method
from wizard.practice.tokens import LIFETIME, Grant, TokenStore

SCOPES = ("read:tickets", "edit:tickets", "read:customers")
IDENTITY = ["openid", "email", "profile", "offline_access", "roles"]


def test_a_token_names_its_scopes_and_its_agent(visitor):
    agent = visitor.make_agent("Jörg", email="joerg@aldergate.example")
    client_id, secret = visitor.make_application(agent, *SCOPES)
    body = visitor.ask(client_id, secret, " ".join(SCOPES)).json()
    assert body["token_type"] == "Bearer"
    assert body["expires_in"] == 3600
    assert "refresh_token" not in body
    assert body["scope"].split() == [*IDENTITY, *SCOPES]
    claims = claims_of(body["id_token"])
    assert claims["name"] == "Jörg"
    assert claims["email"] == "joerg@aldergate.example"
    assert claims["agent_id"] == str(agent.id)
    assert claims["sub"] == agent.guid
    assert claims["aud"] == client_id


def test_http_basic_is_accepted(visitor):
    client_id, secret = visitor.make_application(visitor.make_agent(), *SCOPES)
    form = {"grant_type": "client_credentials", "scope": "all"}
    answer = visitor.http.post("/auth/token", data=form, auth=(client_id, secret))
    assert answer.status_code == 200
    assert visitor.http.post("/auth/token", data=form, auth=(client_id, "x")).status_code == 401


@pytest.mark.parametrize("coded", ["%%%", base64.b64encode(b"\xff\xfe").decode(), "bm9jb2xvbg=="])
def test_a_mangled_basic_header_is_an_invalid_client(visitor, coded):
    form = {"grant_type": "client_credentials", "scope": "all"}
    headers = {"Authorization": f"Basic {coded}"}
    answer = visitor.http.post("/auth/token", data=form, headers=headers)
    assert answer.status_code == 401
    assert answer.json()["error"] == "invalid_client"


def test_all_answers_with_what_is_granted(visitor):
    client_id, secret = visitor.make_application(visitor.make_agent(), *SCOPES)
    assert visitor.ask(client_id, secret).json()["scope"].split() == [*IDENTITY, *SCOPES]


def test_without_a_scope_there_is_a_token_that_opens_nothing(visitor):
    client_id, secret = visitor.make_application(visitor.make_agent(), *SCOPES)
    answer = visitor.ask(client_id, secret, scope=None)
    assert answer.status_code == 200
    assert "scope" not in answer.json()
    refused = visitor.get("/Agent/me", answer.json()["access_token"])
    assert refused.status_code == 401
    assert refused.content == b""


def test_wrong_id_wrong_secret_and_inactive_look_alike(visitor):
    agent = visitor.make_agent()
    client_id, secret = visitor.make_application(agent, *SCOPES)
    inactive = visitor.make_application(agent, *SCOPES, active=False)
    answers = [
        visitor.ask("0000", secret),
        visitor.ask(client_id, "wrong"),
        visitor.ask(client_id, ""),
        visitor.ask(*inactive),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.text for answer in answers}) == 1
    assert answers[0].json()["error"] == "invalid_client"


def test_the_id_of_the_unsaved_page_is_an_invalid_client(visitor):
    draft = visitor.world.draft_application()
    assert visitor.ask(draft.client_id, draft.secret).json()["error"] == "invalid_client"


@pytest.mark.parametrize("scope", ["read:users", "read:tickets read:users", "read:tickets nope"])
def test_one_unknown_scope_refuses_the_request(visitor, scope):
    client_id, secret = visitor.make_application(visitor.make_agent(), *SCOPES)
    answer = visitor.ask(client_id, secret, scope)
    assert answer.status_code == 400
    assert answer.json() == {
        "error": "invalid_scope",
        "error_description": "The specified 'scope' parameter is not valid.",
    }


def test_a_scope_not_granted_is_refused_or_dropped(start):
    refusing = start(ungranted_scope=Ungranted.REFUSED)
    credentials = refusing.make_application(refusing.make_agent(), "read:tickets")
    assert refusing.ask(*credentials, "read:tickets read:assets").status_code == 400
    dropping = start(ungranted_scope=Ungranted.DROPPED)
    credentials = dropping.make_application(dropping.make_agent(), "read:tickets")
    body = dropping.ask(*credentials, "read:tickets read:assets").json()
    assert body["scope"].split() == [*IDENTITY, "read:tickets"]


def test_a_wrong_tenant_is_a_500_that_is_not_json(visitor):
    form = {"grant_type": "client_credentials"}
    answer = visitor.http.post("/auth/token", params={"tenant": "other"}, data=form)
    assert answer.status_code == 500
    assert "json" not in answer.headers["content-type"]


def test_the_tenant_may_be_left_out_or_sent_in_the_form_or_be_required(visitor, start):
    client_id, secret = visitor.make_application(visitor.make_agent(), *SCOPES)
    form = {
        "grant_type": "client_credentials",
        "client_id": client_id,
        "client_secret": secret,
        "scope": "all",
    }
    assert visitor.http.post("/auth/token", data=form).status_code == 200
    wrong = {**form, "tenant": "other"}
    assert visitor.http.post("/auth/token", data=wrong).status_code == 500
    strict = start(tenant_required=True)
    credentials = strict.make_application(strict.make_agent(), *SCOPES)
    assert strict.ask(*credentials).status_code == 200
    assert strict.http.post("/auth/token", data=form).status_code == 500


@pytest.mark.parametrize(
    ("wrong", "status"),
    [(WrongGrant.UNAUTHORIZED_CLIENT, 400), (WrongGrant.INVALID_CLIENT, 401)],
)
def test_another_authentication_method_may_not_sign_in_this_way(start, wrong, status):
    visitor = start(wrong_grant=wrong)
    credentials = visitor.make_application(visitor.make_agent(), *SCOPES, method=Method.NATIVE)
    answer = visitor.ask(*credentials)
    assert (answer.status_code, answer.json()["error"]) == (status, wrong.value)


def test_another_grant_type_is_unsupported(visitor):
    answer = visitor.http.post("/auth/token", data={"grant_type": "implicit"})
    assert (answer.status_code, answer.json()["error"]) == (400, "unsupported_grant_type")


def test_a_body_that_is_no_form_is_an_invalid_request(visitor):
    answer = visitor.http.post("/auth/token", json={"grant_type": "client_credentials"})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


def test_an_answer_can_lack_scope_and_id_token_and_the_token_be_opaque(start):
    visitor = start(scope_in_answer=False, id_token=False, opaque_token=True)
    credentials = visitor.make_application(visitor.make_agent(), *SCOPES)
    body = visitor.ask(*credentials).json()
    assert set(body) == {"token_type", "expires_in", "access_token"}
    assert "." not in body["access_token"]
    assert visitor.get("/Agent/me", body["access_token"]).status_code == 200


def test_a_token_of_a_user_is_no_agent(visitor):
    credentials = visitor.make_application(None, *SCOPES, login_type=LoginType.USER, customer_id=12)
    body = visitor.ask(*credentials).json()
    assert "agent_id" not in claims_of(body["id_token"])
    assert visitor.get("/Agent/me", body["access_token"]).status_code == 403


def test_a_token_keeps_the_scopes_it_was_issued_with(visitor):
    agent = visitor.make_agent(claims={"Tx": "2", "Dx": "1"})
    client_id, secret = visitor.make_application(agent, "read:tickets")
    old = visitor.token(client_id, secret)
    application = visitor.world.state.client(client_id)
    visitor.world.put_application(replace(application, scopes=("read:assets",)))
    assert visitor.get("/Asset", old).status_code == 403
    assert visitor.get("/Asset", visitor.token(client_id, secret)).status_code == 200


def test_a_fresh_token_works_after_all_were_ended(visitor):
    client_id, secret = visitor.make_application(visitor.make_agent(), *SCOPES)
    token = visitor.token(client_id, secret)
    assert visitor.get("/Agent/me", token).status_code == 200
    visitor.instance.expire_tokens()
    assert visitor.get("/Agent/me", token).status_code == 401
    assert visitor.get("/Agent/me", visitor.token(client_id, secret)).status_code == 200


def test_a_token_ends_after_an_hour():
    now = 1000.0
    store = TokenStore("issuer", lambda: now)
    grant = Grant("client", 2, frozenset({"all"}))
    token = store.issue(grant, None, Behaviour())
    now += LIFETIME - 1
    assert store.find(token) == grant
    now += 1
    assert store.find(token) is None


def test_a_token_with_another_signature_is_not_valid(visitor):
    client_id, secret = visitor.make_application(visitor.make_agent(), *SCOPES)
    token = visitor.token(client_id, secret)
    forged = token[:-4] + ("AAAA" if not token.endswith("AAAA") else "BBBB")
    assert visitor.get("/Agent/me", forged).status_code == 401
