"""Findings: what a check says of one requirement (contract: a finding)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wizard.exit_code import ExitCode as ExitCode  # noqa: PLC0414 - a report ends in one
from wizard.problems import Layer


class State(StrEnum):
    """The four results. Unknown and excess are results too."""

    MET = "met"
    MISSING = "missing"
    EXCESS = "excess"
    UNKNOWN = "unknown"


class KnownBy(StrEnum):
    """How a finding is known; a person's word is never shown as proof."""

    CONFIGURED = "configured"
    PROVEN = "proven"
    PERSON = "person"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says of one requirement.

    `because` is the id of the finding that this one follows from; `link` is a deep link into
    HaloPSA or None; `evidence` is what was seen, redacted. `value` is what HaloPSA has there in its
    own words, the same in every language of this program, so that two checks can be compared; None
    where `found` is in the program's words.
    """

    requirement: str
    state: State
    layer: Layer
    wanted: str
    found: str
    evidence: tuple[str, ...] = ()
    remedy: str = ""
    link: str | None = None
    known_by: KnownBy = KnownBy.NONE
    because: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one check, with what they were checked against. Times are UTC."""

    profile: str
    profile_date: dt.date
    instance: str
    checked_at: dt.datetime
    findings: tuple[Finding, ...]

    def summary(self) -> dict[State, int]:
        """Count the findings of each state."""
        return summarise(self.findings)

    def exit_code(self, *, strict: bool = False) -> int:
        """Give the exit code; `strict` makes excess count as missing."""
        return exit_code(self.findings, strict=strict)


def exit_code(findings: Iterable[Finding], *, strict: bool = False) -> int:
    """Give the exit code of these findings; `strict` makes excess count as missing."""
    counts = summarise(findings)
    if counts[State.MISSING] or (strict and counts[State.EXCESS]):
        return ExitCode.MISSING
    return ExitCode.UNKNOWN if counts[State.UNKNOWN] else ExitCode.CLEAN


def summarise(findings: Iterable[Finding]) -> dict[State, int]:
    """Count the findings of each state; every state has a count."""
    counts = Counter(finding.state for finding in findings)
    return {state: counts[state] for state in State}
