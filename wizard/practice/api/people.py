"""/Agent, /Roles, /Team and /Workday (halo-api.md §4.1, §5, §6)."""

from __future__ import annotations

import msgspec

from wizard.practice.access import RefusedError, require_administrator
from wizard.practice.api import paging, shapes
from wizard.practice.api.call import Call
from wizard.practice.model import UNASSIGNED, Agent
from wizard.practice.scopes import ALL_TEAMS, opens


def agents(call: Call) -> object:
    """Answer /Agent, /Agent/me and /Agent/{id}."""
    if not call.parts:
        return _agent_list(call)
    wanted = call.parts[0]
    if wanted.casefold() == "me":
        return shapes.agent_row(call.state, call.who.agent)
    if not wanted.isascii() or not wanted.isdigit():
        raise RefusedError(404)
    return _agent(call, int(wanted))


def _agent_list(call: Call) -> object:
    require_administrator(call.instance, call.who)
    rows = [
        shapes.agent_row(call.state, agent, roles=call.flag("includeroles"))
        for agent in call.state.agents.values()
        if _listed(call, agent)
    ]
    # `search` and unknown parameters change nothing (§8.4 nos. 6 and 7, L).
    return paging.envelope(call, "" if call.behaviour.agent_list_bare else "results", rows)


def _listed(call: Call, agent: Agent) -> bool:
    """Tell whether the list shows an agent: two flags, independent of each other (L)."""
    if not call.behaviour.other_agents_readable and agent.id != call.who.agent.id:
        return False
    return (
        (agent.active or call.flag("includedisabled"))
        and (not agent.api_only or call.flag("includeapiagents"))
        and (agent.id != UNASSIGNED or call.flag("includeunassigned"))
    )


def _agent(call: Call, agent_id: int) -> object:
    own = agent_id == call.who.agent.id
    if not own:
        require_administrator(call.instance, call.who)
        if not call.behaviour.other_agents_readable:
            raise RefusedError(403)
    agent = call.state.agents.get(agent_id)
    if agent is None:
        raise RefusedError(404)
    if not call.flag("includedetails"):
        return _single(call, shapes.agent_row(call.state, agent))
    claims = call.behaviour.own_claims_readable or not own
    return _single(call, shapes.agent_details(call.state, agent, call.behaviour, claims=claims))


def roles(call: Call) -> object:
    """Answer /Roles, a bare array (L), and /Roles/{GUID}."""
    require_administrator(call.instance, call.who)
    if not call.parts:
        return [shapes.role_row(role) for role in call.state.roles.values()]
    role = call.state.roles.get(call.parts[0].casefold())
    if role is None:
        raise RefusedError(404)
    if not call.flag("includedetails"):
        return _single(call, shapes.role_row(role))
    return _single(call, shapes.role_details(call.state, role, call.behaviour))


def teams(call: Call) -> object:
    """Answer /Team, a bare array that is empty without all:teams (§8.4 no. 16), and /Team/{id}."""
    may = opens(call.who.scopes, ALL_TEAMS) or not call.behaviour.teams_need_all_teams
    known = call.state.teams.values() if may else ()
    if not call.parts:
        shown = (team for team in known if not team.inactive or call.flag("includedisabled"))
        return [shapes.team_row(call.state, team) for team in shown]
    found = next((team for team in known if str(team.id) == call.parts[0]), None)
    if found is None:
        raise RefusedError(404)
    row = shapes.team_row(call.state, found)
    if call.flag("includeagents"):
        row["agents"] = shapes.team_members(call.state, found)
    return _single(call, row)


def workdays(call: Call) -> object:
    """Answer /Workday, a bare array (§6, L)."""
    return [msgspec.to_builtins(workday) for workday in call.state.workdays.values()]


def _single(call: Call, row: shapes.Row) -> object:
    return [row] if call.behaviour.single_in_list else row
