"""A systemd timer: its files, what systemd says of them, setting it up and taking it away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.schedule.conftest import Stubs
from tests.schedule.hostile import DAILY, TIMES, WEEKLY, WORDS
from wizard.fleet.timetable import When
from wizard.schedule.carrying import carry_out
from wizard.schedule.systemd import Systemd


def verify(timer: Systemd, runtime: Path) -> subprocess.CompletedProcess[str]:
    """Let systemd itself read the units."""
    if shutil.which("systemd-analyze") is None:
        if sys.platform != "linux":
            pytest.skip("only on Linux there is systemd")
        pytest.fail("no systemd-analyze: apt-get install -y systemd")
    runtime.mkdir(exist_ok=True)
    return subprocess.run(
        ["systemd-analyze", "verify", "--user", timer.timer, timer.service],
        env={**os.environ, "XDG_RUNTIME_DIR": str(runtime)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("when", TIMES)
def test_systemd_reads_it_without_a_complaint(stubs: Stubs, when: When) -> None:
    stubs.add("systemctl")
    timer = Systemd()
    carry_out(timer.plan(("/bin/true", *WORDS), when))
    read = verify(timer, stubs.folder / "runtime")
    assert (read.returncode, read.stderr) == (0, "")


@pytest.mark.parametrize("name", ["a b", "100%", "%h", "$HOME", 'q"q', "\\n", "it's", "ü & <x>"])
def test_systemd_finds_a_program_in_any_folder(stubs: Stubs, name: str) -> None:
    stubs.add("systemctl")
    program = stubs.folder / name / "halo-setup"
    program.parent.mkdir()
    timer = Systemd()
    carry_out(timer.plan((str(program), "recheck"), DAILY))
    odd = set(name) & set("'\"\\")  # then sh starts it, and only sh finds out
    complaint = verify(timer, stubs.folder / "runtime").stderr
    assert ("halo-setup is not executable" in complaint) is not bool(odd)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert verify(timer, stubs.folder / "runtime").stderr == ""
    found = timer.present()
    assert found is not None
    assert found.words == (str(program), "recheck")


@pytest.mark.parametrize("when", TIMES)
def test_what_was_set_up_is_read_back(stubs: Stubs, when: When) -> None:
    stubs.add("systemctl", 'case "$*" in *show*) echo "Mon 2026-11-23 06:06:07 $TZ" ;; esac')
    timer = Systemd()
    assert timer.present() is None
    carry_out(timer.plan(WORDS, when))
    found = timer.present()
    assert found is not None
    assert (found.when, found.words, found.active) == (when, WORDS, True)
    assert found.next_run is not None
    assert found.next_run.timestamp() == 1795413967


def test_the_timer_is_switched_on_and_off_again(stubs: Stubs) -> None:
    stubs.add("systemctl")
    timer = Systemd()
    carry_out(timer.plan(WORDS, DAILY))
    unit = "halo-setup-recheck.timer"
    assert stubs.calls() == [
        ["systemctl", "--user", "daemon-reload"],
        ["systemctl", "--user", "enable", unit],
        ["systemctl", "--user", "restart", unit],
    ]
    carry_out(timer.removal())
    assert stubs.calls() == [
        ["systemctl", "--user", "disable", "--now", unit],
        ["systemctl", "--user", "daemon-reload"],
    ]
    assert timer.present() is None
    assert [each for each in stubs.home.rglob("*") if each.is_file()] == []


def test_one_that_is_off_and_one_of_another_hand_are_told_as_such(stubs: Stubs) -> None:
    stubs.add("systemctl", 'case "$*" in *is-active*) exit 3 ;; esac')
    timer = Systemd()
    carry_out(timer.plan(WORDS, WEEKLY[0]))
    timer.timer.write_text(timer.timer.read_text().replace("Mon *-*-* 23:59:00", "hourly"))
    found = timer.present()
    assert found is not None
    assert (found.active, found.when, found.next_run) == (False, None, None)
