"""From an observation to findings: the rules in the order in which one follows from another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Observation, Seen, Through, Unread
from wizard.checks.rules import (
    agent,
    application,
    excess,
    identity,
    memberships,
    permissions,
    probes,
    roles,
    scopes,
    sections,
)
from wizard.checks.rules import token as tokens
from wizard.checks.rules.case import Case, Link, Subject, no_link, unknown
from wizard.halo.permissions import permission_table
from wizard.halo.probes import probe_table
from wizard.language import tr
from wizard.problems import Layer, problem
from wizard.profiles.given import filled
from wizard.profiles.requirements import (
    AgentFieldRequirement,
    DepartmentRequirement,
    IdentityRequirement,
    PermissionRequirement,
    ProbeRequirement,
    Requirement,
    RoleRequirement,
    ScopeRequirement,
    ScreenRequirement,
    SectionRequirement,
    TeamRequirement,
    TokenRequirement,
    requirements,
)
from wizard.profiles.schema import Profile

_NAMES_ONLY = "View (Names Only)"


def judge(
    profile: Profile,
    subject: Subject,
    seen: Observation,
    *,
    link: Link = no_link,
    wanted: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """Judge a profile's requirements on what was seen.

    `wanted` limits the findings to these ids; None gives all of them, and what is held beyond.
    """
    case = Case(profile, requirements(profile), subject, seen, link)
    _sign_in(case)
    _agent(case)
    _probes(case)
    findings = _ordered(case)
    if wanted is None:
        return (*findings, *excess.judge(case))
    return tuple(each for each in findings if _asked(each.requirement, wanted, case))


def judge_role(
    profile: Profile, seen: Observation, wanted: Collection[str], *, link: Link = no_link
) -> tuple[Finding, ...]:
    """Judge a role and its permissions by itself, before any agent holds it."""
    case = Case(profile, requirements(profile), Subject(), seen, link)
    for each in case.requirements:
        if each.id not in wanted:
            continue
        if isinstance(each, RoleRequirement):
            case.add(roles.judge_itself(case, each))
        elif isinstance(each, PermissionRequirement):
            case.add(permissions.judge_on_role(case, each))
    return tuple(case.done.values())


def _sign_in(case: Case) -> None:
    """Judge who is who and what the token may do, each rule before those that follow from it."""
    if isinstance(case.seen.agents, Seen):
        _usernames(case)
    application.judge_configured(case)
    for each in case.requirements:
        if isinstance(each, TokenRequirement):
            if not _is_dead(case):
                case.add(tokens.judge(case))
        elif isinstance(each, IdentityRequirement):
            case.add(identity.judge(case, each))
    for each in case.requirements:
        if isinstance(each, ScopeRequirement):
            case.add(scopes.judge(case, each))
    if _is_dead(case) and any(isinstance(each, TokenRequirement) for each in case.requirements):
        case.add(tokens.judge(case))
    application.judge_proven(case)
    if case.is_missing("identity") and _through_own(case):
        other = problem("not_yet.administrator", layer=Layer.AGENT)
        case.seen = replace(case.seen, agent=Unread(other))
    _usernames(case)


def _is_dead(case: Case) -> bool:
    """Tell whether the token is refused everywhere; that may follow from its scopes."""
    return isinstance(case.seen.sign_in, Seen) and case.seen.sign_in.value.dead


def _through_own(case: Case) -> bool:
    return isinstance(case.seen.agent, Seen) and case.seen.agent.through is Through.OWN


def _usernames(case: Case) -> None:
    for each in case.requirements:
        if isinstance(each, AgentFieldRequirement) and each.row.label == "Username":
            case.add(agent.judge_field(case, each))


def _agent(case: Case) -> None:
    for each in case.requirements:
        if isinstance(each, RoleRequirement):
            case.add(_role(case, each))
    for each in case.requirements:
        finding = _of_agent(case, each)
        if finding is not None:
            case.add(finding)
    for each in case.requirements:
        if isinstance(each, SectionRequirement):
            for finding in sections.judge(case, each):
                case.add(finding)


def _of_agent(case: Case, requirement: Requirement) -> Finding | None:
    """Judge a single row that concerns the agent, or that no API shows."""
    if isinstance(requirement, AgentFieldRequirement):
        return agent.judge_field(case, requirement)
    if isinstance(requirement, PermissionRequirement):
        return permissions.judge(case, requirement)
    if isinstance(requirement, TeamRequirement):
        return memberships.judge_team(case, requirement)
    if isinstance(requirement, DepartmentRequirement):
        return memberships.judge_department(case, requirement)
    if isinstance(requirement, ScreenRequirement):
        cause = tr("HaloPSA's API does not show this screen")
        wanted = filled(requirement.row.value, case.subject.given)
        return unknown(requirement.id, Layer.INSTANCE, wanted, cause)
    return None


def _role(case: Case, requirement: RoleRequirement) -> Finding:
    """Judge a role; a recommended one need not be held where its rights are there without it."""
    finding = roles.judge(case, requirement)
    if finding.state is not State.MISSING or not requirement.recommended:
        return finding
    rows = [
        permissions.judge(case, each)
        for each in case.requirements
        if isinstance(each, PermissionRequirement) and each.role == requirement.name
    ]
    if any(row.state is State.UNKNOWN for row in rows) and not any(
        row.state is State.MISSING for row in rows
    ):
        cause = tr("the role is not held, and whether its rights are there without it is not known")
        return unknown(finding.requirement, finding.layer, finding.wanted, cause, link=finding.link)
    if rows and all(row.state in (State.MET, State.EXCESS) for row in rows):
        remark = tr("recommended, not required: its rights sit on the agent without it")
        return replace(
            finding, state=State.MET, evidence=(*finding.evidence, remark), remedy="", because=None
        )
    return finding


def _probes(case: Case) -> None:
    for each in case.requirements:
        if isinstance(each, ProbeRequirement):
            finding = probes.judge(case, each)
            case.add(finding)
            identity = case.done.get("identity")
            if finding.state is State.MET and identity and identity.state is State.MET:
                _lift(case, each)


def _lift(case: Case, probe: ProbeRequirement) -> None:
    """Let a proven "can read" beat what is configured, or could not be read.

    Only where being able to read is all that the row asks: its value is the lowest that opens
    anything, and no names-only step lies below it.
    """
    spec = probe_table().get(probe.path)
    if spec is None or not spec.permission:
        return
    for each in case.requirements:
        if not isinstance(each, PermissionRequirement) or not _reads(each, spec.permission):
            continue
        before = case.done[each.id]
        if before.state not in (State.UNKNOWN, State.MISSING):
            continue
        configured = tr("configured: {value}", value=before.found)
        case.done[each.id] = replace(
            before,
            state=State.MET,
            found=tr("can read"),
            evidence=(*before.evidence, configured, tr("proven by {probe}", probe=probe.id)),
            remedy="",
            known_by=KnownBy.PROVEN,
            because=None,
            value=None,
        )


def _reads(requirement: PermissionRequirement, code: str) -> bool:
    row = requirement.row
    permission = permission_table().by_label(row.label, row.section, row.aliases)
    if permission is None or permission.code != code:
        return False
    names_only = any(_NAMES_ONLY in value.labels for value in permission.values)
    return not names_only and permission.rank_of_label(row.value) == 1


def _ordered(case: Case) -> tuple[Finding, ...]:
    """Give the findings in the order of the guide; codes of a section stand before its rule."""
    ordered: dict[str, Finding] = {}
    for each in case.requirements:
        for name in (*_codes(each), each.id):
            if name in case.done:
                ordered.setdefault(name, case.done[name])
    return tuple(ordered.values())


def _codes(requirement: Requirement) -> tuple[str, ...]:
    if isinstance(requirement, SectionRequirement):
        return sections.ids(requirement)
    return ()


def _asked(name: str, wanted: Collection[str], case: Case) -> bool:
    if name in wanted:
        return True
    rules = (each for each in case.requirements if isinstance(each, SectionRequirement))
    return any(name in sections.ids(each) for each in rules if each.id in wanted)
