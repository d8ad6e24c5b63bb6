"""The roles pages: list, New, and the tabs Details, Departments & Teams, Permissions."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from wizard.practice.model import Role, State
from wizard.practice.pages import holders
from wizard.practice.pages.render import NoPageError, Pages, go

PATH = "/config/agents/roles"
_NEW = Role(id="-1", id_int=-1, name="")
_TABS = {
    "details": "Details",
    "teams": "Departments & Teams",
    "permissions": "Permissions",
}


async def page(pages: Pages, request: Request) -> Response:
    """Answer the roles page; one role is `?id=` with its GUID, a new one `?id=-1` (§9, L)."""
    wanted = request.query_params.get("id")
    if wanted is None:
        return pages.show("roles.html", path=PATH)
    role = _found(pages.state, wanted)
    tab = request.query_params.get("tab", "details")
    if tab not in _TABS or role is _NEW:
        tab = "details"
    if request.method != "POST":
        return _show(pages, role, tab, saved="saved" in request.query_params)
    return _save(pages, role, tab, await pages.form(request))


def _found(state: State, wanted: str) -> Role:
    role = _NEW if wanted == _NEW.id else state.roles.get(wanted.casefold())
    if role is None:
        raise NoPageError
    return role


def _show(pages: Pages, role: Role, tab: str, *, saved: bool = False, error: str = "") -> Response:
    return pages.show(
        "role.html",
        status=400 if error else 200,
        role=role,
        new=role.id == _NEW.id,
        address=f"{PATH}?id={role.id}",
        tabs=_TABS,
        tab=tab,
        saved=saved,
        error=error,
        sections=holders.permission_sections(role.claims),
        levels=holders.LEVELS,
    )


def _save(pages: Pages, role: Role, tab: str, form: Mapping[str, str]) -> Response:
    changed = holders.entered(tab, form, role, pages.state)
    if changed is None:
        name, notes = form.get("name", "").strip(), form.get("notes", "").strip()
        changed = replace(role, name=name, notes=notes)
        other = pages.state.role_named(name)
        if not name:
            return _show(pages, changed, tab, error="Name is required.")
        if other and other.id != role.id:
            return _show(pages, changed, tab, error="Another role has this name.")
        if role is _NEW:
            changed = pages.world.new_role(name, notes)
    pages.world.put_role(changed)
    return go(f"{PATH}?id={changed.id}&tab={tab}&saved=1")
