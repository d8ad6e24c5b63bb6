"""A saved setup as its history tells of it: what a report says without asking HaloPSA."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from wizard.checks.acceptance import Accepted, weigh
from wizard.checks.findings import Report
from wizard.fleet.entries import Whole, newest_of
from wizard.fleet.names import host_of, name_of
from wizard.fleet.outcome import Outcome
from wizard.problems import Problem, problem
from wizard.profiles.schema import Profile
from wizard.report.sheet import Sheet
from wizard.setup.runs import Run
from wizard.setup.state import SetupState


def sheet_of(
    state: SetupState,
    profile: Profile | None,
    run: Run | None,
    accepted: Collection[Accepted],
    today: dt.date,
) -> Sheet:
    """Give a setup with its newest `run`.

    `profile` is None where it is not on this workstation. `run` is None where there is none: then a
    proof that the setup keeps itself is told, of which some things are not known. A setup that was
    never checked as a whole says that, and is unknown.
    """
    kept = None
    if run is not None:
        drifts = weigh(run.drifts, accepted, today)
        kept = Whole(run.check.findings, run.check.at, drifts)
    whole = newest_of(state, kept)
    if whole is None or not whole.findings:
        return Sheet(_without_report(state, profile, problem("report.unchecked")), "")
    read = run.check.profile_date if run else profile.source.seen if profile else None
    if read is None:
        gone = problem("profile.not_found", state.profile_id)
        return Sheet(_without_report(state, profile, gone), "")
    outcome = Outcome(
        setup_id=state.id,
        name=name_of(state),
        started=run.started if run else whole.at,
        report=Report(
            state.profile_id,
            read,
            state.answers.get("web") or state.answers.get("address") or host_of(state),
            whole.at,
            whole.findings,
        ),
        drifts=whole.drifts,
        guide=profile.source if profile else None,
        version=run.check.version if run else None,
        confirmed=tuple(state.confirmed.items()),
    )
    return Sheet(outcome, run.program if run else "")


def _without_report(state: SetupState, profile: Profile | None, why: Problem) -> Outcome:
    return Outcome(
        setup_id=state.id,
        name=name_of(state),
        started=state.created,
        report=None,
        failed=why,
        guide=profile.source if profile else None,
    )
