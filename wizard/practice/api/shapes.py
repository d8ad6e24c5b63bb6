"""Records as HaloPSA's JSON: Uname, NHD_Roles, SectionDetail, NHD_Identity_Application (S)."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.practice.behaviour import Behaviour
from wizard.practice.model import (
    Agent,
    Application,
    DepartmentPlace,
    LoginType,
    Method,
    Role,
    State,
    Team,
    TeamPlace,
)
from wizard.practice.rights import held_roles

Row = dict[str, object]

_NEVER = "1899-12-30T00:00:00"  # an unset date (§8.1, L)

# The value codes of `grant_type` are unknown (§7); OAuth's own names stand in for them here.
_GRANT_TYPES = {
    Method.SERVICES: "client_credentials",
    Method.NATIVE: "authorization_code",
    Method.WITH_SECRET: "authorization_code_secret",
    Method.IMPLICIT: "implicit",
    Method.PASSWORD: "password",
}


def agent_row(state: State, agent: Agent, *, roles: bool = False) -> Row:
    """Write an agent as lists show it; `roles` adds the role names (includeroles, §4.3)."""
    row: Row = {
        "id": agent.id,
        "guid": agent.guid,
        "name": agent.name,
        "email": agent.email,
        "team": agent.team,
        "isdisabled": not agent.active,
        "isapiagent": agent.api_only,
        "initials": "".join(word[:1] for word in agent.name.split()[:2]).upper(),
        "is_agent": True,
        "lastlogindate": _NEVER,
        "use": "agent",
    }
    if roles:
        row["role_list"] = ", ".join(role.name for role in held_roles(state, agent))
        row["first_role_id"] = agent.roles[0] if agent.roles else None
    return row


def agent_details(state: State, agent: Agent, behaviour: Behaviour, *, claims: bool) -> Row:
    """Write an agent with its details; without `claims` its own are hidden as an empty list."""
    workday = state.workdays.get(agent.workday_id)
    roles = held_roles(state, agent)
    return {
        **agent_row(state, agent, roles=True),
        "isagentdetails": True,
        "twofactor_enabled": False,
        "licence_type": 0,
        "workday_id": agent.workday_id,
        "workday_name": workday.name if workday else None,
        "workday_timezone": workday.timezone if workday else None,
        "claims": _claims(agent.claims) if claims else [],
        "roles": [role_details(state, role, behaviour) for role in roles],
        "teams": _all_teams(state, agent),
        "departments": _all_departments(state, agent, behaviour),
    }


def role_row(role: Role) -> Row:
    """Write a role as the list shows it: no claims."""
    return {
        "id": role.id,
        "id_int": role.id_int,
        "name": role.name,
        "normalizedName": role.name.upper(),
        "notes": role.notes,
        "is_integration": False,
    }


def role_details(state: State, role: Role, behaviour: Behaviour) -> Row:
    """Write a role with its details; where claims are not readable the field is not there."""
    row = {
        **role_row(role),
        "teams": [_team_place(state, place, None, role) for place in role.teams],
        "departments": [
            _department(state, each, None, role, behaviour) for each in role.departments
        ],
    }
    if behaviour.role_claims_readable:
        row["claims"] = _claims(role.claims)
    return row


def team_row(state: State, team: Team) -> Row:
    """Write a team."""
    department = state.departments.get(team.department_id)
    return {
        "id": team.id,
        "name": team.name,
        "department_id": team.department_id,
        "department_name": department.name if department else None,
        "inactive": team.inactive,
        "forrequests": True,
        "foropps": False,
        "forprojects": True,
        "use": "team",
    }


def team_members(state: State, team: Team) -> list[Row]:
    """Write the agents of a team (includeagents)."""
    return [
        _team_place(state, place, agent, role)
        for agent in state.agents.values()
        for place, role in _team_places(state, agent)
        if place.team_id == team.id
    ]


def application_row(state: State, application: Application) -> Row:
    """Write an API application as the list shows it. The secret is never part of it."""
    service = application.method is Method.SERVICES
    by_agent = service and application.login_type is LoginType.AGENT
    agent = state.agents.get(application.agent_id or 0) if by_agent else None
    return {
        "id": application.id,
        "clientId": application.client_id,
        "displayName": application.name,
        "grant_type": _GRANT_TYPES[application.method],
        "type": "confidential" if service else "public",
        "inactive": not application.active,
        "loginas_agent_id": agent.id if agent else None,
        "loginas_agent_name": agent.name if agent else None,
        "loginas_client_id": application.customer_id if service and not by_agent else None,
        "allowagents": application.allow_agents,
        "allowusers": False,
        "_issystem": False,
    }


def application_details(state: State, application: Application) -> Row:
    """Write an API application with its permissions."""
    return {
        **application_row(state, application),
        "scopes": [
            {"id": number, "application_id": application.id, "name": name}
            for number, name in enumerate(application.scopes, start=1)
        ],
    }


def _claims(claims: Mapping[str, str]) -> list[Row]:
    return [{"type": code, "value": value} for code, value in claims.items()]


def _team_places(state: State, agent: Agent) -> list[tuple[TeamPlace, Role | None]]:
    own: list[tuple[TeamPlace, Role | None]] = [(place, None) for place in agent.teams]
    inherited = [(place, role) for role in held_roles(state, agent) for place in role.teams]
    return [*own, *inherited]


def _all_teams(state: State, agent: Agent) -> list[Row]:
    places = _team_places(state, agent)
    return [_team_place(state, place, agent, role) for place, role in places]


def _all_departments(state: State, agent: Agent, behaviour: Behaviour) -> list[Row]:
    own = [_department(state, place, agent, None, behaviour) for place in agent.departments]
    inherited = [
        _department(state, place, agent, role, behaviour)
        for role in held_roles(state, agent)
        for place in role.departments
    ]
    return [*own, *inherited]


def _team_place(state: State, place: TeamPlace, agent: Agent | None, role: Role | None) -> Row:
    """Write one UnameSection row; `role` is the one that brings it (Inherited from Role, L)."""
    team = state.teams.get(place.team_id)
    return {
        "id": place.team_id + (1000 * agent.id if agent else 0),
        "agent_id": agent.id if agent else None,
        "agent_name": agent.name if agent else None,
        "team_id": place.team_id,
        "team_name": team.name if team else None,
        "department_id": team.department_id if team else None,
        "role_id": role.id if role else None,
        "role_name": role.name if role else None,
        "is_manager": place.is_manager,
        "unassigned_access": True,
        "otheragent_access": True,
        "fortickets": True,
        "foropps": False,
        "forprojects": True,
    }


def _department(
    state: State,
    place: DepartmentPlace,
    agent: Agent | None,
    role: Role | None,
    behaviour: Behaviour,
) -> Row:
    department = state.departments.get(place.department_id)
    row: Row = {
        "id": place.department_id + (1000 * agent.id if agent else 0),
        "agent_id": agent.id if agent else None,
        "department_id": place.department_id,
        "role_id": role.id if role else None,
        "role_name": role.name if role else None,
        "membershiplevel": place.level,
        "includeteamsintree": False,
    }
    if behaviour.department_names:
        row["department_name"] = department.name if department else None
    return row
