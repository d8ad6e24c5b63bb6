"""The API applications pages, with HaloPSA's ways of showing a client id and secret.

On New, both appear when the Authentication Method is chosen. The id changes at the first Save
(halo-api.md §8.4 no. 20); the secret is shown until then and never again; a new one stops the old
one (§2.5).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from wizard.practice.model import UNASSIGNED, Application, LoginType, Method, State
from wizard.practice.pages.render import NoPageError, Pages, go
from wizard.practice.seed import catalogue
from wizard.practice.tables import tables
from wizard.practice.world import Draft
from wizard.secret import Secret

PATH = "/config/integrations/api/applications"
_NEW = Application(id="-1", client_id="", name="")
_TABS = {"details": "Details", "permissions": "Permissions"}
_WITH_SECRET = (Method.SERVICES, Method.WITH_SECRET)
_SIGNING_IN = (Method.NATIVE, Method.WITH_SECRET, Method.IMPLICIT, Method.PASSWORD)


async def page(pages: Pages, request: Request) -> Response:
    """Answer the applications page: the list, one (`?id=`), a new one (`?id=-1`)."""
    wanted = request.query_params.get("id")
    if wanted is None:
        pages.world.forget_shown()
        return pages.show("applications.html", path=PATH)
    application = _NEW if wanted == _NEW.id else pages.state.applications.get(wanted.casefold())
    if application is None:
        raise NoPageError
    if application is _NEW:
        if request.method != "POST":
            return _show(pages, _NEW)
        return _new(pages, await pages.form(request))
    tab = request.query_params.get("tab", "details")
    tab = tab if tab in _TABS else "details"
    if request.method != "POST":
        return _show(pages, application, tab, saved="saved" in request.query_params)
    return _save(pages, application, tab, await pages.form(request))


def _show(
    pages: Pages,
    application: Application,
    tab: str = "details",
    *,
    draft: Draft | None = None,
    saved: bool = False,
    error: str = "",
) -> Response:
    secret = draft.secret if draft else pages.world.shown_secret(application.id)
    has_secret = application.method in _WITH_SECRET
    return pages.show(
        "application.html",
        status=400 if error else 200,
        application=application,
        new=application.id == _NEW.id,
        chosen=application.id != _NEW.id or draft is not None,
        draft=draft,
        client_id=draft.client_id if draft else application.client_id,
        secret=_revealed(secret) if has_secret else "",
        has_secret=has_secret,
        signs_in=application.method in _SIGNING_IN,
        address=f"{PATH}?id={application.id}",
        tabs=_TABS,
        tab=tab,
        saved=saved,
        error=error,
        methods=list(Method),
        login_types=list(LoginType),
        agents=[each for each in pages.state.agents.values() if each.id != UNASSIGNED],
        customers=catalogue().lists["/client"],
        scopes=[tables().scopes[name] for name in tables().api_scopes],
    )


def _revealed(secret: Secret | None) -> str:
    """Show the secret on its page: the one place where it leaves memory."""
    return secret.reveal() if secret else ""


def _new(pages: Pages, form: Mapping[str, str]) -> Response:
    """Answer the New page: first the method is chosen, then the whole is saved."""
    application = _details(pages.state, _NEW, form)
    draft = pages.world.draft(form.get("draft", ""))
    if form.get("action") != "save" or draft is None:
        return _show(pages, application, draft=draft or pages.world.draft_application())
    error = _mistake(application)
    if error:
        return _show(pages, application, draft=draft, error=error)
    saved = pages.world.save_draft(draft, application)
    return go(f"{PATH}?id={saved.id}&saved=1")


def _save(pages: Pages, application: Application, tab: str, form: Mapping[str, str]) -> Response:
    if form.get("action") == "regenerate":
        pages.world.regenerate_secret(application.id)
        return go(f"{PATH}?id={application.id}")
    if tab == "permissions":
        ticked = tuple(name for name in tables().api_scopes if f"scope:{name}" in form)
        changed = replace(application, scopes=ticked)
    else:
        changed = _details(pages.state, application, form)
        error = _mistake(changed)
        if error:
            return _show(pages, changed, tab, error=error)
    pages.world.put_application(changed)
    return go(f"{PATH}?id={application.id}&tab={tab}&saved=1")


def _details(state: State, application: Application, form: Mapping[str, str]) -> Application:
    agents = {str(each): each for each in state.agents if each != UNASSIGNED}
    customers = {str(row["id"]) for row in catalogue().lists["/client"]}
    customer = form.get("customer_id", "")
    by_agent = form.get("login_type", LoginType.AGENT) != LoginType.USER
    method = form.get("method", "")
    return replace(
        application,
        name=form.get("name", "").strip(),
        method=Method(method) if method in list(Method) else application.method,
        login_type=LoginType.AGENT if by_agent else LoginType.USER,
        agent_id=agents.get(form.get("agent_id", "")) if by_agent else None,
        customer_id=int(customer) if not by_agent and customer in customers else None,
        active="active" in form,
        redirect_uris=tuple(form.get("redirect_uris", "").split()),
        allow_agents="allow_agents" in form,
    )


def _mistake(application: Application) -> str:
    if not application.name:
        return "Application Name is required."
    if application.method is not Method.SERVICES:
        return ""
    if application.login_type is LoginType.AGENT and application.agent_id is None:
        return "Choose the agent to log in as."
    if application.login_type is LoginType.USER and application.customer_id is None:
        return "Choose the customer to log in as."
    return ""
