"""Drift: what changed of a setup since it was last good, apart from what never fitted.

Compared are ids, states, agents and Halo's own values, never the program's words. What could not be
read now is no drift, and what could not be seen then was not gained since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wizard.checks.findings import Finding, State
from wizard.checks.observation import Through
from wizard.checks.snapshots import Check, Known, LastGood, TokenAgent, kind_of
from wizard.halo.permissions import permission_table

IDENTITY = "identity"
LOGIN_AGENT = "application:login_agent"


class DriftKind(StrEnum):
    """What kind of change it is."""

    LOST = "lost"  # was fulfilled, is missing
    GAINED = "gained"  # more than asked, and was not
    CHANGED = "changed"  # more than asked then and now, with another value
    ASKED = "asked"  # the profile asks it, and did not
    DROPPED = "dropped"  # the profile asked it, and does not any more
    OTHER_AGENT = "other_agent"  # the token acts as somebody else
    OTHER_LOGIN = "other_login"  # the application is set to log in as somebody else
    VERSION = "version"  # the instance has another version


@dataclass(frozen=True, slots=True)
class Drift:
    """One change. `then` and `now` are Halo's own values where there are any.

    `requirement` is None for what concerns the instance; `state` is how the requirement stands now.
    `since` is when it was last as it should be. `guides` are the profile's dates then and now where
    they differ and the profile made the change. `because`: the finding that this follows from.
    """

    kind: DriftKind
    requirement: str | None
    state: State | None
    then: str | None
    now: str | None
    since: dt.datetime
    guides: tuple[dt.date, dt.date] | None = None
    because: str | None = None

    @property
    def stays(self) -> bool:
        """Tell whether it is said at each check until it is mended or accepted.

        The others are news: they are said once, and from then on it is so.
        """
        if self.kind is DriftKind.ASKED:
            return self.state is State.MISSING
        if self.kind in (DriftKind.OTHER_AGENT, DriftKind.OTHER_LOGIN):
            return self.state is not State.MET
        return self.kind in (DriftKind.LOST, DriftKind.GAINED, DriftKind.CHANGED)


@dataclass(frozen=True, slots=True)
class NotSeen:
    """A requirement that could not be read now, and what is known of it since earlier, if any."""

    requirement: str
    known: Known | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a check says beside the last good state, each in the order of the ids.

    `never_fitted` are the ids of what is missing now and was never fulfilled as far as is known.
    """

    drifts: tuple[Drift, ...] = ()
    never_fitted: tuple[str, ...] = ()
    not_seen: tuple[NotSeen, ...] = ()


def compare(last: LastGood | None, check: Check) -> Comparison:
    """Compare a check with the last good state; None for a first check, which cannot drift."""
    known = last.known if last is not None else {}
    drifts = sorted(_drifts(last, check), key=_place) if last is not None else []
    drifted = {each.requirement for each in drifts}
    missing = (each.requirement for each in check.findings if each.state is State.MISSING)
    unknown = (each.requirement for each in check.findings if each.state is State.UNKNOWN)
    return Comparison(
        tuple(drifts),
        tuple(sorted(set(missing) - drifted)),
        tuple(NotSeen(each, known.get(each)) for each in sorted(set(unknown) - drifted)),
    )


def looks_deeper(check: Check, last: LastGood) -> bool:
    """Tell whether a check saw through eyes that see more than all before: then what is more than
    asked may have been there all the time.
    """
    return check.eyes is Through.ADMINISTRATOR and last.eyes is Through.OWN


def _place(drift: Drift) -> tuple[str, str]:
    return drift.requirement or "", drift.kind


def _drifts(last: LastGood, check: Check) -> Iterator[Drift]:
    read = check.read()
    if not read:
        return  # nothing of the instance could be read, so nothing is known to have changed
    agent = _agent(last, check, read.get(IDENTITY))
    if agent is not None:
        yield agent
    for finding in read.values():
        if agent is None or finding.requirement != IDENTITY:
            drift = _of_row(last, check, finding)
            if drift is not None:
                yield drift
    for requirement in last.asked - check.asked:
        yield Drift(DriftKind.DROPPED, requirement, None, None, None, last.at, _guides(last, check))
    if last.version and check.version and last.version != check.version:
        yield Drift(DriftKind.VERSION, None, None, last.version, check.version, last.at)


def _of_row(last: LastGood, check: Check, now: Finding) -> Drift | None:
    """Compare one finding that is known with what was known of it."""
    name, then = now.requirement, last.known.get(now.requirement)
    if name in check.asked and name not in last.asked:
        guides = _guides(last, check)
        return Drift(
            DriftKind.ASKED, name, now.state, None, now.value, last.at, guides, now.because
        )
    kind = _kind(last, check, now, then)
    if kind is None:
        return None
    value, since = (then.value, then.at) if then is not None else (None, last.at)
    return Drift(kind, name, now.state, value, now.value, since, None, now.because)


def _kind(last: LastGood, check: Check, now: Finding, then: Known | None) -> DriftKind | None:
    if now.state is State.EXCESS:
        return _of_excess(last, check, now, then)
    if then is None or not then.good:
        return None
    login = now.requirement == LOGIN_AGENT
    if now.state is State.MISSING:
        return DriftKind.OTHER_LOGIN if login else DriftKind.LOST
    return DriftKind.OTHER_LOGIN if login and _differs(then, now) else None


def _of_excess(last: LastGood, check: Check, now: Finding, then: Known | None) -> DriftKind | None:
    if then is not None and then.state is State.EXCESS:
        return DriftKind.CHANGED if _differs(then, now) else None
    if looks_deeper(check, last):
        return None
    if now.requirement in check.asked:
        return DriftKind.GAINED if then is not None else None
    if now.requirement in last.asked or _was_held(last, now.requirement):
        return None  # it was there; the profile asks less
    return DriftKind.GAINED if kind_of(now.requirement) in last.kinds else None


def _differs(then: Known, now: Finding) -> bool:
    return then.value is not None and now.value is not None and then.value != now.value


def _was_held(last: LastGood, requirement: str) -> bool:
    """Tell whether the same right was held under the label by which a guide asked for it."""
    right = _right(requirement)
    return right is not None and any(
        known.good and name in last.asked and _right(name) == right
        for name, known in last.known.items()
    )


def _right(requirement: str) -> str | None:
    kind, _, label = requirement.partition(":")
    found = permission_table().by_label(label) if kind == "permission" else None
    return found.code if found else None


def _agent(last: LastGood, check: Check, identity: Finding | None) -> Drift | None:
    then = last.known.get(IDENTITY)
    was_good = then is not None and then.good
    lost = was_good and identity is not None and identity.state is State.MISSING
    another = last.agent and check.agent and check.agent.is_another(last.agent)
    if not lost and not another:
        return None
    state = identity.state if identity else State.UNKNOWN
    since = then.at if was_good and then is not None else last.at
    before = _named(last.agent) or (then.value if then else None)
    after = _named(check.agent) or (identity.value if identity else None)
    because = identity.because if identity else None
    return Drift(DriftKind.OTHER_AGENT, IDENTITY, state, before, after, since, None, because)


def _named(agent: TokenAgent | None) -> str | None:
    """Name an agent with its id, since another one may have taken over the name."""
    if agent is None:
        return None
    shown = (agent.name, f"(#{agent.id})" if agent.id is not None else None)
    return " ".join(each for each in shown if each) or None


def _guides(last: LastGood, check: Check) -> tuple[dt.date, dt.date] | None:
    dates = last.profile_date, check.profile_date
    return None if dates[0] == dates[1] else dates
