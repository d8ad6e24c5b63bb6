"""Kills fleet runs at random moments, and sees what is left: `python -m tests.fleet_world.kills N`.

A run is `halo-setup recheck --all --json` as a process of its own, on 24 setups at 12 instances. It
gets SIGKILL when some of the results have been printed (none at all to all but one), and a random
little while has passed. Then the database must open and be sound, hold every result that was
printed, and nothing that is half-written.
"""

from __future__ import annotations

import logging
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fleet_world.home import Home
from tests.fleet_world.mould import Cast, mould
from tests.fleet_world.served import Fleet
from wizard.practice.behaviour import Behaviour
from wizard.practice.world import World
from wizard.report.document import read_outcome
from wizard.setup.state import SetupState

INSTANCES = 12
_UNLIMITED = Behaviour(rate_limit=None)
_A_WHILE = 0.05  # seconds, in which a few more results come


@dataclass
class Stand:
    """A workstation with setups whose runs are killed one after another."""

    home: Home
    setups: tuple[SetupState, ...]
    first: float = 0.0  # seconds until the first result comes

    def kill_once(self, chance: random.Random) -> tuple[int, int]:
        """Kill one run, and look; give how many results it had printed, and how many it kept."""
        before = {each.id: len(self.home.history.runs(each.id)) for each in self.setups}
        lines = chance.randrange(len(self.setups))
        moment = chance.uniform(0.0, _A_WHILE if lines else self.first)
        with self.home.start("--all", "--json") as process:
            assert process.stdout is not None
            printed = "".join(process.stdout.readline() for _ in range(lines))
            try:
                process.wait(moment)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            printed += process.stdout.read()
        whole = [line for line in printed.splitlines(keepends=True) if line.endswith("\n")]
        told = [read_outcome(line) for line in whole]
        self.sound()
        kept = 0
        for setup in self.setups:
            runs = self.home.history.runs(setup.id)  # every one of them decodes
            mine = [each for each in told if each.setup_id == setup.id]
            new = len(runs) - before[setup.id]
            assert [each.unkept for each in mine if each.unkept] == []
            assert new in (len(mine), len(mine) + 1), f"{setup.id}: {len(mine)} told, {new} kept"
            kept += new
            for outcome in mine:
                assert outcome.report is not None
                found = runs[new - 1].check
                assert found.at == outcome.report.checked_at
                ids = [each.requirement for each in outcome.report.findings]
                assert sorted(each.requirement for each in found.findings) == sorted(ids)
            last = self.home.history.last_good(setup.id)
            assert (last is None) == (not runs)
            if last is not None:
                assert last.at == runs[0].check.at  # written along with the run, or not at all
        return len(told), kept

    def sound(self) -> None:
        """See that the file is whole, and the saved setups are as they were."""
        with closing(sqlite3.connect(self.home.database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert sorted(self.home.records.all(), key=lambda each: each.id) == list(self.setups)


@contextmanager
def stand(folder: Path) -> Iterator[Stand]:
    """Set it all up, and let one whole run tell when its first result comes."""
    model: Cast = mould(("liongard", "topleft"))
    casts: list[Cast] = []

    def build(number: int, address: str) -> World:
        casts.append(model.at(number, address))
        return casts[-1].world()

    with Fleet(INSTANCES, build, behaviour=_UNLIMITED) as fleet:
        home = Home(folder / "home")
        saved = home.save(casts)
        made = Stand(home, tuple(sorted(saved, key=lambda each: each.id)))
        began = time.perf_counter()
        with home.start("--all", "--json") as process:
            assert process.stdout is not None
            assert process.stdout.readline()
            made.first = time.perf_counter() - began
            assert len(process.stdout.readlines()) == len(saved) - 1
        assert process.returncode == 0
        yield made
        assert all(member.instance.log.writes() == () for member in fleet.members)


def main(count: int, seed: int) -> int:
    """Kill so many runs, and print what came of it."""
    logging.getLogger("uvicorn.error").disabled = True  # it misses those who are killed
    chance = random.Random(seed)  # noqa: S311 - only chooses the moment
    with tempfile.TemporaryDirectory() as folder, stand(Path(folder)) as made:
        printed = kept = none = every = 0
        for _ in range(count):
            told, written = made.kill_once(chance)
            printed, kept = printed + told, kept + written
            none += told == 0
            every += told == len(made.setups)
        print(f"{count} runs of {len(made.setups)} setups killed at random moments (seed {seed})")
        print(f"  killed before the first result {none}, after the last {every}")
        print(f"  results printed {printed}, of these in the history {printed}")
        print(f"  results in the history that were not printed any more {kept - printed}")
        print("  databases that did not open or were not sound: 0")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns()))
