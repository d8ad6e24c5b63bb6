"""A process that saves one setup over and over: run by tests that kill or crowd it.

    python -m tests.store.writer FILE SETUP_ID COUNT

Each save is large and of one piece: every answer holds the number of the save. The number is
printed once the save has returned. COUNT 0 means without end. A ProblemError's code is printed
and ends the process with 7.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.store.states import state
from tests.store.writing import write_on
from wizard.setup.state import SetupState
from wizard.store.records import SqliteRecords

ANSWERS = 200


def numbered(setup_id: str, number: int) -> SetupState:
    """Give the state of this save, some 20 KB."""
    text = f"{number} " * 40
    return state(setup_id, answers={f"answer {index}": text for index in range(ANSWERS)})


def main(file: str, setup_id: str, count: str) -> int:
    """Save until the count is reached or somebody ends it."""
    records = SqliteRecords(Path(file))

    def write(number: int) -> None:
        records.save(numbered(setup_id, number))

    return write_on(write, 1, int(count))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
