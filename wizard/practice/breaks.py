"""What of a profile can be left undone, by requirement id (contract: breaking things)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wizard.practice.model import Method
from wizard.practice.settings import settings
from wizard.practice.tables import tables
from wizard.profiles.requirements import (
    CHECKABLE_AGENT_FIELDS,
    AgentFieldRequirement,
    ApplicationRequirement,
    DepartmentRequirement,
    IdentityRequirement,
    Requirement,
    RoleRequirement,
    ScopeRequirement,
    TeamRequirement,
    TokenRequirement,
    requirements,
)
from wizard.profiles.schema import Profile, ScopeLevel

_SURELY = (
    ApplicationRequirement,
    DepartmentRequirement,
    IdentityRequirement,
    RoleRequirement,
    TeamRequirement,
    TokenRequirement,
)


class UnbreakableError(ValueError):
    """A requirement that cannot be broken, or that the profile does not have."""

    def __init__(self, profile: Profile, ids: Collection[str]) -> None:
        self.ids = tuple(sorted(ids))
        super().__init__(f"{profile.name}: cannot be broken: {', '.join(self.ids)}")


def breakable(profile: Profile) -> tuple[str, ...]:
    """Give the ids that can be broken, in the order of the profile's requirements.

    Probes, section rules and what only a person can confirm cannot; nor can a row that may be
    left undone, or one whose value HaloPSA's tables do not tell.
    """
    permissions = [each.requirement for each in settings(profile) if each.broken is not None]
    surely = [each.id for each in requirements(profile) if _breakable(each)]
    order = {each.id: number for number, each in enumerate(requirements(profile))}
    ids = dict.fromkeys((*surely, *permissions))
    # The codes of a section rule come after the profile's own rows.
    return tuple(sorted(ids, key=lambda each: order.get(each, len(order))))


def require_breakable(profile: Profile, breaks: Collection[str]) -> None:
    """Raise UnbreakableError unless every one of these ids can be broken."""
    wrong = set(breaks) - set(breakable(profile))
    if wrong:
        raise UnbreakableError(profile, wrong)


def ticked_scopes(rows: Collection[ScopeRequirement], breaks: Collection[str]) -> Iterator[str]:
    """Give the scopes to tick: of a group of which one is enough, the first."""
    groups: set[str | None] = set()
    for each in rows:
        name, level = each.row.name, each.row.level
        broken = each.id in breaks
        if level is ScopeLevel.ONE_OF:
            if each.row.group in groups:
                continue
            groups.add(each.row.group)
        if name in tables().api_scopes and broken == (level is ScopeLevel.FORBIDDEN):
            yield name


def _breakable(requirement: Requirement) -> bool:
    if isinstance(requirement, AgentFieldRequirement):
        return requirement.firm and requirement.row.label in CHECKABLE_AGENT_FIELDS
    if isinstance(requirement, ScopeRequirement):
        decided = requirement.row.level in (ScopeLevel.REQUIRED, ScopeLevel.FORBIDDEN)
        return decided and requirement.row.name in tables().api_scopes
    if isinstance(requirement, ApplicationRequirement):
        # A service application is the only kind that logs in as somebody.
        return requirement.wanted != Method.NATIVE
    return isinstance(requirement, _SURELY)
