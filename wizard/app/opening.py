"""The commands that open a window, or serve the practice instance; and the log of all commands.

Apart from the terminal's commands: a window that is to stand at once loads nothing of theirs.
"""

from __future__ import annotations

import argparse
import logging
from typing import TYPE_CHECKING

from wizard.app.usage import UsageError
from wizard.store.log import setup_logging
from wizard.store.places import places
from wizard.store.redaction import Redactor

if TYPE_CHECKING:
    from wizard.practice.scenarios import Scenario

REDACTOR = Redactor()


def start_log(level: str) -> None:
    """Log to the program's log file, redacted."""
    setup_logging(getattr(logging, level.upper()), places().log, REDACTOR)


def window(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command takes them
    """Open the window on this workstation's setups."""
    from wizard.app.window import open_window  # noqa: PLC0415 - Qt only where it is used

    return open_window(REDACTOR)


def practice(options: argparse.Namespace) -> int:
    """Open the window on a practice instance, or serve one alone."""
    scenario = named_scenario(options.scenario)
    if options.serve:
        from wizard.practice.server import serve  # noqa: PLC0415 - a server only where it is used

        return serve(options.port, options.scenario)
    if options.port:
        raise UsageError("--port goes with --serve")
    from wizard.app.practice_window import open_practice_window  # noqa: PLC0415 - Qt

    return open_practice_window(scenario, REDACTOR)


def self_check(options: argparse.Namespace) -> int:
    """Say whether this copy of the program can do what it needs of the system."""
    from wizard.app import self_check as checking  # noqa: PLC0415 - only where it is used

    return checking.self_check(options)


def named_scenario(name: str) -> Scenario:
    """Give the scenario of this name, or in this file. Raises UsageError."""
    from wizard.practice.scenarios import UnknownScenarioError, scenario  # noqa: PLC0415

    try:
        return scenario(name)
    except UnknownScenarioError as error:
        raise UsageError(str(error)) from error
