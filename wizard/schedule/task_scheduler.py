"""A task of the Windows Task Scheduler: its XML, and `schtasks`.

MS-TSCH 2.4 and the Task Scheduler schema. The task runs only while the person is signed in
(InteractiveToken): the Credential Manager is theirs, no password is kept, and no administrator is
needed. A time at which the machine was off is made up for (StartWhenAvailable).
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

from wizard.fleet.timetable import Delete, Plan, Present, Run, Weekday, When, Write
from wizard.schedule.carrying import ask
from wizard.schedule.job import DELAY, LONGEST

NAME = "Task Scheduler"
_TASK = "Halo Setup Wizard re-check"
NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEXT = f"(Get-ScheduledTaskInfo -TaskName '{_TASK}').NextRunTime.ToUniversalTime().ToString('s')"


class TaskScheduler:
    """The task of this user."""

    name = NAME

    def __init__(self, folder: Path) -> None:
        """`folder` takes the XML until the task is made."""
        self._xml = folder / "scheduled-task.xml"

    def plan(self, words: tuple[str, ...], when: When) -> Plan:
        """Give what makes the task, in the place of an earlier one."""
        return (
            # schtasks wants the encoding that its own export has
            Write(self._xml, task_xml(words, when, _user()), "utf-16"),
            Run(("schtasks", "/Create", "/TN", _TASK, "/XML", str(self._xml), "/F")),
            Delete(self._xml),
        )

    def removal(self) -> Plan:
        """Give what takes the task away."""
        return (Run(("schtasks", "/Delete", "/TN", _TASK, "/F")),)

    def present(self) -> Present | None:
        """Give the task as the Task Scheduler has it; None where there is none."""
        told = ask("schtasks", "/Query", "/TN", _TASK, "/XML")
        if told.code != 0 or not told.out.strip():
            return None
        try:
            # Past the declaration, whose encoding is not that of what was printed.
            task = ET.fromstring(told.out[max(told.out.find("<Task"), 0) :])  # noqa: S314 - its own
        except ET.ParseError:
            return Present(scheduler=self.name, when=None, active=True, words=())
        return Present(
            scheduler=self.name,
            when=_when(task),
            active=_text(task, "Settings/Enabled") != "false",
            words=_words(task),
            next_run=_next_run(),
        )


def task_xml(words: tuple[str, ...], when: When, user: str) -> str:
    """Give the task; `user` is whose it is, such as "DESKTOP\\anna", "" for whoever makes it."""
    task = ET.Element("Task", {"version": "1.2", "xmlns": NAMESPACE})
    about = ET.SubElement(task, "RegistrationInfo")
    _add(about, "Description", "Re-check of the HaloPSA setups by Halo Setup Wizard")
    trigger = ET.SubElement(ET.SubElement(task, "Triggers"), "CalendarTrigger")
    _add(trigger, "StartBoundary", f"2026-01-01T{when.at:%H:%M}:00")  # any day that has passed
    _add(trigger, "RandomDelay", f"PT{int(DELAY.total_seconds()) // 60}M")
    if when.weekday is None:
        _add(ET.SubElement(trigger, "ScheduleByDay"), "DaysInterval", "1")
    else:
        week = ET.SubElement(trigger, "ScheduleByWeek")
        _add(week, "WeeksInterval", "1")
        ET.SubElement(ET.SubElement(week, "DaysOfWeek"), _DAYS[when.weekday])
    who = ET.SubElement(ET.SubElement(task, "Principals"), "Principal", {"id": "Author"})
    if user:
        _add(who, "UserId", user)
    _add(who, "LogonType", "InteractiveToken")
    _add(who, "RunLevel", "LeastPrivilege")
    settings = ET.SubElement(task, "Settings")
    for name, value in (
        ("MultipleInstancesPolicy", "IgnoreNew"),
        ("DisallowStartIfOnBatteries", "false"),
        ("StopIfGoingOnBatteries", "false"),
        ("StartWhenAvailable", "true"),
        ("Enabled", "true"),
        ("ExecutionTimeLimit", f"PT{int(LONGEST.total_seconds()) // 3600}H"),
        ("Priority", "7"),
    ):
        _add(settings, name, value)
    run = ET.SubElement(ET.SubElement(task, "Actions", {"Context": "Author"}), "Exec")
    _add(run, "Command", words[0])
    _add(run, "Arguments", subprocess.list2cmdline(words[1:]))
    ET.indent(task)
    return f'<?xml version="1.0" encoding="UTF-16"?>\n{ET.tostring(task, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _user() -> str:
    domain, name = os.environ.get("USERDOMAIN", ""), os.environ.get("USERNAME", "")
    return f"{domain}\\{name}" if domain and name else name


def _text(task: ET.Element, path: str) -> str:
    return task.findtext("/".join(f"{{{NAMESPACE}}}{each}" for each in path.split("/")), "")


def _words(task: ET.Element) -> tuple[str, ...]:
    """Give the program and, as one word, its arguments as Windows has them."""
    return tuple(
        filter(None, (_text(task, "Actions/Exec/Command"), _text(task, "Actions/Exec/Arguments")))
    )


def _when(task: ET.Element) -> When | None:
    """Read a time that `task_xml` wrote; None for one that a person chose."""
    trigger = "Triggers/CalendarTrigger"
    found = re.search(r"T(\d\d):(\d\d):00", _text(task, f"{trigger}/StartBoundary"))
    if found is None:
        return None
    at = dt.time(int(found[1]), int(found[2]))
    if _text(task, f"{trigger}/ScheduleByDay/DaysInterval") == "1":
        return When(at)
    days = [
        Weekday(number)
        for number, day in enumerate(_DAYS)
        if task.find(
            "/".join(
                f"{{{NAMESPACE}}}{each}"
                for each in (*trigger.split("/"), "ScheduleByWeek", "DaysOfWeek", day)
            )
        )
        is not None
    ]
    return When(at, days[0]) if len(days) == 1 else None


def _next_run() -> dt.datetime | None:
    """Ask PowerShell: what schtasks prints as the next run is in the system's own way of dates."""
    told = ask("powershell", "-NoProfile", "-NonInteractive", "-Command", _NEXT)
    try:
        return dt.datetime.fromisoformat(told.out.strip()).replace(tzinfo=dt.UTC).astimezone()
    except ValueError:
        return None
