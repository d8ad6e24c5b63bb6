"""A Windows to try things on, on Linux: how programs run in it, and what is seen of it.

`wine_new.py` makes one. Its Windows is started before anything is run in it, with its desktop, and
both stay until the end. Left to itself, wine starts them for each program and ends the desktop a
second after the last one, and whoever starts them gives them its output to hold. Python asks
`cmd /c ver` for the version of Windows, as its own way to ask hangs under wine: where that was the
first to need a desktop, the program waited for the desktop's end, and that for the program's.
"""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stop import StopError

_LONGEST, _WATCHED = 300.0, 240.0  # seconds of one program; the smoke test waits for 300
_DOES_NOT_END = 124  # as `timeout` has it
# What belongs to Windows itself.
_OWN = (b"C:\\windows\\", b"/usr/lib/wine/wineserver")
# No mono, no browser; the stand-in for colours; no debugger, so that a crash is the program's end;
# no entries in the menu of the person who runs this.
_OVERRIDES = "mscoree,mshtml=;mscms=n;winedbg.exe=d;winemenubuilder.exe=d"


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

    @property
    def desktop(self) -> Path:
        """Give the program that has the desktop, and stays."""
        return self.home / "desktop.exe"

    def variables(self) -> dict[str, str]:
        """Give what a program under this wine is run with."""
        return {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "WINEPREFIX": str(self.home / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES,
        }

    @contextmanager
    def running(self) -> Iterator[None]:
        """Have this Windows run, with its desktop. Raises StopError."""
        subprocess.run(
            ["wineserver", "-p"],  # it stays, with no program running, too
            env=self.variables(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=True,
        )  # fmt: skip
        with subprocess.Popen(
            ["wine", self.desktop], env=self.variables(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as program:  # fmt: skip
            try:
                assert program.stdout is not None  # noqa: S101 - for mypy
                told, _, _ = select.select([program.stdout], [], [], _LONGEST)
                if not told or not program.stdout.readline():
                    raise StopError("wine shows no desktop.")
                yield
            finally:
                self.kill()

    def kill(self) -> None:
        """End every program under this wine, and Windows itself."""
        subprocess.run(["wineserver", "-k"], env=self.variables(), check=False)

    def run(
        self, *command: str | Path, codes: tuple[int, ...] = (0,), cwd: Path | None = None,
        longest: float = _LONGEST,
    ) -> str:  # fmt: skip
        """Run a program of Windows to its end, and give what it printed. Raises StopError.

        `longest`: seconds that it may take.
        """
        name = Path(str(command[0])).name
        with subprocess.Popen(
            ["wine", *map(str, command)], env=self.variables(), cwd=cwd or self.home,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ) as program:  # fmt: skip
            try:
                printed, _ = program.communicate(timeout=longest)
            except subprocess.TimeoutExpired as error:
                # The program may have ended, and another one hold its output.
                what = name if program.poll() is None else f"what {name} started"
                why = self.stuck(what, longest)
                self.kill()
                raise StopError(f"{_last_lines(error.output)}\n{why}") from error
        if program.returncode not in codes:
            raise StopError(f"{_last_lines(printed)}\n{name} gave {program.returncode}")
        return printed.decode(errors="replace")

    def start(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Start a program of Windows and leave it running."""
        return subprocess.Popen(
            ["wine", *map(str, command)], env=self.variables(), cwd=self.home,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def wait(self, longest: float = _LONGEST) -> None:
        """Wait until every program has ended that is not a part of Windows. Raises StopError."""
        end = time.monotonic() + longest
        while running := self.programs():
            if time.monotonic() > end:
                raise StopError(self.stuck(", ".join(running), longest))
            time.sleep(0.2)  # nothing tells when it has ended

    def programs(self) -> list[str]:
        """Give the command lines of what runs and is not a part of Windows."""
        ours = f"WINEPREFIX={self.home / 'prefix'}".encode()
        lines = []
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # it has ended, or is not ours
                line = (process / "cmdline").read_bytes()
                if line and not line.startswith((*_OWN, bytes(self.desktop))):
                    variables = (process / "environ").read_bytes().split(b"\0")
                    words = line.rstrip(b"\0 ").replace(b"\0", b" ").decode(errors="replace")
                    lines += [words] if ours in variables else []
        return lines

    def stuck(self, what: str, longest: float) -> str:
        """Say what does not end, and put into a file where each thread of this Windows stands."""
        told = self.home.parent / "wine-stuck.txt"
        variables = {**self.variables(), "WINEDLLOVERRIDES": "mscoree,mshtml="}
        with told.open("wb") as file, contextlib.suppress(subprocess.TimeoutExpired):
            for question in ("info proc", "bt all"):
                subprocess.run(
                    ["wine", "winedbg", "--command", question], env=variables, cwd="/",
                    stdin=subprocess.DEVNULL, stdout=file, stderr=file, timeout=60, check=False,
                )  # fmt: skip
        return f"{what} did not end within {longest:g} s; where each thread stands is in {told}"

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


def _last_lines(printed: bytes | None) -> str:
    return "\n".join((printed or b"").decode(errors="replace").strip().splitlines()[-15:])


def main(command: list[str]) -> int:
    """Run a program in the Windows that WINEPREFIX names. Gives its exit code; 124: it hangs."""
    wine = Wine(Path(os.environ["WINEPREFIX"]).parent)
    with subprocess.Popen(["wine", *command]) as program:
        try:
            return program.wait(_WATCHED)
        except subprocess.TimeoutExpired:
            sys.stderr.write(wine.stuck(Path(command[0]).name, _WATCHED))
            program.kill()
            return _DOES_NOT_END


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
