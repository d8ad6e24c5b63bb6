"""What a re-check sends beside what it needs: `python -m tests.benchmarks.recheck_requests`.

What a profile's requirements need is counted from the profile, without a look at the log
(`needed`). Each is one distinct resource. Setups of one instance need what they share once.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from tests.fleet_world.engine import GENEROUS, rechecked, stand
from tests.fleet_world.wire import Exchange
from wizard.checks.rules.excess import should_be_refused
from wizard.halo.limits import Budgets
from wizard.practice.behaviour import Behaviour
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import ProbeRequirement, RoleRequirement, requirements

# AuthInfo and InstanceInfo; the administrator's token; the agents: a page, and the page that shows
# that there are no more (neither page size nor record_count can be relied on, halo-api.md §8.4 no.
# 8); the API applications.
ONCE = 2 + 1 + 2 + 1
TEN = (*Catalog().ids(), *["watchguard-cloud"] * 6)


def needed(profiles: Sequence[str]) -> int:
    """Count the distinct resources that the requirements of these setups on one instance need."""
    guides = [requirements(Catalog().get(name)) for name in profiles]
    roles = {row.name for rows in guides for row in rows if isinstance(row, RoleRequirement)}
    return ONCE + bool(roles) + len(roles) + sum(map(_of_one, guides))


def _of_one(rows: Sequence[object]) -> int:
    """Count what one setup needs for itself.

    Two tokens, as what the guide lists and all that the application holds are two questions; its
    agent, its application, what it sees of itself; each probe, and the one that should be refused.
    """
    probes = {row.path.casefold() for row in rows if isinstance(row, ProbeRequirement)}
    beyond = should_be_refused(rows) is not None  # type: ignore[arg-type]
    return 2 + 1 + 1 + 1 + len(probes) + beyond


def sent(profiles: Sequence[str], only: int | None = None) -> list[Exchange]:
    """Re-check setups of these profiles on one instance (or `only` one of them); give the log."""
    made = stand(1, profiles, checked=False, behaviour=Behaviour(rate_limit=None))
    chosen = made.setups if only is None else made.setups[only : only + 1]
    with made.fleet as fleet:
        outcomes = asyncio.run(rechecked(chosen, made.secrets, Budgets(GENEROUS)))
        assert len(outcomes) == len(chosen)
        assert all(each.exit_code in (0, 3) for each in outcomes)
        return fleet.exchanges(0)


def main() -> int:
    """Print the table."""
    print("Requests of a re-check beside the distinct resources that it needs")
    print("                                        needed  sent  ratio")
    one_by_one = 0
    for name in Catalog().ids():
        count = len(sent([name]))
        print(_row(name, needed([name]), count))
    for place, name in enumerate(Catalog().ids()):
        count = len(sent(TEN, place))
        print(_row(f"{name}, among ten", needed([name]), count))
    for place in range(len(TEN)):
        one_by_one += len(sent(TEN, place))
    count = len(sent(TEN))
    print(_row("ten setups on one instance", needed(TEN), count))
    print(f"  (ratio wanted: at most 1.10; the ten one after the other: {one_by_one} requests)")
    return 0


def _row(name: str, need: int, count: int) -> str:
    return f"  {name:37} {need:6} {count:5} {count / need:6.2f}"


if __name__ == "__main__":
    sys.exit(main())
