"""`halo-setup forget`: all that the program kept on this workstation goes, as before it came.

For who takes the program away: setups, practice ones too, their secrets in the keychain, and the
program's own files. Nothing changes in HaloPSA.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

from wizard.setup.ports import Keychain
from wizard.setup.removal import remove
from wizard.store.places import Places
from wizard.store.records import SqliteRecords


def forget(where: Places, keychain: Keychain) -> int:
    """Remove it all, and give how many setups that were. Raises ProblemError removal.*.

    Where the keychain refuses, the setups that are left stay with their secrets, and so do the
    files: a second try can go on.
    """
    removed = 0
    for path in (where.records, where.practice_records):
        if path.is_file():
            records = SqliteRecords(path)
            for state in records.all():
                remove(state, records, keychain)
                removed += 1
    logging.shutdown()  # Windows deletes no file that is open
    for file in _files(where):
        file.unlink(missing_ok=True)
    for folder in (where.profiles, where.log.parent, where.records.parent):
        with contextlib.suppress(OSError):  # not there, or a person put something into it
            folder.rmdir()
    return removed


def _files(where: Places) -> Iterator[Path]:
    """Give the program's own files, with what SQLite and the log have beside theirs."""
    for database in (where.records, where.practice_records):
        yield from database.parent.glob(f"{database.name}*")
    yield from where.log.parent.glob(f"{where.log.name}*")
    yield from where.profiles.glob("*.toml")
    yield where.practice_world
    yield where.preferences
