"""Reads the configuration, as an administrator's connection shows it."""

from __future__ import annotations

from collections.abc import Awaitable, Collection
from functools import partial
from typing import TypeVar

from msgspec import UnsetType
from msgspec.structs import replace as with_

from wizard.checks import parts
from wizard.checks.observation import (
    NO_ADMINISTRATOR,
    Observation,
    Read,
    Seen,
    Through,
    Unread,
)
from wizard.checks.ports import Reader
from wizard.checks.rules.case import Subject, same, text
from wizard.halo.glance import hinder
from wizard.halo.records import Agent, Application, Role
from wizard.halo.together import together
from wizard.problems import ProblemError, problem
from wizard.profiles.requirements import (
    ApplicationRequirement,
    IdentityRequirement,
    Requirement,
    RoleRequirement,
)

T = TypeVar("T")

_MOST_DETAILS = 25  # applications whose details are read one by one
_NOT_NOW = ("http.rate_limited", "budget.exhausted")


async def as_administrator(
    reader: Reader, subject: Subject, requirements: Collection[Requirement], turns: parts.Turns
) -> Observation:
    """Read agents, the one agent, its roles and the application, as far as they are shown.

    What does not wait for something else is read side by side.
    """
    agents = partial(_agents, reader, _agent_name(subject, requirements))
    roles = partial(_roles, reader, requirements)
    mine = partial(_applications, reader, subject, requirements)
    (listed, agent), seen_roles, seen_applications = await together(
        turns.during(parts.agents(), agents),
        turns.during(parts.roles(), roles) if parts.needs_roles(requirements) else _not_asked(),
        turns.during(parts.application(), mine)
        if parts.needs_application(requirements)
        else _not_asked(),
    )
    return Observation(agents=listed, agent=agent, roles=seen_roles, applications=seen_applications)


async def _not_asked() -> Unread:
    return NO_ADMINISTRATOR


async def _agents(reader: Reader, name: str | None) -> tuple[Read[tuple[Agent, ...]], Read[Agent]]:
    """Read all agents, and the one with this name."""
    agents = _whole(await read(reader.agents(), Through.ADMINISTRATOR))
    return agents, await _agent_named(reader, agents, name)


def _whole(agents: Read[tuple[Agent, ...]]) -> Read[tuple[Agent, ...]]:
    """Take a list that shows nobody but its reader for hidden: who is not on it may be there.

    An API agent that belongs to no team may not see other agents (halo-api.md §4.1, D).
    """
    if isinstance(agents, Seen) and len(agents.value) < 2:
        return Unread(problem("agent.others_hidden"))
    return agents


def _agent_name(subject: Subject, requirements: Collection[Requirement]) -> str | None:
    if subject.agent:
        return subject.agent
    return next(
        (each.username for each in requirements if isinstance(each, IdentityRequirement)), None
    )


async def _agent_named(
    reader: Reader, agents: Read[tuple[Agent, ...]], name: str | None
) -> Read[Agent]:
    """Read the one agent with this name."""
    if isinstance(agents, Unread):
        return agents
    if name is None:
        return Unread(problem("agent.not_named"))
    named = [each for each in agents.value if same(text(each.name) or "", name)]
    if len(named) != 1 or isinstance(named[0].id, UnsetType):
        code = "agent.ambiguous" if len(named) > 1 else "agent.not_found"
        return Unread(problem(code, detail=name))
    return await details(reader, named[0].id, Through.ADMINISTRATOR)


async def details(reader: Reader, agent_id: int, through: Through) -> Read[Agent]:
    """Read one agent with its details; a role without claims is read by itself."""
    agent = await read(reader.agent(agent_id), through)
    if isinstance(agent, Unread) or isinstance(agent.value.roles, UnsetType):
        return agent
    roles = await together(*(_with_claims(reader, role) for role in agent.value.roles))
    return Seen(with_(agent.value, roles=roles), through)


async def _with_claims(reader: Reader, role: Role) -> Role:
    """Fill in a role's claims where the agent's details left them out (halo-api.md §10 no. 6)."""
    if isinstance(role.claims, tuple) or isinstance(role.id, UnsetType):
        return role
    alone = await read(reader.role(role.id), Through.ADMINISTRATOR)
    return with_(role, claims=alone.value.claims) if isinstance(alone, Seen) else role


async def _roles(reader: Reader, requirements: Collection[Requirement]) -> Read[tuple[Role, ...]]:
    """Read all roles, those of the profile with their claims."""
    roles = await read(reader.roles(), Through.ADMINISTRATOR)
    if isinstance(roles, Unread):
        return roles
    names = [each.name for each in requirements if isinstance(each, RoleRequirement)]
    filled = []
    for role in roles.value:
        asked = any(same(text(role.name) or "", name) for name in names)
        filled.append(await _with_claims(reader, role) if asked else role)
    return Seen(tuple(filled), roles.through)


async def _applications(
    reader: Reader, subject: Subject, requirements: Collection[Requirement]
) -> Read[tuple[Application, ...]]:
    """Read the list of applications, and what it leaves out of those that may be the setup's."""
    applications = await read(reader.applications(), Through.ADMINISTRATOR)
    if isinstance(applications, Unread):
        return applications
    name = next(
        (
            each.wanted
            for each in requirements
            if isinstance(each, ApplicationRequirement) and each.field == "name"
        ),
        None,
    )
    listed = list(applications.value)
    short = [n for n, each in enumerate(listed) if _may_be(each, subject, name)]
    for place in short[:_MOST_DETAILS]:
        alone = await read(reader.application(str(listed[place].id)), Through.ADMINISTRATOR)
        if isinstance(alone, Seen):
            listed[place] = alone.value
        elif alone.problem.code in _NOT_NOW:
            return alone
    return Seen(tuple(listed), applications.through)


def _may_be(application: Application, subject: Subject, name: str | None) -> bool:
    """Tell whether an application that is listed in short may be the one that is looked for."""
    if isinstance(application.id, UnsetType) or not isinstance(application.scopes, UnsetType):
        return False
    client_id, called = text(application.client_id), text(application.display_name)
    wanted = name or subject.application
    return (
        client_id is None
        or called is None
        or client_id == subject.client_id
        or (wanted is not None and same(called, wanted))
    )


async def read(call: Awaitable[T], through: Through) -> Read[T]:
    """Read, and keep a failure as the cause."""
    try:
        return Seen(await call, through)
    except ProblemError as error:
        hinder(error.problem)
        return Unread(error.problem)
