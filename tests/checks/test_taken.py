"""What the rules really find, compared over time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.checks import observations as o
from tests.checks.scenes import OTHER, OWN, scenes
from tests.checks.snapshots import DAY, MARCH
from wizard.checks.baseline import carried
from wizard.checks.drift import Comparison, DriftKind, compare
from wizard.checks.findings import State
from wizard.checks.judge import judge
from wizard.checks.observation import Observation, Seen, Through
from wizard.checks.snapshots import Check, TokenAgent
from wizard.checks.taken import asked_by, taken
from wizard.profiles.catalog import Catalog

SCENES = list(scenes())


def looked(seen: Observation, day: int = 0) -> Check:
    findings = judge(o.PROFILE, o.SUBJECT, seen)
    return taken(o.PROFILE, seen, findings, at=MARCH + day * DAY, version="2.184.1")


def drifts(*observations: Observation) -> dict[str | None, DriftKind]:
    """Give what the last look says after those before it."""
    last = None
    for day, seen in enumerate(observations[:-1]):
        last = carried(last, looked(seen, day))
    found = compare(last, looked(observations[-1], len(observations)))
    return {each.requirement: each.kind for each in found.drifts}


def test_what_a_check_is_taken_from():
    check = looked(o.good())
    assert (check.eyes, check.agent) == (Through.ADMINISTRATOR, TokenAgent(12, "Liongard"))
    assert check.profile_date == o.PROFILE.source.seen
    assert check.asked == asked_by(o.PROFILE)
    hidden = replace(o.good(), agents=o.FORBIDDEN, agent=o.FORBIDDEN, applications=o.FORBIDDEN)
    assert looked(replace(hidden, identity=o.FORBIDDEN)).eyes is Through.OWN
    assert looked(replace(hidden, identity=o.FORBIDDEN)).agent is None


@pytest.mark.parametrize(
    ("title", "profile", "seen", "subject"), SCENES, ids=[each[0] for each in SCENES]
)
def test_only_excess_is_found_beyond_what_is_asked(title, profile, seen, subject):
    findings = judge(profile, subject, seen)
    beyond = {each.state for each in findings if each.requirement not in asked_by(profile)}
    assert beyond <= {State.EXCESS}


@pytest.mark.parametrize("profile", Catalog().all(), ids=lambda profile: profile.id)
def test_every_row_of_a_guide_is_asked(profile):
    assert {"token", "identity"} <= asked_by(profile)


def test_a_right_that_somebody_took_back():
    low = o.with_claims(o.good(), Tx="1")
    found = compare(carried(None, looked(o.good())), looked(low, 1))
    assert [(each.requirement, each.then, each.now) for each in found.drifts] == [
        ("permission:Tickets Access Level", "Read and Modify", "Read Only")
    ]
    assert drifts(low, low) == {}


def test_more_rights_than_before():
    assert drifts(o.good(), o.with_claims(o.good(), SA="true")) == {
        "permission:Is a HaloPSA Administrator": DriftKind.GAINED
    }


def test_somebody_else_behind_the_token():
    other = replace(o.good(), identity=Seen(OTHER, OWN))
    assert drifts(o.good(), other)["identity"] is DriftKind.OTHER_AGENT


@pytest.mark.parametrize(
    ("title", "seen"),
    [(title, seen) for title, profile, seen, _ in SCENES if profile is o.PROFILE],
    ids=[title for title, profile, _, _ in SCENES if profile is o.PROFILE],
)
def test_every_scene_after_a_good_one(title, seen):
    """What is missing is drift, what is unknown is none; twice the same is no news."""
    last = carried(None, looked(o.good()))
    check = looked(seen, 1)
    found = compare(last, check)
    drifted = {each.requirement for each in found.drifts}
    states = {each.requirement: each.state for each in check.findings}
    assert {name for name, state in states.items() if state is State.MISSING} <= drifted
    assert not {name for name, state in states.items() if state is State.UNKNOWN} & (
        drifted - {"identity"}
    )
    assert compare(carried(None, check), looked(seen, 2)).drifts == ()
    assert compare(carried(last, check), looked(o.good(), 2)) == Comparison()


def test_nothing_of_this_depends_on_the_words():
    """Any two looks compare the same if every word of ours is another."""
    looks = [looked(seen) for _, profile, seen, _ in SCENES if profile is o.PROFILE]

    def in_other_words(check: Check) -> Check:
        words = {"found": "andere Worte", "wanted": "andere", "evidence": (), "remedy": ""}
        return replace(check, findings=tuple(replace(each, **words) for each in check.findings))

    for before, after in pairwise(looks):
        last, other = carried(None, before), carried(None, in_other_words(before))
        assert compare(last, after) == compare(other, in_other_words(after))
