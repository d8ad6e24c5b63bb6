"""What a fleet run needs of memory: `python -m tests.benchmarks.fleet_memory`.

`halo-setup recheck --all --json` as a process of its own, on 50, 500 and 2,000 setups, five on each
instance. Printed are the most memory that the process ever held, what it printed (the results), and
how much more memory each further setup took.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fleet_world.engine import stand
from tests.fleet_world.home import Home
from tests.fleet_world.mould import FIVE
from wizard.practice.behaviour import Behaviour

SIZES = (50, 500, 2000)


def peak(setups: int) -> tuple[float, float]:
    """Give the peak in MiB, and the MiB that were printed."""
    made = stand(setups // len(FIVE), FIVE, behaviour=Behaviour(rate_limit=None))
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        home.save(made.casts)
        printed = Path(folder) / "printed"
        with made.fleet.in_a_process(), printed.open("wb") as out:
            command = [sys.executable, "-m", "wizard", "recheck", "--all", "--json"]
            process = subprocess.Popen(
                command, env=home.environment, stdout=out, stderr=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 3  # for what no API shows
        assert len(printed.read_bytes().splitlines()) == setups
        return usage.ru_maxrss / 1024, printed.stat().st_size / 2**20


def main(sizes: tuple[int, ...] = SIZES) -> int:
    """Print the table."""
    print("The peak of memory of `halo-setup recheck --all --json`")
    print("  setups    peak    results  more for each further setup")
    before: tuple[int, float] | None = None
    for setups in sizes:
        most, results = peak(setups)
        more = ""
        if before is not None:
            more = f"{(most - before[1]) / (setups - before[0]) * 1024:6.1f} KiB"
        print(f"  {setups:6} {most:5.0f} MiB {results:5.1f} MiB  {more}")
        before = (setups, most)
    return 0


if __name__ == "__main__":
    sys.exit(main())
