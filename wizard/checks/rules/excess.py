"""Excess: rights that no row asks for. Redundant is not excess (`read:x` beside `edit:x`).

What is configured is compared with what is asked; and one call that should be refused is tried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Seen
from wizard.checks.rules import sections
from wizard.checks.rules.case import Case
from wizard.checks.rules.claims import ADMINISTRATOR, claims_of, is_administrator
from wizard.checks.rules.scopes import configured
from wizard.halo.permissions import effective, permission_table
from wizard.halo.probes import probe_table
from wizard.halo.scopes import ScopeKind, covers, scope_table
from wizard.language import tr
from wizard.problems import Layer
from wizard.profiles.requirements import (
    PermissionRequirement,
    ProbeRequirement,
    Requirement,
    ScopeRequirement,
    SectionRequirement,
)
from wizard.profiles.schema import ScopeLevel


def judge(case: Case) -> Iterator[Finding]:
    """Give a finding for each scope and each permission that is held and not asked for."""
    yield from _scopes(case)
    yield from _permissions(case)
    yield from _proven(case)


def should_be_refused(requirements: Collection[Requirement]) -> str | None:
    """Give the path of a harmless GET that this profile's application should not be let through.

    None where the profile asks for a scope that stands for many, or for none at all: then it is
    not known what should be refused.
    """
    rows = [each.row for each in requirements if isinstance(each, ScopeRequirement)]
    asked = {row.name for row in rows if row.level is not ScopeLevel.FORBIDDEN}
    if not asked or "admin" in asked or scope_table().wide_among(asked):
        return None
    tried = {each.path for each in requirements if isinstance(each, ProbeRequirement)}
    return next(
        (
            each.path
            for each in probe_table()
            if each.negative and each.path not in tried and not covers(asked, each.scope)
        ),
        None,
    )


def _proven(case: Case) -> Iterator[Finding]:
    """Tell of a call that went through and should not have; a refusal is as it should be."""
    beyond = case.seen.beyond
    if beyond is None or not isinstance(beyond.answer, Seen) or beyond.answer.value.status != 200:
        return
    spec = probe_table().get(beyond.path)
    scope = spec.scope if spec else tr("what it needs")
    yield Finding(
        f"probe:GET {beyond.path}",
        State.EXCESS,
        Layer.APPLICATION,
        tr("refused"),
        tr("answered, and should be refused"),
        ("HTTP 200", tr("no row of the guide asks for {scope}", scope=scope)),
        tr(
            "Look for {scope}, or for a permission that includes it, on the application's"
            " Permissions tab, and untick it if nothing else needs it.",
            scope=scope,
        ),
        case.link("applications", None),
        KnownBy.PROVEN,
    )


def _scopes(case: Case) -> Iterator[Finding]:
    rows = [each.row for each in case.requirements if isinstance(each, ScopeRequirement)]
    if not rows:
        return
    asked = {row.name for row in rows if row.level is not ScopeLevel.FORBIDDEN}
    facts = case.seen.scopes
    held = set(configured(case) or ())
    if isinstance(facts, Seen):
        held |= facts.value.held or frozenset()
    for name in sorted(held - asked):
        if f"scope:{name}" not in case.done and _beyond(name, asked):
            yield Finding(
                f"scope:{name}",
                State.EXCESS,
                Layer.APPLICATION,
                tr("not asked for"),
                tr("granted"),
                (tr("the application holds it"),),
                tr(
                    "If nothing else needs it, untick {scope} on the application's Permissions"
                    " tab.",
                    scope=name,
                ),
                case.link("applications", None),
                KnownBy.PROVEN,
            )


def _beyond(name: str, asked: set[str]) -> bool:
    """Tell whether a scope opens more than what is asked for."""
    entry = scope_table().get(name)
    if entry is not None and entry.kind is ScopeKind.IDENTITY:
        return False
    action, _, subject = name.partition(":")
    if action == "read" and f"edit:{subject}" in asked:
        return False
    # What a wide scope stands for is not documented, so its likely parts are no excess.
    standard = "all:standard" in asked and action in ("read", "edit", "editMine")
    return not ("all" in asked or standard)


def _permissions(case: Case) -> Iterator[Finding]:
    claims = claims_of(case)
    if claims is None:
        return
    asked = _asked_codes(case)
    administrator = is_administrator(claims)
    for permission in permission_table():
        if permission.code in asked or not permission.values:
            continue
        if administrator and permission.code != ADMINISTRATOR:
            continue  # part of the administrator right already
        result = effective(permission, claims.pairs)
        if result.rank:
            yield Finding(
                f"permission:{permission.labels[0]}",
                State.EXCESS,
                Layer.AGENT,
                tr("not asked for"),
                result.label or "",
                (claims.how,),
                tr("If nothing else needs it, take it back on the agent's Permissions tab."),
                case.agent_link(),
                KnownBy.CONFIGURED,
                value=result.label,
            )


def _asked_codes(case: Case) -> frozenset[str]:
    """Give the claim codes that any row or section rule asks for."""
    codes = set()
    for each in case.requirements:
        if isinstance(each, PermissionRequirement):
            row = each.row
            found = permission_table().by_label(row.label, row.section, row.aliases)
            if found is not None:
                codes.add(found.code)
        elif isinstance(each, SectionRequirement):
            codes.update(found.code for found in sections.known(each))
    return frozenset(codes)
