"""The agents pages: list, New, and the tabs Details, Permissions, Departments & Teams."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from wizard.practice import rights
from wizard.practice.model import UNASSIGNED, Agent, State
from wizard.practice.pages import holders
from wizard.practice.pages.render import NoPageError, Pages, go

PATH = "/config/agents/agents"
_NEW = Agent(id=-1, guid="", name="")
_TABS = {
    "details": "Details",
    "permissions": "Permissions",
    "teams": "Departments & Teams",
}


async def page(pages: Pages, request: Request) -> Response:
    """Answer the agents page; one agent is `?agentid=` (with `?id=` the list opens, §9, L)."""
    wanted = request.query_params.get("agentid")
    if wanted is None:
        agents = [agent for agent in pages.state.agents.values() if agent.id != UNASSIGNED]
        return pages.show("agents.html", agents=agents, path=PATH)
    agent = _found(pages.state, wanted)
    tab = _tab(request, agent)
    if request.method != "POST":
        return _show(pages, agent, tab, saved="saved" in request.query_params)
    form = await pages.form(request)
    return _save(pages, agent, tab, form)


def _found(state: State, wanted: str) -> Agent:
    if wanted == "-1":
        return _NEW
    agent = next((each for each in state.agents.values() if str(each.id) == wanted), None)
    if agent is None or agent.id == UNASSIGNED:
        raise NoPageError
    return agent


def _tab(request: Request, agent: Agent) -> str:
    """Give the open tab; HaloPSA has no address for tabs, this parameter is our own.

    A new agent has to be saved before its other tabs open.
    """
    tab = request.query_params.get("tab", "details")
    return tab if tab in _TABS and agent is not _NEW else "details"


def _show(
    pages: Pages, agent: Agent, tab: str, *, saved: bool = False, error: str = ""
) -> Response:
    return pages.show(
        "agent.html",
        status=400 if error else 200,
        agent=agent,
        new=agent.id == _NEW.id,
        address=f"{PATH}?agentid={agent.id}",
        tabs=_TABS,
        tab=tab,
        saved=saved,
        error=error,
        sections=holders.permission_sections(agent.claims),
        levels=holders.LEVELS,
        inherited=rights.held_roles(pages.state, agent),
    )


def _save(pages: Pages, agent: Agent, tab: str, form: Mapping[str, str]) -> Response:
    changed = holders.entered(tab, form, agent, pages.state)
    if changed is None:
        changed = _details(pages.state, agent, form)
        error = _mistake(pages.state, changed)
        if error:
            return _show(pages, changed, tab, error=error)
        if agent is _NEW:
            made = pages.world.new_agent(changed.name, changed.email)
            changed = replace(changed, id=made.id, guid=made.guid, claims=made.claims)
    pages.world.put_agent(changed)
    return go(f"{PATH}?agentid={changed.id}&tab={tab}&saved=1")


def _details(state: State, agent: Agent, form: Mapping[str, str]) -> Agent:
    workday = form.get("workday_id", "")
    workdays = {str(each): each for each in state.workdays}
    teams = {team.name for team in state.teams.values()}
    return replace(
        agent,
        name=form.get("name", "").strip(),
        email=form.get("email", "").strip(),
        active="active" in form,
        api_only="api_only" in form,
        team=form.get("team", "") if form.get("team") in teams else "",
        workday_id=workdays.get(workday, agent.workday_id),
        roles=tuple(role for role in state.roles if f"role:{role}" in form),
    )


def _mistake(state: State, agent: Agent) -> str:
    if not agent.name:
        return "Username is required."
    other = state.agent_named(agent.name)
    if other and other.id != agent.id:
        return "Another agent has this username."
    return ""
