"""What is printed arrives, whatever character set the system gives."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wizard.app.streams import print_anything


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


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_on_a_screen_without_ticks_no_mark_becomes_another(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", _Screen(written, encoding="ascii"))
    print_anything()
    print("✓ ✗ ? “Yes” … 日", flush=True)
    assert written.getvalue() == b'v x ? "Yes" ... ?\n'


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only on Linux: /dev/full")
@pytest.mark.parametrize("words", [["profiles", "list"], ["profiles", "show", "topleft"]])
def test_a_disk_that_is_full_is_told_as_that(words: list[str], tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wizard", *words],
            env={**os.environ, "HALO_SETUP_HOME": str(tmp_path)},
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 4
    assert done.stderr.startswith("halo-setup: the disk is full, ")
    assert done.stderr.count("\n") == 1
