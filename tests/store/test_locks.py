"""What one process has open stays its own: no other one tidies up under its hands."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from wizard.store.database import Database

# SQLite tidies up when the last connection of all is closed, as its locks tell.
_COME_AND_GO = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
assert connection.execute("SELECT count(*) FROM tried").fetchall() == [(1,)]
connection.close()
"""


def test_a_change_in_one_thread_takes_no_locks_from_another(tmp_path: Path) -> None:
    path = tmp_path / "setups.sqlite3"
    log = tmp_path / "setups.sqlite3-wal"
    database = Database(path)
    with database.changing():
        pass
    with database.reading() as open_all_along:
        assert open_all_along is not None
        with database.changing() as connection:
            connection.execute("CREATE TABLE tried (number)")
            connection.execute("INSERT INTO tried VALUES (1)")
        subprocess.run([sys.executable, "-c", _COME_AND_GO, path], check=True)
        assert log.exists()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
