"""Processes that write into a database, to be killed or crowded; what each test gives them to do
stands in `runs.py` and `writer.py`.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from wizard.problems import ProblemError

ROOT = Path(__file__).parents[2]


def write_on(write: Callable[[int], None], first: int, count: int) -> int:
    """Write so many numbers (0: without end), and print each once it has been written.

    A ProblemError's code is printed and ends it. Gives the exit code.
    """
    numbers = range(first, first + count) if count else itertools.count(first)
    try:
        for number in numbers:
            write(number)
            print(number, flush=True)
    except ProblemError as error:
        print(error.problem.code, error.problem.detail, flush=True)
        return 7
    return 0


def restricted(command: list[str], before: str) -> tuple[int, str]:
    """Run a command in a process that takes something away from itself first, by this code.

    Gives its exit code and output.
    """
    program = f"{before} import os; os.execv({sys.executable!r}, {command!r})"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout.strip()
