"""Permissions: what the agent may do, over its own claims and those of its roles.

Effective is the highest value by each permission's own order; an absent claim means No only where
the same answer shows that claims can be seen (halo-api.md §4.2, §10; contract: a finding).
"""

from __future__ import annotations

from dataclasses import replace

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Unread
from wizard.checks.rules import roles
from wizard.checks.rules.agent import no_agent
from wizard.checks.rules.case import Case, unknown
from wizard.checks.rules.claims import (
    ADMINISTRATOR,
    ITSELF,
    Claims,
    claims_of,
    claims_of_role,
    is_administrator,
    place_on_role,
)
from wizard.halo.permissions import Effective, Holding, Permission, effective, permission_table
from wizard.language import mark, series, tr
from wizard.problems import Layer
from wizard.profiles.requirements import PermissionRequirement
from wizard.profiles.schema import Holder, Level

_LAYER = Layer.AGENT
_NOT_SET = "Not set"  # Halo's own word
_TEMPORARY = mark("only needed during set-up")
_NO_CODE = mark("no code is known for this setting")


def judge(case: Case, requirement: PermissionRequirement) -> Finding:
    """Judge one permission row on the effective rights of the agent."""
    claims = claims_of(case, requirement.role)
    if claims is None:
        return no_agent(case, requirement.id, requirement.row.value)
    return of_role(case, _judge(case, requirement, claims), requirement.role)


def of_role(case: Case, finding: Finding, role: str | None) -> Finding:
    """Lead to the role on which the guide sets a right, if it does; without it, that is why."""
    if role is None:
        return finding
    missing = finding.state is State.MISSING
    because = case.first_missing(f"role:{role}") if missing else finding.because
    return replace(finding, link=case.role_link(role), because=because)


def judge_on_role(case: Case, requirement: PermissionRequirement) -> Finding:
    """Judge one permission row on its role alone, before any agent holds it."""
    role = roles.find(case, requirement.role or "")
    link = case.link("roles", None)
    if isinstance(role, Unread):
        return unknown(requirement.id, _LAYER, requirement.row.value, role.problem, link=link)
    if role is None:
        because = case.first_missing(f"role:{requirement.role}")
        cause = tr("the role does not exist")
        return unknown(
            requirement.id, _LAYER, requirement.row.value, cause, because=because, link=link
        )
    on_role = _judge(case, requirement, claims_of_role(role))
    return replace(on_role, link=roles.link_to(case, role))


def _permission(requirement: PermissionRequirement) -> Permission | None:
    row = requirement.row
    return permission_table().by_label(row.label, row.section, row.aliases)


def _judge(case: Case, requirement: PermissionRequirement, claims: Claims) -> Finding:
    row = requirement.row
    permission = _permission(requirement)
    if row.level is Level.UNSET:
        return _must_stay_unset(case, requirement, permission, claims)
    if permission is None:
        if is_administrator(claims):
            raw = tr("not readable")
            return _through_administrator(case, requirement.id, row.value, raw, claims)
        return unknown(requirement.id, _LAYER, row.value, tr(_NO_CODE), link=case.agent_link())
    finding = compare(case, requirement.id, permission, row.value, claims)
    over = row.temporary and not case.subject.setting_up
    if finding.state is State.MISSING and (over or row.level is Level.OPTIONAL):
        why = tr(_TEMPORARY) if over else tr("optional")
        return replace(finding, state=State.MET, evidence=(*finding.evidence, why), remedy="")
    if finding.state is State.MET and over and permission.rank_of_label(row.value):
        return _left_behind(finding)
    if requirement.role is not None and row.holder is Holder.EITHER:
        return _remark_holder(finding, requirement, permission, claims)
    return finding


def _left_behind(finding: Finding) -> Finding:
    """Call a right excess that was for the set-up only, and that nobody took back."""
    return replace(
        finding,
        state=State.EXCESS,
        evidence=(*finding.evidence, tr(_TEMPORARY)),
        remedy=tr("If nothing else needs it, take it back on the agent's Permissions tab."),
    )


def _remark_holder(
    finding: Finding, requirement: PermissionRequirement, permission: Permission, claims: Claims
) -> Finding:
    """Say where a right sits on the agent itself that the guide recommends on a role."""
    result = effective(permission, claims.pairs)
    holders = {each.holder for each in result.holdings if each.rank == result.rank}
    if finding.state is State.MET and holders == {ITSELF}:
        remark = tr(
            "set on the agent itself; the guide recommends the role “{role}”",
            role=requirement.role,
        )
        return replace(finding, evidence=(*finding.evidence, remark))
    return finding


def _must_stay_unset(
    case: Case, requirement: PermissionRequirement, permission: Permission | None, claims: Claims
) -> Finding:
    row = requirement.row
    link = case.agent_link()
    if permission is None:
        return unknown(requirement.id, _LAYER, _NOT_SET, tr(_NO_CODE), link=link)
    result = effective(permission, claims.pairs)
    if result.rank:
        place = _where_held(result, claims)
        remedy = remedy_for(place, permission.section, row.label, _NOT_SET)
        return _say(case, requirement.id, State.MISSING, _NOT_SET, result, claims, remedy)
    if not result.certain:
        cause = _raw(result)
        return unknown(requirement.id, _LAYER, _NOT_SET, cause, link=link)
    if not claims.complete:
        return _invisible(case, requirement.id, _NOT_SET, claims, result)
    return _say(case, requirement.id, State.MET, _NOT_SET, result, claims)


def _where_held(result: Effective, claims: Claims) -> str:
    """Name the place where a right is set that should not be: it may be on another role."""
    roles = [each.holder for each in result.holdings if each.rank and each.holder != ITSELF]
    return place_on_role(roles[0]) if roles else claims.place


def compare(case: Case, name: str, permission: Permission, wanted: str, claims: Claims) -> Finding:
    """Compare what is held of a permission with the value that is asked for."""
    result = effective(permission, claims.pairs)
    if permission.code != ADMINISTRATOR and is_administrator(claims):
        return _through_administrator(case, name, wanted, _raw(result), claims)
    rank = permission.rank_of_label(wanted)
    link = case.agent_link()
    if rank is None:
        cause = tr("the code of the value “{value}” is not known", value=wanted)
        return unknown(name, _LAYER, wanted, cause, link=link, evidence=(_raw(result),))
    if result.at_least(rank):
        higher = result.rank is not None and result.rank > rank
        state = State.EXCESS if higher else State.MET
        return _say(case, name, state, wanted, result, claims)
    if not result.certain:
        seen = (_raw(result), claims.how)
        cause = tr("a value that is not known")
        return unknown(name, _LAYER, wanted, cause, link=link, evidence=seen)
    if not claims.complete:
        return _invisible(case, name, wanted, claims, result)
    if rank and permission.code != ADMINISTRATOR and is_administrator(claims) is None:
        cause = tr("the administrator right, which would include this one, has a value not known")
        seen = (_raw(result), claims.how)
        return unknown(name, _LAYER, wanted, cause, link=link, evidence=seen)
    state = State.MET if rank == 0 else State.MISSING  # "No" is asked for, and nothing is set
    remedy = (
        ""
        if rank == 0
        else remedy_for(claims.place, permission.section, name.partition(":")[2], wanted)
    )
    return _say(case, name, state, wanted, result, claims, remedy)


def _through_administrator(case: Case, name: str, wanted: str, raw: str, claims: Claims) -> Finding:
    return Finding(
        name,
        State.MET,
        _LAYER,
        wanted,
        tr("Yes, as administrator"),
        (tr("through the administrator right; set to {value}", value=raw), claims.how),
        link=case.agent_link(),
        known_by=KnownBy.CONFIGURED,
    )


def _invisible(case: Case, name: str, wanted: str, claims: Claims, result: Effective) -> Finding:
    """Say unknown of what may be hidden, or hide behind something lower."""
    cause = (
        tr("HaloPSA's answer does not show all claims")
        if claims.pairs
        else tr("HaloPSA's answer shows no permissions")
    )
    return unknown(
        name, _LAYER, wanted, cause, link=case.agent_link(), evidence=(_raw(result), claims.how),
        remedy=tr("{place}: look at the row, and confirm it here.", place=claims.place),
    )  # fmt: skip


def _say(
    case: Case,
    name: str,
    state: State,
    wanted: str,
    result: Effective,
    claims: Claims,
    remedy: str = "",
) -> Finding:
    found = result.label if result.label is not None else _NOT_SET
    return Finding(
        name,
        state,
        _LAYER,
        wanted,
        found,
        (_raw(result), claims.how),
        remedy,
        case.agent_link(),
        KnownBy.CONFIGURED,
        value=found,
    )


def _raw(result: Effective) -> str:
    code = result.permission.code
    if not result.holdings:
        return tr("no claim {code}", code=code)
    return series(_held(code, each) for each in result.holdings)


def _held(code: str, holding: Holding) -> str:
    raw = holding.raw or tr("(empty)")
    claim = f"{code}={raw}"
    if holding.holder == ITSELF:
        return tr("{claim} on the agent", claim=claim)
    return tr("{claim} on role {role}", claim=claim, role=holding.holder)


def remedy_for(place: str, section: str, label: str, value: str) -> str:
    """Say where to set a permission, and to what."""
    where = f"{place} > {section}" if section else place
    return tr("{place}: set {label} to “{value}”, and save.", place=where, label=label, value=value)
