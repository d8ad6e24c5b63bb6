"""Sets a field of the agent to what a guide writes, or on purpose to something else."""

from __future__ import annotations

from msgspec.structs import replace

from wizard.practice.model import NO_DEFAULT_TEAM, Agent
from wizard.practice.world import World

_TICKED = frozenset({"checked", "enabled", "on", "ticked", "true", "yes"})


def with_field(world: World, agent: Agent, label: str, value: str, *, wrong: bool) -> Agent:
    """Give the agent with this field set; `wrong` gives it another value than the guide's.

    A label that HaloPSA's API does not carry changes nothing: there is no such field here.
    """
    if label == "Is an API-only Agent":
        return replace(agent, api_only=_is_ticked(value) != wrong)
    if label == "Account Active":
        return replace(agent, active=_is_ticked(value) != wrong)
    if label == "Default Team":
        return replace(agent, team=_default_team(world, value, wrong=wrong))
    if label == "Work Hours":
        hours = world.new_workday(value).id
        others = (each for each in world.state.workdays if each != hours)
        return replace(agent, workday_id=next(others) if wrong else hours)
    return agent


def _default_team(world: World, value: str, *, wrong: bool) -> str:
    none = value.strip("*").casefold() == "no default team"
    if not wrong:
        return NO_DEFAULT_TEAM if none else world.new_team(value).name
    return next(team.name for team in world.state.teams.values() if team.name != value)


def _is_ticked(value: str) -> bool:
    return value.strip().casefold() in _TICKED
