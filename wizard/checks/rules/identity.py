"""The identity: does the token act as the agent of this setup?

The id_token names the agent (halo-api.md §2.3, L); `/Agent/me` is the agent behind the token
(§4.1, C). Where they disagree, that is said.
"""

from __future__ import annotations

from msgspec import UNSET

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Seen, Unread
from wizard.checks.rules.case import Case, number, same, text, unknown
from wizard.halo.records import Agent, Identity
from wizard.language import tr
from wizard.problems import Layer
from wizard.profiles.requirements import IdentityRequirement


def judge(case: Case, requirement: IdentityRequirement) -> Finding:
    """Compare who the token acts as with the setup's agent, else with the guide's username."""
    wanted = case.subject.agent or requirement.username
    firm = bool(case.subject.agent) or requirement.firm
    shown = wanted or tr("the agent of this setup")
    link = case.link("applications", None)
    if isinstance(case.seen.sign_in, Unread):
        refused = case.seen.sign_in.problem
        because = case.first_missing("token")
        return unknown("identity", Layer.TOKEN, shown, refused, because=because, link=link)
    if isinstance(case.seen.identity, Unread):
        return unknown("identity", Layer.TOKEN, shown, case.seen.identity.problem, link=link)
    identity = case.seen.identity.value
    name = _name(case, identity)
    if wanted is None:
        cause = _whose(name)
        remedy = tr("Say which agent the application should log in as (--agent NAME).")
        return unknown("identity", Layer.APPLICATION, shown, cause, link=link, remedy=remedy)
    agrees = _agrees(case, identity, name, wanted)
    if agrees is None or (not agrees and not firm):
        cause = (
            tr("the token acts as {agent}", agent=name)
            if name
            else tr("the token acts as somebody it does not name")
        )
        remedy = tr("The guide leaves the name free: say which agent it is (--agent NAME).")
        return unknown("identity", Layer.APPLICATION, shown, cause, link=link, remedy=remedy)
    return Finding(
        "identity",
        State.MET if agrees else State.MISSING,
        Layer.APPLICATION,
        shown,
        name or tr("agent {number}", number=identity.agent_id),
        (tr("read from {source}", source=identity.source),),
        "" if agrees else _remedy(wanted),
        link,
        KnownBy.PROVEN,
        None if agrees else _because(case),
        name,
    )


def _whose(name: str | None) -> str:
    """Say whom the token acts as where nobody says whom it should."""
    if not name:
        return tr("the token acts as an agent; which agent it should be is not known")
    return tr("the token acts as {agent}; which agent it should be is not known", agent=name)


def _agrees(case: Case, identity: Identity, name: str | None, wanted: str) -> bool | None:
    """Compare by agent id where both are known, else by name; None where neither is."""
    expected = _agents_named(case, wanted)
    if identity.agent_id is not None and len(expected) == 1:
        return number(expected[0].id) == identity.agent_id
    if name is not None:
        return same(name, wanted)
    return None


def _name(case: Case, identity: Identity) -> str | None:
    """Give the agent's name as Halo lists it: by id, else by e-mail, else the token's own word."""
    agents = case.seen.agents
    if isinstance(agents, Seen):
        for agent in agents.value:
            if identity.agent_id is not None and agent.id == identity.agent_id:
                return text(agent.name) or identity.name
        mail = identity.email
        if identity.agent_id is None and mail:
            matches = [each for each in agents.value if same(text(each.email) or "", mail)]
            if len(matches) == 1:
                return text(matches[0].name)
    return identity.name


def _agents_named(case: Case, name: str) -> list[Agent]:
    agents = case.seen.agents
    if isinstance(agents, Unread):
        return []
    return [
        each for each in agents.value if each.id is not UNSET and same(text(each.name) or "", name)
    ]


def _because(case: Case) -> str | None:
    return case.first_missing("agent:Username", "application:login_type", "application:login_agent")


def _remedy(wanted: str) -> str:
    return tr(
        "Open the application and set Agent to log in as to “{agent}”. If it is set already, the"
        " client id and secret belong to another application: take those of this one.",
        agent=wanted,
    )
