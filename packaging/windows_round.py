"""The Windows installer's round, on Windows: `python packaging/windows_round.py [--into FOLDER]`.

Freezes the program, makes its smoke test, makes and signs Setup.exe, installs it silently for this
user, runs what is installed, installs over it, and uninstalls. `wine_round.py` does more of it, on
Linux; this one is for the machine on which a release is made.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

import contents
from freeze import freeze, icons
from nsis import setup_exe
from signing import sign_windows
from smoke import smoke
from smoke_program import SmokeError, expect
from stop import StopError

_LONGEST = 300.0  # seconds of an installer


def main(arguments: list[str]) -> int:
    """Go the round. Gives the exit code; 1 where something was wrong, 4 where it cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=contents.ROOT / "build", metavar="FOLDER")
    into = parser.parse_args(arguments).into.absolute()
    try:
        _go(into)
    except (StopError, SmokeError) as stop:
        sys.stderr.write(f"FAILED: {stop}\n")
        return 4 if isinstance(stop, StopError) else 1
    return 0


def _go(into: Path) -> None:
    if os.name != "nt":
        raise StopError("This is for Windows; on Linux there is wine_round.py.")
    home = Path(os.environ["LOCALAPPDATA"], "Programs", contents.NAME)
    if home.exists():
        raise StopError(f"{contents.NAME} is installed here already; uninstall it first.")
    program = freeze(into)
    expect(smoke(program), "the frozen program fails its smoke test: no installer is made of it")
    sign_windows([program / f"{name}.exe" for name in (contents.NAME, contents.COMMAND)])
    name = f"{contents.COMMAND}-wizard-{contents.version()}-win64.exe"
    setup = setup_exe(program, into / name, icons(into) / "halo-setup.ico")
    sign_windows([setup])

    _run(str(setup), "/S")
    print("\nThe smoke test of what is installed:", flush=True)
    expect(smoke(home), "the installed program fails its smoke test")
    stale = home / "_internal" / "of an older version.dll"
    stale.touch()
    _run(str(setup), "/S")
    expect(not stale.exists(), "a file of the older version stayed")
    print("Installed over itself: no old file is left.")
    _run(str(home / "Uninstall.exe"), "/S")
    _wait_until_gone(home)
    print("Uninstalled, and the folder is gone. The whole round passed.")


def _run(*command: str) -> None:
    done = subprocess.run(command, check=False, timeout=_LONGEST)
    expect(done.returncode == 0, f"{Path(command[0]).name} gave {done.returncode}")


def _wait_until_gone(home: Path) -> None:
    """Wait: the uninstaller goes on from a copy of itself, as it cannot delete itself."""
    end = time.monotonic() + _LONGEST
    while home.exists() and time.monotonic() < end:
        time.sleep(1)  # nothing tells when it has ended
    expect(not home.exists(), f"{home} is still there")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
