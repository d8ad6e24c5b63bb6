"""The agent and its fields (halo-api.md §4.3)."""

from __future__ import annotations

from msgspec import UNSET

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Seen, Unread
from wizard.checks.rules.case import Case, same, text, through, unknown
from wizard.halo.records import Agent
from wizard.language import tr
from wizard.problems import Layer, Problem
from wizard.profiles.requirements import (
    AgentFieldRequirement,
)

_NO_TEAM = "No Default Team"  # Halo's own words


def judge_field(case: Case, requirement: AgentFieldRequirement) -> Finding:
    """Judge one field of the agent. A field the API does not carry is for a person to confirm."""
    if requirement.row.label == "Username":
        return _username(case, requirement)
    row = requirement.row
    agent = case.agent()
    if agent is None:
        return no_agent(case, requirement.id, row.value)
    found = _field(agent, row.label)
    if found is None:
        cause = tr("HaloPSA's answer does not carry this field")
        return unknown(requirement.id, Layer.AGENT, row.value, cause, link=case.agent_link())
    met = _equal(row.value, found)
    return say(case, requirement.id, row.value, found, met=met, value=found)


def _username(case: Case, requirement: AgentFieldRequirement) -> Finding:
    """Judge whether the setup's agent exists: only the whole list of agents can say no."""
    wanted = case.subject.agent or requirement.row.value
    firm = bool(case.subject.agent) or requirement.firm
    agent = case.agent()
    if agent is not None and same(text(agent.name) or "", wanted):
        found = text(agent.name) or ""
        return _username_found(case, requirement, wanted, found)
    agents = case.seen.agents
    if isinstance(agents, Unread):
        because = case.first_missing("identity", "token")
        return no_agent(case, requirement.id, wanted, because=because)
    named = [each for each in agents.value if same(text(each.name) or "", wanted)]
    if len(named) > 1:
        cause = tr("{number} agents have this name", number=len(named))
        return unknown(requirement.id, Layer.AGENT, wanted, cause, link=case.link("agents", None))
    if named:
        return _username_found(case, requirement, wanted, text(named[0].name) or "")
    if not firm:
        cause = tr("the guide leaves the name free, and no agent has the suggested one")
        return unknown(
            requirement.id,
            Layer.AGENT,
            wanted or tr("the agent of this setup"),
            cause,
            link=case.link("agents", None),
            remedy=tr("Say which agent it is (--agent NAME)."),
        )
    return Finding(
        requirement.id,
        State.MISSING,
        Layer.AGENT,
        wanted,
        tr("no agent has this name"),
        (tr("API-only and disabled agents were looked through too"),),
        tr(
            "Open Configuration > Teams & Agents > Agents, choose New, and create “{name}”.",
            name=wanted,
        ),
        case.link("agents", None),
        KnownBy.CONFIGURED,
    )


def _username_found(
    case: Case, requirement: AgentFieldRequirement, wanted: str, found: str
) -> Finding:
    guide = requirement.row.value
    if requirement.firm and not same(found, guide):
        remedy = tr("Rename the agent to “{name}”, as the guide asks.", name=guide)
        return Finding(
            requirement.id, State.MISSING, Layer.AGENT, guide, found, (), remedy,
            case.agent_link(), KnownBy.CONFIGURED, value=found,
        )  # fmt: skip
    return say(case, requirement.id, wanted, found, met=True, value=found)


def _field(agent: Agent, label: str) -> str | None:
    if label == "Is an API-only Agent":
        return _yes(agent.isapiagent)
    if label == "Account Active":
        return _yes(not agent.isdisabled if isinstance(agent.isdisabled, bool) else None)
    if label == "Default Team" and agent.team is not UNSET:
        return (agent.team or "").strip() or _NO_TEAM
    if label == "Work Hours":
        return text(agent.workday_name)
    return None


def _yes(value: object) -> str | None:
    return None if not isinstance(value, bool) else "Yes" if value else "No"


def _equal(wanted: str, found: str) -> bool:
    # Halo's list writes *No Default Team* in some versions.
    return same(wanted.strip("*"), found.strip("*"))


def no_agent(
    case: Case,
    requirement: str,
    wanted: str,
    *,
    layer: Layer = Layer.AGENT,
    because: str | None = None,
) -> Finding:
    """Say unknown of a row because its agent could not be read, or is another one."""
    because = because or case.first_missing("agent:Username", "identity", "token")
    read = case.seen.agent
    if because == "agent:Username":
        cause: Problem | str = tr("the agent does not exist")
    elif because == "identity":
        cause = tr("the token acts as another agent")
    else:
        cause = read.problem if isinstance(read, Unread) else tr("the agent was not found")
    return unknown(
        requirement,
        layer,
        wanted,
        cause,
        because=because,
        link=case.link("agents", None),
    )


def say(
    case: Case,
    requirement: str,
    wanted: str,
    found: str,
    *,
    met: bool,
    layer: Layer = Layer.AGENT,
    remedy: str | None = None,
    value: str | None = None,
) -> Finding:
    """Say of a row of the agent whether it is as asked; `value` where `found` is Halo's word."""
    label = requirement.partition(":")[2]
    usual = tr("Open the agent, set {label} to “{value}”, and save.", label=label, value=wanted)
    return Finding(
        requirement,
        State.MET if met else State.MISSING,
        layer,
        wanted,
        found,
        (through(case.seen.agent),) if isinstance(case.seen.agent, Seen) else (),
        "" if met else remedy or usual,
        case.agent_link(),
        KnownBy.CONFIGURED,
        value=value,
    )
