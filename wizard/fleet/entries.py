"""From a saved setup and its newest check to its entry in the overview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from wizard.checks.acceptance import Accepted, Weighed, Weight
from wizard.checks.findings import ExitCode, Finding, KnownBy, State
from wizard.fleet.names import host_of
from wizard.fleet.overview import Entry, Stand
from wizard.profiles.schema import Profile
from wizard.setup.standing import with_words
from wizard.setup.state import SetupState
from wizard.setup.steps import StepKind


@dataclass(frozen=True, slots=True)
class Whole:
    """A check of all that a profile asks: what it found, when it ended, and what changed.

    `before` is the exit code of the run before it, None where there was none.
    """

    findings: tuple[Finding, ...]
    at: dt.datetime
    drifts: tuple[Weighed, ...] = ()
    before: int | None = None


def newest_of(state: SetupState, run: Whole | None) -> Whole | None:
    """Give the newest whole check of a setup, with persons' words laid over what is unknown.

    That is the newest run of the history; a setup from before there was one keeps its proof itself.
    """
    if run is None:
        proofs = (each for each in state.checked if each.partition("-")[0] == StepKind.PROOF)
        last = max(proofs, key=lambda step: state.checked[step], default=None)
        if last is None:
            return None
        run = Whole(state.findings.get(last, ()), state.checked[last])
    if not state.confirmed:
        return run
    return replace(run, findings=with_words(run.findings, state.confirmed))


def entry_of(state: SetupState, profile: Profile | None, whole: Whole | None) -> Entry:
    """Give the entry of a setup. `profile` None: it is not on this workstation."""
    drifts = whole.drifts if whole is not None else ()
    findings = whole.findings if whole is not None else ()
    left = len(left_over(findings, drifts))
    unknown = sum(
        each.state is State.UNKNOWN and each.known_by is not KnownBy.PERSON for each in findings
    )
    open_drifts = len(roots(drifts))
    return Entry(
        setup_id=state.id,
        integration=profile.name if profile is not None else state.profile_id,
        instance=host_of(state),
        stand=_stand(state, profile, whole, left, unknown, open_drifts),
        left=left,
        unknown=unknown,
        drifts=open_drifts,
        accepted=len(_accepted(drifts)),
        checked=whole.at if whole is not None else None,
        mended=_is_mended(whole, left, unknown),
    )


def failed_entry(state: SetupState, profile: Profile | None) -> Entry:
    """Give the entry of a setup whose newest re-check could not look at anything."""
    return replace(entry_of(state, profile, None), stand=Stand.FAILED)


def left_over(findings: Iterable[Finding], drifts: Iterable[Weighed]) -> list[Finding]:
    """Give what is missing, but for what is accepted and what follows from that."""
    known = {each.requirement: each for each in findings}
    accepted = accepted_of(known.values(), drifts)
    missing = (each for each in known.values() if each.state is State.MISSING)
    return [each for each in missing if each.requirement not in accepted]


def accepted_of(findings: Iterable[Finding], drifts: Iterable[Weighed]) -> dict[str, Accepted]:
    """Give the requirements that are missing and accepted, or follow from one that is, each with
    the word on which that rests.
    """
    known = {each.requirement: each for each in findings}
    words = {
        each.drift.requirement: each.accepted for each in drifts if each.weight is Weight.ACCEPTED
    }

    def word_for(finding: Finding) -> Accepted | None:
        passed: set[str] = set()
        here: Finding | None = finding
        while here is not None and here.requirement not in passed:
            if here.requirement in words:
                return words[here.requirement]
            passed.add(here.requirement)
            here = known.get(here.because) if here.because else None
        return None

    missing = (each for each in known.values() if each.state is State.MISSING)
    said = ((each.requirement, word_for(each)) for each in missing)
    return {requirement: word for requirement, word in said if word is not None}


def roots(drifts: Collection[Weighed]) -> list[Weighed]:
    """Give the drifts that need a hand, without those that follow from another one."""
    counted = [each for each in drifts if each.counts]
    names = {each.drift.requirement for each in counted}
    return [each for each in counted if each.drift.because not in names]


def _accepted(drifts: Iterable[Weighed]) -> list[Weighed]:
    """Give what is accepted, without what only follows from it."""
    some = [each for each in drifts if each.weight is Weight.ACCEPTED]
    names = {each.drift.requirement for each in some}
    return [each for each in some if each.drift.because not in names]


def _stand(
    state: SetupState,
    profile: Profile | None,
    whole: Whole | None,
    left: int,
    unknown: int,
    drifts: int,
) -> Stand:
    if profile is None:
        return Stand.FAILED
    if state.finished is None:
        return Stand.BEGUN
    if whole is None:
        return Stand.UNCHECKED
    if left or drifts:
        return Stand.HAND
    if unknown:
        return Stand.UNKNOWN
    if any(each.weight is Weight.ACCEPTED for each in whole.drifts):
        return Stand.ACCEPTED
    confirmed = any(each.known_by is KnownBy.PERSON for each in whole.findings)
    return Stand.CONFIRMED if confirmed else Stand.HOLDS


def _is_mended(whole: Whole | None, left: int, unknown: int) -> bool:
    if whole is None or left or unknown:
        return False
    return whole.before in (ExitCode.MISSING, ExitCode.FAILED)
