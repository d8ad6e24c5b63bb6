"""What the round under wine says of a program that does not end. Here a shell stands for wine."""

import subprocess
import sys
from pathlib import Path

import pytest
import smoke_program
import wine
from smoke_program import Program, SmokeError
from stop import StopError

WINE = """#!/bin/bash
case $1 in
  hangs.exe) echo "$$" >> pids; echo begun; exec sleep 60 ;;
  leaves.exe) sleep 60 & echo "$!" >> pids; echo ended ;;
  fails.exe) echo "no such file"; exit 5 ;;
  winedbg) echo "asked: $3" ;;
  *desktop.exe) echo "$$" >> pids; exec -a "$1" tail -f here ;;
esac
"""
SERVER = """#!/bin/sh
cd "$WINEPREFIX/.."
echo "$1" >> told
test "$1" != -k || xargs kill < pids
"""


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> wine.Wine:
    """Give a Windows whose wine is a few lines of shell."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only on Linux")
    home, programs = tmp_path / "wine", tmp_path / "bin"
    (home / "prefix").mkdir(parents=True)
    programs.mkdir()
    for name, text in (("wine", WINE), ("wineserver", SERVER)):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    monkeypatch.setenv("WINEPREFIX", str(home / "prefix"))
    monkeypatch.chdir(home)
    (home / "here").write_text("here\n")
    return wine.Wine(home)


def test_a_program_that_fails_is_told_with_its_words(windows: wine.Wine) -> None:
    with pytest.raises(StopError, match=r"^no such file\nfails\.exe gave 5$"):
        windows.run("fails.exe")
    assert windows.run("fails.exe", codes=(0, 5)) == "no such file\n"


@pytest.mark.parametrize(
    ("name", "printed", "what"),
    [("hangs.exe", "begun", "hangs.exe"), ("leaves.exe", "ended", "what leaves.exe started")],
)
def test_what_does_not_end_is_named_looked_at_and_ended(
    windows: wine.Wine, name: str, printed: str, what: str
) -> None:
    stuck = windows.home.parent / "wine-stuck.txt"
    with pytest.raises(StopError) as told:
        windows.run(name, longest=0.5)
    assert str(told.value) == (
        f"{printed}\n{what} did not end within 0.5 s; where each thread stands is in {stuck}"
    )
    assert stuck.read_text() == "asked: info proc\nasked: bt all\n"
    assert (windows.home / "told").read_text() == "-k\n"


def test_the_smoke_test_s_programs_are_watched_too(
    windows: wine.Wine, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wine, "_WATCHED", 0.5)
    assert wine.main(["hangs.exe"]) == 124
    assert "hangs.exe did not end within 0.5 s" in capfd.readouterr().err
    assert wine.main(["fails.exe"]) == 5


def test_the_desktop_is_there_before_anything_runs_and_goes_at_the_end(windows: wine.Wine) -> None:
    with windows.running():
        assert (windows.home / "told").read_text() == "-p\n"
        assert windows.programs() == []  # it is a part of Windows
    assert (windows.home / "told").read_text() == "-p\n-k\n"


def test_a_wine_without_a_desktop_is_told(
    windows: wine.Wine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wine, "_LONGEST", 0.5)
    (windows.home.parent / "bin" / "wine").write_text(WINE.replace("tail -f here", "sleep 60"))
    with pytest.raises(StopError, match="no desktop"), windows.running():
        raise AssertionError


def test_it_waits_for_the_programs_of_this_windows(windows: wine.Wine) -> None:
    with subprocess.Popen(
        ["tail", "-f", "here"], env=windows.variables(), stdout=subprocess.PIPE
    ) as program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == b"here\n"
            assert windows.programs() == ["tail -f here"]
            with pytest.raises(StopError, match=r"^tail -f here did not end within 0 s"):
                windows.wait(longest=0)
        finally:
            program.kill()
    windows.wait()
    assert windows.programs() == []


def test_a_frozen_program_that_hangs_is_told_with_what_it_said(
    windows: wine.Wine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smoke_program, "_LONGEST", 0.5)
    program = tmp_path / "halo-setup"
    program.write_text("#!/bin/sh\necho half a word\nexec sleep 60\n")
    program.chmod(0o755)
    with pytest.raises(SmokeError, match=r"forget --yes did not end within 0\.5 s; it said: half"):
        Program.at(tmp_path, tmp_path).run("forget", "--yes")
