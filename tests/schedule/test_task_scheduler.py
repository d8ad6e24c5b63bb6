"""A task of Windows: its XML, as the schema has it, and how it is made and deleted."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.schedule.conftest import Stubs
from tests.schedule.hostile import DAILY, TIMES, WEEKLY, WORDS
from wizard.fleet.timetable import When
from wizard.schedule.carrying import carry_out
from wizard.schedule.task_scheduler import NAMESPACE, TaskScheduler, task_xml

USER = 'CORP & "Co"\\anna <b>'
# Of the Task Scheduler schema (MS-TSCH 2.5): in a sequence the order counts, else only the names.
SEQUENCES = {
    "Triggers/CalendarTrigger": (
        *("Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit"),
        *("RandomDelay", "ScheduleByDay", "ScheduleByWeek", "ScheduleByMonth"),
    ),
}
MEMBERS = {
    ".": {"RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"},
    "RegistrationInfo": {"Description", "Author", "Date", "URI", "Version"},
    "Triggers": {"CalendarTrigger"},
    "Principals": {"Principal"},
    "Principals/Principal": {"UserId", "LogonType", "RunLevel", "GroupId", "DisplayName"},
    "Settings": {
        *("MultipleInstancesPolicy", "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries"),
        *("StartWhenAvailable", "Enabled", "ExecutionTimeLimit", "Priority", "Hidden"),
    },
    "Actions": {"Exec"},
    "Actions/Exec": {"Command", "Arguments", "WorkingDirectory"},
}


def parsed(when: When = DAILY) -> ET.Element:
    text = task_xml(WORDS, when, USER)
    assert text.startswith('<?xml version="1.0" encoding="UTF-16"?>')
    return ET.fromstring(text.partition("\n")[2])  # noqa: S314 - our own


def at(task: ET.Element, path: str) -> ET.Element:
    names = "/".join(each if each == "." else f"{{{NAMESPACE}}}{each}" for each in path.split("/"))
    found = task.find(names)
    assert found is not None, path
    return found


def children(element: ET.Element) -> list[str]:
    return [each.tag.removeprefix(f"{{{NAMESPACE}}}") for each in element]


def windows_words(line: str) -> list[str]:
    """Split a command line as CommandLineToArgvW does, after the program."""
    words, word, quoted, slashes, begun = [], "", False, 0, False
    for letter in f"{line} ":
        if letter == "\\":
            slashes += 1
            begun = True
            continue
        if letter == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted = not quoted
            begun = True
        else:
            word += "\\" * slashes
            if letter in " \t" and not quoted:
                if begun:
                    words.append(word)
                word, begun = "", False
            else:
                word += letter
                begun = True
        slashes = 0
    return words


@pytest.mark.parametrize("when", TIMES)
def test_the_task_keeps_to_the_schema(when: When) -> None:
    task = parsed(when)
    for path, names in MEMBERS.items():
        found = children(at(task, path))
        assert set(found) <= names, path
        assert len(found) == len(set(found)), path
    for path, order in SEQUENCES.items():
        found = children(at(task, path))
        assert found == sorted(found, key=order.index), path


def test_it_needs_neither_password_nor_administrator_and_never_runs_twice() -> None:
    task = parsed()
    said = {
        path: at(task, path).text
        for path in (
            *("Principals/Principal/LogonType", "Principals/Principal/RunLevel"),
            *("Settings/MultipleInstancesPolicy", "Settings/StartWhenAvailable"),
            *("Settings/ExecutionTimeLimit", "Triggers/CalendarTrigger/RandomDelay"),
        )
    }
    assert list(said.values()) == [
        *("InteractiveToken", "LeastPrivilege", "IgnoreNew", "true", "PT2H", "PT10M")
    ]
    assert at(task, "Principals/Principal/UserId").text == USER
    assert at(task, "Actions").get("Context") == at(task, "Principals/Principal").get("id")


def test_every_word_arrives_whole() -> None:
    task = parsed()
    assert at(task, "Actions/Exec/Command").text == WORDS[0]
    assert windows_words(at(task, "Actions/Exec/Arguments").text or "") == list(WORDS[1:])


def test_a_week_has_one_day_of_it() -> None:
    week = at(parsed(WEEKLY[2]), "Triggers/CalendarTrigger/ScheduleByWeek/DaysOfWeek")
    assert children(week) == ["Wednesday"]


@pytest.mark.parametrize("when", TIMES)
def test_what_was_set_up_is_read_back(
    stubs: Stubs, when: When, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USERDOMAIN", "DESKTOP")
    monkeypatch.setenv("USERNAME", "anna")
    task = stubs.folder / "task.xml"
    stubs.add(
        "schtasks",
        f'case "$1" in /Query) cat "{task}" || exit 1 ;; /Create) cp "$5" "{task}" ;; esac',
    )
    stubs.add("powershell", "printf '2026-11-23T05:05:00\\r\\n'")
    scheduler = TaskScheduler(stubs.home)
    assert scheduler.present() is None
    stubs.calls()
    carry_out(scheduler.plan(WORDS, when))
    (call,) = stubs.calls()
    assert call[:4] == ["schtasks", "/Create", "/TN", "Halo Setup Wizard re-check"]
    assert call[-1] == "/F"
    assert not Path(call[5]).exists()  # nothing is left but the task
    found = scheduler.present()
    assert found is not None
    assert (found.when, found.active, found.words[0]) == (when, True, WORDS[0])
    assert found.next_run is not None
    assert found.next_run.timestamp() == 1795410300
    carry_out(scheduler.removal())
    assert stubs.calls()[-1] == [
        *("schtasks", "/Delete", "/TN", "Halo Setup Wizard re-check", "/F")
    ]


def test_one_that_is_off_and_one_of_another_hand_are_told_as_such(stubs: Stubs) -> None:
    off = task_xml(WORDS, DAILY, "").replace("<Enabled>true</Enabled>", "<Enabled>false</Enabled>")
    (stubs.home / "task.xml").write_text(off.replace("ByDay>", "ByMonth>"), "utf-8")
    stubs.add("schtasks", f'cat "{stubs.home / "task.xml"}"')
    found = TaskScheduler(stubs.home).present()
    assert found is not None
    assert (found.when, found.active, found.next_run) == (None, False, None)


def test_no_answer_is_no_task(stubs: Stubs) -> None:
    stubs.add("schtasks")  # says nothing and ends well, as wine's does
    assert TaskScheduler(stubs.home).present() is None
