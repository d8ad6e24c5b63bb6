"""Older files are brought up to date with all that is in them, or stay exactly as they are."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.store.runs import run
from tests.store.states import CREATED, finding, state
from tests.store.test_records import everything_in
from wizard.checks.findings import State
from wizard.problems import ProblemError
from wizard.setup.state import Confirmation, SecretPlace
from wizard.store import database
from wizard.store.history import History
from wizard.store.records import SqliteRecords
from wizard.store.schema import MIGRATIONS

HERE = Path(__file__).parent
DAY = dt.timedelta(days=1)
SCHEMA_1 = (
    state("practice", created=CREATED + 2 * DAY).with_(practice=True),
    state("begun", created=CREATED + DAY, answers={"note": "Grüße, ½ “quoted”, it's"}),
    state(
        "finished",
        step="hand_over",
        visited=("instance", "agent", "scopes", "proof"),
        answers={
            "address": "https://acme.halopsa.com",
            "web": "https://acme.halopsa.com",
            "agent": "liongard",
            "version": "2.184.1",
        },
        secrets={
            "client_secret": SecretPlace("halo-setup:finished:client_secret", True, "GNOME Keyring")
        },
        confirmed={"screen:beta": Confirmation("Ada", CREATED)},
        findings={
            "scopes": (
                finding(),
                finding(
                    requirement="scope:read:assets",
                    state=State.MET,
                    found="granted",
                    evidence=("token: read:assets",),
                ),
            )
        },
        checked={"scopes": CREATED},
        finished=CREATED + dt.timedelta(hours=1),
    ),
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Give a file of the first schema, as the program of that time wrote it."""
    path = tmp_path / "data" / "setups.sqlite3"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((HERE / "schema_1.sql").read_text(encoding="utf-8"))
    return path


def schema_of(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name")
        return [version, *tables]


def rows_of(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return connection.execute("SELECT * FROM setups ORDER BY id").fetchall()


def test_every_released_schema_has_its_stored_file() -> None:
    stored = sorted(HERE.glob("schema_*.sql"))
    assert [each.name for each in stored] == [f"schema_{n}.sql" for n in range(1, len(MIGRATIONS))]


@pytest.mark.parametrize(
    "open_it",
    [
        lambda path: SqliteRecords(path).all(),
        lambda path: SqliteRecords(path).save(SCHEMA_1[0]),
        lambda path: History(path).runs("finished"),
        lambda path: History(path).write(run("finished")),
    ],
)
def test_an_older_file_keeps_every_setup(
    old: Path, tmp_path: Path, open_it: Callable[[Path], object]
) -> None:
    assert schema_of(old)[0] == 1
    open_it(old)
    assert SqliteRecords(old).all() == SCHEMA_1
    SqliteRecords(tmp_path / "new.sqlite3").save(SCHEMA_1[0])
    assert schema_of(old) == schema_of(tmp_path / "new.sqlite3")
    written = History(old).write(run("finished", days=1))
    assert History(old).runs("finished")[0] == written


class Failing(sqlite3.Connection):
    """Fails (or does something worse) at the statement of this number that follows a BEGIN."""

    at = 0
    counted = 0
    act: Callable[[], None] = staticmethod(lambda: None)

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement.startswith("BEGIN IMMEDIATE") or Failing.counted:
            Failing.counted += 1
        if Failing.counted == Failing.at and statement != "ROLLBACK":
            Failing.act()
        return super().execute(statement, *values)


def fail() -> None:
    raise sqlite3.OperationalError("disk I/O error")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail_at(statement: int, act: Callable[[], None]) -> None:
    """From now on connections of this process fail so."""
    real = sqlite3.connect
    Failing.at, Failing.counted, Failing.act = statement, 0, staticmethod(act)  # type: ignore[assignment]
    database.sqlite3.connect = lambda *args, **more: real(*args, factory=Failing, **more)  # type: ignore[attr-defined]


# BEGIN, what version it is (twice), each statement, the new version, COMMIT.
STATEMENTS = 2 + sum(map(len, MIGRATIONS[1:])) + 3


@pytest.mark.parametrize("statement", range(1, STATEMENTS + 1))
def test_a_failure_at_any_statement_leaves_the_older_file_whole(
    old: Path, statement: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = schema_of(old), rows_of(old)
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", sqlite3.connect)  # put back afterwards
        fail_at(statement, fail)
        with pytest.raises(ProblemError) as caught:
            SqliteRecords(old).all()
    assert caught.value.problem.code in ("records.unwritable", "records.unreadable")
    assert Failing.counted >= statement
    assert (schema_of(old), rows_of(old)) == before
    assert SqliteRecords(old).all() == SCHEMA_1


def test_that_is_every_statement(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", sqlite3.connect)  # put back afterwards
        fail_at(1000, fail)
        with database.Database(old).changing():
            pass
        assert Failing.counted == STATEMENTS


@pytest.mark.skipif(os.name != "posix", reason="only on POSIX systems: SIGKILL")
@pytest.mark.parametrize("statement", [3, 8, STATEMENTS])
def test_killed_in_between_leaves_the_older_file_whole(old: Path, statement: int) -> None:
    before = schema_of(old), rows_of(old)
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from tests.store.test_migrations import die, fail_at\n"
        "from wizard.store.records import SqliteRecords\n"
        f"fail_at({statement}, die)\nSqliteRecords(Path(sys.argv[1])).all()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(old)],
        cwd=HERE.parents[1],
        check=False,
        timeout=60,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert (schema_of(old), rows_of(old)) == before
    assert SqliteRecords(old).all() == SCHEMA_1


def works_on(path: Path) -> list[Callable[[], object]]:
    history = History(path)
    return [
        SqliteRecords(path).all,
        lambda: SqliteRecords(path).save(state("b")),
        lambda: history.runs("a"),
        lambda: history.write(run()),
    ]


def left_by_a_killed_process(path: Path, statement: str) -> Path:
    """Give a copy of a file whose last change stands in SQLite's log only."""
    folder = path.parent.with_name("left")
    folder.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(statement)
        connection.commit()
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(path.with_name(name), folder / name)
    assert (folder / f"{path.name}-wal").stat().st_size
    return folder / path.name


def files_of(path: Path) -> dict[str, bytes]:
    """Give the file and its log; SQLite's index of the log (-shm) holds nothing of its own."""
    names = (path, path.with_name(f"{path.name}-wal"))
    return {each.name: each.read_bytes() for each in names if each.exists()}


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "left in the log"])
def test_a_file_of_a_newer_version_is_left_as_it_is(old: Path, killed: bool) -> None:
    newer = f"PRAGMA user_version = {len(MIGRATIONS) + 1}"
    if killed:
        old = left_by_a_killed_process(old, newer)
    else:
        with closing(sqlite3.connect(old)) as connection:
            connection.execute(newer)
    before = files_of(old)
    for work in works_on(old):
        with pytest.raises(ProblemError) as caught:
            work()
        assert caught.value.problem.code == "records.newer"
        assert caught.value.problem.detail == str(old)
        assert "newest version" in caught.value.problem.remedy
        assert files_of(old) == before


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "with a log"])
def test_a_damaged_file_is_left_as_it_is_and_named(old: Path, killed: bool) -> None:
    for number in range(30):
        SqliteRecords(old).save(state(str(number), answers={"filler": "x y " * 500}))
    if killed:
        old = left_by_a_killed_process(old, "UPDATE setups SET created = 0 WHERE id = '1'")
    content = bytearray(old.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    old.write_bytes(content)
    before = files_of(old)
    for work in works_on(old):
        with pytest.raises(ProblemError) as caught:
            work()
        assert caught.value.problem.code == "records.damaged"
        assert str(old) in caught.value.problem.detail
        assert "left as it is" in caught.value.problem.remedy
        assert files_of(old) == before


def test_an_older_file_that_cannot_be_brought_up_to_date_is_left_as_it_is(
    old: Path,
) -> None:
    """As when another program had put a table of ours into it."""
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE TABLE accepted (other)")
    before = everything_in(old.parent)
    with pytest.raises(ProblemError) as caught:
        SqliteRecords(old).all()
    assert caught.value.problem.code == "records.damaged"
    assert everything_in(old.parent) == before
