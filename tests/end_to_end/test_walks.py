"""The four guides, walked whole: every requirement met or unknown with its cause."""

from __future__ import annotations

import pytest

from tests.end_to_end.walks import EASY, HARD, PROFILES, by_id, walked
from wizard.checks.findings import ExitCode, State
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements

# What an administrator sees is decided, but for the settings that have no known code.
UNDECIDED = {"watchguard-cloud": {"permission:Configuration/*"}}
# A list that the hard worlds leave empty: whether it is empty or hidden cannot be told.
EMPTY = {"topleft": {"probe:GET /Agent"}}


@pytest.mark.parametrize("profile", PROFILES)
def test_in_the_easy_world_everything_is_decided(profile):
    report, instance = walked(profile)
    found = by_id(report)
    unknown = {name for name, each in found.items() if each.state is State.UNKNOWN}
    assert unknown == UNDECIDED.get(profile, set())
    assert report.exit_code() == (ExitCode.UNKNOWN if unknown else ExitCode.CLEAN)
    assert {each.id for each in requirements(Catalog().get(profile))} <= set(found)
    assert instance.writes == ()


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("world", HARD)
def test_in_the_hard_worlds_nothing_is_said_to_be_missing(profile, world):
    report, instance = walked(profile, world)
    found = by_id(report)
    assert {each.state for each in found.values()} <= {State.MET, State.UNKNOWN}
    for name, each in found.items():
        if each.state is State.UNKNOWN:
            assert each.found.startswith("unknown: "), name
            assert each.remedy, name
        if name.partition(":")[0] in ("token", "identity", "scope", "probe"):
            assert each.state is State.MET or name in EMPTY.get(profile, ()), name
    assert instance.writes == ()


def test_the_worlds_are_the_contracts():
    assert len(HARD) == 4
    assert EASY not in HARD
