"""What the schedulers run: this program's own `recheck`, wherever it is on this workstation."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

from wizard.problems import ProblemError, problem

ARGUMENTS = ("recheck", "--all", "--notify")
DELAY = dt.timedelta(minutes=10)  # at most; not every workstation is to begin in the same second
LONGEST = dt.timedelta(hours=2)  # a run that takes longer hangs

# A line break would be a line of its own in a unit or a crontab; the rest no file can hold.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def words(home: Path | None) -> tuple[str, ...]:
    """Give the whole command. Raises ProblemError schedule.path.

    `home` is the folder of the program's files where it is not the usual one: a scheduler's run
    does not know what this process was told.
    """
    where = () if home is None else ("--home", str(home))
    return checked((*program(), *where, *ARGUMENTS))


def program() -> tuple[str, ...]:
    """Give how this very program is started, without a console where there is a choice."""
    executable = Path(sys.executable)
    windows = sys.platform == "win32"
    if getattr(sys, "frozen", False):
        # On Windows the window's own program: the other one would open a console each time.
        beside = executable.with_name("Halo Setup Wizard.exe" if windows else "halo-setup")
        return (str(beside if beside.exists() else executable),)
    if windows and executable.with_name("pythonw.exe").exists():
        executable = executable.with_name("pythonw.exe")
    return (str(executable), "-m", "wizard")


def checked(command: tuple[str, ...]) -> tuple[str, ...]:
    """Give the command, if every scheduler can hold it. Raises ProblemError schedule.path."""
    for word in command:
        if _UNFIT.search(word):
            raise ProblemError(problem("schedule.path", ascii(word)))
    return command
