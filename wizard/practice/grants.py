"""The ways to a token: a secret, a code, a refresh token, a password (halo-api.md §2.1, §2.2)."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from starlette.requests import Request

from wizard.practice import scopes
from wizard.practice.behaviour import WrongGrant
from wizard.practice.fault_layer import struck_by
from wizard.practice.faults import FaultKind
from wizard.practice.instance import Instance
from wizard.practice.model import UNASSIGNED, Agent, Application, LoginType, Method
from wizard.practice.sign_ins import SignIn, password_of, proves

_OFFLINE = "offline_access"  # without it there is no refresh token (OpenIddict's habit, G)


class RefusedError(Exception):
    """The token request is refused with this OAuth error."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


@dataclass(frozen=True, slots=True)
class Ask:
    """One token request: the form, and the client id and secret from it or from HTTP Basic."""

    instance: Instance
    request: Request
    form: Mapping[str, str]
    client_id: str
    client_secret: str

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes that are asked for."""
        return tuple(self.form.get("scope", "").split())


@dataclass(frozen=True, slots=True)
class Granted:
    """What a request comes to. `agent` is None where the application acts as a user.

    `refresh` is the sign-in that a refresh token is to stand for, None where there is none.
    """

    application: Application
    agent: Agent | None
    asked: Sequence[str]
    scopes: frozenset[str]
    refresh: SignIn | None = None


def grant(ask: Ask) -> Granted:
    """Decide a token request. Raises RefusedError."""
    decide = _GRANTS.get(ask.form.get("grant_type", ""))
    if decide is None:
        raise RefusedError("unsupported_grant_type")
    return decide(ask)


def scopes_of(
    instance: Instance, request: Request, application: Application, asked: Sequence[str]
) -> frozenset[str]:
    """Give the scopes of a token. Raises RefusedError: invalid_scope."""
    if struck_by(request.scope, FaultKind.NO_SCOPES):
        return frozenset()
    refused = struck_by(request.scope, FaultKind.REFUSED_SCOPES)
    if refused and asked and (not refused.detail or set(asked) & set(refused.detail.split())):
        raise RefusedError("invalid_scope")
    try:
        granted = scopes.granted(asked, application.scopes, instance.behaviour)
    except scopes.InvalidScopeError as error:
        raise RefusedError("invalid_scope") from error
    fewer = struck_by(request.scope, FaultKind.FEWER_SCOPES)
    return granted - set(fewer.detail.split()) if fewer else granted


def _client_credentials(ask: Ask) -> Granted:
    application = _authenticated(ask)
    _require_method(ask, application, Method.SERVICES)
    granted = scopes_of(ask.instance, ask.request, application, ask.scopes)
    return Granted(application, _logs_in_as(ask, application), ask.scopes, granted)


def _authorization_code(ask: Ask) -> Granted:
    """Take a code in. The one with a secret demands it, the native one has none (§2.1, L C)."""
    application = _client(ask)
    _require_method(ask, application, Method.NATIVE, Method.WITH_SECRET)
    sign_in = ask.instance.sign_ins.take_code(ask.form.get("code", ""))
    if sign_in is None or sign_in.client_id != application.client_id:
        raise RefusedError("invalid_grant")
    if ask.form.get("redirect_uri", "") != sign_in.redirect_uri:
        raise RefusedError("invalid_grant")
    verifier = ask.form.get("code_verifier", "")
    if sign_in.challenge and not proves(verifier, sign_in.challenge):
        raise RefusedError("invalid_grant")
    return _signed_in(ask, application, sign_in)


def _refresh_token(ask: Ask) -> Granted:
    application = _client(ask)
    sign_in = ask.instance.sign_ins.take_refresh_token(ask.form.get("refresh_token", ""))
    if sign_in is None or sign_in.client_id != application.client_id:
        raise RefusedError("invalid_grant")
    return _signed_in(ask, application, sign_in)


def _password(ask: Ask) -> Granted:
    """Sign in by name and password, unless the tenant has that switched off (§8.4 no. 31, L)."""
    application = _client(ask)
    _require_method(ask, application, Method.PASSWORD)
    agent = signed_in_agent(ask.instance, ask.form)
    if agent is None or not application.allow_agents:
        raise RefusedError("invalid_grant")
    granted = scopes_of(ask.instance, ask.request, application, ask.scopes)
    return _signed_in(
        ask, application, SignIn(application.client_id, agent.id, ask.scopes, granted)
    )


_GRANTS: Mapping[str, Callable[[Ask], Granted]] = MappingProxyType(
    {
        "client_credentials": _client_credentials,
        "authorization_code": _authorization_code,
        "refresh_token": _refresh_token,
        "password": _password,
    }
)


def signed_in_agent(instance: Instance, form: Mapping[str, str]) -> Agent | None:
    """Give the active agent whose username or e-mail address and password these are."""
    if not instance.behaviour.password_sign_in:
        return None
    name = form.get("username", "").strip().casefold()
    for agent in instance.world.state.agents.values():
        known = name and name in (agent.name.casefold(), agent.email.casefold())
        if known and agent.active and agent.id != UNASSIGNED:
            offered = form.get("password", "").encode()
            return agent if hmac.compare_digest(offered, password_of(agent).encode()) else None
    return None


def _signed_in(ask: Ask, application: Application, sign_in: SignIn) -> Granted:
    agent = ask.instance.world.state.agents.get(sign_in.agent_id)
    if agent is None or not agent.active:
        raise RefusedError("invalid_grant")
    refresh = sign_in if _OFFLINE in sign_in.asked else None
    return Granted(application, agent, sign_in.asked, sign_in.granted, refresh)


def _client(ask: Ask) -> Application:
    """Find the application; one that has a secret must bring it."""
    application = ask.instance.world.state.client(ask.client_id)
    if application is None or not application.active:
        raise RefusedError("invalid_client")
    return _authenticated(ask) if application.method is Method.WITH_SECRET else application


def _authenticated(ask: Ask) -> Application:
    application = ask.instance.world.state.client(ask.client_id)
    known = application and application.active and application.secret
    if not application or not known or not known.matches(ask.client_secret):
        raise RefusedError("invalid_client")
    return application


def _require_method(ask: Ask, application: Application, *methods: Method) -> None:
    if application.method in methods:
        return
    wrong = ask.instance.behaviour.wrong_grant
    raise RefusedError(
        "unauthorized_client" if wrong is WrongGrant.UNAUTHORIZED_CLIENT else "invalid_client"
    )


def _logs_in_as(ask: Ask, application: Application) -> Agent | None:
    """Give the agent that a service application acts as; None for a customer's user."""
    if application.login_type is not LoginType.AGENT:
        return None
    agents = ask.instance.world.state.agents
    if struck_by(ask.request.scope, FaultKind.OTHER_AGENT):
        others = (each for each in agents.values() if each.active and each.id != UNASSIGNED)
        return next((each for each in others if each.id != application.agent_id), None)
    return agents.get(application.agent_id or 0)
