"""A real systemd of a user: it takes the timer, tells its next run, runs the command, lets go."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_MANAGER = Path("/lib/systemd/systemd")

# In mounts of its own: systemd wants a /run that says that the system was begun by it.
_SCRIPT = r"""
set -eu
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system "$XDG_RUNTIME_DIR" "$HOME"
chmod 700 "$XDG_RUNTIME_DIR"
"$MANAGER" --user > "$HOME/manager.log" 2>&1 &
manager=$!
trap 'kill "$manager"; wait "$manager" || true' EXIT
begun() {
  for _ in $(seq 200); do
    systemctl --user show-environment > /dev/null 2>&1 && return
    sleep 0.05
  done
  cat "$HOME/manager.log"
  return 1
}
begun
setup() { "$PYTHON" -m wizard "$@"; }
setup schedule set --weekly monday --at 06:05 > /dev/null
setup schedule show
systemctl --user start halo-setup-recheck.service
systemctl --user show halo-setup-recheck.service --property=ExecMainStatus,Result
setup schedule remove
systemctl --user list-timers --all --no-legend
"""


def may_mount() -> bool:
    """Tell whether this process may have mounts of its own."""
    if not _MANAGER.exists() or shutil.which("unshare") is None:
        return False
    tried = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/run"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def test_a_timer_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    if sys.platform != "linux" or not may_mount():
        pytest.skip("only on Linux with systemd, for who may have mounts of their own")
    home = {
        "HOME": str(tmp_path / "home"),
        "HALO_SETUP_HOME": str(tmp_path / 'my "100%" $HOME \\ files'),
        "XDG_RUNTIME_DIR": "/run/user/of-the-test",
        "TZ": "UTC",
        "PATH": "/usr/bin:/bin",
        "PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
        "MANAGER": str(_MANAGER),
        "LANG": os.environ.get("LANG", "C.UTF-8"),
    }
    ran = subprocess.run(
        ["unshare", "--mount", "bash", "-c", _SCRIPT],
        cwd=tmp_path,
        env=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    shown, _, after = ran.stdout.partition("Next run:  ")
    assert "every week on Monday at 06:05" in shown
    assert home["HALO_SETUP_HOME"] in shown
    assert after[11:14] == "06:"  # up to ten minutes after the time
    assert after.splitlines()[1:] == [
        "Result=success",
        "ExecMainStatus=0",
        "The schedule was removed.",
    ]
