"""A launchd agent of this user: a property list in ~/Library/LaunchAgents, and `launchctl`.

launchd.plist(5), launchctl(1). An agent runs in the session of the signed-in person, where the
keychain is; a time that passed while the Mac slept is made up for when it wakes.
"""

from __future__ import annotations

import datetime as dt
import os
import plistlib
import tomllib
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from wizard.fleet.timetable import Delete, Plan, Present, Run, Weekday, When, Write
from wizard.resource import resource
from wizard.schedule.carrying import ask

NAME = "launchd"


class Launchd:
    """The agent of this user."""

    name = NAME

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is where a user's agents are."""
        self._folder = folder or Path.home() / "Library" / "LaunchAgents"
        facts = tomllib.loads(resource("product.toml").read_text(encoding="utf-8"))
        self._label = f"{facts['identifier']}.recheck"
        user = os.getuid() if hasattr(os, "getuid") else 0
        self._domain = f"gui/{user}"
        self._target = f"{self._domain}/{self._label}"

    @property
    def path(self) -> Path:
        """The property list."""
        return self._folder / f"{self._label}.plist"

    def plan(self, words: tuple[str, ...], when: When) -> Plan:
        """Give what sets the agent up, in the place of an earlier one."""
        calendar = {"Hour": when.at.hour, "Minute": when.at.minute}
        if when.weekday is not None:
            calendar["Weekday"] = when.weekday + 1  # 1 is Monday, 7 Sunday
        agent = {
            "Label": self._label,
            "ProgramArguments": list(words),
            "StartCalendarInterval": calendar,
            "ProcessType": "Background",
            "RunAtLoad": False,
        }
        return (
            Run(("launchctl", "bootout", self._target), may_fail=True),
            Write(self.path, plistlib.dumps(agent, sort_keys=False).decode()),
            Run(("launchctl", "enable", self._target)),
            Run(("launchctl", "bootstrap", self._domain, str(self.path))),
        )

    def removal(self) -> Plan:
        """Give what takes the agent away."""
        return (
            Run(("launchctl", "bootout", self._target), may_fail=True),
            Delete(self.path),
        )

    def present(self) -> Present | None:
        """Give the agent as it is; None where there is none. launchd tells no next run."""
        try:
            agent = plistlib.loads(self.path.read_bytes())
        except (OSError, ValueError, ExpatError):
            return None
        words = agent.get("ProgramArguments") if isinstance(agent, dict) else None
        return Present(
            scheduler=self.name,
            when=_when(agent.get("StartCalendarInterval")) if words else None,
            active=ask("launchctl", "print", self._target).code == 0,
            words=tuple(map(str, words)) if isinstance(words, list) else (),
        )


def _when(calendar: Any) -> When | None:
    """Read a time that `plan` wrote; None for one that a person wrote."""
    if not isinstance(calendar, dict) or not {"Hour", "Minute"} <= set(calendar):
        return None
    if set(calendar) - {"Hour", "Minute", "Weekday"}:
        return None
    try:
        at = dt.time(calendar["Hour"], calendar["Minute"])
        day = calendar.get("Weekday")
        return When(at, None if day is None else Weekday((day - 1) % 7))
    except (TypeError, ValueError):
        return None
