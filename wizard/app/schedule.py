"""The regular re-check by the system's own scheduler: the commands, and what the window uses."""

from __future__ import annotations

import argparse
import functools
import os
from pathlib import Path

from wizard.checks.findings import ExitCode
from wizard.fleet.timetable import Plan, Present, Weekday, When, plan_lines
from wizard.schedule import job
from wizard.schedule.carrying import carry_out
from wizard.schedule.scheduler import Scheduler, this_scheduler
from wizard.store.places import HOME_VARIABLE, places


class Schedule:
    """This workstation's scheduler, found at the first use. All of it may block for a moment.

    Raises ProblemError schedule.*.
    """

    def present(self) -> Present | None:
        """Give what is set up, as the system has it; None where nothing is."""
        return self._scheduler.present()

    def plan(self, when: When | None) -> Plan:
        """Give what would be done for this schedule, or (None) to have none; nothing is done."""
        if when is None:
            return self._scheduler.removal()
        return self._scheduler.plan(job.words(_home()), when)

    def carry_out(self, plan: Plan) -> None:
        """Do what was planned."""
        carry_out(plan)

    @functools.cached_property
    def _scheduler(self) -> Scheduler:
        return this_scheduler(places().records.parent)


def schedule_show(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command takes them
    """Print what is set up."""
    present = Schedule().present()
    if present is None:
        print("No schedule is set up.")
        return ExitCode.CLEAN
    next_run = present.next_run
    print(f"When:      {_words(present.when)}")
    print(f"By:        {present.scheduler}{'' if present.active else ' (switched off there)'}")
    print(f"Runs:      {' '.join(present.words)}")
    print(f"Next run:  {f'{next_run:%Y-%m-%d %H:%M}' if next_run else 'unknown'}")
    return ExitCode.CLEAN


def schedule_set(options: argparse.Namespace) -> int:
    """Set the schedule up, or only print what would be done."""
    schedule = Schedule()
    plan = schedule.plan(When(options.at, options.weekly))
    for line in plan_lines(plan):
        print(line)
    if options.dry_run:
        return ExitCode.CLEAN
    schedule.carry_out(plan)
    print()
    return schedule_show(options)


def schedule_remove(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command takes them
    """Take the schedule away."""
    schedule = Schedule()
    if schedule.present() is None:
        print("No schedule is set up.")
        return ExitCode.CLEAN
    schedule.carry_out(schedule.plan(None))
    print("The schedule was removed.")
    return ExitCode.CLEAN


def _words(when: When | None) -> str:
    if when is None:
        return "not as this program sets it up"
    if when.weekday is None:
        return f"every day at {when.at:%H:%M}"
    return f"every week on {Weekday(when.weekday).name.title()} at {when.at:%H:%M}"


def _home() -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser().absolute() if home else None
