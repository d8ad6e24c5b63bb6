"""A screen of its own, and a person's hands on it: Xvfb, and real X events from xdotool."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_NEEDED = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
_READY_WITHIN = 20.0  # seconds
_STILL_WITHIN = 5.0  # seconds
_SIZE = "1280x900x24"
_WHEEL = {"up": "4", "down": "5"}


@dataclass(frozen=True)
class Display:
    """One X display without a window manager."""

    name: str

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to open its window here."""
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def click(self, x: int, y: int) -> None:
        """Move the mouse there and click."""
        self._do("mousemove", x, y, "click", 1)

    def turn_wheel(self, x: int, y: int, way: str) -> None:
        """Turn the wheel one notch with the mouse there; `way` is up or down."""
        self._do("mousemove", x, y, "click", _WHEEL[way])

    def press(self, *keys: str) -> None:
        """Press keys, such as Tab or ctrl+a."""
        self._do("key", "--delay", 0, *keys)

    def type(self, text: str) -> None:
        """Type a text. It goes through stdin: a secret has no place on a command line."""
        self._do("type", "--delay", 1, "--file", "-", given=text)

    def focus(self, window: int) -> None:
        """Give the keyboard to a window, as a window manager would."""
        self._do("windowfocus", "--sync", window)

    def find(self, title: str) -> int:
        """Give the window that has this in its title."""
        command = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
        found = subprocess.run(
            command,
            check=True,
            timeout=30,
            stdout=subprocess.PIPE,
            env=os.environ | self.environment,
        )
        return int(found.stdout.split()[-1])

    def picture(self, path: Path) -> None:
        """Save what the screen shows, as soon as it stands still."""
        deadline = time.monotonic() + _STILL_WITHIN
        before, now = b"", self._grab()
        while now != before and time.monotonic() < deadline:
            before, now = now, self._grab()
        path.write_bytes(now)

    def _grab(self) -> bytes:
        command = ["import", "-display", self.name, "-window", "root", "-strip"]
        command += ["-define", "png:exclude-chunks=date,time", "png:-"]
        return subprocess.run(command, check=True, timeout=30, stdout=subprocess.PIPE).stdout

    def _do(self, *arguments: object, given: str = "") -> None:
        subprocess.run(
            ["xdotool", *map(str, arguments)],
            check=True,
            timeout=30,
            input=given.encode(),
            env=os.environ | self.environment,
        )


@contextmanager
def new_display() -> Iterator[Display]:
    """Start an X server on a free number; it is ready when it names the number."""
    _need_programs()
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SIZE]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with server, os.fdopen(reading) as told:
        try:
            ready, _, _ = select.select([told], [], [], _READY_WITHIN)
            number = told.readline().strip() if ready else ""
            if not number:
                pytest.fail(f"Xvfb was not ready within {_READY_WITHIN:g} s")
            yield Display(f":{number}")
        finally:
            server.terminate()


def _need_programs() -> None:
    if sys.platform != "linux":
        pytest.skip("only on Linux has the window an X display")
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        packages = " ".join(_NEEDED[name] for name in missing)
        message = f"no {' and no '.join(missing)}: apt-get install -y {packages}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
