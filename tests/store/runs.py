"""Runs to write, and a process that writes them: run by tests that kill or crowd it.

    python -m tests.store.runs FILE SETUP_ID FIRST COUNT

The number of each run is printed once it has been written. COUNT 0 means without end. A
ProblemError's code is printed and ends the process with 7.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from tests.checks.snapshots import TICKETS, check, finding
from tests.store.writing import write_on
from wizard.checks.findings import State
from wizard.setup.runs import Run
from wizard.store.history import History

HOUR = dt.timedelta(hours=1)


def run(setup_id: str = "a", days: float = 0, **changes: object) -> Run:
    """Give a run that finds everything met, or what `check` says otherwise."""
    seen = changes.pop("check", None) or check(days=days)
    values: dict[str, object] = {
        "setup_id": setup_id,
        "started": seen.at - HOUR,  # type: ignore[attr-defined]
        "program": "0.1.0",
        "exit_code": 0,
        "check": seen,
    }
    return Run(**(values | changes))  # type: ignore[arg-type]


def numbered(setup_id: str, number: int) -> Run:
    """Give the run of this number, some 20 KB: every finding tells the number."""
    filler = (f"{number} " * 40,) * 40
    seen = finding(TICKETS, State.MET, str(number), evidence=filler)
    return run(setup_id, check=check(seen, days=number / 1000), program=f"{number}")


def main(file: str, setup_id: str, first: str, count: str) -> int:
    """Write until the count is reached or somebody ends it."""
    history = History(Path(file))

    def write(number: int) -> None:
        history.write(numbered(setup_id, number))

    return write_on(write, int(first), int(count))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
