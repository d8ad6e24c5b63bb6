"""The regular re-check by the system's own scheduler, for the window and for `schedule …`."""

from __future__ import annotations

import functools
import os
from pathlib import Path

from wizard.fleet.timetable import Plan, Present, When
from wizard.problems import ProblemError
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

    def is_own(self, present: Present) -> bool:
        """Say whether it starts this copy of the program, not another one of this workstation."""
        started = os.path.normcase("".join(present.words[:1]))
        return started == os.path.normcase(job.program()[0])

    def forget(self) -> None:
        """Take away what is set up for these files; one for other files is not theirs to go with.

        Where no scheduler is, nothing is set up.
        """
        try:
            present = self.present()
        except ProblemError as error:
            if error.problem.code == "schedule.none":
                return
            raise
        home = _home()
        said = " ".join(present.words) if present else ""
        if present and (str(home) in said if home else "--home" not in said):
            self.carry_out(self.plan(None))

    @functools.cached_property
    def _scheduler(self) -> Scheduler:
        return this_scheduler(places().records.parent)


def _home() -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser().absolute() if home else None
