"""What is known of one setup over time: how it stands, what changed, what never fitted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from wizard.checks.acceptance import Accepted, Weighed, weigh
from wizard.checks.findings import Finding, State
from wizard.checks.snapshots import Known, LastGood
from wizard.fleet.entries import Whole, accepted_of, entry_of, failed_entry, newest_of
from wizard.fleet.overview import Entry
from wizard.problems import Problem
from wizard.profiles.schema import Profile
from wizard.setup.runs import Run
from wizard.setup.state import Confirmation, SetupState


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One setup with its history; `profile` None: it is not on this workstation.

    `whole` is its newest check. `last` is the last good state, `runs` are the newest first, `said`
    is who confirmed what, the newest last. `failed` says why nothing could be looked at since.
    """

    state: SetupState
    profile: Profile | None
    entry: Entry
    whole: Whole | None
    last: LastGood | None = None
    runs: tuple[Run, ...] = ()
    said: tuple[tuple[str, Confirmation], ...] = ()
    failed: Problem | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what the newest check found."""
        return self.whole.findings if self.whole is not None else ()

    @property
    def changed(self) -> tuple[Weighed, ...]:
        """Give what changed since the last good state, without what follows from another change."""
        drifts = self.whole.drifts if self.whole is not None else ()
        names = {each.drift.requirement for each in drifts}
        return tuple(each for each in drifts if each.drift.because not in names)

    @property
    def never(self) -> tuple[Finding, ...]:
        """Give what is missing and was never fulfilled as far as is known, without what follows."""
        drifts = self.whole.drifts if self.whole is not None else ()
        drifted = {each.drift.requirement for each in drifts}
        missing = {each.requirement: each for each in self.findings if each.state is State.MISSING}
        return tuple(
            each
            for name, each in missing.items()
            if name not in drifted and each.because not in missing
        )

    @property
    def accepted(self) -> dict[str, Accepted]:
        """Give the requirements that are missing and accepted, with what follows from those."""
        return accepted_of(self.findings, self.whole.drifts if self.whole is not None else ())

    def finding(self, requirement: str | None) -> Finding | None:
        """Give what the newest check found for a requirement."""
        return next((each for each in self.findings if each.requirement == requirement), None)

    def known(self, requirement: str) -> Known | None:
        """Give what is known of a requirement since earlier, for one that cannot be read now."""
        return self.last.known.get(requirement) if self.last is not None else None

    def following(self, requirement: str) -> tuple[Finding, ...]:
        """Give what is missing only because of this one, directly or not."""
        missing = [each for each in self.findings if each.state is State.MISSING]
        names = {requirement}
        while more := {each.requirement for each in missing if each.because in names} - names:
            names |= more
        names.discard(requirement)
        return tuple(each for each in missing if each.requirement in names)


def story_of(
    state: SetupState,
    profile: Profile | None,
    runs: Sequence[Run],
    *,
    last: LastGood | None,
    accepted: Collection[Accepted],
    said: tuple[tuple[str, Confirmation], ...],
    today: dt.date,
    failed: Problem | None = None,
) -> Story:
    """Put together what is known of a setup; `runs` come with the newest first."""
    whole = None
    if runs:
        before = runs[1].exit_code if len(runs) > 1 else None
        drifts = weigh(runs[0].drifts, accepted, today)
        whole = Whole(runs[0].check.findings, runs[0].check.at, drifts, before)
    whole = newest_of(state, whole)
    return Story(
        state=state,
        profile=profile,
        entry=failed_entry(state, profile) if failed else entry_of(state, profile, whole),
        whole=whole,
        last=last,
        runs=tuple(runs),
        said=said,
        failed=failed,
    )
