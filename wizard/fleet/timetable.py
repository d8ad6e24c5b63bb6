"""When the system re-checks the setups by itself, and what has to be done for that, as data.

Nothing here does anything: a plan is shown to the person first, and then carried out by
`wizard.schedule`.
"""

from __future__ import annotations

import datetime as dt
import shlex
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path


class Weekday(IntEnum):
    """A day of the week, counted as Python counts."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


@dataclass(frozen=True, slots=True)
class When:
    """Every day (`weekday` None) or on one day of each week, at an hour and minute of here."""

    at: dt.time
    weekday: Weekday | None = None


@dataclass(frozen=True, slots=True)
class Write:
    """A file is written; its folder is made if it is not there."""

    path: Path
    text: str
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Delete:
    """A file is deleted; it may be gone already."""

    path: Path


@dataclass(frozen=True, slots=True)
class Run:
    """A program is run. `given` is what it reads; `may_fail`: what it undoes may not be there."""

    words: tuple[str, ...]
    given: str | None = None
    may_fail: bool = False


Step = Write | Delete | Run
Plan = tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A schedule as the system has it.

    `when` is None where it is not one of ours any more; `active` tells whether the system will run
    it; `next_run`, with a time zone, is None where the system does not tell. `words` is what it
    runs.
    """

    scheduler: str  # its name as people know it, such as "systemd"
    when: When | None
    active: bool
    words: tuple[str, ...]
    next_run: dt.datetime | None = None


def plan_lines(plan: Plan) -> list[str]:
    """Give the files and commands of a plan as a person at a terminal would write them."""
    lines: list[str] = []
    for step in plan:
        if lines:
            lines.append("")
        if isinstance(step, Write):
            lines += [f"# {step.path}", *step.text.splitlines()]
        elif isinstance(step, Delete):
            lines.append(f"rm {shlex.quote(str(step.path))}")
        else:
            lines.append(shlex.join(step.words))
            if step.given is not None:
                lines += [f"< {line}".rstrip() for line in step.given.splitlines()]
    # what is no text in a crontab of others is shown as such, not as an error
    return [line.encode(errors="replace").decode() for line in lines]
