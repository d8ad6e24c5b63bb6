"""`schedule show|set|remove`: what is printed, what is done, and the command that was set up."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.schedule.conftest import Stubs
from tests.store.states import CREATED, state
from wizard.app.schedule import Schedule
from wizard.cli import main
from wizard.fleet.timetable import Weekday, When, Write
from wizard.problems import ProblemError
from wizard.schedule import job
from wizard.schedule.carrying import carry_out
from wizard.schedule.systemd import Systemd
from wizard.store.places import places
from wizard.store.records import SqliteRecords


@pytest.fixture
def home(stubs: Stubs, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the program's files in a folder whose name is hard to quote."""
    folder = stubs.folder / 'my "100%" $files'
    monkeypatch.setenv("HALO_SETUP_HOME", str(folder))
    return folder


def test_it_is_shown_before_it_is_set_up_read_back_and_removed(
    stubs: Stubs, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stubs.add("systemctl")
    assert main(["schedule", "show"]) == 0
    assert capsys.readouterr().out == "No schedule is set up.\n"

    assert main(["schedule", "set", "--weekly", "monday", "--at", "6:05", "--dry-run"]) == 0
    planned = capsys.readouterr().out
    assert f"# {Systemd().timer}" in planned
    assert "OnCalendar=Mon *-*-* 06:05:00" in planned
    assert "systemctl --user enable halo-setup-recheck.timer" in planned
    assert not Systemd().timer.exists()
    assert [call[1:] for call in stubs.calls()] == [["--user", "show-environment"]] * 2

    assert main(["schedule", "set", "--weekly", "monday", "--at", "6:05"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(planned)
    assert "When:      every week on Monday at 06:05\nBy:        systemd\n" in told
    assert "Next run:  unknown" in told

    assert main(["schedule", "remove"]) == 0
    assert main(["schedule", "remove"]) == 0
    assert capsys.readouterr().out == "The schedule was removed.\nNo schedule is set up.\n"
    assert not Systemd().timer.exists()


def test_an_uninstaller_takes_away_only_what_starts_its_copy(
    stubs: Stubs, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stubs.add("systemctl")
    assert main(["schedule", "set", "--daily"]) == 0
    with monkeypatch.context() as another:
        another.setattr(sys, "executable", str(stubs.folder / "another copy" / "python"))
        assert main(["schedule", "remove", "--own"]) == 0
    assert Systemd().timer.exists()
    assert main(["schedule", "remove", "--own"]) == 0
    assert not Systemd().timer.exists()
    assert not places().log.exists()


@pytest.mark.parametrize("kind", ["systemctl", "crontab"])
def test_the_very_command_that_was_set_up_runs(stubs: Stubs, home: Path, kind: str) -> None:
    stubs.add("systemctl", "" if kind == "systemctl" else "exit 1")
    stubs.add_crontab()
    answers = {"web": "https://acme.halopsa.com"}
    saved = state(profile_id="of-nobody", answers=answers, finished=CREATED)
    SqliteRecords(places().records).save(saved)
    assert main(["schedule", "set", "--daily"]) == 0
    present = Schedule().present()
    assert present is not None
    assert present.scheduler == {"systemctl": "systemd", "crontab": "cron"}[kind]
    bare = {name: os.environ[name] for name in ("HOME", "PATH")}
    done = subprocess.run(
        present.words, env=bare, cwd="/", capture_output=True, text=True, check=False
    )
    assert done.returncode == 4, done.stderr
    assert "of-nobody@acme.halopsa.com" in done.stdout  # it found its files


def test_where_no_scheduler_is_it_is_told(
    stubs: Stubs,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (stubs.folder / "bin" / "crontab").unlink()
    monkeypatch.setenv("PATH", str(stubs.folder / "bin"))
    assert main(["schedule", "set", "--daily"]) == 4
    assert "[schedule.none]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--daily", "--weekly", "monday"],
        ["--weekly", "noday"],
        ["--daily", "--at", "24:00"],
        ["--daily", "--at", "7"],
    ],
)
def test_a_wrong_time_is_no_schedule(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["schedule", "set", *wrong])
    assert caught.value.code == 2


def test_monday_is_a_day(stubs: Stubs, home: Path) -> None:
    stubs.add("systemctl")
    assert main(["schedule", "set", "--weekly", "Monday"]) == 0
    present = Schedule().present()
    assert present is not None
    assert present.when == When(dt.time(7, 30), Weekday.MONDAY)


def test_who_takes_the_program_away_takes_its_schedule_away(
    stubs: Stubs, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stubs.add("systemctl")
    assert main(["schedule", "set", "--daily"]) == 0
    for other in (str(stubs.folder / "elsewhere"), None):
        if other:
            monkeypatch.setenv("HALO_SETUP_HOME", other)
        else:
            monkeypatch.delenv("HALO_SETUP_HOME")
        Schedule().forget()
        assert Systemd().timer.exists()  # it re-checks the setups of other files
    monkeypatch.setenv("HALO_SETUP_HOME", str(home))
    assert main(["forget", "--yes"]) == 0
    assert not Systemd().timer.exists()
    stubs.add("systemctl", "exit 1")
    (stubs.folder / "bin" / "crontab").unlink()
    monkeypatch.setenv("PATH", str(stubs.folder / "bin"))
    Schedule().forget()


# ---- what goes wrong


def test_files_are_as_before_where_the_scheduler_refuses(
    stubs: Stubs, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stubs.add("systemctl")
    main(["schedule", "set", "--daily"])
    before = Systemd().timer.read_bytes()
    stubs.add("systemctl", 'case "$*" in *enable*) echo "is masked" >&2; exit 1 ;; esac')
    capsys.readouterr()
    assert main(["schedule", "set", "--weekly", "friday"]) == 4
    said = capsys.readouterr().err
    assert "[schedule.refused]" in said
    assert "systemctl (1): is masked" in said
    assert Systemd().timer.read_bytes() == before


def test_a_first_one_that_is_refused_leaves_no_file(stubs: Stubs, home: Path) -> None:
    stubs.add("systemctl", 'case "$*" in *daemon-reload*) exit 1 ;; esac')
    assert main(["schedule", "set", "--daily"]) == 4
    assert [each for each in stubs.home.rglob("*") if each.is_file()] == []


def test_a_folder_that_may_not_be_written_is_told(stubs: Stubs) -> None:
    (stubs.home / "file").write_text("")
    with pytest.raises(ProblemError) as caught:
        carry_out((Write(stubs.home / "file" / "x", ""),))
    assert caught.value.problem.code == "schedule.unwritable"


def test_a_scheduler_that_hangs_is_not_waited_for(
    stubs: Stubs, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wizard.schedule.carrying._PATIENCE", 0.05)
    stubs.add("systemctl", "exec sleep 60")
    assert main(["schedule", "set", "--daily"]) == 4


# ---- the program


@pytest.mark.parametrize("word", ["a\nb", "a\0b", "a\x85b", "a\u2028b"])
def test_a_line_break_in_a_path_is_refused(word: str) -> None:
    with pytest.raises(ProblemError) as caught:
        job.words(Path(word))
    assert caught.value.problem.code == "schedule.path"


def test_a_checkout_runs_its_own_python() -> None:
    assert job.words(None) == (sys.executable, "-m", "wizard", *job.ARGUMENTS)
    assert job.words(Path("/x"))[3:5] == ("--home", "/x")


@pytest.mark.parametrize(
    ("platform", "beside", "expected"),
    [
        ("linux", ["halo-setup"], "halo-setup"),
        ("darwin", ["halo-setup"], "halo-setup"),
        ("win32", ["halo-setup.exe", "Halo Setup Wizard.exe"], "Halo Setup Wizard.exe"),
        ("linux", [], "the window"),
    ],
)
def test_a_bundle_runs_the_program_beside_the_window_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, beside: list[str], expected: str
) -> None:
    for name in ("the window", *beside):
        (tmp_path / name).write_text("")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "the window"))
    monkeypatch.setattr(sys, "platform", platform)
    assert job.program() == (str(tmp_path / expected),)
