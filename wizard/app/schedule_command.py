"""`halo-setup schedule`: sets the regular re-check up, shows it and takes it away."""

from __future__ import annotations

import argparse

from wizard.app.schedule import Schedule
from wizard.checks.findings import ExitCode
from wizard.fleet.timetable import Weekday, When, plan_lines


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


def schedule_remove(options: argparse.Namespace) -> int:
    """Take the schedule away; with --own, only one that starts this very copy."""
    schedule = Schedule()
    present = schedule.present()
    if present is None or (options.own and not schedule.is_own(present)):
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
