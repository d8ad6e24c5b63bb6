"""Accepted drift: a person knows of it, says why, and until when.

It stays visible and counts as accepted, and comes back when its time is over or when what was
accepted changes again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wizard.checks.baseline import is_gone
from wizard.checks.drift import Drift, DriftKind, compare
from wizard.checks.findings import State
from wizard.checks.snapshots import Check, LastGood
from wizard.problems import ProblemError, problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A person's word that one drift may stay through the day `until`.

    `kind`, `state` and `value` are those of the drift that was accepted.
    """

    requirement: str
    kind: DriftKind
    state: State | None
    value: str | None
    reason: str
    person: str
    at: dt.datetime
    until: dt.date

    def is_of(self, drift: Drift) -> bool:
        """Tell whether this is the drift that was accepted, unchanged."""
        now = (drift.requirement, drift.kind, drift.state, drift.now)
        return now == (self.requirement, self.kind, self.state, self.value)


class Weight(StrEnum):
    """How a drift counts."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EXPIRED = "expired"  # was accepted, and the time is over
    CHANGED = "changed"  # was accepted, and is another now


@dataclass(frozen=True, slots=True)
class Weighed:
    """A drift, how it counts, and the acceptance that this rests on, if any."""

    drift: Drift
    weight: Weight
    accepted: Accepted | None = None

    @property
    def counts(self) -> bool:
        """Tell whether it needs a hand: it is no news, and not accepted (any more)."""
        return self.drift.stays and self.weight is not Weight.ACCEPTED


def accept(drift: Drift, *, reason: str, person: str, at: dt.datetime, until: dt.date) -> Accepted:
    """Accept a drift through the day `until`.

    Raises ProblemError `acceptance.incomplete` without a reason or a name, `acceptance.past` for a
    day before that of `at`, `acceptance.news` for what is said once only or is of no requirement.
    """
    reason, person = reason.strip(), person.strip()
    if drift.requirement is None or not drift.stays:
        raise ProblemError(problem("acceptance.news"))
    if not reason or not person:
        raise ProblemError(problem("acceptance.incomplete"))
    if until < at.date():
        raise ProblemError(problem("acceptance.past", until.isoformat()))
    return Accepted(
        requirement=drift.requirement,
        kind=drift.kind,
        state=drift.state,
        value=drift.now,
        reason=reason,
        person=person,
        at=at,
        until=until,
    )


def weigh(
    drifts: Iterable[Drift], accepted: Collection[Accepted], today: dt.date
) -> tuple[Weighed, ...]:
    """Say of each drift how it counts today; of several acceptances the newest word counts.

    What only follows from an accepted drift is accepted with it.
    """
    weighed = [_weighed(each, accepted, today) for each in drifts]
    some = (each for each in weighed if each.weight is Weight.ACCEPTED)
    words = {each.drift.requirement: each.accepted for each in some}
    causes = {each.drift.requirement: each.drift.because for each in weighed}
    return tuple(_following(each, words, causes) for each in weighed)


def is_over(accepted: Accepted, last: LastGood | None, check: Check) -> bool:
    """Tell whether a check shows that nothing is left of what was accepted.

    Then the word is used up: should the same be lost again, somebody has to look at it again. What
    could not be read ends nothing.
    """
    if last is None:
        return False
    name = accepted.requirement
    if any(each.requirement == name for each in compare(last, check).drifts):
        return False
    return name in check.read() or is_gone(name, last, check)


def _following(
    weighed: Weighed,
    words: Mapping[str | None, Accepted | None],
    causes: Mapping[str | None, str | None],
) -> Weighed:
    """Give a drift as accepted where what it follows from is."""
    passed: set[str] = set()
    cause = weighed.drift.because
    while weighed.weight is Weight.OPEN and cause is not None and cause not in passed:
        if cause in words:
            return Weighed(weighed.drift, Weight.ACCEPTED, words[cause])
        passed.add(cause)
        cause = causes.get(cause)
    return weighed


def _weighed(drift: Drift, accepted: Collection[Accepted], today: dt.date) -> Weighed:
    words = sorted(
        (each for each in accepted if each.requirement == drift.requirement),
        key=lambda each: (each.at, each.until),
        reverse=True,
    )
    word = next((each for each in words if each.is_of(drift)), words[0] if words else None)
    if word is None:
        return Weighed(drift, Weight.OPEN)
    if not word.is_of(drift):
        return Weighed(drift, Weight.CHANGED, word)
    return Weighed(drift, Weight.EXPIRED if word.until < today else Weight.ACCEPTED, word)
