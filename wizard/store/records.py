"""Saved setups, all or nothing; the window and the command line share them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.store.redaction import Redactor

# What reads and writes is loaded with the first setup: a first run of the window has none.
if TYPE_CHECKING:
    from wizard.setup.state import SetupState
    from wizard.store.database import Database

_SAVE = """INSERT INTO setups (id, created, state) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET created = excluded.created, state = excluded.state"""


class SqliteRecords:
    """Saved setups. Any thread and any process may call, at any time.

    Raises ProblemError: `records.unwritable`, `records.unreadable`, `records.newer` (written by a
    newer version, nothing changed), `records.damaged` (left as it is), `records.secret`.
    """

    def __init__(self, path: Path, redactor: Redactor | None = None) -> None:
        self._path = path
        self._redactor = redactor or Redactor()
        self._saving = threading.Lock()  # of two threads at it, none is done sooner

    def save(self, state: SetupState) -> None:
        """Save the state, replacing the one with the same id, all or nothing.

        When this returns, the state is on the disk. In findings, what looks like a secret is
        hidden; an answer that does raises `records.secret`.
        """
        self.save_all((state,))

    def save_all(self, states: Iterable[SetupState]) -> None:
        """Save several states as `save` does: all of them or none."""
        from wizard.store.cleaning import encode  # noqa: PLC0415

        with self._saving:
            rows = [
                (each.id, each.created.timestamp(), encode(each, self._redactor)) for each in states
            ]
            with self._database.changing() as connection:
                connection.executemany(_SAVE, rows)

    def load(self, setup_id: str) -> SetupState | None:
        """Give a saved state, or None where there is none with this id."""
        found = self._read("SELECT state FROM setups WHERE id = ?", setup_id)
        return found[0] if found else None

    def all(self) -> tuple[SetupState, ...]:
        """Give every saved setup, newest first."""
        return self._read("SELECT state FROM setups ORDER BY created DESC, id")

    def to_check(self) -> tuple[SetupState, ...]:
        """Give every saved setup as `all` does, but without what its steps found.

        That is most of a state, and a re-check of hundreds has no use for it.
        """
        query = "SELECT state FROM setups ORDER BY created DESC, id"
        return self._read(query, lean=lambda state: state.with_(findings={}, checked={}))

    def delete(self, setup_id: str) -> None:
        """Delete a setup with its history; it may be gone already."""
        if not self._database.exists():
            return
        with self._database.changing() as connection:
            connection.execute("DELETE FROM setups WHERE id = ?", (setup_id,))

    def _read(
        self, query: str, *values: str, lean: Callable[[SetupState], SetupState] | None = None
    ) -> tuple[SetupState, ...]:
        if self._nothing_saved():
            return ()
        from wizard.store.cleaning import decode  # noqa: PLC0415

        with self._database.reading() as connection:
            if connection is None:
                return ()
            states = (decode(row[0]) for row in connection.execute(query, values))
            return tuple(states if lean is None else map(lean, states))

    @cached_property
    def _database(self) -> Database:
        from wizard.store.database import Database  # noqa: PLC0415

        return Database(self._path)

    def _nothing_saved(self) -> bool:
        try:
            return not self._path.exists()
        except OSError:
            return False  # the database tells what is wrong
