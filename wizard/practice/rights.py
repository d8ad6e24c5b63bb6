"""What an agent may do: the highest of its own claims and those of all its roles.

Source: halo-api.md §4.2. The effective value is the highest by each permission's own order (D);
SA=true overrides (L). A claim that is missing, "Not set", "No" or "No Access" grants nothing (L).
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.practice.model import UNASSIGNED, Agent, Role, State
from wizard.practice.tables import ADMINISTRATOR, tables

_VIEW_ALL = 1  # from this department level on, the tickets of all its teams are seen (§4.3, G)


def held_roles(state: State, agent: Agent) -> tuple[Role, ...]:
    """Give the roles of the agent."""
    return tuple(state.roles[role] for role in agent.roles if role in state.roles)


def level(state: State, agent: Agent, code: str) -> int:
    """Give the effective place of a permission in its own order; 0 is the lowest, no access."""
    permission = tables().permissions[code]
    if is_administrator(state, agent):
        return len(permission.values) - 1
    ranks = (permission.rank(value) for value in _values(state, agent, code))
    return max((rank for rank in ranks if rank is not None), default=0)


def is_administrator(state: State, agent: Agent) -> bool:
    """Tell whether SA is true on the agent (even hidden, §8.4 no. 5) or on one of its roles."""
    return "true" in _values(state, agent, ADMINISTRATOR)


def _values(state: State, agent: Agent, code: str) -> tuple[str, ...]:
    names = (code, tables().permissions[code].legacy)  # older databases hold long names (§4.2, R)
    return tuple(
        holder.claims[name]
        for holder in _holders(state, agent)
        for name in names
        if name in holder.claims
    )


def _holders(state: State, agent: Agent) -> tuple[Agent | Role, ...]:
    return (agent, *held_roles(state, agent))


def visible_teams(state: State, agent: Agent) -> frozenset[int]:
    """Give the ids of the teams whose tickets the agent sees through membership."""
    return frozenset(_team_ids(state, agent))


def _team_ids(state: State, agent: Agent) -> Iterator[int]:
    for holder in _holders(state, agent):
        yield from (place.team_id for place in holder.teams)
        seen = {place.department_id for place in holder.departments if place.level >= _VIEW_ALL}
        yield from (team.id for team in state.teams.values() if team.department_id in seen)


def sees_ticket(state: State, agent: Agent, team_id: int, owner: int) -> bool:
    """Tell whether a ticket of this team, assigned to the agent `owner`, is visible to `agent`.

    Without team and department a ticket is "not found" (§4.3, L); the permissions "Can view
    Unassigned Tickets" (l9) and "… assigned to other Agents" (l8) open more.
    """
    if owner == agent.id or is_administrator(state, agent):
        return True
    if team_id in visible_teams(state, agent):
        return True
    return level(state, agent, "l9" if owner == UNASSIGNED else "l8") > 0
