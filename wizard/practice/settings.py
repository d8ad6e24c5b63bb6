"""Which permissions a profile asks for, as claims to set; a broken row is one step lower.

Pure: the technician sets them, and `breaks` says what can be broken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wizard.practice.pages.holders import UNTOLD
from wizard.practice.tables import Permission, tables
from wizard.profiles.requirements import (
    PermissionRequirement,
    SectionRequirement,
    requirements,
    role_step,
)
from wizard.profiles.schema import Holder, Level, Profile


@dataclass(frozen=True, slots=True)
class Setting:
    """One claim: on the role of this name, or (None) on the agent.

    `value` is what the profile asks for, None where the claim must stay unset; `broken` is what a
    technician sets who leaves the row undone, None where that cannot be told.
    """

    requirement: str
    role: str | None
    code: str
    value: str | None
    broken: str | None


def settings(profile: Profile) -> tuple[Setting, ...]:
    """Give every claim that the profile asks for, each requirement once.

    A row whose label or value no source knows has no code that could be set, and is left out. A
    section rule sets each known permission of its section that has no row of its own.
    """
    found: dict[str, Setting] = {}
    rows = [each for each in requirements(profile) if isinstance(each, PermissionRequirement)]
    for row in rows:
        setting = _of_row(profile, row)
        if setting:
            found[setting.requirement] = setting
    own_rows = {setting.code for setting in found.values()}
    for rule in requirements(profile):
        if isinstance(rule, SectionRequirement):
            for setting in _of_section(rule):
                if setting.code not in own_rows:
                    found.setdefault(setting.requirement, setting)
    return tuple(found.values())


def claims(profile: Profile, role: str | None, breaks: Collection[str]) -> dict[str, str]:
    """Give the claims to set on this role, or (None) on the agent, except what is broken."""
    result: dict[str, str] = {}
    for setting in settings(profile):
        value = setting.broken if setting.requirement in breaks else setting.value
        if setting.role == role and value is not None:
            result[setting.code] = value
    return result


def _of_row(profile: Profile, requirement: PermissionRequirement) -> Setting | None:
    row = requirement.row
    permission = tables().permission_called((row.label, *row.aliases))
    if permission is None:
        return None
    role = requirement.role
    if role is None and row.holder is Holder.ROLE:
        step = role_step(profile)
        role = step.name if step else None
    if row.level is Level.UNSET:
        highest = permission.values[-1].code if permission.values else None
        return Setting(requirement.id, role, permission.code, None, highest)
    value = _value(permission, row.value)
    if value is None:
        return None
    # An optional row that is left undone is not missing, so it cannot be broken.
    lower = _lower(permission, row.value) if row.level is Level.REQUIRED else None
    return Setting(requirement.id, role, permission.code, value, lower)


def _of_section(requirement: SectionRequirement) -> Iterator[Setting]:
    wanted = requirement.rule.value
    for permission in tables().section(requirement.rule.section):
        value = _value(permission, wanted)
        if value is not None:
            name = f"permission:{permission.label}"
            lower = _lower(permission, wanted)
            yield Setting(name, requirement.role, permission.code, value, lower)


def _value(permission: Permission, label: str) -> str | None:
    """Give the stored value; the highest where two share the label (halo-api.md §8.4 no. 26)."""
    if not permission.values:
        known = {name.casefold(): code for code, name in UNTOLD}
        return known.get(label.casefold())
    ranks = permission.ranks_called(label)
    return permission.values[ranks[-1]].code if ranks else None


def _lower(permission: Permission, label: str) -> str | None:
    """Give the value one step below, in the permission's own order; None if there is none."""
    ranks = permission.ranks_called(label)
    return permission.values[ranks[0] - 1].code if ranks and ranks[0] > 0 else None
