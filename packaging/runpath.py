"""Takes this machine's folders out of libraries for Linux, where Python's build wrote them.

The loader would look there first: on another machine for nothing, or for what somebody else put
there. Paths from $ORIGIN on are Qt's own, and stay.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import system
from stop import StopError

TOOLS = (system.program("objdump", "binutils"), system.program("chrpath", "chrpath"))


def strangers(folder: Path) -> dict[Path, str]:
    """Give the libraries that are to look outside of their own folder, and where."""
    found = {}
    for library in sorted(folder.rglob("*.so*")):
        if library.is_file() and not library.is_symlink():
            told = _told("objdump", "--private-headers", str(library))
            paths = re.search(r"^\s*R(?:UN)?PATH\s+(.+)$", told, re.M)
            if paths and not all(path.startswith("$ORIGIN") for path in paths[1].split(":")):
                found[library] = paths[1]
    return found


def forget_folders(folder: Path) -> None:
    """Leave no such library in a folder. Raises StopError."""
    for library in strangers(folder):
        _told("chrpath", "--delete", str(library))


def _told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StopError(f"{done.stdout}{done.stderr}\nThis failed: {' '.join(command)}")
    return done.stdout
