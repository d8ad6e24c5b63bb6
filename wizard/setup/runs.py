"""A finished check of a saved setup, as its history keeps it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from wizard import __version__
from wizard.checks.drift import Drift
from wizard.checks.findings import exit_code
from wizard.checks.snapshots import Check


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One finished check of one setup.

    `started` and `check.at` (when it ended) carry a time zone. `program` is the version of this
    program, `exit_code` that of the contract. `drifts` are what the check found changed beside the
    last good state of that moment: the history fills them in when the run is written.
    """

    setup_id: str
    started: dt.datetime
    program: str
    exit_code: int
    check: Check
    drifts: tuple[Drift, ...] = ()


def run_of(setup_id: str, started: dt.datetime, check: Check) -> Run:
    """Give the run that a check of a setup is, made by this program."""
    return Run(
        setup_id=setup_id,
        started=started,
        program=__version__,
        exit_code=exit_code(check.findings),
        check=check,
    )
