"""How a setup stands in the overview: the worst of what is left, changed, unknown, accepted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.ui.fakes import finding
from wizard.checks.acceptance import Accepted, weigh
from wizard.checks.drift import Drift, DriftKind
from wizard.checks.findings import ExitCode, Finding, KnownBy, State
from wizard.fleet.entries import Whole, entry_of, left_over, newest_of
from wizard.fleet.overview import Entry, Stand
from wizard.fleet.story import story_of
from wizard.profiles.catalog import Catalog
from wizard.setup.state import Confirmation, SetupState

NOW = dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC)
TODAY = NOW.date()
STATE = SetupState(
    "one", "liongard", False, NOW, finished=NOW, answers={"web": "https://acme.halopsa.com"}
)
LOST = Drift(DriftKind.LOST, "scope:a", State.MISSING, None, None, NOW)
FOLLOWS = replace(LOST, requirement="probe:a", because="scope:a")
WORD = Accepted(
    requirement="scope:a",
    kind=DriftKind.LOST,
    state=State.MISSING,
    value=None,
    reason="known",
    person="Anna",
    at=NOW,
    until=TODAY,
)
MET, UNKNOWN = finding("scope:b"), finding("scope:c", State.UNKNOWN)
MISSING = finding("scope:a", State.MISSING)
FOLLOWING = finding("probe:a", State.MISSING, because="scope:a")


def entry(
    *findings: Finding,
    drifts: tuple[Drift, ...] = (),
    accepted: tuple[Accepted, ...] = (),
    before: int | None = None,
    state: SetupState = STATE,
) -> Entry:
    whole = Whole(findings, NOW, weigh(drifts, accepted, TODAY), before)
    return entry_of(state, Catalog().get("liongard"), newest_of(state, whole))


@pytest.mark.parametrize(
    ("findings", "stand"),
    [
        ((MET,), Stand.HOLDS),
        ((MET, UNKNOWN), Stand.UNKNOWN),
        ((MET, UNKNOWN, MISSING), Stand.HAND),
        ((MET, finding("scope:x", State.EXCESS)), Stand.HOLDS),  # it was always so
    ],
)
def test_the_worst_counts(findings: tuple[Finding, ...], stand: Stand) -> None:
    assert entry(*findings).stand is stand


def test_it_counts_what_is_left_and_unknown_and_names_the_setup() -> None:
    found = entry(MET, UNKNOWN, MISSING, FOLLOWING, drifts=(LOST, FOLLOWS))
    assert (found.left, found.unknown, found.drifts, found.accepted) == (2, 1, 1, 0)
    assert (found.integration, found.instance) == ("Liongard", "acme.halopsa.com")
    assert found.checked == NOW


def test_what_is_accepted_and_what_follows_from_it_needs_no_hand() -> None:
    found = entry(MET, MISSING, FOLLOWING, drifts=(LOST, FOLLOWS), accepted=(WORD,))
    assert (found.stand, found.left, found.drifts, found.accepted) == (Stand.ACCEPTED, 0, 0, 1)
    over = replace(WORD, until=TODAY - dt.timedelta(days=1))
    assert entry(MET, MISSING, drifts=(LOST,), accepted=(over,)).stand is Stand.HAND
    also = entry(MET, MISSING, finding("scope:z", State.MISSING), drifts=(LOST,), accepted=(WORD,))
    assert (also.stand, also.left) == (Stand.HAND, 1)


def test_a_right_that_was_gained_needs_a_hand_though_nothing_is_missing() -> None:
    gained = replace(LOST, kind=DriftKind.GAINED, state=State.EXCESS)
    found = entry(MET, finding("scope:a", State.EXCESS), drifts=(gained,))
    assert (found.stand, found.left, found.drifts) == (Stand.HAND, 0, 1)


def test_a_persons_word_is_told_apart_from_what_was_checked() -> None:
    state = STATE.with_(confirmed={"scope:c": Confirmation("Anna", NOW)})
    found = entry(MET, UNKNOWN, state=state)
    assert (found.stand, found.unknown) == (Stand.CONFIRMED, 0)


def test_mended_is_what_was_bad_before_and_is_good_now() -> None:
    assert entry(MET, before=ExitCode.MISSING).mended
    assert not entry(MET, before=ExitCode.CLEAN).mended
    assert not entry(MET, before=ExitCode.UNKNOWN).mended  # it was never known to be bad
    assert not entry(MET).mended
    assert not entry(MISSING, before=ExitCode.MISSING).mended


def test_what_was_never_checked_not_finished_or_has_no_profile_says_so() -> None:
    liongard = Catalog().get("liongard")
    assert entry_of(STATE, liongard, None).stand is Stand.UNCHECKED
    assert entry_of(STATE.with_(finished=None), liongard, None).stand is Stand.BEGUN
    lost = entry_of(STATE, None, None)
    assert (lost.stand, lost.integration) == (Stand.FAILED, "liongard")


def test_a_setup_from_before_the_history_tells_its_own_proof() -> None:
    state = STATE.with_(findings={"proof": (MISSING,)}, checked={"proof": NOW, "scopes": NOW})
    whole = newest_of(state, None)
    assert whole is not None
    assert (whole.findings, whole.at) == ((MISSING,), NOW)
    assert newest_of(STATE, None) is None


def test_a_circle_of_causes_has_an_end() -> None:
    one = finding("a", State.MISSING, because="b")
    other = finding("b", State.MISSING, because="a")
    assert left_over((one, other), ()) == [one, other]


def test_a_story_tells_what_changed_from_what_never_fitted() -> None:
    state = STATE.with_(findings={"proof": (MET, MISSING, FOLLOWING)}, checked={"proof": NOW})
    story = story_of(
        state, Catalog().get("liongard"), (), last=None, accepted=(), said=(), today=TODAY
    )
    assert story.changed == ()
    assert story.never == (MISSING,)  # what follows stands with it
    assert story.following("scope:a") == (FOLLOWING,)
    assert story.finding("scope:b") == MET
    assert story.finding(None) is None
    assert story.known("scope:b") is None
    assert KnownBy.PERSON not in {each.known_by for each in story.findings}
