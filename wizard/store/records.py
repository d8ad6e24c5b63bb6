"""Setups in one SQLite file, saved all or nothing; the window and the command line share it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from wizard.problems import ProblemError, problem
from wizard.setup.state import SetupState
from wizard.store.cleaning import decode, encode
from wizard.store.redaction import Redactor
from wizard.store.schema import MIGRATIONS, version

# How long to wait for another process that is writing, in seconds. A save takes milliseconds.
_BUSY = 10.0

_SAVE = """INSERT INTO setups (id, created, state) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET created = excluded.created, state = excluded.state"""


class SqliteRecords:
    """Saved setups. Each call opens the file anew, so any thread and any process may call.

    Raises ProblemError: `records.unwritable`, `records.unreadable`, `records.newer` (written by a
    newer version, nothing changed), `records.damaged` (left as it is), `records.secret`.
    """

    def __init__(self, path: Path, redactor: Redactor | None = None) -> None:
        self._path = path
        self._redactor = redactor or Redactor()
        self._sound = False  # looked through for damage, once for each object of this class

    def save(self, state: SetupState) -> None:
        """Save the state, replacing the one with the same id, all or nothing.

        When this returns, the state is on the disk. In findings, what looks like a secret is
        hidden; an answer that does raises `records.secret`.
        """
        row = (state.id, state.created.timestamp(), encode(state, self._redactor))
        with self._changing() as connection:
            connection.execute(_SAVE, row)

    def load(self, setup_id: str) -> SetupState | None:
        """Give a saved state, or None where there is none with this id."""
        found = self._read("SELECT state FROM setups WHERE id = ?", setup_id)
        return found[0] if found else None

    def all(self) -> tuple[SetupState, ...]:
        """Give every saved setup, newest first."""
        return self._read("SELECT state FROM setups ORDER BY created DESC, id")

    def delete(self, setup_id: str) -> None:
        """Delete a setup; it may be gone already."""
        with _told_as("records.unwritable"):
            if not self._path.exists():
                return
        with self._changing() as connection:
            connection.execute("DELETE FROM setups WHERE id = ?", (setup_id,))

    def _read(self, query: str, *values: str) -> tuple[SetupState, ...]:
        with _told_as("records.unreadable"):
            if not self._path.exists():
                return ()
            with closing(self._open()) as connection:
                found = version(connection)
                if found == 0:
                    return ()  # its first writer has only begun
                if found < len(MIGRATIONS):
                    with self._changing():
                        pass  # brought up to date by being opened for a change
                return tuple(decode(row[0]) for row in connection.execute(query, values))

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction, which is rolled back if anything fails."""
        with _told_as("records.unwritable"):
            _create(self._path)
            with closing(self._open()) as connection:
                _use_write_ahead_log(connection)
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("BEGIN IMMEDIATE")
                try:
                    _migrate(connection)
                    yield connection
                    connection.execute("COMMIT")
                finally:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")

    def _open(self) -> sqlite3.Connection:
        connection = _connect(self._path)
        try:
            self._refuse_unfit(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _refuse_unfit(self, connection: sqlite3.Connection) -> None:
        """Refuse a file, unchanged, that is newer than this program or damaged."""
        if version(connection) > len(MIGRATIONS):
            raise ProblemError(problem("records.newer"))
        if not self._sound:
            (told,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if told != "ok":
                raise ProblemError(problem("records.damaged", "quick_check"))
            self._sound = True


def _connect(path: Path) -> sqlite3.Connection:
    """Open an existing file; from a folder that may only be read, for reading."""
    address = path.absolute().as_uri() + "?mode=rw"
    if not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        # Even reading would create files beside the database; this promises that nobody writes.
        address = path.absolute().as_uri() + "?immutable=1"
    return sqlite3.connect(address, timeout=_BUSY, isolation_level=None, uri=True)


def _create(path: Path) -> None:
    """Create the file for this user's eyes only; SQLite gives its other files the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Another process is just doing the same; SQLite does not wait here. It is no less safe.
        if error.sqlite_errorname != "SQLITE_BUSY":
            raise


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date within the open transaction."""
    for statements in MIGRATIONS[version(connection) :]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


@contextmanager
def _told_as(otherwise: str) -> Iterator[None]:
    """Turn errors of the file into a ProblemError; its detail is SQLite's or the system's name."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", type(error).__name__)
        raise ProblemError(problem(_code_of(name) or otherwise, name)) from error
    except msgspec.MsgspecError as error:
        raise ProblemError(problem("records.damaged", type(error).__name__)) from error
    except OSError as error:
        raise ProblemError(problem(otherwise, type(error).__name__)) from error


def _code_of(name: str) -> str | None:
    # SQLITE_ERROR: the tables are not those of the version that the file claims.
    damaged = name in {"SQLITE_NOTADB", "SQLITE_ERROR"} or name.startswith("SQLITE_CORRUPT")
    return "records.damaged" if damaged else None
