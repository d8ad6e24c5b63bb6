"""Finds the handler of a call under /api and turns its result into an answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from wizard.practice import access
from wizard.practice.api import applications, lists, people
from wizard.practice.api import open as open_to_all
from wizard.practice.api.call import Call
from wizard.practice.instance import Instance
from wizard.practice.tables import tables

_Handler = Callable[[Call], object]

_BY_RESOURCE: Mapping[str, _Handler] = MappingProxyType(
    {
        "agent": people.agents,
        "roles": people.roles,
        "team": people.teams,
        "workday": people.workdays,
        "application": applications.applications,
        "instanceinfo": lambda call: open_to_all.instance_info(call.instance),
    }
)


def answer(instance: Instance, request: Request) -> Response:
    """Answer one call. Paths are case-insensitive (§8.4 no. 23, C)."""
    limited = throttled(instance)
    if limited:
        return limited
    grant = access.find_grant(instance, request.headers.get("authorization", ""))
    request.state.client = grant.client_id if grant else ""
    resource, *parts = _parts(request)
    if request.method == "DELETE":
        return PlainTextResponse("restricted", status_code=401)  # §8.4 no. 28, L
    if request.method != "GET":
        # Writing over the API is not part of the practice instance; its pages are.
        return PlainTextResponse("", status_code=405, headers={"Allow": "GET"})
    if resource == "authinfo" and not parts:
        return JSONResponse(open_to_all.auth_info(instance))
    if resource == "instanceinfo" and not parts and instance.behaviour.instance_info_public:
        return JSONResponse(open_to_all.instance_info(instance))
    handler = _handler(resource)
    if handler is None:
        # Also what /api/api/… comes to (§8.4 no. 21, L). Not JSON (§8.2).
        return HTMLResponse("<h1>404 - Not Found</h1>", status_code=404)
    query = {name.casefold(): value for name, value in request.query_params.items()}
    try:
        who = access.caller(instance, grant)
        return JSONResponse(handler(Call(instance, who, f"/{resource}", tuple(parts), query)))
    except access.RefusedError as refused:
        return Response(status_code=refused.status)  # an empty body (§8.2, L)


def throttled(instance: Instance) -> Response | None:
    """Count one request against the rate limit; give the refusal if it is one too many.

    The token endpoint and AuthInfo count too (§2.5, C).
    """
    wait = instance.throttle.wait()
    if not wait:
        return None
    behaviour = instance.behaviour
    minutes = behaviour.rate_window / 60
    text = (
        f"Rate Limit Reached - {behaviour.rate_limit} Requests per rolling {minutes:g} minute"
        " window."
    )
    headers = {"Retry-After": str(math.ceil(wait))} if behaviour.retry_after else None
    return PlainTextResponse(text, status_code=429, headers=headers)


def _handler(resource: str) -> _Handler | None:
    if resource in _BY_RESOURCE:
        return _BY_RESOURCE[resource]
    probe = tables().probes.get(f"/{resource}")
    return partial(lists.probed, probe=probe) if probe else None


def _parts(request: Request) -> list[str]:
    path = str(request.path_params["path"]).strip("/")
    resource, *rest = path.split("/")
    return [resource.casefold(), *rest]
