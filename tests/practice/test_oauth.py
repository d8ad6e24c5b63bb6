"""People signing in: code with PKCE, refresh, password; over HTTP, as a client does it."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.end_to_end.browser import Page
from tests.practice.visitor import claims_of
from wizard.practice.model import Method
from wizard.practice.sign_ins import is_challenge, password_of, proves

VERIFIER = "a-verifier.of~enough_characters-0123456789ABCDEF"
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
)
BACK = "http://localhost:3000/callback"
SCOPES = "openid offline_access read:tickets"


class Person:
    """One application that signs people in, and an agent who uses it."""

    def __init__(self, visitor, method=Method.NATIVE, **changes):
        self.visitor = visitor
        self.agent = visitor.make_agent("Ada", email="ada@aldergate.example", claims={"Tx": "2"})
        settings = {
            "method": method,
            "agent_id": None,
            "redirect_uris": (BACK, "http://127.0.0.1:3000/callback"),
            "allow_agents": True,
            **changes,
        }
        names = ("read:tickets", "edit:tickets")
        self.client_id, self.secret = visitor.make_application(None, *names, **settings)

    def ask(self, **changes):
        query = {
            "client_id": self.client_id,
            "redirect_uri": BACK,
            "response_type": "code",
            "scope": SCOPES,
            "state": "a b&c",
            "code_challenge": CHALLENGE,
            "code_challenge_method": "S256",
            "tenant": self.visitor.instance.tenant,
            **changes,
        }
        query = {name: value for name, value in query.items() if value is not None}
        return self.visitor.http.get("/auth/authorize", params=query)

    def press(self, answer, action, **fields):
        page = Page(answer.text)
        form = {**page.hidden, "action": action, **fields}
        return self.visitor.http.post(page.action, data=form)

    def sign_in(self, answer, password=None):
        fields = {"username": "ada", "password": password or password_of(self.agent)}
        return self.press(answer, "sign_in", **fields)

    def code(self, **changes):
        back = self.press(self.sign_in(self.ask(**changes)), "allow")
        return sent_back(back)["code"]

    def token(self, **form):
        form = {"client_id": self.client_id, **form}
        return self.visitor.http.post("/auth/token", data=form)

    def take(self, code, /, **changes):
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": BACK,
            "code_verifier": VERIFIER,
            **changes,
        }
        return self.token(**{name: value for name, value in form.items() if value is not None})


def sent_back(answer):
    assert answer.status_code == 303, answer.text
    target = urlsplit(answer.headers["location"])
    assert f"{target.scheme}://{target.netloc}{target.path}" in (
        BACK,
        "http://127.0.0.1:3000/callback",
    )
    return {name: values[0] for name, values in parse_qs(target.query).items()}


@pytest.fixture
def person(visitor):
    return Person(visitor)


def test_a_person_signs_in_consents_and_the_code_gives_a_token(person):
    page = person.ask()
    assert f"Ada</td><td><code>{password_of(person.agent)}" in page.text
    consent = person.sign_in(page)
    assert "read:tickets" in consent.text
    assert "form-action 'self' http://localhost:3000;" in consent.headers["content-security-policy"]
    back = sent_back(person.press(consent, "allow"))
    assert back["state"] == "a b&c"
    body = person.take(back["code"]).json()
    assert claims_of(body["id_token"])["name"] == "Ada"
    assert "read:tickets" in body["scope"]
    assert "edit:tickets" not in body["scope"]
    me = person.visitor.get("/Agent/me", body["access_token"])
    assert me.json()["name"] == "Ada"
    assert person.visitor.get("/Tickets", body["access_token"]).status_code == 200


def test_a_code_is_good_once(person):
    code = person.code()
    assert person.take(code).status_code == 200
    again = person.take(code)
    assert again.status_code == 400
    assert again.json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    "changes",
    [
        {"code_verifier": VERIFIER[::-1]},
        {"code_verifier": None},
        {"code_verifier": "short"},
        {"redirect_uri": "http://127.0.0.1:3000/callback"},
        {"code": "c-no-such-code"},
    ],
)
def test_a_code_is_bound_to_its_request(person, changes):
    answer = person.take(person.code(), **changes)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


def test_a_code_of_another_application_is_refused(visitor, person):
    other, _ = visitor.make_application(
        None, "read:tickets", method=Method.NATIVE, redirect_uris=(BACK,), allow_agents=True
    )
    assert person.take(person.code(), client_id=other).json()["error"] == "invalid_grant"


def test_both_names_of_loopback_count_as_registered(person):
    code = person.code(redirect_uri="http://127.0.0.1:3000/callback")
    assert person.take(code, redirect_uri="http://127.0.0.1:3000/callback").status_code == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_uri": "http://localhost:3001/callback"},
        {"redirect_uri": "http://localhost:3000/callback/"},
        {"redirect_uri": "https://evil.example/callback"},
        {"redirect_uri": None},
        {"client_id": "nobody"},
        {"tenant": "other"},
    ],
)
def test_what_cannot_be_sent_back_is_told_on_a_page(person, changes):
    answer = person.ask(**changes)
    assert answer.status_code == 400
    assert "location" not in answer.headers
    assert "cannot go on" in answer.text


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "read:tickets write:tickets"}, "invalid_scope"),
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge": "tooshort"}, "invalid_request"),
    ],
)
def test_errors_go_back_with_the_state(person, changes, error):
    back = sent_back(person.ask(**changes))
    assert back["error"] == error
    assert back["state"] == "a b&c"
    assert "code" not in back


def test_a_refusal_goes_back_as_access_denied(person):
    back = sent_back(person.press(person.sign_in(person.ask()), "refuse"))
    assert back["error"] == "access_denied"
    assert "code" not in back


def test_without_allow_agent_logins_nobody_gets_in(visitor):
    person = Person(visitor, allow_agents=False)
    assert sent_back(person.ask())["error"] == "access_denied"


def test_a_service_application_signs_nobody_in(visitor):
    person = Person(visitor, method=Method.SERVICES)
    assert sent_back(person.ask())["error"] == "unauthorized_client"


def test_a_wrong_password_stays_on_the_page(person):
    answer = person.sign_in(person.ask(), password="wrong")
    assert answer.status_code == 400
    assert "password is wrong" in answer.text
    assert "ticket" not in Page(answer.text).hidden


def test_consent_cannot_be_given_twice_nor_made_up(person):
    consent = person.sign_in(person.ask())
    person.press(consent, "allow")
    again = person.press(consent, "allow")
    assert again.status_code == 400
    assert "Sign in again" in again.text
    assert person.press(consent, "allow", ticket="t-made-up").status_code == 400
    assert person.press(consent, "allow", csrf="foreign").status_code == 403


def test_with_a_secret_the_code_alone_is_not_enough(visitor):
    person = Person(visitor, method=Method.WITH_SECRET)
    code = person.code(code_challenge=None, code_challenge_method=None)
    refused = person.take(code, code_verifier=None)
    assert (refused.status_code, refused.json()["error"]) == (401, "invalid_client")
    answer = person.take(code, code_verifier=None, client_secret=person.secret)
    assert answer.status_code == 200


def test_refresh_tokens_rotate(person):
    first = person.take(person.code()).json()["refresh_token"]
    renewed = person.token(grant_type="refresh_token", refresh_token=first)
    assert renewed.status_code == 200
    body = renewed.json()
    assert body["refresh_token"] != first
    assert person.visitor.get("/Agent/me", body["access_token"]).json()["name"] == "Ada"
    used = person.token(grant_type="refresh_token", refresh_token=first)
    assert used.json()["error"] == "invalid_grant"
    assert (
        person.token(grant_type="refresh_token", refresh_token=body["refresh_token"]).status_code
        == 200
    )


def test_without_offline_access_there_is_no_refresh_token(person):
    body = person.take(person.code(scope="openid read:tickets")).json()
    assert "refresh_token" not in body


def test_a_disabled_agent_is_renewed_no_more(person):
    from msgspec.structs import replace

    refresh = person.take(person.code()).json()["refresh_token"]
    person.visitor.world.put_agent(replace(person.agent, active=False))
    answer = person.token(grant_type="refresh_token", refresh_token=refresh)
    assert answer.json()["error"] == "invalid_grant"


def test_the_password_grant(visitor):
    person = Person(visitor, method=Method.PASSWORD)
    form = {"grant_type": "password", "username": "Ada", "scope": "read:tickets"}
    good = person.token(**form, password=password_of(person.agent))
    assert good.status_code == 200
    assert visitor.get("/Tickets", good.json()["access_token"]).status_code == 200
    assert person.token(**form, password="wrong").json()["error"] == "invalid_grant"
    other = Person(visitor, method=Method.SERVICES)
    refused = other.token(**form, password=password_of(other.agent))
    assert refused.json()["error"] == "unauthorized_client"


def test_password_sign_in_may_be_switched_off_for_all(start):
    person = Person(start(password_sign_in=False), method=Method.PASSWORD)
    form = {"grant_type": "password", "username": "Ada", "scope": "read:tickets"}
    answer = person.token(**form, password=password_of(person.agent))
    assert answer.json()["error"] == "invalid_grant"


@pytest.mark.parametrize(("opaque", "dots"), [(True, 0), (False, 2)])
def test_access_tokens_are_jwt_or_opaque(start, opaque, dots):
    person = Person(start(opaque_token=opaque))
    assert person.take(person.code()).json()["access_token"].count(".") == dots


def test_nothing_of_a_sign_in_is_in_the_state_file_or_the_log(tmp_path, visitor):
    person = Person(visitor)
    code = person.code()
    assert not any(code in repr(each) for each in visitor.instance.requests)
    assert password_of(person.agent) not in repr(visitor.world.state)


@given(st.from_regex(r"[A-Za-z0-9\-._~]{43,128}", fullmatch=True))
def test_every_verifier_proves_its_own_challenge_only(verifier):
    digest = hashlib.sha256(verifier.encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert is_challenge(challenge)
    assert proves(verifier, challenge)
    assert not proves(verifier, CHALLENGE) or verifier == VERIFIER
    assert not re.fullmatch(r"[A-Za-z0-9_\-]{43}", challenge + "=")
