"""The history when a process dies, when several write at once, and when there is no room."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.runs import numbered, run
from tests.store.states import state
from tests.store.test_records_crash import NO_OVERRIDE, SMALL_FILES, tiny_disk
from tests.store.writing import ROOT, restricted
from wizard.problems import ProblemError
from wizard.setup.runs import Run
from wizard.store.history import History
from wizard.store.records import SqliteRecords

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="only on POSIX systems: signals and limits"
)

KILLS = 10


def command(path: Path, setup_id: str, first: int, count: int) -> list[str]:
    arguments = [str(path), setup_id, str(first), str(count)]
    return [sys.executable, "-m", "tests.store.runs", *arguments]


def writer(path: Path, setup_id: str, first: int, count: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(path, setup_id, first, count), cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def restricted_writer(path: Path, before: str) -> tuple[int, str]:
    """Write one run in a process that takes something away from itself first."""
    return restricted(command(path, "a", 7, 1), before)


def is_whole(found: Run) -> bool:
    wanted = numbered(found.setup_id, int(found.program))
    return found.check == wanted.check and found.started == wanted.started


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_writer_leaves_whole_runs_only(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - only chooses the moment
    path = tmp_path / "setups.sqlite3"
    SqliteRecords(path).save(state("a"))
    with writer(path, "a", 1) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(chance.randrange(1, 8))]
        try:  # a moment anywhere within the next runs, or between them
            process.wait(chance.uniform(0, 0.03))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        told += map(int, process.stdout.read().split())
    assert process.returncode == -signal.SIGKILL

    history = History(path)
    runs = history.runs("a")
    # What was told to be written is there; at most the one that was just being written is too.
    assert len(runs) in (len(told), len(told) + 1)
    assert [int(each.program) for each in reversed(runs)] == list(range(1, len(runs) + 1))
    assert all(is_whole(each) for each in runs)
    good = history.last_good("a")
    assert good is not None
    assert good.at == runs[0].check.at  # of the very same moment
    history.write(run("a", days=1))
    assert SqliteRecords(path).load("a") == state("a")


def test_processes_that_write_at_the_same_time(tmp_path: Path) -> None:
    """A scheduled run and the window, at the same setup, while setups are saved and read."""
    path = tmp_path / "setups.sqlite3"
    records, history = SqliteRecords(path), History(path)
    records.save(state("a"))
    each = 25
    processes = [writer(path, "a", first, each) for first in (1, 1001)]
    saved = 0
    while any(process.poll() is None for process in processes):
        records.save(state(f"window {saved}"))
        saved += 1
        assert all(is_whole(found) for found in history.runs("a", 3))
    for process in processes:
        with process:
            assert process.stdout is not None
            assert len(process.stdout.read().split()) == each
        assert process.returncode == 0

    runs = history.runs("a")
    numbers = sorted(int(found.program) for found in runs)
    assert numbers == [*range(1, each + 1), *range(1001, 1001 + each)]
    assert all(is_whole(found) for found in runs)
    good = history.last_good("a")
    assert good is not None
    assert good.at == runs[0].check.at
    assert len(records.all()) == saved + 1


def test_a_full_disk(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only on Linux: tmpfs")
    with tiny_disk(tmp_path / "disk") as disk:
        path = disk / "setups.sqlite3"
        SqliteRecords(path).save(state("a"))
        history = History(path)
        written = history.write(run("a"))
        (disk / "filler").write_bytes(b"x" * 40_000)
        with pytest.raises(ProblemError) as caught:
            fill(history)
        assert caught.value.problem.code == "history.unwritable"
        runs = history.runs("a")
        number = len(runs)
        assert number > 1
        assert [found.program for found in runs[:-1]] == [str(n) for n in range(number - 1, 0, -1)]
        assert runs[-1] == written
        (disk / "filler").unlink()
        history.write(run("a", days=9))
        assert len(history.runs("a")) == number + 1


def fill(history: History) -> None:
    """Write more than fits."""
    for number in range(1, 40):
        history.write(numbered("a", number))


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "setups.sqlite3"
    SqliteRecords(path).save(state("a"))
    written = History(path).write(run("a"))
    code, told = restricted_writer(path, SMALL_FILES)
    assert code == 7
    assert told.split()[0] == "history.unwritable"
    assert History(path).runs("a") == (written,)


def test_a_file_that_may_only_be_read(tmp_path: Path) -> None:
    path = tmp_path / "setups.sqlite3"
    SqliteRecords(path).save(state("a"))
    written = History(path).write(run("a"))
    path.chmod(0o400)
    before = path.read_bytes()
    try:
        assert restricted_writer(path, NO_OVERRIDE) == (7, "history.unwritable SQLITE_READONLY")
        assert path.read_bytes() == before
        assert History(path).runs("a") == (written,)
    finally:
        path.chmod(0o600)
