"""/Application (halo-api.md §7): for an administrator with the scope `admin`, where it exists."""

from __future__ import annotations

from wizard.practice.access import RefusedError, require_administrator
from wizard.practice.api import shapes
from wizard.practice.api.call import Call
from wizard.practice.scopes import opens

_SCOPE = "admin"  # presumably (§7, G)


def applications(call: Call) -> object:
    """Answer /Application and /Application/{id}; without details there are no scopes in it."""
    if not call.behaviour.applications_visible:
        raise RefusedError(404)
    require_administrator(call.instance, call.who)
    if not opens(call.who.scopes, _SCOPE):
        raise RefusedError(403)
    state = call.state
    if not call.parts:
        return [shapes.application_row(state, each) for each in state.applications.values()]
    found = state.applications.get(call.parts[0].casefold())
    if found is None:
        raise RefusedError(404)
    details = call.flag("includedetails")
    return (shapes.application_details if details else shapes.application_row)(state, found)
