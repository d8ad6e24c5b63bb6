"""What a profile asks for, counted, to be read before it is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.language import mark, plural, series, tr
from wizard.profiles.requirements import (
    DepartmentRequirement,
    PermissionRequirement,
    RoleRequirement,
    ScopeRequirement,
    ScreenRequirement,
    SectionRequirement,
    TeamRequirement,
    requirements,
)
from wizard.profiles.schema import HandOverStep, Profile, ScopeLevel


def asks(profile: Profile) -> str:
    """Say what is to be set in HaloPSA, such as "6 permissions · 3 scopes · a team you choose"."""
    return " · ".join(_parts(profile))


def wants_back(profile: Profile) -> str:
    """Name the fields of the vendor's form; "" if the guide has no hand-over."""
    steps = [step for step in profile.steps if isinstance(step, HandOverStep)]
    return series(dict.fromkeys(field.label for step in steps for field in step.fields))


def _parts(profile: Profile) -> Iterator[str]:
    every = requirements(profile)
    roles = [each.name for each in every if isinstance(each, RoleRequirement)]
    if roles:
        yield tr("role {names}", names=series(roles))
    permissions = sum(isinstance(each, PermissionRequirement) for each in every)
    if permissions:
        yield plural(permissions, mark("{number} permission"), mark("{number} permissions"))
    for section in [each.rule.section for each in every if isinstance(each, SectionRequirement)]:
        yield tr("every option of {section}", section=section)
    scopes = sum(
        each.row.level is not ScopeLevel.FORBIDDEN
        for each in every
        if isinstance(each, ScopeRequirement)
    )
    if scopes:
        yield plural(scopes, mark("{number} scope"), mark("{number} scopes"))
    teams = [each.name for each in every if isinstance(each, TeamRequirement)]
    if None in teams:
        yield tr("a team that you choose")
    named = [name for name in teams if name is not None]
    if named:
        yield tr("team {names}", names=series(named))
    departments = [each.name for each in every if isinstance(each, DepartmentRequirement)]
    if departments:
        yield tr("department {names}", names=series(departments))
    other = sum(isinstance(each, ScreenRequirement) for each in every)
    if other:
        yield plural(other, mark("{number} other setting"), mark("{number} other settings"))
