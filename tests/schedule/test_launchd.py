"""A launchd agent: its property list, setting it up and taking it away."""

from __future__ import annotations

import os
import plistlib

import pytest

from tests.schedule.conftest import Stubs
from tests.schedule.hostile import DAILY, TIMES, WEEKLY, WORDS
from wizard.fleet.timetable import When
from wizard.schedule.carrying import carry_out
from wizard.schedule.launchd import Launchd


@pytest.mark.parametrize("when", TIMES)
def test_what_was_set_up_is_read_back(stubs: Stubs, when: When) -> None:
    stubs.add("launchctl")
    agent = Launchd()
    assert agent.present() is None
    carry_out(agent.plan(WORDS, when))
    found = agent.present()
    assert found is not None
    assert (found.when, found.words, found.active, found.next_run) == (when, WORDS, True, None)


def test_launchd_gets_its_own_keys(stubs: Stubs) -> None:
    stubs.add("launchctl")
    agent = Launchd()
    carry_out(agent.plan(WORDS, WEEKLY[6]))
    written = plistlib.loads(agent.path.read_bytes())
    assert written["ProgramArguments"] == list(WORDS)
    assert written["StartCalendarInterval"] == {"Hour": 23, "Minute": 59, "Weekday": 7}
    assert written["RunAtLoad"] is False
    assert agent.path == stubs.home / "Library" / "LaunchAgents" / f"{written['Label']}.plist"


def test_it_is_loaded_for_this_user_and_unloaded_again(stubs: Stubs) -> None:
    stubs.add("launchctl", 'case "$1" in bootout) exit 3 ;; esac')  # it is not loaded yet
    agent = Launchd()
    carry_out(agent.plan(WORDS, DAILY))
    domain = f"gui/{os.getuid()}"
    target = f"{domain}/{agent.path.stem}"
    assert stubs.calls() == [
        ["launchctl", "bootout", target],
        ["launchctl", "enable", target],
        ["launchctl", "bootstrap", domain, str(agent.path)],
    ]
    carry_out(agent.removal())
    assert stubs.calls() == [["launchctl", "bootout", target]]
    assert agent.present() is None


@pytest.mark.parametrize(
    "calendar",
    [{"Minute": 5}, {"Hour": 99, "Minute": 0}, {"Hour": "a", "Minute": 0}, [], {"Day": 1}],
)
def test_one_of_another_hand_has_no_time_of_ours(stubs: Stubs, calendar: object) -> None:
    agent = Launchd()
    agent.path.parent.mkdir(parents=True)
    plist = {"ProgramArguments": ["x"], "StartCalendarInterval": calendar}
    agent.path.write_bytes(plistlib.dumps(plist))
    found = agent.present()  # launchctl is not even there
    assert found is not None
    assert (found.when, found.words, found.active) == (None, ("x",), False)


def test_a_damaged_list_is_none(stubs: Stubs) -> None:
    agent = Launchd()
    agent.path.parent.mkdir(parents=True)
    agent.path.write_bytes(b"<plist>")
    assert agent.present() is None
