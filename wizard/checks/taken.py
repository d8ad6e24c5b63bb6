"""From what a check observed to the `Check` that is compared over time."""

from __future__ import annotations

import datetime as dt

from wizard.checks.findings import Finding
from wizard.checks.observation import Observation, Seen, Through
from wizard.checks.rules import sections
from wizard.checks.snapshots import Check, TokenAgent
from wizard.profiles.requirements import SectionRequirement, requirements
from wizard.profiles.schema import Profile


def taken(
    profile: Profile,
    seen: Observation,
    findings: tuple[Finding, ...],
    *,
    at: dt.datetime,
    version: str | None,
) -> Check:
    """Put together what is compared of a check of the whole profile that ended at `at`.

    `findings` are those of `judge` on `seen`; `version` is the instance's, None where not told.
    """
    return Check(
        at=at,
        profile_date=profile.source.seen,
        asked=asked_by(profile),
        findings=findings,
        eyes=_eyes(seen),
        version=version,
        agent=_agent(seen),
    )


def asked_by(profile: Profile) -> frozenset[str]:
    """Give the ids of all that a profile asks, with each known code of a section rule."""
    every = requirements(profile)
    rules = (each for each in every if isinstance(each, SectionRequirement))
    codes = (name for rule in rules for name in sections.ids(rule))
    return frozenset((*codes, *(each.id for each in every)))


def _eyes(seen: Observation) -> Through:
    parts = (seen.agents, seen.agent, seen.applications)
    administrator = any(
        isinstance(each, Seen) and each.through is Through.ADMINISTRATOR for each in parts
    )
    return Through.ADMINISTRATOR if administrator else Through.OWN


def _agent(seen: Observation) -> TokenAgent | None:
    if not isinstance(seen.identity, Seen):
        return None
    return TokenAgent(seen.identity.value.agent_id, seen.identity.value.name)
