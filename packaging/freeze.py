"""Freeze the program: `python3 packaging/freeze.py [--bare] [--into FOLDER]`.

Makes an environment of the locked packages alone, lets PyInstaller make of it the folder that needs
no Python (halo-setup.spec), and prints where it is. Both are kept by a hash of what they are made
of, so a second time does nothing. What was made here is not proven: `smoke.py` does that. Beside
it a list is written of what is inside (sbom.py).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import contents
import interpreter
import runpath
import system
from environment import say
from stop import StopError
from told import told

ROOT = contents.ROOT
FOLDER = ROOT / "packaging"
LOCKS = (FOLDER / "requirements.txt", FOLDER / "requirements-freeze.txt")
_RECIPE = ("halo-setup.spec", "contents.py", "entry.py", "bare.py", "icons.py", "freeze.py",
           "version_resource.py", "notices.py", "runpath.py", "sbom.py")  # fmt: skip
_TOOLS = (*runpath.TOOLS, system.program("strip", "binutils"))
_BILL = "sbom.cdx.json"
_KEPT = 3  # environments, and frozen programs, of earlier inputs


def freeze(into: Path, *, bare: bool = False) -> Path:
    """Give the folder of the frozen program (or of a bare window), made if it is not there yet.

    Raises StopError.
    """
    python = _python()
    environment = _environment(python, into)
    name = "bare" if bare else "program"
    home = into / f"{name}-{fingerprint(python, bare=bare)}"
    if not home.is_dir():
        say(f"Freezing the {'bare window' if bare else 'program'} …")
        made(home, lambda work: _run_pyinstaller(environment, work, bare=bare))
        _forget_old(into, f"{name}-*")
    if not bare:
        shutil.copyfile(home / _BILL, into / bill_name())
    mac_app = sys.platform == "darwin" and not bare
    return home / (f"{contents.NAME}.app" if mac_app else contents.NAME)


def bill_name() -> str:
    """Give the name that the list of what is inside has, for this system."""
    system = f"{sys.platform}-{platform.machine()}".lower()
    return f"{contents.COMMAND}-wizard-{contents.version()}-{system}.cdx.json"


def icons(into: Path) -> Path:
    """Give the folder of the program's icons. Raises StopError."""
    home = into / f"icons-{_hash([FOLDER / 'icons.py', *_icon_sources()])}"
    if not home.is_dir():
        made(home, lambda work: _call([workshop(into), FOLDER / "icons.py", work]))
        _forget_old(into, "icons-*")
    return home


def workshop(into: Path) -> Path:
    """Give the Python that has what the program needs, and what freezes it. Raises StopError."""
    return _script(_environment(_python(), into))


def fingerprint(python: str, *, bare: bool, root: Path = ROOT) -> str:
    """Give a hash of all that decides what comes out."""
    packaging = root / "packaging"
    files = [packaging / name for name in (*_RECIPE, *(lock.name for lock in LOCKS))]
    files += sorted((packaging / "slim").rglob("*.py")) + sorted((packaging / "licences").iterdir())
    files.append(root / contents.FACTS.relative_to(ROOT))
    if not bare:
        files += sorted((root / "wizard").rglob("*.py"))
        files += [path for path, _ in contents.resources(root)]
    return _hash(files, python, *map(str, interpreter.ask(python) or ()))


def _python() -> str:
    """Give the newest Python here that the program runs on. Raises StopError."""
    found = interpreter.installed()
    python = interpreter.best(found)
    if python is None:
        raise StopError(interpreter.advice(sys.version_info[:3]))
    if sys.platform.startswith("linux"):
        major, minor = found[python][:2]
        own = Path(python).resolve().parent.parent / "lib"
        needs = [*_TOOLS, system.venv_package((major, minor))]
        if not list(own.glob(f"libpython{major}.{minor}.so*")):
            soname = f"libpython{major}.{minor}.so.1.0"
            needs.append(system.library(soname, f"libpython{major}.{minor}"))
        system.provide(needs)
    return python


def _environment(python: str, into: Path) -> Path:
    version = interpreter.ask(python)
    home = into / f"environment-{_hash(LOCKS, python, *map(str, version or ()))}"

    def fill(work: Path) -> None:
        _call([python, "-m", "venv", work])
        pip: list[str | Path] = [_script(work), "-m", "pip", "install", "--quiet", "--no-input"]
        pip += ["--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
        _call([*pip, *(f"--requirement={lock}" for lock in LOCKS)])

    if not home.is_dir():
        say("Installing what runs, and PyInstaller, into an environment of its own …")
        made(home, fill)
        _forget_old(into, "environment-*")
    return home


def _run_pyinstaller(environment: Path, work: Path, *, bare: bool) -> None:
    drawn, made = work / "icons", work / "build"
    _call([_script(environment), FOLDER / "icons.py", drawn])
    options = ["--bare"] if bare else []
    _call(
        [_script(environment), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN",
         f"--distpath={work}", f"--workpath={made}", FOLDER / "halo-setup.spec", "--", drawn,
         *options],
        cwd=work,
    )  # fmt: skip
    if not bare:
        _call([_script(environment), FOLDER / "sbom.py", work / "packed.json", work / _BILL])
    shutil.rmtree(drawn)
    shutil.rmtree(made)
    if sys.platform.startswith("linux"):
        runpath.forget_folders(work / contents.NAME)
    if sys.platform.startswith("linux") and not bare:
        (work / contents.NAME / contents.NAME).symlink_to(contents.COMMAND)


def made(home: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` make a folder, which has its name only when it is whole. Raises StopError."""
    work = home.with_name(f"{home.name}.{os.getpid()}")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        fill(work)
        if not home.is_dir():  # another run may have been quicker
            work.rename(home)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _forget_old(into: Path, pattern: str) -> None:
    """Leave the newest few of what earlier inputs gave."""
    by_age = sorted(into.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in by_age[_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _script(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _icon_sources() -> list[Path]:
    return [ROOT / "resources" / "icons" / "halo-setup.svg"]


def _hash(files: Iterable[Path], *others: str) -> str:
    parts = hashlib.sha256("\n".join((platform.platform(), *others)).encode())
    for path in files:
        parts.update(f"\n{path.name}\n".encode())
        parts.update(path.read_bytes())
    return parts.hexdigest()[:16]


def _call(command: Sequence[str | Path], cwd: Path | None = None) -> None:
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=variables, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        told = "\n".join(done.stdout.strip().splitlines()[-20:])
        raise StopError(f"{told}\n\nThis failed: {' '.join(map(str, command))}")


def main(arguments: list[str]) -> int:
    """Freeze and print the folder. Gives the exit code; 4 where it cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "build", metavar="FOLDER")
    parser.add_argument("--bare", action="store_true", help="an empty window, to compare with")
    asked = parser.parse_args(arguments)
    return told(lambda: freeze(asked.into.absolute(), bare=asked.bare))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
