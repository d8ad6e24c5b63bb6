"""Roles: whether the agent holds them, and whether they exist (halo-api.md §5)."""

from __future__ import annotations

from dataclasses import replace

from msgspec import UNSET

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Unread
from wizard.checks.rules.agent import no_agent, say
from wizard.checks.rules.case import Case, same, text, through, unknown
from wizard.halo.records import Role
from wizard.language import series, tr
from wizard.problems import Layer
from wizard.profiles.requirements import RoleRequirement


def judge(case: Case, requirement: RoleRequirement) -> Finding:
    """Judge whether the agent holds the role."""
    agent = case.agent()
    name = requirement.name
    if agent is None:
        return no_agent(case, requirement.id, name)
    if agent.roles is UNSET:
        cause = tr("HaloPSA's answer does not show the agent's roles")
        return unknown(requirement.id, Layer.AGENT, name, cause, link=case.agent_link())
    held = [text(role.name) or "" for role in agent.roles]
    if any(same(each, name) for each in held):
        return say(case, requirement.id, name, tr("held"), met=True)
    found = (
        tr("the agent's roles: {names}", names=series(held))
        if held
        else tr("the agent has no role")
    )
    return Finding(
        requirement.id,
        State.MISSING,
        Layer.AGENT,
        name,
        found,
        (through(case.seen.agent), *_role_exists(case, name)),
        tr("Open the agent, add “{name}” under Roles, and save.", name=name),
        case.agent_link(),
        KnownBy.CONFIGURED,
        case.first_missing("agent:Username"),
    )


def judge_itself(case: Case, requirement: RoleRequirement) -> Finding:
    """Judge whether the role exists, before any agent holds it."""
    name = requirement.name
    role = find(case, name)
    if isinstance(role, Unread):
        return unknown(
            requirement.id, Layer.AGENT, name, role.problem, link=case.link("roles", None)
        )
    if role is not None:
        found = say(case, requirement.id, name, tr("the role exists"), met=True)
        return replace(found, link=link_to(case, role))
    return Finding(
        requirement.id,
        State.MISSING,
        Layer.AGENT,
        name,
        tr("no role has this name"),
        (),
        tr(
            "Open Configuration > Teams & Agents > Roles, choose New, and create “{name}”.",
            name=name,
        ),
        case.link("roles", None),
        KnownBy.CONFIGURED,
    )


def link_to(case: Case, role: Role) -> str | None:
    """Give the deep link to a role, or to the list of roles."""
    return case.link("roles", None) if role.id is UNSET else case.link("role", role.id)


def find(case: Case, name: str) -> Role | Unread | None:
    """Give the role with this name among all roles; None where there is none."""
    roles = case.seen.roles
    if isinstance(roles, Unread):
        return roles
    return next((each for each in roles.value if same(text(each.name) or "", name)), None)


def _role_exists(case: Case, name: str) -> tuple[str, ...]:
    role = find(case, name)
    if isinstance(role, Unread):
        return ()
    return (tr("no role has this name") if role is None else tr("the role exists"),)
