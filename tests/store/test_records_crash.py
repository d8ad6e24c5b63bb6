"""Saved setups when a process dies, when two write at once, and when there is no room."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.store.states import state
from tests.store.writer import ANSWERS, numbered
from tests.store.writing import ROOT, restricted
from wizard.problems import ProblemError
from wizard.setup.state import SetupState
from wizard.store.records import SqliteRecords

pytestmark = pytest.mark.skipif(os.name != "posix", reason="uses signals and limits of POSIX")

KILLS = 15
# Run before the writer: what this process may do is taken away from it first.
SMALL_FILES = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (16_000, 16_000));"
# Root may write everywhere. PR_CAPBSET_DROP (24) gives up CAP_DAC_OVERRIDE (1) and
# CAP_DAC_READ_SEARCH (2).
NO_OVERRIDE = (
    "import ctypes; c = ctypes.CDLL(None); assert c.prctl(24, 1) == c.prctl(24, 2) == 0;"
    if os.geteuid() == 0
    else ""
)


def writer(path: Path, setup_id: str = "a", count: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", str(path), setup_id, str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def restricted_writer(path: Path, before: str) -> tuple[int, str]:
    """Run the writer for one save, after the code in `before`; give its exit code and output."""
    start = [sys.executable, "-m", "tests.store.writer", str(path), "new", "1"]
    return restricted(start, before)


def is_whole(found: SetupState | None, number: int) -> bool:
    return found == numbered("a", number)


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_writer_leaves_whole_states(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - only chooses the moment
    path = tmp_path / "setups.sqlite3"
    with writer(path) as process:
        assert process.stdout is not None
        acknowledged = 0
        for _ in range(chance.randrange(1, 12)):
            acknowledged = int(process.stdout.readline())
        try:  # a moment anywhere within the next saves, or between them
            process.wait(chance.uniform(0, 0.02))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        acknowledged = max([acknowledged, *map(int, process.stdout.read().split())])
    assert process.returncode == -signal.SIGKILL

    records = SqliteRecords(path)
    # What was told to be saved is there; at most the one that was just being saved is there too.
    found = records.load("a")
    assert is_whole(found, acknowledged) or is_whole(found, acknowledged + 1)
    records.save(state("b"))
    assert {each.id for each in records.all()} == {"a", "b"}


def test_killed_before_its_first_save(tmp_path: Path) -> None:
    path = tmp_path / "setups.sqlite3"
    path.touch()  # created, and nothing written yet
    records = SqliteRecords(path)

    assert records.all() == ()
    records.save(state())
    assert records.all() == (state(),)


def test_processes_that_write_at_the_same_time(tmp_path: Path) -> None:
    """From the very first moment: the file is created and set up by several at once."""
    path = tmp_path / "data" / "setups.sqlite3"
    processes = [writer(path, name, 40) for name in ("a", "b", "c")]
    mine = SqliteRecords(path)
    while any(process.poll() is None for process in processes):
        for found in mine.all():  # read while they write: always whole
            assert len(found.answers) == ANSWERS
            assert len(set(found.answers.values())) == 1
    for process in processes:
        with process:
            assert process.stdout is not None
            assert process.stdout.read().split()[-1] == "40"
        assert process.returncode == 0

    assert sorted(found.id for found in mine.all()) == ["a", "b", "c"]
    assert all(found == numbered(found.id, 40) for found in mine.all())


def test_file_that_may_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "setups.sqlite3"
    SqliteRecords(path).save(state())

    code, told = restricted_writer(path, SMALL_FILES)
    assert code == 7
    assert told.split()[0] == "records.unwritable"
    assert SqliteRecords(path).all() == (state(),)


@contextmanager
def tiny_disk(where: Path) -> Iterator[Path]:
    """Mount a disk of 256 KB, which only root can."""
    where.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(where)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"may not mount a small disk: {done.stderr.strip()}")
    try:
        yield where
    finally:
        subprocess.run(["umount", str(where)], check=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tmpfs is Linux's")
def test_full_disk(tmp_path: Path) -> None:
    with tiny_disk(tmp_path / "disk") as disk:
        path = disk / "setups.sqlite3"
        records = SqliteRecords(path)
        records.save(state())
        (disk / "filler").write_bytes(b"x" * 40_000)
        with pytest.raises(ProblemError) as error:
            fill(records)

        assert error.value.problem.code == "records.unwritable"
        assert records.load("a") == state()
        (disk / "filler").unlink()
        records.save(state(step="agent"))
        assert records.load("a") == state(step="agent")


def fill(records: SqliteRecords) -> None:
    """Save more than 256 KB."""
    for number in range(20):
        records.save(numbered(f"large {number}", number))


def test_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    path = folder / "setups.sqlite3"
    SqliteRecords(path).save(state())
    folder.chmod(0o500)
    path.chmod(0o400)
    try:
        code, told = restricted_writer(path, NO_OVERRIDE)
        assert code == 7
        assert told == "records.unwritable SQLITE_READONLY"
        assert path.stat().st_mode & 0o777 == 0o400
        assert restricted_reader(path) == "a"
    finally:
        folder.chmod(0o700)


def test_folder_that_may_not_be_created(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        code, told = restricted_writer(tmp_path / "data" / "setups.sqlite3", NO_OVERRIDE)
    finally:
        tmp_path.chmod(0o700)
    assert code == 7
    assert told == "records.unwritable PermissionError"


def test_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "setups.sqlite3"
    SqliteRecords(path).save(state())
    path.chmod(0)

    assert restricted_reader(path).startswith("records.unreadable")


def restricted_reader(path: Path) -> str:
    """Read the setups in a process without root's rights; give their ids or the problem's code."""
    program = (
        "from pathlib import Path\n"
        "from wizard.problems import ProblemError\n"
        "from wizard.store.records import SqliteRecords\n"
        f"try: print(*[each.id for each in SqliteRecords(Path({str(path)!r})).all()])\n"
        "except ProblemError as error: print(error.problem.code, error.problem.detail)"
    )
    start = [sys.executable, "-c", program]
    done = subprocess.run(
        [sys.executable, "-c", f"{NO_OVERRIDE} import os; os.execv({sys.executable!r}, {start!r})"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()
