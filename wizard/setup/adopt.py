"""A connection that was made by hand: what is given of it, which profile fits, and its setup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wizard.checks.fit import Fit, equally_best
from wizard.problems import Problem
from wizard.profiles.requirements import application_step
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup.plan import plan
from wizard.setup.state import SecretPlace, SetupState


@dataclass(frozen=True, slots=True)
class Connection:
    """What a person gives of the connection, and of an administrator's beside it, if at all.

    `trust_other_host` is the person's yes to sending the secret to an authorisation server on
    another host than the instance.
    """

    address: str
    client_id: str
    client_secret: Secret
    tenant: str | None = None
    trust_other_host: bool = False
    admin_client_id: str | None = None
    admin_client_secret: Secret | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """An administrator's view that an earlier setup of the instance has: its answers and places."""

    answers: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, SecretPlace] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was found out. `fits` has every profile, best first; none where `known` says why.

    `answers` are what every setup of this connection knows, `agent` and `application` are the names
    as HaloPSA has them. `administrator` tells whether an administrator's view helped; `blind` is
    why not, where one was given. `known` is the saved setup that has this connection already.
    """

    connection: Connection
    answers: Mapping[str, str]
    agent: str | None = None
    application: str | None = None
    fits: tuple[Fit, ...] = ()
    administrator: bool = False
    blind: Problem | None = None
    access: Access = field(default_factory=Access)
    known: SetupState | None = None

    @property
    def best(self) -> tuple[Fit, ...]:
        """Give those that fit best: one, several that fit equally, or none that is likely."""
        return equally_best(self.fits)

    def of(self, profile_id: str) -> Fit | None:
        """Give how well this profile fits."""
        return next((each for each in self.fits if each.profile.id == profile_id), None)


def known_as(
    states: Iterable[SetupState], web: str, client_id: str, *, practice: bool
) -> SetupState | None:
    """Give the saved setup of this instance and client id."""
    return next(
        (
            each
            for each in states
            if each.practice == practice
            and each.answers.get("web") == web
            and each.answers.get("client_id", "").casefold() == client_id.casefold()
        ),
        None,
    )


def adopted(
    proposal: Proposal,
    profile: Profile,
    *,
    setup_id: str,
    practice: bool,
    now: dt.datetime,
) -> SetupState:
    """Give the state that the wizard would have left, without the secrets that are new.

    Its findings are those of the look; the proof still has to be done.
    """
    fit = proposal.of(profile.id)
    findings = fit.findings if fit is not None else ()
    answers = dict(proposal.answers)
    part = application_step(profile)
    if part is not None and part.name is None and proposal.application:
        answers["application_name"] = proposal.application
    by_id = {each.requirement: each for each in findings}
    steps = plan(profile, answers)
    found = {
        step.id: tuple(by_id[name] for name in step.requirements if name in by_id) for step in steps
    }
    found = {name: each for name, each in found.items() if each}
    checked = dict.fromkeys((*found, steps[0].id), now)
    return SetupState(
        setup_id,
        profile.id,
        practice,
        now,
        step=steps[-1].id,
        visited=tuple(step.id for step in steps),
        answers=answers,
        secrets=dict(proposal.access.secrets),
        findings=found,
        checked=checked,
        finished=now,
    )
