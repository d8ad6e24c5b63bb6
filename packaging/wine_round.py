"""The Windows installer's whole round, on Linux: `python3 packaging/wine_round.py [--into FOLDER]`.

Freezes the program under wine, makes its smoke test, makes Setup.exe, and does with it what a
technician does: installs an older version silently, runs it, opens the window on Windows' own
platform (a picture is kept), installs over it while it runs and when it does not, uninstalls; for
one user, for all, and into a folder of choice; then the same with the MSI. It shows what this spec
and this script do; real Windows it does not show.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import contents
import msi_round
import system
from environment import say
from freeze import fingerprint, icons, made
from nsis import setup_exe
from smoke_program import SmokeError, expect
from stop import StopError
from wine import Wine
from wine_new import install_python, windows

KEY = rf"\Software\Microsoft\Windows\CurrentVersion\Uninstall\{contents.NAME}"
_CREDENTIALS = r"HKCU\Software\Wine\Credential Manager"
_OLDER = "0.0.1"
_RUNNING, _PATIENCE = 3, 60.0  # Setup's exit code; seconds until a window stands
_FREEZING = 1800.0  # seconds


def main(arguments: list[str]) -> int:
    """Go the round. Gives the exit code; 1 where something was wrong, 4 where it cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=contents.ROOT / "build", metavar="FOLDER")
    into = parser.parse_args(arguments).into.absolute()
    try:
        if not os.environ.get("HALO_SETUP_SCREEN"):
            return _on_a_screen(arguments)
        _go(into)
    except (StopError, SmokeError) as stop:
        sys.stderr.write(f"FAILED: {stop}\n")
        return 4 if isinstance(stop, StopError) else 1
    return 0


def _on_a_screen(arguments: Iterable[str]) -> int:
    """Do all of it on a screen of its own."""
    system.provide([system.program("xvfb-run", "xvfb"), system.program("xauth", "xauth")])
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", sys.executable, __file__]
    variables = {**os.environ, "HALO_SETUP_SCREEN": "its own"}
    return subprocess.run([*command, *arguments], env=variables, check=False).returncode


def _go(into: Path) -> None:
    with windows(into / "wine") as wine:
        program = _frozen(wine, into)
        _smoke(wine, program, "frozen")
        name = f"{contents.COMMAND}-wizard-{contents.version()}-win64.exe"
        say("Making the installers …")
        icon = icons(into) / "halo-setup.ico"
        with ThreadPoolExecutor() as makers:  # each takes most of a minute, and one core
            made_first = makers.submit(setup_exe, program, wine.home / "older.exe", icon, _OLDER)
            setup = setup_exe(program, into / name, icon)
            older = made_first.result()
        _told(f"made {name}, {setup.stat().st_size / 1e6:.1f} MB")
        _one_user(wine, older, setup, program, into / "windows.png")
        _folder_of_choice(wine, setup)
        _all_users(wine, setup)
        msi_round.go(wine, program, icon, into)
    print("The whole round passed.", flush=True)


def _frozen(wine: Wine, into: Path) -> Path:
    """Give the program for Windows, frozen under wine unless that was done already."""

    def fill(work: Path) -> None:
        install_python(wine)
        wine.run(
            wine.python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=ERROR",
            f"--distpath={work}", f"--workpath={work / 'build'}",
            contents.ROOT / "packaging" / "halo-setup.spec", "--", drawn,
            longest=_FREEZING,
        )  # fmt: skip
        shutil.rmtree(work / "build")

    drawn = shutil.copytree(icons(into), wine.home / "icons")  # the spec writes beside them
    home = into / f"windows-{fingerprint('wine', bare=False)}"
    if not home.is_dir():
        say("Freezing the program under wine; this takes minutes …")
        made(home, fill)
    return home / contents.NAME


def _one_user(wine: Wine, older: Path, setup: Path, program: Path, picture: Path) -> None:
    """Install for this user, run, upgrade, uninstall with and without the records."""
    before = wine.files()
    wine.run(older, "/S")
    home = next(wine.drive.glob(f"users/*/AppData/Local/Programs/{contents.NAME}"), None)
    expect(home is not None, "nothing is installed")
    assert home is not None  # noqa: S101 - for mypy
    _look_installed(wine, home, program, "HKCU", _OLDER)
    _smoke(wine, home, "installed")

    _told("kept by a walk in the Credential Manager: " + _walk(wine, home))
    data = home.parent.parent / contents.NAME
    kept = {path: path.read_bytes() for path in data.glob("*.sqlite3")}
    expect(bool(kept), f"the walk left no records in {data}")

    window = wine.start(home / f"{contents.NAME}.exe", "practice")
    _take_picture(picture)
    wine.run(setup, "/S", codes=(_RUNNING,))
    inside = f"C:\\{home.relative_to(wine.drive)}".replace("/", "\\")
    _as_typed(wine, f'"{inside}\\Uninstall.exe" /S _?={inside}', codes=(_RUNNING,))
    _look_installed(wine, home, program, "HKCU", _OLDER)
    _told("while it runs: Setup and Uninstall say so with exit code 3 and change nothing")
    wine.run("taskkill", "/f", "/im", f"{contents.NAME}.exe")
    window.wait(_PATIENCE)

    stale = home / "_internal" / "of an older version.dll"
    stale.touch()
    kept = {path: path.read_bytes() for path in data.glob("*.sqlite3")}
    wine.run(setup, "/S")
    expect(not stale.exists(), "a file of the older version stayed")
    _look_installed(wine, home, program, "HKCU")
    expect(all(path.read_bytes() == was for path, was in kept.items()), "the records changed")
    _told("upgrade: new version, no old file, the records as they were")

    _uninstall(wine, home)
    left = {path for path in wine.files() - before if not path.is_relative_to(data)}
    expect(not left, f"left behind: {sorted(map(str, left))[:10]}")
    expect(bool(_secrets(wine)), "the secrets are gone though nobody asked for that")
    _told("uninstalled: nothing is left but the records and their secrets")

    wine.run(setup, "/S")
    _uninstall(wine, home, "/FORGET")
    left = wine.files() - before
    expect(not left, f"left behind: {sorted(map(str, left))[:10]}")
    expect(not _secrets(wine), "secrets are left")
    expect(not wine.registry(f"HKCU{KEY}"), "it still stands in Apps & features")
    _told("uninstalled with /FORGET: nothing at all is left, no secret either")


def _folder_of_choice(wine: Wine, setup: Path) -> None:
    """Install into a folder that holds something of a person's."""
    home = wine.drive / "Tools and more" / "Halo"
    home.mkdir(parents=True)
    own = home / "a person's own.txt"
    own.touch()
    windows_setup = f"Z:{setup}".replace("/", "\\")
    _as_typed(wine, rf'"{windows_setup}" /S /D=C:\Tools and more\Halo')
    wine.run(home / f"{contents.COMMAND}.exe", "--version")
    _uninstall(wine, home)
    expect(list(home.iterdir()) == [own], f"in the folder is {list(home.iterdir())}")
    shutil.rmtree(home.parent)
    _told("/D=: installed there, ran, and left a person's own file alone")


def _all_users(wine: Wine, setup: Path) -> None:
    before = wine.files()
    wine.run(setup, "/S", "/ALLUSERS")
    home = wine.drive / "Program Files" / contents.NAME
    _look_registered(wine, home, "HKLM")
    wine.run(home / f"{contents.COMMAND}.exe", "--version")
    _uninstall(wine, home)
    left = wine.files() - before
    expect(not left, f"left behind: {sorted(map(str, left))[:10]}")
    _told("/ALLUSERS: in Program Files, ran, and left nothing")


def _as_typed(wine: Wine, line: str, codes: tuple[int, ...] = (0,)) -> None:
    """Run a line that quotes nothing for us: the last option of NSIS takes no quotes."""
    batch = wine.drive / "windows" / "line.bat"
    batch.write_text(f"@{line}\r\n", encoding="ascii", newline="")
    wine.run("cmd", "/c", r"C:\windows\line.bat", codes=codes)


def _look_installed(wine: Wine, home: Path, program: Path, hive: str, version: str = "") -> None:
    """See that every file is there and the menu and the list of programs know it."""
    wanted = {path.relative_to(program) for path in program.rglob("*") if path.is_file()}
    there = {path.relative_to(home) for path in home.rglob("*") if path.is_file()}
    expect(wanted <= there, f"not installed: {sorted(map(str, wanted - there))[:10]}")
    menu = list(wine.drive.glob(f"users/*/AppData/**/Start Menu/Programs/{contents.NAME}.lnk"))
    expect(len(menu) == 1, "it is not in the Start menu")
    _look_registered(wine, home, hive, version)


def _look_registered(wine: Wine, home: Path, hive: str, version: str = "") -> None:
    values = wine.registry(hive + KEY)
    expect(values.get("DisplayName") == contents.NAME, f"Apps & features knows {values}")
    wanted = version or contents.version()
    expect(values.get("DisplayVersion") == wanted, f"its version is {values}")
    kilobytes = int(values.get("EstimatedSize", "0"), 16)
    expect(kilobytes > 10_000, f"its size is {kilobytes} KB")
    expect(home.name in values.get("InstallLocation", ""), f"its place is {values}")
    _told(f"{hive}: {contents.NAME} {values['DisplayVersion']}, {kilobytes // 1024} MB, "
          f"{values['InstallLocation']}")  # fmt: skip


def _walk(wine: Wine, home: Path) -> str:
    """Walk one guide as its user would, whose secrets then stand in the Credential Manager."""
    wine.run(home / f"{contents.COMMAND}.exe", "walk", "liongard")
    found = _secrets(wine)
    expect(bool(found), "nothing is in the Credential Manager")
    return f"{len(found)} secrets"


def _secrets(wine: Wine) -> list[str]:
    told = wine.run("reg", "query", _CREDENTIALS, "/s", codes=(0, 1))
    return [line for line in told.splitlines() if line.startswith("HKEY") and "halo-setup" in line]


def _uninstall(wine: Wine, home: Path, *options: str) -> None:
    wine.run(home / "Uninstall.exe", "/S", *options)
    wine.wait()  # it goes on from a copy of itself, as it cannot delete itself


def _smoke(wine: Wine, program: Path, which: str) -> None:
    """Run the smoke test through wine. Raises SmokeError."""
    print(f"\nThe smoke test of what is {which}:", flush=True)
    smoke, through = (Path(__file__).with_name(name) for name in ("smoke.py", "wine.py"))
    done = subprocess.run(
        [sys.executable, smoke, program, "--through", shlex.join([sys.executable, str(through)])],
        env=wine.variables(), stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    expect(done.returncode == 0, f"what is {which} fails its smoke test")
    print(flush=True)


def _take_picture(picture: Path) -> None:
    """Wait until something stands on the screen, and keep a picture of it."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        time.sleep(2)  # nothing tells when a window of Windows has been drawn
        subprocess.run(["import", "-window", "root", str(picture)], check=True)
        told = subprocess.run(
            ["identify", "-format", "%k", str(picture)], capture_output=True, text=True, check=True
        )
        if int(told.stdout) > 50:  # colours: an empty screen has one
            time.sleep(3)
            subprocess.run(["import", "-window", "root", str(picture)], check=True)
            _told(f"the window on Windows' own platform: {picture.name}")
            return
    raise SmokeError("no window stood on the screen")


def _told(line: str) -> None:
    print(f"ok  {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
