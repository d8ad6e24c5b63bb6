"""Accepted drift: hidden from what needs a hand only until it expires or changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.checks.snapshots import DAY, MARCH, SCOPE, TICKETS, check, finding, histories, unreadable
from wizard.checks.acceptance import Accepted, Weight, accept, is_over, weigh
from wizard.checks.baseline import carried
from wizard.checks.drift import Drift, DriftKind, compare
from wizard.checks.drift_words import acceptance_sentence
from wizard.checks.findings import State
from wizard.checks.snapshots import Check
from wizard.problems import ProblemError

LAST = carried(None, check(finding(TICKETS, State.MET, "Read and Modify")))
UNTIL = dt.date(2026, 12, 31)


def lost(value: str | None = "Read Only", days: float = 1) -> Check:
    return check(finding(TICKETS, State.MISSING, value), days=days)


def accepted(drift: Drift, **changes: object) -> Accepted:
    values: dict[str, object] = {
        "reason": "The vendor reads only",
        "person": "Ada",
        "at": MARCH + DAY,
        "until": UNTIL,
    }
    return accept(drift, **(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def word() -> Accepted:
    return accepted(compare(LAST, lost()).drifts[0])


def weight(word: Accepted, now: Check, today: dt.date) -> tuple[Weight, bool, str | None]:
    (weighed,) = weigh(compare(LAST, now).drifts, [word], today)
    return weighed.weight, weighed.counts, acceptance_sentence(weighed)


def test_it_holds_through_its_last_day_and_no_longer(word):
    assert weight(word, lost(), UNTIL) == (
        Weight.ACCEPTED,
        False,
        "Accepted by Ada until 2026-12-31: The vendor reads only",
    )
    assert weight(word, lost(), UNTIL + DAY) == (
        Weight.EXPIRED,
        True,
        "Was accepted by Ada, but only until 2026-12-31: The vendor reads only",
    )


def test_another_value_was_not_accepted(word):
    assert weight(word, lost("No Access"), UNTIL) == (
        Weight.CHANGED,
        True,
        "Was accepted by Ada until 2026-12-31, but is another now: The vendor reads only",
    )
    assert weight(word, lost(None), UNTIL)[0] is Weight.CHANGED


def test_nor_was_more_than_asked(word):
    more = check(finding(TICKETS, State.EXCESS, "Read Only"))
    assert weight(word, more, UNTIL)[:2] == (Weight.CHANGED, True)


def test_another_requirement_was_not_accepted(word):
    both = check(finding(TICKETS, State.MISSING, "Read Only"), finding(SCOPE, State.MISSING))
    found = {
        each.drift.requirement: each for each in weigh(compare(LAST, both).drifts, [word], UNTIL)
    }
    assert found[TICKETS].weight is Weight.ACCEPTED
    assert (found[SCOPE].weight, found[SCOPE].accepted) == (Weight.OPEN, None)
    assert acceptance_sentence(found[SCOPE]) is None


def test_the_newest_word_counts(word):
    longer = replace(word, at=word.at + DAY, until=UNTIL + 10 * DAY, person="Bob")
    for words in ([word, longer], [longer, word]):
        (weighed,) = weigh(compare(LAST, lost()).drifts, words, UNTIL + DAY)
        assert (weighed.weight, weighed.accepted) == (Weight.ACCEPTED, longer)
    shorter = replace(word, at=word.at + DAY, until=UNTIL - 10 * DAY)
    assert weigh(compare(LAST, lost()).drifts, [word, shorter], UNTIL)[0].weight is Weight.EXPIRED


class TestOver:
    def test_mended_is_over(self, word):
        assert is_over(word, LAST, check(days=2))

    @pytest.mark.parametrize("now", [lost(), lost("No Access"), unreadable(2)])
    def test_still_there_changed_or_unread_is_not(self, word, now):
        assert not is_over(word, LAST, now)

    def test_unread_among_what_is_read_is_not(self, word):
        assert not is_over(word, LAST, check(finding(TICKETS, State.UNKNOWN), days=2))

    def test_a_right_beyond_the_rows_is_over_when_it_is_taken_back_in_plain_sight(self):
        more = check(finding("scope:all", State.EXCESS), days=1)
        word = accepted(compare(LAST, more).drifts[0])
        assert not is_over(word, LAST, unreadable(2))
        assert not is_over(word, LAST, replace(more, findings=()))
        assert not is_over(word, LAST, more)
        assert is_over(word, LAST, check(days=2))


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("acceptance.incomplete", {"reason": " \n"}),
        ("acceptance.incomplete", {"person": ""}),
        ("acceptance.past", {"until": MARCH.date()}),
    ],
)
def test_what_cannot_be_accepted(code, changes):
    with pytest.raises(ProblemError) as caught:
        accepted(compare(LAST, lost()).drifts[0], **changes)
    assert caught.value.problem.code == code


def test_news_is_nothing_to_accept():
    news = compare(LAST, check(days=1, version="3.0")).drifts
    assert [each.kind for each in news] == [DriftKind.VERSION]
    with pytest.raises(ProblemError) as caught:
        accepted(news[0])
    assert caught.value.problem.code == "acceptance.news"
    (weighed,) = weigh(news, [], UNTIL)
    assert not weighed.counts


def test_today_is_late_enough(word):
    drift = compare(LAST, lost()).drifts[0]
    assert accepted(drift, until=(MARCH + DAY).date()).until == (MARCH + DAY).date()


@given(histories(3), st.integers(-3, 3), st.data())
def test_accepted_is_hidden_only_until_it_expires_or_changes(checks, days, data):
    last = carried(None, checks[0])
    staying = [each for each in compare(last, checks[1]).drifts if each.stays]
    assume(staying)
    drift = data.draw(st.sampled_from(staying))
    word = accepted(drift)
    today = UNTIL + days * DAY
    later = carried(last, checks[1])
    for now in (checks[1], checks[2]):
        for weighed in weigh(compare(later, now).drifts, [word], today):
            same = word.is_of(weighed.drift)
            assert (weighed.weight is Weight.ACCEPTED) == (same and days <= 0)
            assert weighed.counts == (weighed.drift.stays and not (same and days <= 0))
    again = [each.drift for each in weigh(compare(later, checks[1]).drifts, [word], today)]
    assert drift.requirement in {each.requirement for each in again}  # visible all the same


def test_what_only_follows_is_accepted_with_its_cause(word):
    drift = compare(LAST, lost()).drifts[0]
    follows = replace(drift, requirement="probe:GET /Tickets", because=drift.requirement)
    further = replace(drift, requirement="probe:GET /Actions", because=follows.requirement)
    other = replace(drift, requirement=SCOPE)
    circle = replace(other, requirement="a", because="a")
    for drifts in (
        (drift, follows, further, other, circle),
        (circle, other, further, follows, drift),
    ):
        weighed = {each.drift.requirement: each for each in weigh(drifts, [word], UNTIL)}
        for name in (drift.requirement, follows.requirement, further.requirement):
            assert weighed[name].weight is Weight.ACCEPTED
            assert weighed[name].accepted == word
        assert weighed[SCOPE].weight is weighed["a"].weight is Weight.OPEN
    after = {each.drift.requirement: each for each in weigh((drift, follows), [word], UNTIL + DAY)}
    assert after[follows.requirement].weight is Weight.OPEN
