"""What is compared over time: one check of a setup, and what is known good of it since earlier.

Nothing here holds the program's words: what is kept of a setup means the same in every language and
in every later version.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from wizard.checks.findings import Finding, State
from wizard.checks.observation import Through
from wizard.checks.rules.case import same


def kind_of(requirement: str) -> str:
    """Give the kind of a requirement: "scope", "permission", …"""
    return requirement.partition(":")[0]


@dataclass(frozen=True, slots=True)
class TokenAgent:
    """The agent that a token acts as, as far as the token tells."""

    id: int | None
    name: str | None

    def is_another(self, other: TokenAgent) -> bool:
        """Tell whether the two are surely two: by id, and by name where neither has one.

        A token that tells no id may call the agent otherwise than one that does.
        """
        if self.id is not None or other.id is not None:
            return self.id is not None and other.id is not None and self.id != other.id
        if self.name is None or other.name is None:
            return False
        return not same(self.name, other.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of all that a profile asks, and what it found.

    `at` is when it ended, with a time zone. `asked` are the ids of what the profile asks for: the
    findings beyond them are rights that no row asks for. `eyes` tells through whom the
    configuration was looked at. `version` is the instance's; None for what was not told.
    """

    at: dt.datetime
    profile_date: dt.date
    asked: frozenset[str]
    findings: tuple[Finding, ...]
    eyes: Through = Through.OWN
    version: str | None = None
    agent: TokenAgent | None = None

    def read(self) -> dict[str, Finding]:
        """Give what could be read, by requirement: all but the unknown."""
        known = (each for each in self.findings if each.state is not State.UNKNOWN)
        return {each.requirement: each for each in known}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one requirement: met (no more than asked), excess or missing, since `at`.

    `value` is Halo's own, None where the state says it all. `at` is the last check that saw it so.
    """

    state: State
    value: str | None
    at: dt.datetime

    @property
    def good(self) -> bool:
        """Tell whether the requirement was fulfilled."""
        return self.state is not State.MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class LastGood:
    """The last good state of a setup, put together from its checks (`wizard.checks.baseline`).

    What got worse since is not in it: it stands as it was when it was last good. `at` is the last
    check that could read something; `profile_date` and `asked` are of what the profile asked then.
    `kinds` are those of which anything was ever read: what is new of another was not in sight.
    """

    at: dt.datetime
    profile_date: dt.date
    asked: frozenset[str]
    eyes: Through
    kinds: frozenset[str]
    version: str | None = None
    agent: TokenAgent | None = None
    known: Mapping[str, Known] = field(default_factory=dict)
