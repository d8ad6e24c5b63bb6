"""The file when several threads and processes begin to use it at the same moment."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.runs import run
from tests.store.states import state
from tests.store.writing import ROOT
from wizard.store.history import History
from wizard.store.records import SqliteRecords

posix_only = pytest.mark.skipif(os.name != "posix", reason="only on POSIX systems: its locks")

# Dies within a transaction, and leaves a finished one in the log.
_DIES = """
import os, signal, sys
from pathlib import Path
from wizard.store.database import Database
database = Database(Path(sys.argv[1]))
with database.changing() as outer:
    outer.execute("UPDATE setups SET created = created + 1")
    outer.execute("COMMIT")
    outer.execute("BEGIN IMMEDIATE")
    outer.execute("UPDATE setups SET created = 0")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "setups.sqlite3"
    SqliteRecords(path).save_all([state(name) for name in "abcdefgh"])
    return path


def killed_in_a_transaction(path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", _DIES, str(path)], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    assert path.with_name(path.name + "-wal").stat().st_size


@posix_only
def test_threads_that_begin_where_a_process_was_killed(path: Path) -> None:
    killed_in_a_transaction(path)
    history, together = History(path), threading.Barrier(8)

    def work(setup_id: str) -> None:
        together.wait()
        assert history.runs(setup_id) == ()
        history.write(run(setup_id))
        assert len(history.runs(setup_id)) == 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, "abcdefgh"))
    assert len(history.newest()) == 8


@posix_only
def test_a_log_that_goes_while_it_is_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever closes the file last folds its log in and takes it away, at any moment."""
    killed_in_a_transaction(path)
    log = path.with_name(path.name + "-wal")
    look = Path.stat

    def stat(self: Path, **options: bool) -> os.stat_result:
        if self == log and log in look_at:
            look_at.remove(log)
            found = look(self, **options)
            with closing(sqlite3.connect(path)) as other:
                other.execute("SELECT id FROM setups").fetchall()
            return found
        return look(self, **options)

    look_at = [log]
    monkeypatch.setattr(Path, "stat", stat)
    assert len(SqliteRecords(path).all()) == 8
    assert not look_at
