"""What `run.py` does once a fitting Python runs it: make ready, then become the program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

import environment
import system
from stop import StopError

PRACTICE = "liongard"


def main(arguments: Sequence[str]) -> int:
    """Make ready what is missing and run. Gives the exit code; 4 where it cannot be made ready."""
    try:
        tests = arguments[:1] == ["test"]
        command = _tests(arguments[1:]) if tests else _program(arguments)
    except StopError as stop:
        sys.stderr.write(f"{stop}\n")
        return 4
    except KeyboardInterrupt:
        return 130
    return _become(command)


def wanted(
    arguments: Sequence[str], variables: Mapping[str, str], platform: str
) -> tuple[list[str], bool]:
    """Give halo-setup's arguments, and whether they open a window.

    Without arguments it is the practice instance: in its window where there is a display, as a
    walk in the terminal where there is none.
    """
    display = not platform.startswith("linux") or bool(
        variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")
    )
    if not arguments:
        return (["practice"], True) if display else (["walk", PRACTICE], False)
    opens = arguments[0] == "practice" and "--serve" not in arguments
    return list(arguments), opens and display


def _program(arguments: Sequence[str]) -> list[str]:
    given, window = wanted(arguments, os.environ, sys.platform)
    system.provide([*environment.needs(), *(system.WINDOW if window else ())])
    environment.prepare(environment.Purpose.RUN)
    if not arguments and not window:
        sys.stderr.write("There is no display here: walking the practice set-up of Liongard.\n")
    return [str(environment.script("halo-setup")), *given]


def _tests(arguments: Sequence[str]) -> list[str]:
    system.provide([*environment.needs(), *system.WINDOW], wished=system.TEST_TOOLS)
    system.offer(system.TEST_TOOLS, in_ci=os.environ.get("CI") == "true")
    environment.prepare(environment.Purpose.TEST)
    return [str(environment.script("python")), "-m", "pytest", *arguments]


def _become(command: list[str]) -> int:
    """Run the command in place of this process, where the platform has that."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606  no shell is meant
    return subprocess.call(command)
