"""How much of the allowed requests a re-check uses: `python -m tests.benchmarks.rolling_window`.

So many setups on one instance that their re-check takes more than 2,100 reads. The instance refuses
more than 300 requests in any 300 s; the re-check allows itself 240 of them, and the integration
that is live sends 59 in any 300 s meanwhile. Server, re-check and integration share a loop whose
time jumps to what comes next (tests/fleet_world/clock.py); every request goes over a real socket
and takes 80 ms of that time.

The same once more where the instance refuses the 500th request with a Retry-After of 30 s.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from dataclasses import dataclass

import httpx

from tests.fleet_world import clock
from tests.fleet_world.engine import Stand, rechecked, stand
from tests.fleet_world.wire import Exchange
from wizard.checks.findings import State
from wizard.fleet.outcome import Outcome
from wizard.halo.limits import Allowance, Budgets
from wizard.practice.behaviour import Behaviour
from wizard.practice.faults import Fault, FaultKind

READS = 2100
WINDOW, LIMIT, LIVE = 300.0, 300, 59
DELAY = 0.08
SETUPS = 200  # of watchguard-cloud, which one instance can have any number of
ALLOWED = Allowance()
WAIT = 30.0  # seconds of Retry-After


@dataclass(frozen=True)
class Went:
    """How it went; times in simulated seconds."""

    reads: int
    took: float
    refused: int
    refused_live: int
    fullest: int
    hasty: int  # requests that came while it was to wait
    unfinished: int

    @property
    def share(self) -> float:
        """The share of the allowed requests that was used.

        So many requests take this many whole windows at least, and the last begins at its start.
        """
        return (self.reads - 1) // ALLOWED.requests * WINDOW / self.took


async def measured(setups: int, fault: Fault | None = None) -> Went:
    """Re-check so many setups on one instance in this loop."""
    time = asyncio.get_running_loop().time
    behaviour = Behaviour(rate_limit=LIMIT, rate_window=WINDOW)
    made: Stand = await asyncio.to_thread(
        stand, 1, ["watchguard-cloud"] * setups, checked=False, behaviour=behaviour, delay=DELAY,
        clock=time,
    )  # fmt: skip
    await made.fleet.start()
    if fault is not None:
        made.fleet.members[0].faults.switch_on(fault)
    integration = asyncio.create_task(_live(made.fleet.members[0].address))
    began = time()
    outcomes = await rechecked(made.setups, made.secrets, Budgets(ALLOWED, clock=time))
    integration.cancel()
    await asyncio.gather(integration, return_exceptions=True)
    await made.fleet.stop()
    exchanges = made.fleet.exchanges(0)
    live = [each for each in exchanges if each.path == "/api/Live"]
    mine = [each for each in exchanges if each.path != "/api/Live"]
    return Went(
        len(mine),
        max(each.arrived for each in mine) - began,
        sum(each.status == 429 for each in mine),
        sum(each.status == 429 for each in live),
        _fullest(mine),
        _hasty(mine),
        sum(_unfinished(each) for each in outcomes),
    )


async def _live(address: str) -> None:
    """Send what an integration sends that is live."""
    async with httpx.AsyncClient(trust_env=False) as client:
        while True:
            await client.get(f"{address}/api/Live")
            await asyncio.sleep(WINDOW / LIVE)


def _fullest(exchanges: list[Exchange]) -> int:
    """Give the most requests that any window holds."""
    times = sorted(each.arrived for each in exchanges)
    return max(sum(0 <= other - start < WINDOW for other in times) for start in times)


def _unfinished(outcome: Outcome) -> bool:
    """Tell whether something could not be seen; one row of this profile no API shows."""
    assert outcome.report is not None
    return outcome.report.summary()[State.UNKNOWN] > 1


def _hasty(exchanges: list[Exchange]) -> int:
    """Count the requests that were sent although the instance had asked to wait.

    What was under way when it asked has come by one round trip later.
    """
    asked = [each.answered for each in exchanges if each.status == 429]
    return sum(start + DELAY < each.arrived < start + WAIT for start in asked for each in exchanges)


def main(setups: int = SETUPS) -> int:
    """Print how it went."""
    logging.getLogger("stamina").setLevel(logging.ERROR)
    went = clock.run(measured(setups))
    print(f"{went.reads} requests of a re-check of {setups} setups on one instance")
    print(
        f"  the instance lets {LIMIT} pass in any {WINDOW:.0f} s; {LIVE} are a live integration's"
    )
    print(
        f"  the re-check allows itself {ALLOWED.requests}; the fullest window held {went.fullest}"
    )
    print(f"  it took {went.took:.0f} simulated seconds: {went.share:.1%} of what is allowed")
    print(f"  refused (429): {went.refused} of its own, {went.refused_live} of the integration's")
    print("  (wanted: at least 97 %, and none refused)")
    once = Fault(kind=FaultKind.RATE_LIMITED, skip=500, times=1, detail=f"{WAIT:.0f}")
    held = clock.run(measured(setups // 4, once))
    print(f"  asked once to wait for {WAIT:.0f} s, it sent {held.hasty} requests in that time")
    print(f"  and left {held.unfinished} of {setups // 4} setups unfinished")
    return 0


if __name__ == "__main__":
    sys.exit(main())
