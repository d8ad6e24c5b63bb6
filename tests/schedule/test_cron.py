"""Lines in a crontab: among those of others, and run as cron would."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

import pytest

from tests.schedule.conftest import Stubs
from tests.schedule.hostile import DAILY, TIMES, WEEKLY, WORDS
from wizard.fleet.timetable import When
from wizard.problems import ProblemError
from wizard.schedule.carrying import carry_out
from wizard.schedule.cron import Cron

OTHERS = b"MAILTO=anna\n# mine \xff\n\n0 1 * * * echo 50\\% >> x\n"


def by_cronie(command: str) -> str:
    """Give what the shell gets of a line's command (do_command.c of cronie and of ISC cron 4)."""
    return re.split(r"(?<!\\)%", command, maxsplit=1)[0].replace("\\%", "%")


def by_debian(command: str) -> str:
    """Give the same of Vixie cron 3.0, where a backslash also takes one before itself away."""
    (before, _) = re.fullmatch(r"((?:[^\\%]|\\.)*)(%.*)?", command).groups()
    return re.sub(r"\\([\\%])", r"\1", before)


@pytest.mark.parametrize("when", TIMES)
def test_what_was_set_up_is_read_back(stubs: Stubs, when: When) -> None:
    stubs.add_crontab()
    cron = Cron()
    assert cron.present() is None
    carry_out(cron.plan(WORDS, when))
    found = cron.present()
    assert found is not None
    assert (found.when, found.words, found.active, found.next_run) == (when, WORDS, True, None)


@pytest.mark.parametrize("others", [OTHERS, b"", OTHERS.rstrip(b"\n")])
def test_the_lines_of_others_stay_to_the_byte(stubs: Stubs, others: bytes) -> None:
    stubs.add_crontab()
    stubs.crontab.write_bytes(others)
    cron = Cron()
    for when in (DAILY, WEEKLY[3]):
        carry_out(cron.plan(WORDS, when))
        assert stubs.crontab.read_bytes().startswith(others)
    assert stubs.crontab.read_bytes().count(b"recheck") == 1
    carry_out(cron.removal())
    assert stubs.crontab.read_bytes().rstrip(b"\n") == others.rstrip(b"\n")
    assert cron.present() is None


@pytest.mark.parametrize("by_cron", [by_cronie, by_debian])
@pytest.mark.parametrize("more", [(), ("\\\\%", "%\\", "\\\\\\", "a\\'%'\\b")])
def test_the_shell_of_cron_gets_each_word_whole(
    stubs: Stubs, by_cron: Callable[[str], str], more: tuple[str, ...]
) -> None:
    words = (*WORDS[1:], *more)
    stubs.add_crontab()
    got = stubs.folder / "got"
    stubs.add("halo setup%", f'for word; do printf "%s\\n" "$word"; done > "{got}"')
    program = str(stubs.folder / "bin" / "halo setup%")
    carry_out(Cron().plan((program, *words), DAILY))
    command = stubs.crontab.read_text().splitlines()[-1].split(" ", 5)[5]
    subprocess.run(["/bin/sh", "-c", by_cron(command)], check=True)
    assert got.read_text() == "".join(f"{word}\n" for word in words)
    found = Cron().present()
    assert found is not None
    assert found.words == (program, *words)


def test_cron_is_told_where_the_session_s_bus_is(
    stubs: Stubs, monkeypatch: pytest.MonkeyPatch
) -> None:
    stubs.add_crontab()
    bus = "unix:path=/run/user/1000/bus"
    for address, told in ((bus, True), ("unix:abstract=/run/x,guid=1", False)):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        carry_out(Cron().plan(WORDS, DAILY))
        assert (f"DBUS_SESSION_BUS_ADDRESS={bus} " in stubs.crontab.read_text()) is told
        found = Cron().present()
        assert found is not None
        assert found.words == WORDS


def test_one_of_another_hand_has_no_time_of_ours(stubs: Stubs) -> None:
    stubs.add_crontab()
    cron = Cron()
    carry_out(cron.plan(WORDS, DAILY))
    text = stubs.crontab.read_text()
    stubs.crontab.write_text(text.replace("5 6 * * *", "*/5 6 * * *"))
    found = cron.present()
    assert found is not None
    assert found.when is None
    stubs.crontab.write_text(text.replace("\n5 6 ", "\n# 5 6 "))
    found = cron.present()
    assert found is not None
    assert not found.active


def test_a_crontab_that_cannot_be_read_is_not_overwritten(stubs: Stubs) -> None:
    stubs.add("crontab", "echo half of it; exit 1")
    with pytest.raises(ProblemError) as caught:
        Cron().plan(WORDS, DAILY)
    assert caught.value.problem.code == "schedule.refused"
    assert stubs.calls() == [["crontab", "-l"]]
    assert not stubs.crontab.exists()
