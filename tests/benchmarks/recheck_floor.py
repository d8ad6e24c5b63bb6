"""How quick a re-check is beside the floor: `python -m tests.benchmarks.recheck_floor`.

One setup for each built-in profile, on a practice instance in a process of its own that lets every
answer wait for 80 ms. The floor is the least number of round trips in which the requests of the log
could have been sent, at most 6 at once, each after what it has to wait for (tests/fleet_world/
floor.py), times 80 ms. Beside it the same re-check with one request after the other.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.fleet_world import floor
from tests.fleet_world.engine import GENEROUS, Stand, rechecked, stand
from tests.fleet_world.served import Remote
from wizard.checks.rules.excess import should_be_refused
from wizard.halo import limits
from wizard.halo.limits import Budgets
from wizard.practice.behaviour import Behaviour
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements
from wizard.store.history import History

DELAY = 0.08  # seconds of simulated round trip
ROUNDS = 5
AT_ONCE = limits.MOST_AT_ONCE


def timed(made: Stand, history: History, at_once: int) -> float:
    """Re-check the setup with so many requests at once; give the seconds until it is told."""
    limits.MOST_AT_ONCE = at_once  # type: ignore[misc]
    budgets = Budgets(GENEROUS)
    began = time.perf_counter()
    outcomes = asyncio.run(rechecked(made.setups, made.secrets, budgets, history))
    took = time.perf_counter() - began
    limits.MOST_AT_ONCE = AT_ONCE  # type: ignore[misc]
    assert [each.report is not None for each in outcomes] == [True]
    return took


def measured(profile: str, rounds: int, delay: float) -> str:
    """Give a profile's row of the table."""
    with tempfile.TemporaryDirectory() as folder:
        made = stand(1, [profile], behaviour=Behaviour(rate_limit=None), delay=delay)
        history = made.saved(Path(folder))
        with made.fleet.in_a_process() as remote:
            timed(made, history, AT_ONCE)  # once for the imports' sake
            log = remote.take()[0]
            together = [timed(made, history, AT_ONCE) for _ in range(rounds)]
            alone = [timed(made, history, 1) for _ in range(max(1, rounds // 2))]
            trip = _trip(remote)
    widest = should_be_refused(requirements(Catalog().get(profile)))
    chain, trips = floor.chain(log, widest), floor.rounds(log, AT_ONCE, widest)
    took, one_by_one = statistics.median(together), statistics.median(alone)
    return (
        f"  {profile:17} {len(log):8} {chain:6} {trips:6} {trips * delay * 1000:6.0f} ms"
        f" {took * 1000:7.0f} ms {took / (trips * delay):7.2f} {one_by_one * 1000:12.0f} ms"
        f" {trip * 1000:9.1f} ms"
    )


def _trip(remote: Remote) -> float:
    """Give how long the instance took for a request in fact, in seconds."""
    return statistics.median(each.answered - each.arrived for each in remote.take()[0])


def main(rounds: int = ROUNDS, delay: float = DELAY) -> int:
    """Print the table."""
    print(
        f"The re-check of one setup at {delay * 1000:.0f} ms a round trip, median of {rounds} runs"
    )
    print(
        "  profile           requests  chain  trips     floor     took   ratio  one by one"
        "     in fact a trip"
    )
    for profile in Catalog().ids():
        print(measured(profile, rounds, delay))
    print("  (ratio wanted: at most 1.25)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
