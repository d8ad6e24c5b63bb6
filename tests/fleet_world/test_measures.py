"""What a re-check sends and when, counted; and that the benchmarks run. No seconds are asserted."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.benchmarks import recheck_requests, rolling_window
from tests.fleet_world import clock, floor
from tests.fleet_world.home import ROOT
from tests.fleet_world.wire import Exchange, most_at_once
from wizard.practice.faults import Fault, FaultKind
from wizard.profiles.catalog import Catalog

FOUR = Catalog().ids()


def exchange(path: str, client: str = "", arrived: float = 0.0, **changes: object) -> Exchange:
    values: dict[str, object] = {
        "method": "POST" if path == "/auth/token" else "GET",
        "path": path,
        "query": "",
        "client": client,
        "status": 200,
        "arrived": arrived,
        "answered": arrived + 0.5,
    }
    return Exchange(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "profiles", [*([each] for each in FOUR), (*FOUR, *["watchguard-cloud"] * 2)]
)
def test_a_recheck_sends_hardly_more_than_it_needs(profiles):
    assert len(recheck_requests.sent(profiles)) <= 1.1 * recheck_requests.needed(profiles)


def test_one_of_many_setups_needs_no_more_than_alone():
    profiles = ("liongard", *["watchguard-cloud"] * 5)
    assert len(recheck_requests.sent(profiles, 0)) == len(recheck_requests.sent(["liongard"]))


def test_a_long_recheck_uses_what_it_is_allowed_and_no_more():
    went = clock.run(rolling_window.measured(25))
    assert went.reads > 240
    assert went.fullest <= 240
    assert (went.refused, went.refused_live, went.unfinished) == (0, 0, 0)
    assert went.share >= 0.97


def test_nothing_is_sent_while_the_instance_asked_to_wait():
    once = Fault(kind=FaultKind.RATE_LIMITED, skip=100, times=1, detail="30")
    went = clock.run(rolling_window.measured(12, once))
    assert went.refused == 1
    assert went.hasty == 0
    assert went.unfinished <= 1


@pytest.mark.parametrize(
    "call",
    ["recheck_floor.main(1, 0.001)", "fleet_throughput.main(2, 1)", "fleet_memory.main((5, 10))"],
)
def test_the_benchmarks_run(call):
    program = f"from tests.benchmarks import {call.partition('.')[0]}; {call}"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) >= 3


def test_the_floor_counts_what_has_to_follow_one_another():
    log = [
        exchange("/api/AuthInfo"),
        exchange("/api/InstanceInfo"),
        exchange("/auth/token", "a", 1),
        exchange("/api/Agent", "a", 2),
        exchange("/api/Agent", "a", 2, query="page_no=2"),
        exchange("/api/Agent/7", "a", 3),
        exchange("/api/Tickets", "a", 3),
    ]
    assert floor.parents(log) == [None, None, 0, 2, 3, 3, 2]
    assert floor.chain(log) == 4
    assert floor.rounds(log, 6) == 4
    assert floor.rounds(log, 1) == 7
    assert floor.rounds(log, 2) == 4
    assert (
        floor.chain([*log, exchange("/auth/token", "a", 4), exchange("/api/X", "a", 5)], "/X") == 4
    )


def test_a_token_waits_for_the_refused_one_before():
    log = [
        exchange("/api/AuthInfo"),
        exchange("/auth/token", "a", 1),
        exchange("/auth/token", "a", 2, status=400),
        exchange("/auth/token", "a", 3),
        exchange("/api/Invoice", "a", 4),
    ]
    assert floor.parents(log, "/Invoice") == [None, 0, 1, 2, 3]


def test_how_many_were_under_way():
    assert most_at_once([exchange("/a", arrived=0), exchange("/b", arrived=0.5)]) == 1
    assert most_at_once([exchange("/a", arrived=0), exchange("/b", arrived=0.4)]) == 2
