"""How the re-check of one saved setup came out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.checks.acceptance import Weighed
from wizard.checks.findings import ExitCode, Report
from wizard.problems import Problem
from wizard.profiles.schema import Source
from wizard.setup.state import Confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One saved setup, re-checked.

    `name` is that of `wizard.fleet.names`. `report` holds the findings, and is None only where
    `failed` says why nothing could be looked at (a profile that is gone, an internal error); an
    instance that cannot be reached has a report of unknowns. `drifts` are what changed since the
    last good state, with what was accepted of it. `before` is the exit code of the run before;
    None where there was none. `started` carries a time zone. `unkept` says why the result is not in
    the history, where it should be.

    For reports: `guide` is where the profile comes from, `version` that of HaloPSA where it was
    told, `confirmed` what persons said of requirements, by id.
    """

    setup_id: str
    name: str
    started: dt.datetime
    report: Report | None
    drifts: tuple[Weighed, ...] = ()
    before: int | None = None
    failed: Problem | None = None
    unkept: Problem | None = None
    guide: Source | None = None
    version: str | None = None
    confirmed: tuple[tuple[str, Confirmation], ...] = ()

    @property
    def exit_code(self) -> int:
        """Give the exit code of this setup (contract: commands)."""
        if self.report is not None:
            return self.report.exit_code()
        unchecked = self.failed is not None and self.failed.code == "report.unchecked"
        return ExitCode.UNKNOWN if unchecked else ExitCode.FAILED

    @property
    def worse(self) -> bool:
        """Tell whether the setup is worse than at the run before, which is worth a notification."""
        return self.before is not None and _BADNESS[self.exit_code] > _BADNESS[self.before]


_BADNESS = {
    ExitCode.CLEAN: 0,
    ExitCode.UNKNOWN: 1,
    ExitCode.MISSING: 2,
    ExitCode.FAILED: 3,
}


def fleet_exit_code(codes: Iterable[int]) -> int:
    """Give the exit code of a fleet from those of its setups: 4, else 1, else 3, else 0."""
    return max(codes, key=lambda code: _BADNESS[code], default=ExitCode.CLEAN)
