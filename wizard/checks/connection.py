"""The wizard's connection: may it look, as an administrator's application or as who signed in?"""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.ports import Gate, Reader, Site
from wizard.checks.rules.case import text, unknown
from wizard.halo.glance import hinder, refuse
from wizard.halo.records import Agent, TokenAnswer
from wizard.language import mark, tr
from wizard.problems import Layer, Problem, ProblemError, problem

SIGN_IN, AGENTS, ROLES, APPLICATIONS = (
    "connection:sign-in",
    "connection:agents",
    "connection:roles",
    "connection:applications",
)
_REFUSED = ("token.invalid_client", "token.unauthorised_client")
_LACKING = "[sign_in.lacks_right]"  # as `unknown` names a cause
_SIGNS_IN = mark("the wizard can sign in")


async def administrator_token(gate: Gate) -> TokenAnswer:
    """Ask for everything the wizard's own application holds, which it keeps small by its guide.

    Raises ProblemError.
    """
    try:
        return await gate.token(("all", "all:teams"))
    except ProblemError as error:
        if error.problem.code != "token.invalid_scope":
            raise
    return await gate.token(("all",))


async def check(gate: Gate, site: Site) -> tuple[Finding, ...]:
    """Check the sign-in, and whether agents and applications can be read."""
    link = site.link("applications")
    try:
        token = await administrator_token(gate)
    except ProblemError as error:
        (refuse if error.problem.code in _REFUSED else hinder)(error.problem)
        return (_refused(error, link),)
    reader = gate.reader(token)
    signed_in = Finding(
        SIGN_IN, State.MET, Layer.TOKEN, tr(_SIGNS_IN), tr("HaloPSA gave a token"),
        known_by=KnownBy.PROVEN,
    )  # fmt: skip
    remedy = tr("Let the application log in as an agent who is an administrator.")
    agents = await _agents(reader.agents(), site, remedy)
    return signed_in, agents, await _applications(reader, site)


async def check_person(gate: Gate, site: Site) -> tuple[Finding, ...]:
    """Check the sign-in of a person, and whether agents, roles and applications can be read."""
    try:
        token = await gate.token(())
        reader = gate.reader(token)
        me = await reader.me()
    except ProblemError as error:
        refuse(error.problem)
        return (nobody(error.problem),)
    name = text(me.name) or (token.identity.name if token.identity else None) or tr("an agent")
    signed_in = Finding(
        SIGN_IN, State.MET, Layer.TOKEN, tr(_SIGNS_IN), tr("signed in as {name}", name=name),
        known_by=KnownBy.PROVEN,
    )  # fmt: skip
    found = (
        await _agents(_others(reader), site),
        await _roles(reader, site),
        await _applications(reader, site),
    )
    return signed_in, *(_for_person(each, name) for each in found)


def nobody(cause: Problem) -> Finding:
    """Say that nobody is signed in (any more), and why."""
    return unknown(SIGN_IN, cause.layer, tr(_SIGNS_IN), cause)


def _for_person(finding: Finding, name: str) -> Finding:
    """Say who lacks the right, and who has to do the steps, where that is why it is unknown."""
    if not lacks_right(finding):
        return finding
    said = {
        AGENTS: mark(
            "{name} may not see agents. An administrator of HaloPSA has to do the steps about them."
        ),
        ROLES: mark(
            "{name} may not see roles. An administrator of HaloPSA has to do the steps about them."
        ),
        APPLICATIONS: mark(
            "{name} may not see API applications. An administrator of HaloPSA has to do the steps"
            " about them."
        ),
    }
    return replace(finding, remedy=tr(said[finding.requirement], name=name))


def lacks_right(finding: Finding) -> bool:
    """Tell whether a finding is unknown since the person signed in may not see it."""
    return finding.state is State.UNKNOWN and _LACKING in finding.found


def _refused(error: ProblemError, link: str | None) -> Finding:
    cause = error.problem
    if cause.code not in _REFUSED:
        return unknown(SIGN_IN, cause.layer, tr(_SIGNS_IN), cause, link=link)
    return Finding(
        SIGN_IN, State.MISSING, cause.layer, tr(_SIGNS_IN), cause.happened,
        (cause.detail,) if cause.detail else (), cause.remedy, link, KnownBy.PROVEN,
    )  # fmt: skip


async def _others(reader: Reader) -> tuple[Agent, ...]:
    """Read the agents; a list of its reader alone is a hidden one (halo-api.md §4.1, D)."""
    agents = await reader.agents()
    if len(agents) < 2:
        raise ProblemError(problem("agent.others_hidden"))
    return agents


async def _agents(
    reading: Awaitable[tuple[Agent, ...]], site: Site, remedy: str | None = None
) -> Finding:
    wanted = tr("agents and their permissions can be read")
    try:
        agents = await reading
    except ProblemError as error:
        return unknown(
            AGENTS, Layer.AGENT, wanted, error.problem, link=site.link("agents"), remedy=remedy
        )
    return Finding(
        AGENTS,
        State.MET,
        Layer.AGENT,
        wanted,
        tr("agents are shown ({number})", number=len(agents)),
        known_by=KnownBy.PROVEN,
    )


async def _roles(reader: Reader, site: Site) -> Finding:
    wanted = tr("roles can be read")
    try:
        roles = await reader.roles()
    except ProblemError as error:
        return unknown(ROLES, Layer.AGENT, wanted, error.problem, link=site.link("roles"))
    found = tr("roles are shown ({number})", number=len(roles))
    return Finding(ROLES, State.MET, Layer.AGENT, wanted, found, known_by=KnownBy.PROVEN)


async def _applications(reader: Reader, site: Site) -> Finding:
    wanted = tr("the application's settings can be read")
    try:
        applications = await reader.applications()
    except ProblemError as error:
        remedy = tr(
            "The rest works without it: the application's rows are then proven by its token."
        )
        return unknown(
            APPLICATIONS,
            Layer.INSTANCE,
            wanted,
            error.problem,
            link=site.link("applications"),
            remedy=remedy,
        )
    found = tr("applications are shown ({number})", number=len(applications))
    return Finding(APPLICATIONS, State.MET, Layer.INSTANCE, wanted, found, known_by=KnownBy.PROVEN)
