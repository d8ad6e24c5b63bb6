"""Reads the configuration, as an administrator's connection shows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from typing import TypeVar

from msgspec import UnsetType
from msgspec.structs import replace as with_

from wizard.checks import parts
from wizard.checks.observation import Observation, Read, Seen, Through, Unread
from wizard.checks.ports import Reader
from wizard.checks.rules.case import Subject, same, text
from wizard.halo.glance import hinder
from wizard.halo.records import Agent, Role
from wizard.problems import ProblemError, problem
from wizard.profiles.requirements import (
    IdentityRequirement,
    Requirement,
    RoleRequirement,
)

T = TypeVar("T")
Progress = Callable[[str], None]


async def as_administrator(
    reader: Reader, subject: Subject, requirements: Collection[Requirement], progress: Progress
) -> Observation:
    """Read agents, the one agent, its roles and the application, as far as they are shown."""
    progress(parts.agents())
    agents = _whole(await read(reader.agents(), Through.ADMINISTRATOR))
    agent = await _agent_named(reader, agents, _agent_name(subject, requirements))
    seen = Observation(agents=agents, agent=agent)
    if parts.needs_roles(requirements):
        progress(parts.roles())
        seen = replace(seen, roles=await _roles(reader, requirements))
    if parts.needs_application(requirements):
        progress(parts.application())
        applications = await read(reader.applications(), Through.ADMINISTRATOR)
        seen = replace(seen, applications=applications)
    return seen


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
    roles = tuple([await _with_claims(reader, role) for role in agent.value.roles])
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
    filled = [
        await _with_claims(reader, role)
        if any(same(text(role.name) or "", name) for name in names)
        else role
        for role in roles.value
    ]
    return Seen(tuple(filled), roles.through)


async def read(call: Awaitable[T], through: Through) -> Read[T]:
    """Read, and keep a failure as the cause."""
    try:
        return Seen(await call, through)
    except ProblemError as error:
        hinder(error.problem)
        return Unread(error.problem)
