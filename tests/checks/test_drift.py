"""What changed since the last good state, what never fitted, and what only could not be seen."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.snapshots import (
    ADA,
    ASKED,
    CUSTOMERS,
    DAY,
    GUIDE,
    IDENTITY,
    LOGIN,
    MARCH,
    PROBE,
    SCOPE,
    TICKETS,
    check,
    finding,
    histories,
    unreadable,
)
from wizard.checks.baseline import carried
from wizard.checks.drift import Comparison, DriftKind, compare
from wizard.checks.drift_words import not_seen_sentence, sentence
from wizard.checks.findings import State
from wizard.checks.observation import Through
from wizard.checks.snapshots import Check, LastGood, TokenAgent
from wizard.halo.permissions import permission_table

ADMINISTRATOR = "permission:Is a HaloPSA Administrator"


def good(*checks: Check) -> LastGood:
    """Give the last good state after these checks."""
    last = None
    for each in checks or (check(),):
        last = carried(last, each)
    assert last is not None
    return last


def kinds(comparison: Comparison) -> list[tuple[DriftKind, str | None]]:
    return [(each.kind, each.requirement) for each in comparison.drifts]


def lost(days: float = 30, value: str | None = "Read Only") -> Check:
    return check(finding(TICKETS, State.MISSING, value), days=days)


class TestRights:
    def test_a_lost_right_is_said_with_its_values_and_the_date_of_the_last_good_check(self):
        before = check(finding(TICKETS, State.MET, "Read and Modify"))
        (drift,) = compare(good(before), lost()).drifts
        assert (drift.kind, drift.requirement, drift.state) == (
            DriftKind.LOST,
            TICKETS,
            State.MISSING,
        )
        assert (drift.then, drift.now, drift.since) == ("Read and Modify", "Read Only", MARCH)
        assert sentence(drift) == (
            f"{TICKETS} was “Read and Modify” on 2026-03-01 and is “Read Only” now."
        )

    def test_what_follows_from_something_else_says_so(self):
        refused = finding(PROBE, State.MISSING, because=TICKETS)
        (drift,) = compare(good(), check(refused, days=1)).drifts
        assert drift.because == TICKETS
        assert sentence(drift) == f"{PROBE} was in order on 2026-03-01 and is missing now."

    def test_a_lost_right_stays_drift_until_it_comes_back(self):
        last = good(check(), lost(1), lost(2), unreadable(3), lost(4))
        (drift,) = compare(last, lost(5)).drifts
        assert drift.since == MARCH
        assert compare(last, check(days=5)) == Comparison()
        again = good(check(), lost(1), check(days=2))
        assert compare(again, lost(3)).drifts[0].since == MARCH + 2 * DAY

    def test_what_was_missing_then_and_now_never_fitted(self):
        compared = compare(good(lost(0)), lost(1, "No"))
        assert compared == Comparison(never_fitted=(TICKETS,))

    def test_what_was_mended_and_is_lost_again_is_drift(self):
        last = good(lost(0), check(days=1))
        assert kinds(compare(last, lost(2))) == [(DriftKind.LOST, TICKETS)]

    def test_a_first_check_cannot_drift(self):
        first = check(finding(TICKETS, State.MISSING), finding(SCOPE, State.UNKNOWN))
        compared = compare(None, first)
        assert compared.drifts == ()
        assert compared.never_fitted == (TICKETS,)
        assert [not_seen_sentence(each) for each in compared.not_seen] == [
            f"{SCOPE} could not be read yet."
        ]


class TestUnknown:
    def test_an_unreadable_instance_is_no_drift_and_changes_nothing_of_what_was_good(self):
        excess = finding(CUSTOMERS, State.EXCESS, "Read and Modify")
        last = good(check(finding(TICKETS, State.MISSING), excess))
        compared = compare(last, unreadable(9))
        assert compared.drifts == ()
        assert compared.never_fitted == ()
        said = {each.requirement: not_seen_sentence(each) for each in compared.not_seen}
        assert said[SCOPE] == f"{SCOPE} could not be read now; on 2026-03-01 it was in order."
        assert said[TICKETS] == f"{TICKETS} could not be read now; on 2026-03-01 it was missing."
        assert said[CUSTOMERS] == (
            f"{CUSTOMERS} could not be read now; on 2026-03-01 it was more than asked."
        )
        assert carried(last, unreadable(9)) == last

    def test_nor_is_what_can_be_told_without_it(self):
        """Of an instance that cannot be read nothing is said, and the news comes with the next."""
        away = replace(
            unreadable(1), asked=ASKED - {TICKETS}, version="3.0", agent=TokenAgent(8, "Bob")
        )
        assert compare(good(), away).drifts == ()

    def test_unreadable_from_the_start_is_nothing_known(self):
        assert carried(None, unreadable()) is None

    def test_the_date_of_what_can_still_be_read_goes_on(self):
        partly = check(finding(TICKETS, State.UNKNOWN), days=5)
        last = good(check(), partly)
        assert last.known[TICKETS].at == MARCH
        assert last.known[SCOPE].at == MARCH + 5 * DAY

    def test_an_older_check_that_ends_later_changes_nothing(self):
        last = good(check(days=5))
        assert carried(last, lost(1)) == last

    def test_found_missing_after_unknown_never_fitted(self):
        last = good(check(finding(TICKETS, State.UNKNOWN)))
        assert compare(last, lost()) == Comparison(never_fitted=(TICKETS,))


class TestExcess:
    more = finding(TICKETS, State.EXCESS, "Full")
    scope = finding("scope:all", State.EXCESS)

    def test_more_than_asked_is_gained_until_it_is_taken_back(self):
        before = check(finding(TICKETS, State.MET, "Read Only"))
        last = good(before, check(self.more, days=1))
        (drift,) = compare(last, check(self.more, days=2)).drifts
        assert drift.kind is DriftKind.GAINED
        assert sentence(drift) == (
            f"{TICKETS} was “Read Only” on 2026-03-01 and is “Full” now, more than asked for."
        )
        assert compare(last, check(days=2)) == Comparison()

    def test_a_right_that_no_row_asks_for(self):
        last = good(check(), check(self.scope, days=1))
        (drift,) = compare(last, check(self.scope, days=2)).drifts
        assert (drift.kind, drift.requirement) == (DriftKind.GAINED, "scope:all")
        assert sentence(drift) == "scope:all is more than asked for now; on 2026-03-02 it was not."

    def test_more_from_the_start_is_no_drift(self):
        start = check(self.more, self.scope)
        assert compare(good(start), check(self.more, self.scope, days=1)) == Comparison()

    def test_another_amount_of_more_is_a_change_without_a_direction(self):
        other = check(finding(TICKETS, State.EXCESS, "Read and Modify"), days=1)
        (drift,) = compare(good(check(self.more)), other).drifts
        assert drift.kind is DriftKind.CHANGED
        assert "“Full” then, “Read and Modify” now" in sentence(drift)

    def test_taken_back_and_gained_anew(self):
        last = good(check(self.scope), check(days=1))
        assert kinds(compare(last, check(self.scope, days=2))) == [(DriftKind.GAINED, "scope:all")]

    def test_out_of_sight_is_not_taken_back(self):
        blind = check(*(finding(each, State.UNKNOWN) for each in (SCOPE,)), days=1)
        own = check(days=2, eyes=Through.OWN)
        last = good(check(self.scope), blind, own)
        assert compare(last, check(self.scope, days=3)) == Comparison()

    def test_better_eyes_see_what_may_have_been_there(self):
        right = finding(ADMINISTRATOR, State.EXCESS, "Yes")
        last = good(check(eyes=Through.OWN))
        assert compare(last, check(self.more, right, days=1)) == Comparison()
        known = good(check(eyes=Through.OWN), check(self.more, right, days=1))
        assert compare(known, check(self.more, right, days=2)) == Comparison()

    def test_what_no_kind_of_could_be_seen_before_is_not_gained(self):
        last = good(check(finding(SCOPE, State.UNKNOWN)))
        assert compare(last, check(self.scope, days=1)) == Comparison()

    def test_mended_with_more_than_asked_is_gained_and_good_from_then_on(self):
        last = good(check(finding(TICKETS, State.MISSING)), check(self.more, days=1))
        assert kinds(compare(last, check(self.more, days=2))) == [(DriftKind.GAINED, TICKETS)]
        assert kinds(compare(last, lost(2))) == [(DriftKind.LOST, TICKETS)]


class TestProfile:
    fewer = ASKED - {TICKETS}
    newer = GUIDE + 60 * DAY

    def test_a_new_requirement_is_said_until_it_is_met(self):
        last = good(check(asked=self.fewer))
        asked = check(finding(TICKETS, State.MISSING, "No"), days=1, profile_date=self.newer)
        for known in (last, good(check(asked=self.fewer), asked)):
            (drift,) = compare(known, asked).drifts
            assert (drift.kind, drift.state, drift.stays) == (DriftKind.ASKED, State.MISSING, True)
        assert sentence(compare(last, asked).drifts[0]) == (
            f"{TICKETS} is asked for by the guide of 2026-04-02, not by that of 2026-02-01."
        )
        assert compare(good(check(asked=self.fewer), check(days=1)), lost(2)).drifts[0].kind is (
            DriftKind.LOST
        )

    def test_a_new_requirement_that_is_met_is_news(self):
        (drift,) = compare(good(check(asked=self.fewer)), check(days=1)).drifts
        assert (drift.kind, drift.stays) == (DriftKind.ASKED, False)
        assert sentence(drift) == f"{TICKETS} is asked for now; on 2026-03-01 it was not."
        assert compare(good(check(asked=self.fewer), check(days=1)), check(days=2)) == Comparison()

    def test_a_new_requirement_that_cannot_be_read_waits(self):
        unread = check(finding(TICKETS, State.UNKNOWN), days=1)
        last = good(check(asked=self.fewer), unread)
        assert compare(last, unread).drifts == ()
        assert kinds(compare(last, lost(2))) == [(DriftKind.ASKED, TICKETS)]

    def test_a_requirement_that_is_gone_is_news_and_its_right_is_not_gained(self):
        held = finding(TICKETS, State.EXCESS, "Read and Modify")
        less = check(held, days=1, asked=self.fewer, profile_date=self.newer)
        (drift,) = compare(good(), less).drifts
        assert (drift.kind, drift.requirement, drift.stays) == (DriftKind.DROPPED, TICKETS, False)
        assert "no longer by that of 2026-04-02" in sentence(drift)
        assert compare(good(check(), less), replace(less, at=MARCH + 2 * DAY)) == Comparison()

    def test_the_right_of_a_requirement_that_is_gone_may_go_by_another_label(self):
        permission = next(each for each in permission_table() if len(each.labels) > 1)
        guide, halo = (f"permission:{each}" for each in reversed(permission.labels[:2]))
        before = check(asked=self.fewer | {guide})
        after = check(finding(halo, State.EXCESS, "Yes"), days=1, asked=self.fewer)
        assert kinds(compare(good(before), after)) == [(DriftKind.DROPPED, guide)]


class TestAgents:
    def test_another_agent_behind_the_token(self):
        bob = check(finding(IDENTITY, State.MISSING, "Bob"), days=1, agent=TokenAgent(8, "Bob"))
        last = good(check(), bob)
        (drift,) = compare(last, bob).drifts
        assert (drift.kind, drift.requirement) == (DriftKind.OTHER_AGENT, IDENTITY)
        assert sentence(drift) == (
            "The token acted as “Ada (#7)” on 2026-03-01 and acts as “Bob (#8)” now."
        )
        assert compare(last, check(days=2)) == Comparison()

    def test_another_agent_of_the_same_name(self):
        assert kinds(compare(good(), check(days=1, agent=TokenAgent(8, "Ada")))) == [
            (DriftKind.OTHER_AGENT, IDENTITY)
        ]

    def test_an_agent_that_was_renamed_is_the_same(self):
        assert compare(good(), check(days=1, agent=TokenAgent(7, "Ada L."))) == Comparison()

    @pytest.mark.parametrize(
        "told", [None, TokenAgent(None, None), TokenAgent(None, " ADA"), TokenAgent(None, "A. L.")]
    )
    def test_a_token_that_tells_less_is_no_other(self, told):
        assert compare(good(), check(days=1, agent=told)) == Comparison()
        assert kinds(compare(good(check(agent=told)), check(days=1))) == []

    def test_tokens_without_ids_are_told_apart_by_name(self):
        last = good(check(agent=TokenAgent(None, "Ada")))
        bob = check(days=1, agent=TokenAgent(None, "Bob"))
        assert kinds(compare(last, bob)) == [(DriftKind.OTHER_AGENT, IDENTITY)]
        assert compare(last, check(days=1, agent=TokenAgent(None, " ada "))) == Comparison()

    def test_an_id_that_was_told_once_is_remembered(self):
        last = good(check(), check(days=1, agent=TokenAgent(None, "A. L.")))
        assert last.agent == ADA

    def test_an_agent_that_the_setup_was_moved_to_is_news(self):
        moved = check(days=1, agent=TokenAgent(8, "Bob"))
        (drift,) = compare(good(), moved).drifts
        assert not drift.stays
        assert compare(good(check(), moved), replace(moved, at=MARCH + 2 * DAY)) == Comparison()

    def test_another_agent_while_nobody_said_who_it_should_be(self):
        open_name = finding(IDENTITY, State.UNKNOWN)
        bob = check(open_name, days=1, agent=TokenAgent(8, "Bob"))
        last = good(check(open_name), bob)
        compared = compare(last, bob)
        assert kinds(compared) == [(DriftKind.OTHER_AGENT, IDENTITY)]
        assert compared.not_seen == ()
        assert last.agent == ADA

    def test_an_application_that_logs_in_as_somebody_else(self):
        before = check(finding(LOGIN, State.MET, "Ada"))
        (drift,) = compare(good(before), check(finding(LOGIN, State.MISSING, "Bob"))).drifts
        assert drift.kind is DriftKind.OTHER_LOGIN
        assert sentence(drift) == (
            "The application logged in as “Ada” on 2026-03-01 and is set to “Bob” now."
        )
        (moved,) = compare(good(before), check(finding(LOGIN, State.MET, "Bob"))).drifts
        assert (moved.kind, moved.stays) == (DriftKind.OTHER_LOGIN, False)


def test_another_version_of_halo_is_news():
    newer = check(days=1, version="2.190.0")
    (drift,) = compare(good(), newer).drifts
    assert (drift.kind, drift.requirement, drift.stays) == (DriftKind.VERSION, None, False)
    assert sentence(drift) == "HaloPSA had version 2.184.1 on 2026-03-01 and has 2.190.0 now."
    assert compare(good(check(), newer), check(days=2, version=None)) == Comparison()
    assert compare(good(check(), newer), check(days=2, version="2.190.0")) == Comparison()
    untold = good(check(), check(days=1, version=None))
    assert kinds(compare(untold, replace(newer, at=MARCH + 2 * DAY))) == [(DriftKind.VERSION, None)]


def test_words_do_not_count():
    """The same in another language is the same."""
    german = tuple(
        replace(each, found="gewährt", wanted="wie gefordert", evidence=("Beleg",))
        for each in check().findings
    )
    assert compare(good(), replace(check(days=1), findings=german)) == Comparison()


class TestAnything:
    @given(histories(3))
    def test_the_same_findings_are_no_drift(self, checks):
        last = carried(None, checks[0])
        later = replace(checks[0], at=MARCH + DAY)
        assert compare(last, later).drifts == ()

    @given(histories(3))
    def test_unknown_is_never_drift(self, checks):
        last = None
        for each in checks[:2]:
            last = carried(last, each)
        unknown = {each.requirement for each in checks[2].findings} - set(checks[2].read())
        rows = {
            each.requirement
            for each in compare(last, checks[2]).drifts
            if each.kind not in (DriftKind.OTHER_AGENT, DriftKind.VERSION)
        }
        assert not rows & unknown
        dark = replace(
            checks[2],
            findings=tuple(replace(each, state=State.UNKNOWN) for each in checks[2].findings),
        )
        assert compare(last, dark).drifts == ()
        assert carried(last, dark) == last

    @given(histories(2), st.randoms(use_true_random=False))
    def test_the_order_of_findings_does_not_matter(self, checks, chance: random.Random):
        def mixed(each: Check) -> Check:
            findings = list(each.findings)
            chance.shuffle(findings)
            return replace(each, findings=tuple(findings))

        last, other = (carried(None, each) for each in (checks[0], mixed(checks[0])))
        assert last == other
        assert compare(last, checks[1]) == compare(other, mixed(checks[1]))
        assert carried(last, checks[1]) == carried(other, mixed(checks[1]))

    @given(histories(2))
    def test_what_stays_is_said_again_and_news_is_not(self, checks):
        last = carried(None, checks[0])
        first = compare(last, checks[1]).drifts
        again = replace(checks[1], at=MARCH + 2 * DAY)
        second = compare(carried(last, checks[1]), again).drifts
        assert {(each.kind, each.requirement, each.now) for each in first if each.stays} == {
            (each.kind, each.requirement, each.now) for each in second
        }

    @given(histories(2))
    def test_a_lost_right_that_comes_back_is_no_drift(self, checks):
        start = replace(checks[0], eyes=Through.ADMINISTRATOR)
        worse = replace(checks[1], asked=start.asked, agent=start.agent)
        last = carried(carried(None, start), worse)
        back = replace(start, at=MARCH + 9 * DAY, version=None, profile_date=worse.profile_date)
        before = compare(carried(None, start), worse)
        rows = {each.requirement for each in compare(last, back).drifts}
        assert not rows & {each.requirement for each in before.drifts if each.kind == "lost"}

    @given(histories(3))
    def test_every_row_that_is_missing_is_said_once(self, checks):
        last = carried(carried(None, checks[0]), checks[1])
        compared = compare(last, checks[2])
        missing = {each.requirement for each in checks[2].findings if each.state == "missing"}
        drifted = {each.requirement for each in compared.drifts}
        assert missing <= set(compared.never_fitted) | drifted
        assert not set(compared.never_fitted) & drifted
        assert all(sentence(each) for each in compared.drifts)
