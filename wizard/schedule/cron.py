"""Two marked lines in the crontab of this user, where there is no systemd.

crontab(1), crontab(5). Everything else in the crontab stays as it is, to the byte. cron does not
make up for a time at which the machine was off.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex

from wizard.fleet.timetable import Plan, Present, Run, Weekday, When
from wizard.problems import ProblemError, problem
from wizard.schedule.carrying import ask

NAME = "cron"
_MARK = "# Halo Setup Wizard: the next line is changed by `halo-setup schedule`"
_LINE = re.compile(r"(\d{1,2}) (\d{1,2}) \* \* (\*|[0-6]) (.*)")
_BUS = re.compile(r"unix:path=/run/user/\d+/bus")  # the same one at every sign-in
_BUS_VARIABLE = "DBUS_SESSION_BUS_ADDRESS"


class Cron:
    """The lines of this user."""

    name = NAME

    @staticmethod
    def is_here() -> bool:
        """Tell whether crontab is there."""
        return ask("crontab", "-l").code is not None

    def plan(self, words: tuple[str, ...], when: When) -> Plan:
        """Give what writes the lines. Raises ProblemError schedule.refused."""
        others = without_ours(_present())
        end = "" if others.endswith("\n") or not others else "\n"
        return (_install(f"{others}{end}{_lines(words, when)}"),)

    def removal(self) -> Plan:
        """Give what takes the lines away. Raises ProblemError schedule.refused."""
        return (_install(without_ours(_present())),)

    def present(self) -> Present | None:
        """Give the line as it is in the crontab. cron tells no next run."""
        lines = _present().split("\n")
        if _MARK not in lines[:-1]:
            return None
        line = lines[lines.index(_MARK) + 1]
        found = _LINE.fullmatch(line)
        words = _words(found[4]) if found else ()
        active = not line.lstrip().startswith("#")
        return Present(
            scheduler=self.name, when=_when(found) if found else None, active=active, words=words
        )


def without_ours(crontab: str) -> str:
    """Give a crontab without the marked lines; all else stays, to the byte."""
    lines = crontab.split("\n")
    ours = [number for number, line in enumerate(lines) if line == _MARK]
    away = {*ours, *(number + 1 for number in ours)}
    return "\n".join(line for number, line in enumerate(lines) if number not in away)


def _present() -> str:
    told = ask("crontab", "-l")
    if told.code == 0:
        return told.out
    if told.code == 1 and not told.out:  # "no crontab for …"
        return ""
    raise ProblemError(problem("schedule.refused", f"crontab ({told.code})"))


def _install(crontab: str) -> Run:
    return Run(("crontab", "-"), given=crontab)


def _lines(words: tuple[str, ...], when: When) -> str:
    day = "*" if when.weekday is None else str((when.weekday + 1) % 7)  # 0 is Sunday
    # cron knows nothing of the session, in which keychain and notifications are.
    bus = os.environ.get(_BUS_VARIABLE, "")
    session = f"{_BUS_VARIABLE}={bus} " if _BUS.fullmatch(bus) else ""
    # cron takes a percent sign for the end of the line, whatever the quotes. What a backslash does
    # to another one, or to a percent sign, differs from cron to cron: a pair of quotes parts them.
    command = re.sub(r"\\(?=[\\%])", r"\\''", session + shlex.join(words)).replace("%", "\\%")
    line = f"{when.at.minute} {when.at.hour} * * {day} {command} >/dev/null 2>&1"
    return f"{_MARK}\n{line}\n"


def _words(command: str) -> tuple[str, ...]:
    try:
        words = shlex.split(command.replace("\\%", "%"))
    except ValueError:
        return ()
    return tuple(
        each
        for each in words
        if each not in (">/dev/null", "2>&1") and not each.startswith(f"{_BUS_VARIABLE}=")
    )


def _when(found: re.Match[str]) -> When | None:
    try:
        at = dt.time(int(found[2]), int(found[1]))
    except ValueError:
        return None
    return When(at, None if found[3] == "*" else Weekday((int(found[3]) - 1) % 7))
