"""Saved setups: what comes back, what is refused, and what stays out of the file."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.store.states import CREATED, finding, state, states
from wizard.problems import ProblemError
from wizard.secret import Secret
from wizard.setup.state import Confirmation, SecretPlace, SetupState
from wizard.store import schema as module
from wizard.store.database import Database
from wizard.store.records import SqliteRecords
from wizard.store.redaction import HIDDEN, Redactor

PAIR = "3f2504e0-4f89-41d3-9a0c-0305e82c3301-7d444840-9dc0-11d1-b245-5ffdce74fad2"

posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows has no file modes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "setups.sqlite3"


def code_of(error: pytest.ExceptionInfo[ProblemError]) -> str:
    return error.value.problem.code


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


# ---- what comes back


def test_a_recheck_gets_all_but_what_the_steps_found(path: Path) -> None:
    saved = state(
        answers={"address": "https://acme.halopsa.com"},
        confirmed={"screen:x": Confirmation("Ada", CREATED)},
        findings={"scopes": (finding(),)},
        checked={"scopes": CREATED},
    )
    records = SqliteRecords(path)
    records.save(saved)
    assert records.to_check() == (saved.with_(findings={}, checked={}),)
    assert records.all() == (saved,)


def test_gives_back_every_field(path: Path) -> None:
    east = dt.timezone(dt.timedelta(hours=5, minutes=45))
    saved = state(
        step="permissions",
        visited=("instance", "agent"),
        answers={"address": "https://acme.halopsa.com", "agent": "liongard"},
        secrets={"client_secret": SecretPlace("halo-setup:a:client_secret", True, "KWallet")},
        confirmed={"screen:x": Confirmation("Ada", CREATED.astimezone(east))},
        findings={"scopes": (finding(), finding(because="token", link=None))},
        checked={"scopes": CREATED.replace(microsecond=123456)},
        finished=CREATED,
    )
    SqliteRecords(path).save(saved)

    assert SqliteRecords(path).load("a") == saved


@given(saved=states)
@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_gives_back_any_state(path: Path, saved: SetupState) -> None:
    SqliteRecords(path).save(saved)
    found = SqliteRecords(path).load(saved.id)

    assert found == saved
    # Equal times may still be written in different zones.
    assert found is not None
    assert found.created.utcoffset() == saved.created.utcoffset()
    assert type(found.findings) is dict
    assert all(type(each) is tuple for each in found.findings.values())


def test_replaces_the_one_with_the_same_id(path: Path) -> None:
    records = SqliteRecords(path)
    records.save(state(step="instance"))
    records.save(state(step="agent"))

    assert records.all() == (state(step="agent"),)


def test_newest_first_in_any_time_zone(path: Path) -> None:
    west = dt.timezone(dt.timedelta(hours=-8))
    hour = dt.timedelta(hours=1)
    records = SqliteRecords(path)
    oldest = state("oldest", created=(CREATED - hour).astimezone(west))
    newest = state("newest", created=(CREATED + hour).astimezone(west))
    for each in (state("middle"), newest, oldest):
        records.save(each)

    assert [each.id for each in records.all()] == ["newest", "middle", "oldest"]


def test_deletes_one_and_again(path: Path) -> None:
    records = SqliteRecords(path)
    records.save(state("a"))
    records.save(state("b"))
    records.delete("a")
    records.delete("a")

    assert records.load("a") is None
    assert [each.id for each in records.all()] == ["b"]


def test_looking_creates_nothing(path: Path) -> None:
    records = SqliteRecords(path)
    assert records.all() == ()
    assert records.load("a") is None
    records.delete("a")

    assert not path.parent.exists()


def test_text_that_json_cannot_carry(path: Path) -> None:
    records = SqliteRecords(path)
    records.save(state(findings={"s": (finding(found="half \ud83d of a pair, \0"),)}))

    (found,) = records.all()
    assert found.findings["s"][0].found == "half \ufffd of a pair, \0"


@posix_only
def test_only_this_user_may_read(path: Path) -> None:
    earlier = os.umask(0)
    try:
        SqliteRecords(path).save(state())
        with closing(sqlite3.connect(path)) as other:  # keeps SQLite's further files there
            other.execute("SELECT id FROM setups").fetchall()
            SqliteRecords(path).save(state())
            files = list(path.parent.iterdir())
            modes = {stat.S_IMODE(file.stat().st_mode) for file in files}
    finally:
        os.umask(earlier)

    assert len(files) == 3
    assert modes == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_saves_reach_the_disk(path: Path) -> None:
    with Database(path).changing() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


# ---- what stays out


def test_answer_with_a_secret_is_refused(path: Path) -> None:
    records = SqliteRecords(path)
    records.save(state())
    with pytest.raises(ProblemError) as error:
        records.save(state(answers={"client_id": f" {PAIR}\n"}))

    assert code_of(error) == "records.secret"
    assert error.value.problem.detail == "client_id"
    assert PAIR not in repr(error.value.problem)
    assert records.all() == (state(),)


def test_answer_with_a_known_secret_is_refused(path: Path) -> None:
    redactor = Redactor()
    redactor.know(Secret("correct horse"))
    with pytest.raises(ProblemError) as error:
        SqliteRecords(path, redactor).save(state(answers={"note": "the correct horse"}))

    assert code_of(error) == "records.secret"
    assert not path.exists()


def test_findings_are_saved_without_secrets(path: Path) -> None:
    redactor = Redactor()
    redactor.know(Secret("correct horse"))
    told = finding(evidence=(f"body: {PAIR}", "client_secret=abc", "correct horse"), found=PAIR)
    SqliteRecords(path, redactor).save(state(findings={"s": (told,)}))

    stored = everything_in(path.parent)
    assert PAIR.encode() not in stored
    assert b"abc" not in stored
    assert b"correct horse" not in stored
    (found,) = SqliteRecords(path).all()
    assert found.findings["s"][0].found == HIDDEN
    assert found.findings["s"][0].requirement == told.requirement


# ---- files that are refused


def test_newer_file_is_left_as_it_is(path: Path) -> None:
    SqliteRecords(path).save(state())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = everything_in(path.parent)

    records = SqliteRecords(path)
    for work in (records.all, lambda: records.save(state("b")), lambda: records.delete("a")):
        with pytest.raises(ProblemError) as error:
            work()
        assert code_of(error) == "records.newer"
    assert everything_in(path.parent) == before


def damage_everything(content: bytes) -> bytes:
    return b"no database at all" * 100


def damage_the_middle(content: bytes) -> bytes:
    return content[:4096] + b"\xff" * 4096 + content[8192:]


def cut_in_half(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize("damage", [damage_everything, damage_the_middle, cut_in_half])
def test_damaged_file_is_left_as_it_is(path: Path, damage: object) -> None:
    assert callable(damage)
    records = SqliteRecords(path)
    for number in range(50):
        records.save(state(str(number), answers={"filler": "x y " * 200}))
    path.write_bytes(damage(path.read_bytes()))
    before = everything_in(path.parent)

    again = SqliteRecords(path)
    for work in (again.all, lambda: again.save(state("b")), lambda: again.delete("a")):
        with pytest.raises(ProblemError) as error:
            work()
        assert code_of(error) == "records.damaged"
    assert everything_in(path.parent) == before


@pytest.mark.parametrize("row", [b"{", b"{}", b'{"id": 5}', b"\xff"])
def test_row_that_is_no_state(path: Path, row: bytes) -> None:
    SqliteRecords(path).save(state())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE setups SET state = ?", (row,))

    with pytest.raises(ProblemError) as error:
        SqliteRecords(path).all()
    assert code_of(error) == "records.damaged"


def test_database_of_another_program(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE setups (other)")

    with pytest.raises(ProblemError) as error:
        SqliteRecords(path).save(state())
    assert code_of(error) == "records.damaged"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)


def test_folder_where_the_file_should_be(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(ProblemError) as error:
        SqliteRecords(path).save(state())
    assert code_of(error) == "records.unwritable"


def test_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(ProblemError) as error:
        SqliteRecords(tmp_path / "data" / "setups.sqlite3").save(state())
    assert code_of(error) == "records.unwritable"


# ---- the schema


def test_old_file_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SqliteRecords(path).save(state())
    one_more = (*module.MIGRATIONS, ("ALTER TABLE setups ADD COLUMN note TEXT DEFAULT 'new'",))
    monkeypatch.setattr(module, "MIGRATIONS", one_more)

    assert SqliteRecords(path).all() == (state(),)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT note FROM setups").fetchone() == ("new",)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(one_more),)


def test_failed_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SqliteRecords(path).save(state())
    broken = (*module.MIGRATIONS, ("DELETE FROM setups", "ALTER TABLE nothing ADD COLUMN x"))
    with monkeypatch.context() as patch:
        patch.setattr(module, "MIGRATIONS", broken)
        with pytest.raises(ProblemError):
            SqliteRecords(path).save(state("b"))

    assert SqliteRecords(path).all() == (state(),)


def test_address_with_odd_characters(tmp_path: Path) -> None:
    odd = "ä b#c%20" if sys.platform == "win32" else "ä b?mode=ro#c%20"
    records = SqliteRecords(tmp_path / odd / "setups.sqlite3")
    records.save(state())

    assert records.all() == (state(),)
