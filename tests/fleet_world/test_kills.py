"""A fleet run that is killed leaves every finished result, and none that is half-written."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from tests.fleet_world.kills import Stand, stand

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only on POSIX systems: SIGKILL")

KILLS = 10


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    with stand(tmp_path_factory.mktemp("kills")) as made:
        yield made


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_run_leaves_whole_results_only(made: Stand, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - only chooses the moment
    told, kept = made.kill_once(chance)
    assert told <= kept <= told + len(made.setups)


def test_after_all_that_a_run_finds_everything_as_it_was(made: Stand) -> None:
    run = made.home.recheck("--all")
    assert run.code == 0
    assert len(run.outcomes) == len(made.setups)
    assert not [each for outcome in run.outcomes for each in outcome.drifts]
