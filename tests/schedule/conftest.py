"""Schedulers that only take down how they are called, first on the PATH, in a home of their own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

# Each call is its words with a tab between two, and ends with a separator: words can have lines.
_STUB = """#!/bin/sh
( printf '%s' "${{0##*/}}"; for word; do printf '\\t%s' "$word"; done; printf '\\036' ) >> "{calls}"
{body}
"""
_CRONTAB = """
case "$1" in
  -l) [ -e "{table}" ] || {{ echo "no crontab for me" >&2; exit 1; }}; cat "{table}" ;;
  -) cat > "{table}" ;;
esac
"""


@dataclass
class Stubs:
    """The home folder, and what the stub programs were asked."""

    folder: Path

    @property
    def home(self) -> Path:
        return self.folder / "a home"

    @property
    def crontab(self) -> Path:
        return self.folder / "crontab"

    def add(self, name: str, body: str = "") -> None:
        """Put a program on the PATH; `body` is what it does in sh after taking down its words."""
        path = self.folder / "bin" / name
        path.write_text(_STUB.format(calls=self.folder / "calls", body=body))
        path.chmod(0o755)

    def calls(self) -> list[list[str]]:
        """Give the words of each call since the last look."""
        path = self.folder / "calls"
        text = path.read_text() if path.exists() else ""
        path.unlink(missing_ok=True)
        return [call.split("\t") for call in text.split("\x1e") if call]

    def add_crontab(self) -> None:
        self.add("crontab", _CRONTAB.format(table=self.crontab))


@pytest.fixture
def stubs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stubs]:
    """Give a home in which no scheduler is, until one is added."""
    if sys.platform == "win32":
        pytest.skip("only on systems with sh: the stub programs are scripts of it")
    for name in ("bin", "a home"):
        (tmp_path / name).mkdir()
    mine = Stubs(tmp_path)
    monkeypatch.setenv("HOME", str(mine.home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    mine.add("systemctl", "exit 1")  # nobody's real one is asked
    mine.add("crontab", "exit 1")
    path = os.pathsep.join([str(tmp_path / "bin"), "/usr/bin", "/bin"])
    monkeypatch.setenv("PATH", path)
    return mine
