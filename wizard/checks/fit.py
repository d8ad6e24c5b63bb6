"""Which profile a connection was set up for: each is judged on the same observation and weighed.

The likeness of a profile is the weight of what is as it asks, beside that of all that it asks or
that is held: what is missing and what goes beyond both count against it. So of two profiles that
are met the one that asks for more comes first, since to the other the rest is excess. What is
unknown does not count, nor what holds for every connection that works, or only because the agent
is an administrator or one scope stands for many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.judge import judge
from wizard.checks.observation import Observation, Seen
from wizard.checks.rules.case import Link, Subject, no_link, same, text
from wizard.checks.taken import asked_by
from wizard.halo.records import Application
from wizard.halo.scopes import ScopeKind, scope_table
from wizard.profiles.requirements import (
    ScopeRequirement,
    agent_step,
    application_step,
    requirements,
)
from wizard.profiles.schema import Profile

_NAME = 5  # rows that an agent's or application's name is worth, where it is as the guide has it
_LIKELY = Fraction(1, 2)
_COMMON = frozenset({
    "token", "identity", "agent:Username", "application:authentication_method",
    "application:login_type", "application:login_agent", "application:active",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fit:
    """How well one profile fits.

    `missing`, `unknown` and `excess` are what differs; `followers` follow from one of these and
    are mended with it. `likeness` is 1 where nothing is known to differ.
    """

    profile: Profile
    findings: tuple[Finding, ...]
    asked: int
    met: int
    missing: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    excess: tuple[Finding, ...]
    followers: tuple[Finding, ...]
    likeness: Fraction
    weight: int

    @property
    def likely(self) -> bool:
        """Tell whether more speaks for this profile than against it."""
        return self.likeness > _LIKELY

    @property
    def differences(self) -> tuple[Finding, ...]:
        """Give what is to be seen to: what is missing, then unknown, then beyond."""
        return (*self.missing, *self.unknown, *self.excess)


def fits(
    profiles: Iterable[Profile], subject: Subject, seen: Observation, *, link: Link = no_link
) -> tuple[Fit, ...]:
    """Judge and weigh every profile, best first.

    `subject` is who the token acts as, and the client id; `seen` has what all profiles need.
    """
    mine = only_mine(seen, subject.client_id)
    weighed = [_fit(profile, subject, mine, link) for profile in profiles]
    return tuple(sorted(weighed, key=lambda fit: (-fit.likeness, -fit.weight, fit.profile.id)))


def equally_best(ranked: Collection[Fit]) -> tuple[Fit, ...]:
    """Give those that fit as well as the first one does; none where none is likely."""
    first = next(iter(ranked), None)
    if first is None or not first.likely:
        return ()
    best = (first.likeness, first.weight)
    return tuple(each for each in ranked if (each.likeness, each.weight) == best)


def only_mine(seen: Observation, client_id: str | None) -> Observation:
    """Leave of the applications only the one with this client id.

    Another one that happens to have the name that a guide asks for says nothing about this one.
    """
    if not isinstance(seen.applications, Seen):
        return seen
    mine = tuple(each for each in seen.applications.value if text(each.client_id) == client_id)
    return replace(seen, applications=Seen(mine, seen.applications.through))


def _fit(profile: Profile, subject: Subject, seen: Observation, link: Link) -> Fit:
    findings = judge(profile, subject, seen, link=link)
    ids = asked_by(profile)
    asked = [each for each in findings if each.requirement in ids]
    roots = [each for each in findings if each.because is None]
    met = [each for each in asked if each.state in (State.MET, State.EXCESS)]
    missing = _of(State.MISSING, roots)
    excess = _of(State.EXCESS, roots)
    speaks_for = sum(_tells(each, _held(seen)) for each in met) + _NAME * _names(
        profile, subject, seen
    )
    against = len(missing) + len(excess) + _unasked(profile, seen)
    return Fit(
        profile,
        findings,
        len(asked),
        len(met),
        missing,
        _of(State.UNKNOWN, roots),
        excess,
        tuple(
            each
            for each in findings
            if each.because is not None and each.state in (State.MISSING, State.UNKNOWN)
        ),
        Fraction(speaks_for, speaks_for + against) if speaks_for else Fraction(0),
        speaks_for,
    )


def _tells(finding: Finding, held: frozenset[str] | None) -> bool:
    """Tell whether a row that is met tells this profile from others.

    Where the scopes are listed, those that are held by their own names do, and what they let
    through adds nothing. An administrator has every right: a permission that is met by that alone
    has no value of its own.
    """
    name = finding.requirement
    kind, _, label = name.partition(":")
    if kind == "scope" and held is not None:
        return label in held
    if kind == "probe":
        return held is None
    if kind == "permission" and finding.known_by is KnownBy.CONFIGURED:
        return finding.value is not None
    return name not in _COMMON


def _of(state: State, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(each for each in findings if each.state is state)


def _names(profile: Profile, subject: Subject, seen: Observation) -> int:
    """Count the names, of agent and application, that are as the guide fixes or suggests them."""
    agent, application = agent_step(profile), application_step(profile)
    mine = application_of(seen)
    pairs = (
        (subject.agent, (agent.username or agent.suggested) if agent else None),
        (
            text(mine.display_name) if mine else None,
            (application.name or application.suggested) if application else None,
        ),
    )
    return sum(same(has, wanted or profile.name) for has, wanted in pairs if has)


def application_of(seen: Observation) -> Application | None:
    """Give the one application that is left of those that were seen."""
    found = seen.applications
    return next(iter(found.value), None) if isinstance(found, Seen) else None


def _unasked(profile: Profile, seen: Observation) -> int:
    """Count the scopes held of a profile that asks for none: no rule calls them excess there."""
    if any(isinstance(each, ScopeRequirement) for each in requirements(profile)):
        return 0
    known = (scope_table().get(name) for name in _held(seen) or ())
    return sum(each is None or each.kind is not ScopeKind.IDENTITY for each in known)


def _held(seen: Observation) -> frozenset[str] | None:
    """Give the scopes that the application is known to hold; None where nothing lists them."""
    return seen.scopes.value.held if isinstance(seen.scopes, Seen) else None
