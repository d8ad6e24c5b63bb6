"""The workstation of these tests: a display, a keychain, and folders of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import secretstorage

from tests.end_to_end.display import Display, new_display
from tests.end_to_end.window import RealWindow
from tests.secret_service import SecretService
from wizard.setup.state import SetupState
from wizard.store.records import SqliteRecords

# Where to put a picture of each step, for people to look at.
_PICTURES = os.environ.get("HALO_SETUP_PICTURES")

_OPENER = """#!/bin/sh
printf '%s\\n' "$1" >> {opened}
"""


@dataclass
class Workstation:
    """Where the program runs: what it may see, and every place where it could leave something."""

    display: Display
    keychain: SecretService
    folder: Path
    windows: list[RealWindow] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return self.keychain.environment | {
            "HALO_SETUP_HOME": str(self.home),
            "TMPDIR": str(self.folder / "temporary"),
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        }

    @property
    def home(self) -> Path:
        """The folder of the program's files."""
        return self.folder / "setup-home"

    def setups(self) -> tuple[SetupState, ...]:
        """The saved practice setups, newest first."""
        return SqliteRecords(self.home / "practice.sqlite3").all()

    def secrets(self) -> dict[str, str]:
        """What the keychain holds, by service name."""
        with closing(secretstorage.dbus_init()) as connection:
            items = secretstorage.get_default_collection(connection).get_all_items()
            return {item.get_attributes()["service"]: item.get_secret().decode() for item in items}

    def everywhere(self) -> tuple[Path, ...]:
        """Every place where the program could have left something."""
        return self.folder, Path(self.environment["XDG_RUNTIME_DIR"])

    def picture(self, name: str) -> None:
        """Save a picture of the screen, if somebody wants to look at it."""
        if _PICTURES:
            Path(_PICTURES).mkdir(parents=True, exist_ok=True)
            self.display.picture(Path(_PICTURES) / f"{name}.png")

    @property
    def opened(self) -> list[str]:
        """The addresses that were opened in the browser."""
        path = self.folder / "opened.txt"
        return path.read_text().splitlines() if path.exists() else []

    def open(self) -> RealWindow:
        """Start the program on the practice instance."""
        output = self.folder / "output"
        window = RealWindow(
            self.display, self.environment, output, "--log-level", "debug", "practice"
        )
        self.windows.append(window)
        return window


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """A display without a window manager."""
    with new_display() as new:
        yield new


@pytest.fixture
def workstation(
    display: Display, secret_service: SecretService, tmp_path: Path
) -> Iterator[Workstation]:
    """A workstation on which the program was never started."""
    for name in ("setup-home", "temporary", "bin", "output"):
        (tmp_path / name).mkdir()
    opener = tmp_path / "bin" / "xdg-open"
    opener.write_text(_OPENER.format(opened=tmp_path / "opened.txt"))
    opener.chmod(0o755)
    station = Workstation(display, secret_service, tmp_path)
    yield station
    for window in station.windows:
        if window.process.poll() is None:
            window.kill()
