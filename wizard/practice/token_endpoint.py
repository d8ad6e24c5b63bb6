"""POST /auth/token: reads a request, by form or HTTP Basic, and answers with Halo's words (§2)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from urllib.parse import unquote_plus

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from wizard.practice import scopes
from wizard.practice.fault_layer import skew, struck_by
from wizard.practice.faults import FaultKind
from wizard.practice.forms import BadFormError, read_form
from wizard.practice.grants import Ask, Granted, RefusedError, grant
from wizard.practice.instance import Instance
from wizard.practice.tokens import LIFETIME, Grant

_NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}

# error: (status, description). invalid_scope's wording is from a client's test data (§2.5, C).
_ERRORS = {
    "invalid_client": (401, "The specified client credentials are invalid."),
    "invalid_grant": (400, "The specified code, token or password is invalid."),
    "invalid_request": (400, "The token request was malformed."),
    "invalid_scope": (400, "The specified 'scope' parameter is not valid."),
    "unauthorized_client": (
        400,
        "This client application is not allowed to use the specified grant type.",
    ),
    "unsupported_grant_type": (400, "The specified 'grant_type' is not supported."),
}


async def token(instance: Instance, request: Request) -> Response:
    """Answer one token request."""
    tenant = request.query_params.get("tenant")
    try:
        form = dict(await read_form(request))
        if wrong_tenant(instance, tenant or form.get("tenant")):
            # Not JSON (§2.5, C: "Got this when I gave it a bad tenant").
            return HTMLResponse("<h1>Internal Server Error</h1>", status_code=500)
        client_id, secret = _credentials(request, form)
        request.state.client = client_id
        return _issued(instance, request, grant(Ask(instance, request, form, client_id, secret)))
    except BadFormError:
        return _refusal("invalid_request")
    except RefusedError as refused:
        return _refusal(refused.error)


def wrong_tenant(instance: Instance, tenant: str | None) -> bool:
    """Tell whether a request names another tenant, or none where one has to be named."""
    if not tenant:
        return instance.behaviour.tenant_required
    return tenant.casefold() != instance.world.state.tenant.casefold()


def _issued(instance: Instance, request: Request, granted: Granted) -> Response:
    behaviour, off, agent = instance.behaviour, skew(request.scope), granted.agent
    client_id = granted.application.client_id
    access = Grant(client_id, agent.id if agent else None, granted.scopes)
    body: dict[str, object] = {
        "token_type": "Bearer",
        "expires_in": LIFETIME,
        "access_token": instance.tokens.issue(access, agent, behaviour, off),
    }
    if behaviour.id_token:
        body["id_token"] = instance.tokens.id_token(granted.application, agent, off)
    if granted.refresh:
        body["refresh_token"] = instance.sign_ins.refresh_token(granted.refresh)
    # Without scopes asked for: a token, no `scope`, and every call fails (§2.4, L).
    named = bool(granted.asked) and not struck_by(request.scope, FaultKind.NO_SCOPES)
    if named and behaviour.scope_in_answer:
        body["scope"] = scopes.listed(granted.scopes, behaviour)
    return JSONResponse(body, headers=_NO_STORE)


def _credentials(request: Request, form: Mapping[str, str]) -> tuple[str, str]:
    kind, _, coded = request.headers.get("authorization", "").partition(" ")
    if kind.casefold() != "basic":
        return form.get("client_id", ""), form.get("client_secret", "")
    try:
        text = base64.b64decode(coded, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise RefusedError("invalid_client") from error
    client_id, _, secret = text.partition(":")
    return unquote_plus(client_id), unquote_plus(secret)


def _refusal(error: str) -> Response:
    status, description = _ERRORS[error]
    body = {"error": error, "error_description": description}
    return JSONResponse(body, status_code=status, headers=_NO_STORE)
