"""The schema of the program's file, as the list of steps that lead to it.

`PRAGMA user_version` counts the migrations that a file has seen. To change the schema, add one;
never alter one that was released. `tests/store/schema_N.sql` holds a file of each released schema.
"""

from __future__ import annotations

import sqlite3

# Each migration is its statements; all that a file lacks run in one transaction.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # `state` is the SetupState as JSON; `created`, in seconds since 1970, gives the order.
        "CREATE TABLE setups (id TEXT PRIMARY KEY, created REAL NOT NULL, state BLOB NOT NULL)",
    ),
    (
        # The history of setups (`wizard.store.history`); it goes when the setup goes. Times are in
        # seconds since 1970. What checks find hardly changes, so equal findings are kept once,
        # by the SHA-256 of their JSON.
        "CREATE TABLE findings (digest BLOB PRIMARY KEY, findings BLOB NOT NULL)",
        # `run` is the Run as JSON without its findings.
        """CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            setup TEXT NOT NULL REFERENCES setups (id) ON DELETE CASCADE,
            ended REAL NOT NULL,
            run BLOB NOT NULL,
            findings BLOB NOT NULL REFERENCES findings (digest)
        )""",
        "CREATE INDEX runs_of_setup ON runs (setup, ended, id)",
        "CREATE INDEX runs_of_findings ON runs (findings)",
        """CREATE TRIGGER forget_findings AFTER DELETE ON runs BEGIN
            DELETE FROM findings WHERE digest = old.findings
            AND NOT EXISTS (SELECT 1 FROM runs WHERE findings = old.findings);
        END""",
        # `state` is the LastGood as JSON.
        """CREATE TABLE last_good (
            setup TEXT PRIMARY KEY REFERENCES setups (id) ON DELETE CASCADE,
            state BLOB NOT NULL
        )""",
        """CREATE TABLE confirmations (
            id INTEGER PRIMARY KEY,
            setup TEXT NOT NULL REFERENCES setups (id) ON DELETE CASCADE,
            requirement TEXT NOT NULL,
            confirmation BLOB NOT NULL
        )""",
        "CREATE INDEX confirmations_of_setup ON confirmations (setup)",
        # `accepted` is the Accepted as JSON, as long as what was accepted is there.
        """CREATE TABLE accepted (
            id INTEGER PRIMARY KEY,
            setup TEXT NOT NULL REFERENCES setups (id) ON DELETE CASCADE,
            accepted BLOB NOT NULL
        )""",
        "CREATE INDEX accepted_of_setup ON accepted (setup)",
    ),
)


def version(connection: sqlite3.Connection) -> int:
    """Give the number of migrations that the file has seen."""
    (count,) = connection.execute("PRAGMA user_version").fetchone()
    return int(count)


def is_current(connection: sqlite3.Connection) -> bool:
    """Tell whether the file has seen every migration of this program."""
    return version(connection) >= len(MIGRATIONS)


def is_newer(connection: sqlite3.Connection) -> bool:
    """Tell whether the file has seen migrations that this program does not know."""
    return version(connection) > len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date within the open transaction."""
    if is_current(connection):
        return
    for statements in MIGRATIONS[version(connection) :]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
