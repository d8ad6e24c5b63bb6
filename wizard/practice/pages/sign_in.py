"""/auth/authorize: a person signs in, consents or refuses, and is sent back with a code (§1, §2.1).

What cannot be sent back safely (an application or an address that is not known) is told on a page;
everything else goes back to the application as OAuth's error, with its state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from wizard.practice import grants
from wizard.practice.model import UNASSIGNED, Agent, Application, Method
from wizard.practice.pages.render import Pages, go
from wizard.practice.sign_ins import SignIn, is_challenge, password_of
from wizard.practice.token_endpoint import wrong_tenant

_METHODS = (Method.NATIVE, Method.WITH_SECRET)


class _StopError(Exception):
    """The request cannot be sent back to anybody; the message is for the page."""


class _BackError(Exception):
    """The request goes back to the application with this error."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(error)
        self.error = error
        self.description = description


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A request that can be answered: by whom, where to, and what for."""

    application: Application
    redirect_uri: str
    state: str | None
    challenge: str
    asked: tuple[str, ...]
    granted: frozenset[str]


async def page(pages: Pages, request: Request) -> Response:
    """Answer the sign-in page, and what is posted on it."""
    query = request.query_params
    try:
        application, redirect_uri = _known(pages, query)
    except _StopError as stop:
        return pages.show("stopped.html", status=400, error=str(stop))
    try:
        wanted = _wanted(pages, request, application, redirect_uri)
        if request.method != "POST":
            return _sign_in(pages, request, wanted)
        return _posted(pages, request, wanted, await pages.form(request))
    except _BackError as back:
        answer = {"error": back.error, "error_description": back.description}
        return _back(redirect_uri, query.get("state"), answer)


def _known(pages: Pages, query: Mapping[str, str]) -> tuple[Application, str]:
    if wrong_tenant(pages.instance, query.get("tenant")):
        raise _StopError("The tenant is not the one of this instance.")
    application = pages.state.client(query.get("client_id", ""))
    if application is None or not application.active:
        raise _StopError("No active application has this client_id.")
    redirect_uri = query.get("redirect_uri", "")
    # To the letter, host and port included: `localhost` is not 127.0.0.1.
    if redirect_uri not in application.redirect_uris:
        raise _StopError("The redirect_uri is not one of the application's.")
    return application, redirect_uri


def _wanted(pages: Pages, request: Request, application: Application, redirect_uri: str) -> _Wanted:
    query = request.query_params
    if application.method not in _METHODS:
        raise _BackError("unauthorized_client", "The application may not sign people in.")
    if query.get("response_type") != "code":
        raise _BackError("unsupported_response_type", "Only code is supported.")
    challenge = query.get("code_challenge", "")
    s256 = query.get("code_challenge_method") == "S256" and is_challenge(challenge)
    if (challenge or application.method is Method.NATIVE) and not s256:
        raise _BackError("invalid_request", "PKCE with S256 is needed.")
    if not application.allow_agents:
        raise _BackError("access_denied", "The application does not allow agent logins.")
    asked = tuple(query.get("scope", "").split())
    try:
        granted = grants.scopes_of(pages.instance, request, application, asked)
    except grants.RefusedError as refused:
        raise _BackError(refused.error, "The specified 'scope' is not valid.") from refused
    return _Wanted(application, redirect_uri, query.get("state"), challenge, asked, granted)


def _posted(pages: Pages, request: Request, wanted: _Wanted, form: Mapping[str, str]) -> Response:
    if "ticket" not in form:
        agent = grants.signed_in_agent(pages.instance, form)
        if agent is None:
            return _sign_in(pages, request, wanted, error="The name or the password is wrong.")
        return _consent(pages, request, wanted, agent)
    sign_in = pages.instance.sign_ins.take_ticket(form["ticket"])
    if sign_in is None or sign_in.client_id != wanted.application.client_id:
        return _sign_in(pages, request, wanted, error="Sign in again: that took too long.")
    if form.get("action") != "allow":
        raise _BackError("access_denied", "The person refused.")
    code = pages.instance.sign_ins.code(sign_in)
    return _back(sign_in.redirect_uri, wanted.state, {"code": code})


def _sign_in(pages: Pages, request: Request, wanted: _Wanted, *, error: str = "") -> Response:
    people = [
        (agent.name, password_of(agent))
        for agent in pages.state.agents.values()
        if agent.active and not agent.api_only and agent.id != UNASSIGNED
    ]
    return pages.show(
        "sign_in.html",
        status=400 if error else 200,
        application=wanted.application,
        address=f"/auth/authorize?{request.url.query}",
        people=people,
        error=error,
    )


def _consent(pages: Pages, request: Request, wanted: _Wanted, agent: Agent) -> Response:
    sign_in = SignIn(
        wanted.application.client_id,
        agent.id,
        wanted.asked,
        wanted.granted,
        wanted.redirect_uri,
        wanted.challenge,
    )
    target = urlsplit(wanted.redirect_uri)
    return pages.show(
        "consent.html",
        # A browser holds the form to this policy when it is sent on, too.
        send_to=f"{target.scheme}://{target.netloc}",
        application=wanted.application,
        address=f"/auth/authorize?{request.url.query}",
        agent=agent,
        scopes=sorted(wanted.granted),
        ticket=pages.instance.sign_ins.ticket(sign_in),
    )


def _back(redirect_uri: str, state: str | None, answer: Mapping[str, str]) -> Response:
    fields = dict(answer) if state is None else {**answer, "state": state}
    joint = "&" if urlsplit(redirect_uri).query else "?"
    return go(f"{redirect_uri}{joint}{urlencode(fields)}")
