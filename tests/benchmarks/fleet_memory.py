"""What a fleet run needs of memory: `python -m tests.benchmarks.fleet_memory`.

`halo-setup recheck --all --json` as a process of its own, on 50, 500 and 2,000 setups, five on each
instance. Printed are the most memory that the process ever held, what it printed (the results), and
how much more memory each further setup took.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fleet_world.engine import stand
from tests.fleet_world.home import Home
from tests.fleet_world.mould import FIVE
from wizard.practice.behaviour import Behaviour

SIZES = (50, 500, 2000)

# A process's peak counts the memory of the process that started it, too (Linux, at exec); this
# benchmark holds the whole fleet's casts. So a small process starts the run, and tells its peak.
_STARTS = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stderr=subprocess.DEVNULL)
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


def peak(setups: int) -> tuple[float, float]:
    """Give the peak in MiB, and the MiB that were printed."""
    made = stand(setups // len(FIVE), FIVE, behaviour=Behaviour(rate_limit=None))
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        home.save(made.casts)
        printed = Path(folder) / "printed"
        with made.fleet.in_a_process(), printed.open("wb") as out:
            command = [sys.executable, "-m", "wizard", "recheck", "--all", "--json"]
            run = subprocess.run(
                [sys.executable, "-c", _STARTS, *command],
                env=home.environment,
                stdout=out,
                stderr=subprocess.PIPE,
                check=True,
            )
        code, most = map(int, run.stderr.split())
        assert code == 3  # for what no API shows
        assert len(printed.read_bytes().splitlines()) == setups
        return most / 1024, printed.stat().st_size / 2**20


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
