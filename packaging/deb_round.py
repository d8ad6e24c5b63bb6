"""The Debian package's whole round: `python3 packaging/deb_round.py [--into FOLDER]`.

Builds it, installs it on this machine, runs the installed program from the PATH and through the
smoke test, removes it, and looks whether anything was left. Needs root, or sudo without a password.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import contents
import deb
import system
from smoke import smoke
from smoke_program import Program, SmokeError, expect
from stop import StopError

INSTALLED = Path("/", deb.HOME)
_WATCHED = ("/etc", "/opt", "/srv", "/usr", "/var/lib")
# The package manager's own records, and what it makes anew for all packages together.
_MANAGERS = ("/var/lib/apt", "/var/lib/dpkg", "/var/lib/swcatalog", "/usr/share/mime")
_CACHES = {"icon-theme.cache", "mimeinfo.cache", "__pycache__"}


def main(arguments: list[str]) -> int:
    """Go the round. Gives the exit code; 1 where something was wrong, 4 where it cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=contents.ROOT / "build", metavar="FOLDER")
    into = parser.parse_args(arguments).into.absolute()
    try:
        root = system.as_root()
        _refuse_second()
        package = deb.build(into)
        print(f"\nBuilt {package.name}, {package.stat().st_size / 1e6:.1f} MB", flush=True)
        _go(package, root)
    except (StopError, SmokeError) as stop:
        sys.stderr.write(f"FAILED: {stop}\n")
        return 4 if isinstance(stop, StopError) else 1
    return 0


def _go(package: Path, root: list[str]) -> None:
    """Install, run, remove. Raises SmokeError."""
    needed = _told("dpkg-deb", "--field", str(package), "Depends")
    _apt(root, "satisfy", needed)
    before = set(_files())
    try:
        _apt(root, "install", str(package))
        print("\nInstalled. From the PATH:", flush=True)
        _run_from_path()
        print("\nThe smoke test of what is installed:", flush=True)
        expect(smoke(INSTALLED), "the installed program fails its smoke test")
    finally:
        _apt(root, "purge", deb.PACKAGE)
    left = sorted(set(_files()) - before)
    expect(not left, f"left behind: {', '.join(left[:20])}")
    gone = sorted(before - set(_files()))
    expect(not gone, f"taken along: {', '.join(gone[:20])}")
    print("\nRemoved, and nothing is left. The whole round passed.")


def _run_from_path() -> None:
    found = shutil.which(contents.COMMAND)
    expect(found == f"/usr/bin/{contents.COMMAND}", f"on the PATH is {found}")
    with tempfile.TemporaryDirectory() as scratch:
        variables = dict(Program.at(INSTALLED, Path(scratch)).variables)
        runs: list[tuple[str, ...]] = [
            ("--version",),
            ("walk", "liongard"),
            ("self-check", "window"),
        ]
        for arguments in runs:
            _show((contents.COMMAND, *arguments), variables)
        if shutil.which("xvfb-run"):
            screen = {**variables, "QT_QPA_PLATFORM": "xcb"}
            _show(("xvfb-run", "-a", contents.COMMAND, "self-check", "window"), screen)


def _show(command: tuple[str, ...], variables: dict[str, str]) -> None:
    done = subprocess.run(
        command, env=variables, cwd="/", capture_output=True, text=True, check=False
    )
    last = (done.stdout.strip() or done.stderr.strip()).splitlines()[-1:]
    print(f"  $ {' '.join(command)}\n    {''.join(last)}", flush=True)
    expect(done.returncode == 0, f"{' '.join(command)} gave {done.returncode}: {done.stderr}")


def _refuse_second() -> None:
    """Leave a machine alone that has the package: its user would lose it. Raises StopError."""
    if INSTALLED.exists():
        raise StopError(f"{deb.PACKAGE} is installed here already; remove it first.")


def _files() -> Iterator[str]:
    for top in _WATCHED:
        for folder, folders, names in os.walk(top):
            folders[:] = [
                name
                for name in folders
                if name not in _CACHES and os.path.join(folder, name) not in _MANAGERS  # noqa: PTH118
            ]
            yield folder
            yield from (f"{folder}/{name}" for name in names if name not in _CACHES)


def _apt(root: list[str], *arguments: str) -> None:
    command = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y",
               "--no-install-recommends", *arguments]  # fmt: skip
    _told(*command)


def _told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines()
        raise StopError("\n".join([*lines[-10:], f"This failed: {' '.join(command)}"]))
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
