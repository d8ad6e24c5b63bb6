"""The project's own Python environment: .venv, made once, and again only when the locks change."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

import interpreter
import system
from stop import StopError

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "halo-setup.json"


class Purpose(StrEnum):
    """What the environment is for. TEST holds all that RUN does."""

    RUN = "run"
    TEST = "test"


LOCKS = {
    Purpose.RUN: ("requirements.txt", "requirements-build.txt"),
    Purpose.TEST: ("requirements-dev.txt",),
}


def script(name: str) -> Path:
    """Give the path of a program in the environment."""
    if os.name == "nt":
        return VENV / "Scripts" / f"{name}.exe"
    return VENV / "bin" / name


def needs() -> list[system.Need]:
    """Give what making the environment takes; nothing where there is one already."""
    return [] if _version() else [system.venv_package(sys.version_info[:2])]


def prepare(purpose: Purpose) -> None:
    """Make the environment hold the locked packages and the project. Raises StopError."""
    version = _version() or _create()
    if _stamps().get(purpose) == fingerprint(purpose, version):
        return
    _install(purpose)
    # What was installed for the other purpose may have been replaced; TEST covers RUN.
    covered = [Purpose.RUN, Purpose.TEST] if purpose is Purpose.TEST else [Purpose.RUN]
    STAMP.write_text(json.dumps({each: fingerprint(each, version) for each in covered}))


def fingerprint(purpose: Purpose, version: tuple[int, ...], root: Path = ROOT) -> str:
    """Give a hash of all that decides what is installed.

    The folder counts, because an installed project points to it, and so does the version of
    Python, because an upgrade of the machine can change it under an existing .venv.
    """
    parts = hashlib.sha256(f"{root}\n{version[:2]}\n".encode())
    locks = (root / "packaging" / name for name in LOCKS[purpose])
    for path in (*locks, root / "pyproject.toml", root / "wizard" / "__init__.py"):
        parts.update(path.read_bytes())
    return parts.hexdigest()


def _version() -> tuple[int, ...] | None:
    """Give the version of the environment's Python; None where there is none that fits."""
    version = interpreter.ask(str(script("python")))
    return version if version and interpreter.fits(version) else None


def _stamps() -> dict[str, str]:
    try:
        stamps = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def _create() -> tuple[int, ...]:
    """Make .venv with the running Python, and give its version."""
    say("Making .venv …")
    if VENV.exists():
        shutil.rmtree(VENV)
    _call([sys.executable, "-m", "venv", str(VENV)])
    return tuple(sys.version_info[:3])


def _install(purpose: Purpose) -> None:
    say("Installing the locked packages into .venv (only when they changed) …")
    STAMP.unlink(missing_ok=True)
    pip = [str(script("python")), "-m", "pip", "install", "--quiet", "--no-input"]
    pip.append("--disable-pip-version-check")
    locks = [f"--requirement={ROOT / 'packaging' / name}" for name in LOCKS[purpose]]
    _call([*pip, "--require-hashes", "--only-binary=:all:", *locks])
    _call([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def _call(command: list[str]) -> None:
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        told = "\n".join(done.stdout.strip().splitlines()[-20:])
        raise StopError(f"{told}\n\nThis failed: {' '.join(command)}")


def say(text: str) -> None:
    """Tell what takes a moment; on stderr, for stdout belongs to the program's own output."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
