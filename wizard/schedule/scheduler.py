"""The scheduler of this workstation, whichever it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from wizard.fleet.timetable import Plan, Present, When
from wizard.problems import ProblemError, problem
from wizard.schedule.cron import Cron
from wizard.schedule.launchd import Launchd
from wizard.schedule.systemd import Systemd
from wizard.schedule.task_scheduler import TaskScheduler


class Scheduler(Protocol):
    """One kind of scheduler, for this user. Nothing is changed by asking it."""

    @property
    def name(self) -> str:
        """The name that people know."""

    def plan(self, words: tuple[str, ...], when: When) -> Plan:
        """Give what runs these words then, in the place of an earlier plan of ours."""

    def removal(self) -> Plan:
        """Give what takes our schedule away."""

    def present(self) -> Present | None:
        """Give our schedule as the system has it; None where there is none."""


def this_scheduler(data: Path, platform: str = sys.platform) -> Scheduler:
    """Give the scheduler of this workstation; `data` is the folder of the program's files.

    Raises ProblemError schedule.none.
    """
    if platform == "win32":
        return TaskScheduler(data)
    if platform == "darwin":
        return Launchd()
    for kind in (Systemd, Cron):
        if kind.is_here():
            return kind()
    raise ProblemError(problem("schedule.none"))
