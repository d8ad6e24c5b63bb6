"""A saved setup in a report, as its history tells of it."""

from __future__ import annotations

import datetime as dt

from tests.checks.snapshots import MARCH, TICKETS, check, finding
from tests.store.runs import run
from tests.store.states import state
from wizard.checks.acceptance import Weight, accept
from wizard.checks.baseline import carried
from wizard.checks.drift import compare
from wizard.checks.findings import KnownBy, State
from wizard.profiles.catalog import Catalog
from wizard.report.past import sheet_of
from wizard.report.sheet import Standing
from wizard.setup.runs import Run
from wizard.setup.state import Confirmation

PROFILE = Catalog().get("liongard")
TODAY = dt.date(2026, 3, 3)
SAVED = state(answers={"web": "https://acme.halopsa.com"})


def lost() -> Run:
    """Give a run that lost a right since the one before."""
    later = check(finding(TICKETS, State.MISSING, "Read Only"), days=1)
    drifts = compare(carried(None, check()), later).drifts
    return run(check=later, exit_code=1, drifts=drifts, program="0.9")


def test_the_newest_run_is_told() -> None:
    kept = lost()
    sheet = sheet_of(SAVED, PROFILE, kept, (), TODAY)
    told, report = sheet.outcome, sheet.outcome.report
    assert report is not None
    assert (told.name, report.instance) == ("liongard@acme.halopsa.com", "https://acme.halopsa.com")
    assert (told.started, report.checked_at) == (kept.started, kept.check.at)
    assert (sheet.program, told.version) == ("0.9", "2.184.1")
    assert report.profile_date == kept.check.profile_date
    assert told.guide == PROFILE.source
    assert [each.weight for each in told.drifts] == [Weight.OPEN]
    assert (sheet.standing, sheet.left, sheet.changed) == (Standing.MISSING, 1, 1)


def test_an_accepted_drift_counts_as_that_until_it_is_over() -> None:
    kept = lost()
    word = accept(kept.drifts[0], reason="agreed", person="Ada", at=MARCH, until=TODAY)
    sheet = sheet_of(SAVED, PROFILE, kept, (word,), TODAY)
    assert (sheet.standing, sheet.left, sheet.changed) == (Standing.ACCEPTED, 0, 0)
    assert sheet.outcome.exit_code == 1
    over = sheet_of(SAVED, PROFILE, kept, (word,), TODAY + dt.timedelta(days=1))
    assert over.standing is Standing.MISSING


def test_a_persons_word_is_laid_over_what_is_unknown() -> None:
    kept = run(check=check(finding(TICKETS, State.UNKNOWN)))
    word = Confirmation("Ada", MARCH)
    sheet = sheet_of(SAVED.with_(confirmed={TICKETS: word}), PROFILE, kept, (), TODAY)
    told = {each.requirement: each for each in sheet.findings}[TICKETS]
    assert (told.state, told.known_by) == (State.UNKNOWN, KnownBy.PERSON)
    assert sheet.outcome.confirmed == ((TICKETS, word),)
    assert (sheet.outcome.exit_code, sheet.unknown) == (3, 0)


def test_a_proof_from_before_there_was_a_history_is_told() -> None:
    proven = (finding("token", State.MET),)
    saved = SAVED.with_(findings={"proof": proven}, checked={"proof": MARCH})
    sheet = sheet_of(saved, PROFILE, None, (), TODAY)
    report = sheet.outcome.report
    assert report is not None
    assert (report.findings, report.checked_at) == (proven, MARCH)
    assert report.profile_date == PROFILE.source.seen
    assert (sheet.program, sheet.outcome.version) == ("", None)
    gone = sheet_of(saved, None, None, (), TODAY).outcome.failed
    assert gone is not None
    assert gone.code == "profile.not_found"


def test_what_was_never_checked_is_unknown() -> None:
    sheet = sheet_of(SAVED, PROFILE, None, (), TODAY)
    assert sheet.outcome.report is None
    assert (sheet.standing, sheet.outcome.exit_code) == (Standing.UNKNOWN, 3)


def test_a_profile_that_is_gone_hides_nothing_of_the_history() -> None:
    sheet = sheet_of(SAVED, None, lost(), (), TODAY)
    assert sheet.outcome.report is not None
    assert sheet.outcome.guide is None
    assert sheet.standing is Standing.MISSING
