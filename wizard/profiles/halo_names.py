"""What a profile says of HaloPSA against the tables: scopes, permissions, values, probes.

Sources: resources/halo, made from halo-api.md §3, §4.2 and §6.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.halo.permissions import Permission, permission_table
from wizard.halo.probes import probe_table
from wizard.halo.scopes import ScopeKind, covers, scope_table
from wizard.profiles.mistakes import Mistake, nearest
from wizard.profiles.requirements import application_step
from wizard.profiles.schema import (
    AgentStep,
    ApplicationStep,
    Level,
    PermissionRow,
    RoleStep,
    ScopeLevel,
    ScopeRow,
    SectionRule,
    TestStep,
)
from wizard.profiles.shape import Shape


def scope_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Name scopes that HaloPSA does not have: one of them makes it refuse the whole request."""
    for step in shape.profile.steps:
        if isinstance(step, ApplicationStep):
            for row in step.scopes:
                yield from _scope(shape, row)


def _scope(shape: Shape, row: ScopeRow) -> Iterator[Mistake]:
    table, place = scope_table(), shape.place(row, "name")
    known = table.get(row.name)
    near = table.nearest(row.name)
    hint = f"; did you mean {near}?" if near else ""
    if known is None:
        yield Mistake(place, None, f"HaloPSA has no scope {row.name}{hint}")
    elif known.kind is ScopeKind.IDENTITY:
        message = f"{row.name} belongs to the sign-in; no application lists it as a permission"
        yield Mistake(place, None, message, serious=False)
    elif known.kind is not ScopeKind.API:
        message = f"HaloPSA has no scope {row.name}, though guides name it{hint}"
        yield Mistake(place, None, message)


def permission_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Name values that a permission does not have; remark on labels that no table knows."""
    for step in shape.profile.steps:
        if isinstance(step, RoleStep | AgentStep):
            for row in step.permissions:
                yield from _permission(shape, row)
            for rule in step.sections:
                yield from _section(shape, rule)


def _permission(shape: Shape, row: PermissionRow) -> Iterator[Mistake]:
    permission = permission_table().by_label(row.label, row.section, row.aliases)
    if permission is None:
        labels = [label for each in permission_table() for label in each.labels]
        # Long labels that share "Access Level" are alike without meaning the same.
        hint = nearest(row.label, labels, cutoff=0.85)
        message = f"no known permission is called so (a check will say unknown){hint}"
        yield Mistake(shape.place(row, "label"), None, message, serious=False)
        return
    sections = {each.section for each in permission_table()}
    if row.section.casefold() != permission.section.casefold():
        known = "" if row.section in sections else ", and has no section of that name"
        message = f"HaloPSA has it under {permission.section}{known}"
        yield Mistake(shape.place(row, "section"), None, message, serious=False)
    if row.level is not Level.UNSET:
        yield from _value(permission, row.value, shape.place(row, "value"))


def _value(permission: Permission, value: str, place: str) -> Iterator[Mistake]:
    if not permission.values or permission.rank_of_label(value) is not None:
        return
    if f"'{value}'" in permission.note:
        # The table's own note quotes values that newer versions show and whose code is not known.
        message = f"newer versions show {value}; its code is not known (a check will say unknown)"
        yield Mistake(place, None, message, serious=False)
        return
    values = dict.fromkeys(each.labels[0] for each in permission.values)
    message = f"{permission.labels[0]} has no value {value}; it has {', '.join(values)}"
    yield Mistake(place, None, message)


def _section(shape: Shape, rule: SectionRule) -> Iterator[Mistake]:
    permissions = permission_table().in_section(rule.section)
    if not permissions:
        sections = {each.section for each in permission_table()}
        message = f"no known permission is in this section{nearest(rule.section, sections)}"
        yield Mistake(shape.place(rule, "section"), None, message, serious=False)
    place = shape.place(rule, "value")
    wrong = [each for permission in permissions for each in _value(permission, rule.value, place)]
    yield from wrong[:1]  # one of the section's permissions says it all


def probe_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Name probes that the table does not know, and those that no scope row opens."""
    application = application_step(shape.profile)
    asked = {
        row.name
        for row in (application.scopes if application else ())
        if row.level is not ScopeLevel.FORBIDDEN
    }
    for step in shape.profile.steps:
        if isinstance(step, TestStep):
            for index, probe in enumerate(step.probes):
                place = shape.place(step, f"probes[{index}]")
                if probe in step.probes[:index]:
                    yield Mistake(place, None, f"{probe} is listed twice")
                yield from _probe(probe, asked, place)


def _probe(probe: str, asked: set[str], place: str) -> Iterator[Mistake]:
    known = probe_table().get(probe.removeprefix("GET "))
    if not probe.startswith("GET /") or known is None:
        hint = nearest(probe, [f"GET {each.path}" for each in probe_table()])
        yield Mistake(place, None, f"no known probe: {probe}{hint}")
    elif probe != f"GET {known.path}":
        yield Mistake(place, None, f"write it as GET {known.path}: its id hangs on it")
    elif known.scope and not _opened(known.scope, asked):
        yield Mistake(place, None, f"needs the scope {known.scope}, which no row asks for")


def _opened(scope: str, asked: set[str]) -> bool:
    # What a wide scope such as all:standard stands for is not documented; that it is asked for is
    # reason enough to probe what reads, but all:teams and admin:webhooks are known to be apart.
    wide = scope.startswith("read:") and bool(scope_table().wide_among(asked))
    return wide or covers(asked, scope)
