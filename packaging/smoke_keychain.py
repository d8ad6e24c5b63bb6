"""A keychain for the smoke test: the system's own, and on Linux a private one."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smoke_program import NotShownError, Program

_NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
# The daemon answers only when it has unlocked the collection; then the program takes over.
_UNLOCKED = (
    "printf %s for-the-smoke-test"
    " | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
    ' && "$@"; code=$?; kill $(cat "$GNOME_KEYRING_PID" 2>/dev/null) 2>/dev/null; exit $code'
)


@contextmanager
def keychain(program: Program) -> Iterator[Program]:
    """Give the program with a keychain to use. Raises NotShownError where there can be none.

    On Linux a Secret Service is started on a bus of its own, with a home of its own, so that
    nobody's secrets are touched and a missing backend is nothing but that.
    """
    if not sys.platform.startswith("linux") or program.through:
        yield program  # a random name in the user's own keychain, deleted at once
        return
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        raise NotShownError(f"no {' and no '.join(missing)} here")
    with tempfile.TemporaryDirectory(prefix="kc-", ignore_cleanup_errors=True) as folder:
        home, runtime = Path(folder, "home"), Path(folder, "run")
        home.mkdir()
        runtime.mkdir(mode=0o700)
        variables = {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(runtime),
        }
        yield program.having(variables, ("dbus-run-session", "--", "sh", "-c", _UNLOCKED, "sh"))
