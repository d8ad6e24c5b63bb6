"""The schema of the saved setups, as the list of steps that lead to it.

`PRAGMA user_version` counts the migrations that a file has seen. To change the schema, add one;
never alter one that was released.
"""

from __future__ import annotations

import sqlite3

# Each migration is its statements; all that a file lacks run in one transaction.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # `state` is the SetupState as JSON; `created`, in seconds since 1970, gives the order.
        "CREATE TABLE setups (id TEXT PRIMARY KEY, created REAL NOT NULL, state BLOB NOT NULL)",
    ),
)


def version(connection: sqlite3.Connection) -> int:
    """Give the number of migrations that the file has seen."""
    (count,) = connection.execute("PRAGMA user_version").fetchone()
    return int(count)
