"""What is printed arrives, whatever character set the system gives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_tick_can_be_written_into_a_file(encoding: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wizard", "walk", "liongard"],
        env={**os.environ, "PYTHONIOENCODING": encoding, "HALO_SETUP_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "✓" in done.stdout.decode("utf-8")
