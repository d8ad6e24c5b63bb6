"""The history of setups, in the same file: runs, the last good state, and what persons said.

A re-check of a saved setup is: read HaloPSA, then `write` the `Run`. It comes back with its drifts;
`weigh` (`wizard.checks.acceptance`) says with `accepted` which of them need a hand.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from wizard.checks.acceptance import Accepted, is_over
from wizard.checks.baseline import carried
from wizard.checks.drift import compare
from wizard.checks.snapshots import Check, LastGood
from wizard.problems import ProblemError, problem
from wizard.setup.runs import Run
from wizard.setup.state import Confirmation
from wizard.store.chosen import KEPT_DAYS
from wizard.store.cleaning import encode_said, without_secrets
from wizard.store.database import Database
from wizard.store.kept import put_together, taken_apart
from wizard.store.redaction import Redactor

_UNWRITABLE = "history.unwritable"
_RUNS = """SELECT run, findings.findings FROM runs JOIN findings ON runs.findings = digest
WHERE setup = ? ORDER BY ended DESC, id DESC LIMIT ?"""
_NEWEST = """SELECT run, findings.findings FROM (
    SELECT *, row_number() OVER (PARTITION BY setup ORDER BY ended DESC, id DESC) AS place FROM runs
) AS runs JOIN findings ON runs.findings = digest WHERE place = 1"""
_BEFORE = """SELECT setup, run FROM (
    SELECT *, row_number() OVER (PARTITION BY setup ORDER BY ended DESC, id DESC) AS place FROM runs
) WHERE place = 2"""
_LAST = "SELECT run FROM runs WHERE setup = ? ORDER BY ended DESC, id DESC LIMIT 1"
_PRUNE = """DELETE FROM runs WHERE setup = ? AND ended < ?
AND id != (SELECT id FROM runs WHERE setup = ? ORDER BY ended DESC, id DESC LIMIT 1)"""
_KEEP_GOOD = """INSERT INTO last_good (setup, state) VALUES (?, ?)
ON CONFLICT (setup) DO UPDATE SET state = excluded.state"""


class _Ended(msgspec.Struct):
    """The one thing that is asked of an earlier run."""

    exit_code: int


# Made here for the sake of threads (see `cleaning`).
_CONFIRMATION = msgspec.json.Decoder(Confirmation)
_ACCEPTED = msgspec.json.Decoder(Accepted)
_LAST_GOOD = msgspec.json.Decoder(LastGood)
_ENDED = msgspec.json.Decoder(_Ended)


@dataclass(frozen=True, slots=True)
class Written:
    """A run as it was written, with its drifts, and what the history says to it.

    `before` is the exit code of the newest run before it, None where there was none; `accepted`
    as `History.accepted` gives it.
    """

    run: Run
    before: int | None
    accepted: tuple[Accepted, ...]


class History:
    """What happened to the saved setups. Any thread and any process may call, at any time.

    Runs older than `days` go when a newer one of the same setup is written; the newest run and the
    last good state of a setup stay for good, and all of it goes when the setup is deleted.

    Raises ProblemError as `SqliteRecords` does, with `history.unwritable` for what cannot be
    written, and `history.no_setup` where the setup is not saved (any more).
    """

    def __init__(
        self, path: Path, redactor: Redactor | None = None, *, days: int = KEPT_DAYS
    ) -> None:
        self._database = Database(path)
        self._redactor = redactor or Redactor()
        self._days = days

    def write(self, run: Run) -> Run:
        """Write a finished run as `keep` does, and give it back with its drifts."""
        return self.keep(run).run

    def keep(self, run: Run) -> Written:
        """Write a finished run, all or nothing; when this returns, it is on the disk.

        Its drifts are what changed beside the last good state, which is then carried on. An
        acceptance of what is mended is over. What looks like a secret is hidden.
        """
        run = without_secrets(run, self._redactor)
        with self._changing(run.setup_id) as connection:
            before = connection.execute(_LAST, (run.setup_id,)).fetchone()
            last = _last_good(connection, run.setup_id)
            run = replace(run, drifts=compare(last, run.check).drifts)
            _insert(connection, run)
            good = carried(last, run.check)
            if good is not None and good != last:
                connection.execute(_KEEP_GOOD, (run.setup_id, msgspec.json.encode(good)))
            accepted = _still_accepted(connection, run.setup_id, last, run.check)
            since = run.check.at - dt.timedelta(days=self._days)
            connection.execute(_PRUNE, (run.setup_id, since.timestamp(), run.setup_id))
            exit_code = _ENDED.decode(before[0]).exit_code if before else None
        return Written(run, exit_code, accepted)

    def runs(self, setup_id: str, most: int = -1) -> tuple[Run, ...]:
        """Give the runs of a setup, newest first; at most so many, -1 for all."""
        with self._database.reading() as connection:
            if connection is None:
                return ()
            found = connection.execute(_RUNS, (setup_id, most))
            return tuple(put_together(*row) for row in found)

    def newest(self) -> Mapping[str, Run]:
        """Give the newest run of every setup that has one, by the setup's id."""
        with self._database.reading() as connection:
            if connection is None:
                return {}
            runs = [put_together(*row) for row in connection.execute(_NEWEST)]
            return {run.setup_id: run for run in runs}

    def last_good(self, setup_id: str) -> LastGood | None:
        """Give the last good state of a setup; None before the first check that read something."""
        with self._database.reading() as connection:
            return None if connection is None else _last_good(connection, setup_id)

    def confirm(self, setup_id: str, requirement: str, confirmation: Confirmation) -> None:
        """Write down a person's word that a requirement is fulfilled."""
        said = encode_said(confirmation, self._redactor)
        with self._changing(setup_id) as connection:
            connection.execute(
                "INSERT INTO confirmations (setup, requirement, confirmation) VALUES (?, ?, ?)",
                (setup_id, requirement, said),
            )

    def confirmations(self, setup_id: str) -> tuple[tuple[str, Confirmation], ...]:
        """Give every requirement id that was confirmed, and by whom, in the order of writing."""
        query = "SELECT requirement, confirmation FROM confirmations WHERE setup = ? ORDER BY id"
        with self._database.reading() as connection:
            if connection is None:
                return ()
            return tuple(
                (requirement, _CONFIRMATION.decode(said))
                for requirement, said in connection.execute(query, (setup_id,))
            )

    def accept(self, setup_id: str, accepted: Accepted) -> None:
        """Write down that a person accepts a drift."""
        said = encode_said(accepted, self._redactor)
        with self._changing(setup_id) as connection:
            connection.execute(
                "INSERT INTO accepted (setup, accepted) VALUES (?, ?)", (setup_id, said)
            )

    def unaccept(self, setup_id: str, accepted: Accepted) -> None:
        """Take an acceptance back; it may be gone already."""
        with self._changing(setup_id) as connection:
            for row, known in _accepted(connection, setup_id):
                if known == accepted:
                    connection.execute("DELETE FROM accepted WHERE id = ?", (row,))

    def accepted(self, setup_id: str) -> tuple[Accepted, ...]:
        """Give what is accepted of a setup, also where its day has passed; not what is mended."""
        with self._database.reading() as connection:
            if connection is None:
                return ()
            return tuple(accepted for _, accepted in _accepted(connection, setup_id))

    def every_accepted(self) -> Mapping[str, tuple[Accepted, ...]]:
        """Give what is accepted of every setup, as `accepted` does, by the setup's id."""
        every: dict[str, tuple[Accepted, ...]] = {}
        with self._database.reading() as connection:
            query = "SELECT setup, accepted FROM accepted ORDER BY id"
            for setup_id, said in connection.execute(query) if connection else ():
                accepted = _ACCEPTED.decode(said)
                every[setup_id] = (*every.get(setup_id, ()), accepted)
        return every

    def exit_codes_before(self) -> Mapping[str, int]:
        """Give the exit code of the run before the newest, by the id of each setup that has two."""
        with self._database.reading() as connection:
            if connection is None:
                return {}
            runs = connection.execute(_BEFORE)
            return {setup_id: _ENDED.decode(run).exit_code for setup_id, run in runs}

    @contextmanager
    def _changing(self, setup_id: str) -> Iterator[sqlite3.Connection]:
        """Open the file for one change to the history of a setup that is saved."""
        with self._database.changing(_UNWRITABLE) as connection:
            known = connection.execute("SELECT 1 FROM setups WHERE id = ?", (setup_id,))
            if known.fetchone() is None:
                raise ProblemError(problem("history.no_setup"))
            yield connection


def _insert(connection: sqlite3.Connection, run: Run) -> None:
    kept = taken_apart(run)
    connection.execute(
        "INSERT INTO findings (digest, findings) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (kept.digest, kept.findings),
    )
    connection.execute(
        "INSERT INTO runs (setup, ended, run, findings) VALUES (?, ?, ?, ?)",
        (run.setup_id, run.check.at.timestamp(), kept.run, kept.digest),
    )


def _last_good(connection: sqlite3.Connection, setup_id: str) -> LastGood | None:
    found = connection.execute("SELECT state FROM last_good WHERE setup = ?", (setup_id,))
    row = found.fetchone()
    return None if row is None else _LAST_GOOD.decode(row[0])


def _accepted(connection: sqlite3.Connection, setup_id: str) -> list[tuple[int, Accepted]]:
    query = "SELECT id, accepted FROM accepted WHERE setup = ? ORDER BY id"
    found = connection.execute(query, (setup_id,))
    return [(row, _ACCEPTED.decode(said)) for row, said in found]


def _still_accepted(
    connection: sqlite3.Connection, setup_id: str, last: LastGood | None, check: Check
) -> tuple[Accepted, ...]:
    """Delete what a check shows to be mended: if it is lost again, somebody has to look again."""
    still = []
    for row, accepted in _accepted(connection, setup_id):
        if is_over(accepted, last, check):
            connection.execute("DELETE FROM accepted WHERE id = ?", (row,))
        else:
            still.append(accepted)
    return tuple(still)
