"""A systemd timer of this user: two unit files, and `systemctl --user`.

systemd.timer(5), systemd.service(5), systemd.syntax(7). The user's manager runs while the person is
signed in, and so does the keychain; a run that was missed meanwhile is made up for (Persistent).
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from wizard.fleet.timetable import Delete, Plan, Present, Run, Weekday, When, Write
from wizard.schedule.carrying import ask
from wizard.schedule.job import DELAY, LONGEST

NAME = "systemd"
_UNIT = "halo-setup-recheck"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ON_CALENDAR = re.compile(r"^OnCalendar=(?:(\w{3}) )?\*-\*-\* (\d\d):(\d\d):00$", re.MULTILINE)
_EXEC = re.compile(r"^ExecStart=:(.*)$", re.MULTILINE)
# systemd takes no program with these in its name, but any word after it.
_ODD = re.compile(r"['\"\\]")
_SHELL = ("/bin/sh", "-c", 'exec "$@"', "sh")
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"')

_SERVICE = """\
[Unit]
Description=Re-check of the HaloPSA setups by Halo Setup Wizard

[Service]
Type=oneshot
ExecStart=:{command}
# something missing, something unknown: results, not failures
SuccessExitStatus=1 3
TimeoutStartSec={longest}
Nice=10
"""
_TIMER = """\
[Unit]
Description=When Halo Setup Wizard re-checks the HaloPSA setups

[Timer]
OnCalendar={calendar}
Persistent=true
RandomizedDelaySec={delay}

[Install]
WantedBy=timers.target
"""


class Systemd:
    """The timer of this user."""

    name = NAME

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is where a user's units are, as a rule ~/.config/systemd/user."""
        base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        self._folder = folder or Path(base) / "systemd" / "user"

    @property
    def service(self) -> Path:
        """The file that tells what is run."""
        return self._folder / f"{_UNIT}.service"

    @property
    def timer(self) -> Path:
        """The file that tells when."""
        return self._folder / f"{_UNIT}.timer"

    @staticmethod
    def is_here() -> bool:
        """Tell whether this person's systemd answers."""
        return ask("systemctl", "--user", "show-environment").code == 0

    def plan(self, words: tuple[str, ...], when: When) -> Plan:
        """Give what sets the timer up, in the place of an earlier one."""
        day = "" if when.weekday is None else f"{_DAYS[when.weekday]} "
        calendar = f"{day}*-*-* {when.at:%H:%M}:00"
        command = (*_SHELL, *words) if _ODD.search(words[0]) else words
        seconds = int(DELAY.total_seconds())
        return (
            Write(
                self.service,
                _SERVICE.format(
                    command=" ".join(map(_quoted, command)), longest=int(LONGEST.total_seconds())
                ),
            ),
            Write(self.timer, _TIMER.format(calendar=calendar, delay=seconds)),
            Run(("systemctl", "--user", "daemon-reload")),
            Run(("systemctl", "--user", "enable", f"{_UNIT}.timer")),
            Run(("systemctl", "--user", "restart", f"{_UNIT}.timer")),
        )

    def removal(self) -> Plan:
        """Give what takes the timer away."""
        return (
            Run(("systemctl", "--user", "disable", "--now", f"{_UNIT}.timer"), may_fail=True),
            Delete(self.timer),
            Delete(self.service),
            Run(("systemctl", "--user", "daemon-reload")),
        )

    def present(self) -> Present | None:
        """Give the timer as systemd has it; None where there is none."""
        try:
            timer, service = self.timer.read_text("utf-8"), self.service.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        told = ask("systemctl", "--user", "is-active", f"{_UNIT}.timer")
        return Present(
            scheduler=self.name,
            when=_when(timer),
            active=told.code == 0,
            words=_words(service),
            next_run=_next_run(),
        )


def _quoted(word: str) -> str:
    """Quote a word of ExecStart. The colon before the command keeps $ as it is (systemd 244)."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _words(service: str) -> tuple[str, ...]:
    found = _EXEC.search(service)
    quoted = _WORD.findall(found[1]) if found else []
    words = tuple(re.sub(r"\\(.)", r"\1", each.replace("%%", "%")) for each in quoted)
    return words[len(_SHELL) :] if words[: len(_SHELL)] == _SHELL else words


def _when(timer: str) -> When | None:
    """Read a time that `plan` wrote; None for one that a person wrote."""
    found = _ON_CALENDAR.findall(timer)
    if len(found) != 1 or (found[0][0] and found[0][0] not in _DAYS):
        return None
    day, hour, minute = found[0]
    try:
        at = dt.time(int(hour), int(minute))
    except ValueError:
        return None
    return When(at, Weekday(_DAYS.index(day)) if day else None)


def _next_run() -> dt.datetime | None:
    """Ask in UTC: systemd writes the time as people read it, in the zone that it is told."""
    wanted = ("--property=NextElapseUSecRealtime", "--value")
    told = ask("systemctl", "--user", "show", f"{_UNIT}.timer", *wanted, told={"TZ": "UTC"})
    found = re.search(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC", told.out)
    if found is None:
        return None
    return dt.datetime.fromisoformat(found[1]).replace(tzinfo=dt.UTC).astimezone()
