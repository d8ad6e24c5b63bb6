"""The one SQLite file of the program: opened for reading or for one change, all or nothing.

Window, command line and scheduled runs work on it at the same time, each in its own process.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import msgspec

from wizard.problems import Problem, ProblemError, problem
from wizard.store.schema import is_current, is_newer, migrate, version

# How long to wait for another process that is writing, in seconds. A save takes milliseconds.
_BUSY = 10.0

_creating = threading.Lock()  # none of our threads uses the file before it is closed again


class Database:
    """The file at `path`. Each use opens it anew, so any thread and any process may use it.

    Raises ProblemError: the code that is given for what cannot be read or written (on a full disk,
    where the file is read-only), `records.newer` (written by a newer version) and
    `records.damaged`; with these two the file is left as it is, and the detail names it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sound = False  # looked through for damage, once for each object of this class
        self._looking = threading.Lock()
        # By it threads wait their turn; SQLite would have them try again.
        self._writing = threading.Lock()

    def exists(self) -> bool:
        """Tell whether anything was ever saved."""
        with self._told_as("records.unwritable"):
            return self._path.exists()

    @contextmanager
    def reading(self, otherwise: str = "records.unreadable") -> Iterator[sqlite3.Connection | None]:
        """Open the file to read from it; None where there is nothing yet. Creates nothing.

        `otherwise` is the code of the problem where it cannot be read.
        """
        with self._told_as(otherwise):
            if not self._path.exists():
                yield None
                return
            with closing(self._open()) as connection:
                if version(connection) == 0:
                    yield None  # its first writer has only begun
                    return
                if not is_current(connection):
                    with self.changing():
                        pass  # brought up to date by being opened for a change
                connection.execute("BEGIN")  # all that is read is of one moment
                try:
                    yield connection
                finally:
                    connection.execute("ROLLBACK")

    @contextmanager
    def changing(self, otherwise: str = "records.unwritable") -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction, which is rolled back if anything fails.

        When this ends without an error, the change is on the disk. `otherwise` is the code of the
        problem where it cannot be written.
        """
        with self._told_as(otherwise), self._writing:
            _create(self._path)
            with closing(self._open()) as connection:
                _use_write_ahead_log(connection)
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("BEGIN IMMEDIATE")
                try:
                    migrate(connection)
                    yield connection
                    connection.execute("COMMIT")
                finally:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")

    def _open(self) -> sqlite3.Connection:
        """Open the file; one that is newer than this program or damaged is refused unchanged."""
        with self._looking:
            if not self._sound:
                self._look()
                self._sound = True
        connection = _connect(self._path)
        try:
            self._refuse_newer(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _look(self) -> None:
        with closing(_connect(self._path, look=True)) as looking:
            self._refuse_newer(looking)
            (told,) = looking.execute("PRAGMA quick_check(1)").fetchone()
            if told != "ok":
                raise ProblemError(self._damaged("quick_check"))

    def _refuse_newer(self, connection: sqlite3.Connection) -> None:
        if is_newer(connection):
            raise ProblemError(problem("records.newer", str(self._path)))

    @contextmanager
    def _told_as(self, otherwise: str) -> Iterator[None]:
        """Turn errors of the file into a ProblemError; its detail is SQLite's or the system's name,
        and where the file is.
        """
        try:
            yield
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", type(error).__name__)
            told = self._damaged(name) if _is_damage(name) else problem(otherwise, name)
            raise ProblemError(told) from error
        except msgspec.MsgspecError as error:
            raise ProblemError(self._damaged(type(error).__name__)) from error
        except OSError as error:
            raise ProblemError(problem(otherwise, type(error).__name__)) from error

    def _damaged(self, sign: str) -> Problem:
        return problem("records.damaged", f"{self._path} ({sign})")


def _connect(path: Path, *, look: bool = False) -> sqlite3.Connection:
    """Open an existing file; from a folder that may only be read, for reading.

    `look` changes nothing in the file, not even by tidying up what a process left that was killed.
    """
    left = _size(path.with_name(path.name + "-wal"))
    mode = "mode=rw"
    if left is None:
        if not os.access(path.parent, os.W_OK):
            # Even reading would create files beside the database; this promises that nobody writes.
            mode = "immutable=1"
    elif look and left:
        mode = "mode=ro"
    address = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(address, timeout=_BUSY, isolation_level=None, uri=True)


def _size(path: Path) -> int | None:
    """Give the bytes of a file that another thread or process may take away at any moment."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _create(path: Path) -> None:
    """Create the file for this user's eyes only; SQLite gives its other files the same mode.

    A file that is there is never opened here: POSIX takes all locks on a file from a process that
    closes it anywhere, and without them another process damages what our other threads work on
    (SQLite, "How To Corrupt An SQLite Database File", 2.2).
    """
    with _creating:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileExistsError):  # another process was quicker
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Another process is just doing the same; SQLite does not wait here. It is no less safe.
        if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise


def _is_damage(name: str) -> bool:
    # SQLITE_ERROR: the tables are not those of the version that the file claims.
    return name in {"SQLITE_NOTADB", "SQLITE_ERROR"} or name.startswith("SQLITE_CORRUPT")
