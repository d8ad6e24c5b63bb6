"""The history of setups: runs, the last good state, what persons said, and what is kept of it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.checks.snapshots import DAY, MARCH, SCOPE, TICKETS, check, finding, histories, unreadable
from tests.store.runs import run
from tests.store.states import state
from tests.store.test_records import PAIR, everything_in
from wizard.checks.acceptance import Accepted, Weight, accept, weigh
from wizard.checks.baseline import carried
from wizard.checks.drift import DriftKind, compare
from wizard.checks.findings import State
from wizard.checks.snapshots import Check, TokenAgent
from wizard.problems import ProblemError
from wizard.secret import Secret
from wizard.setup.state import Confirmation
from wizard.store.history import History
from wizard.store.records import SqliteRecords
from wizard.store.redaction import HIDDEN, Redactor


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "setups.sqlite3"
    SqliteRecords(path).save(state("a"))
    SqliteRecords(path).save(state("b"))
    return path


@pytest.fixture
def history(path: Path) -> History:
    return History(path)


def lost(days: float = 1, value: str | None = "Read Only") -> Check:
    return check(finding(TICKETS, State.MISSING, value), days=days)


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return int(number)


# ---- runs


def test_gives_back_every_field(history: History) -> None:
    east = dt.timezone(dt.timedelta(hours=5, minutes=45))
    found = finding(
        SCOPE, State.MISSING, "Read Only", evidence=("seen",), remedy="Mend.", because=TICKETS
    )
    seen = replace(check(found, days=3), at=(MARCH + DAY).astimezone(east))
    first = run(check=replace(seen, agent=TokenAgent(None, "Ada")), exit_code=1)
    second = run(check=check(days=4, version="2.190.0"), program="0.2.0")
    written = [history.write(each) for each in (first, second)]

    assert history.runs("a") == (written[1], written[0])
    assert replace(written[0], drifts=()) == first
    assert written[0].check.at.utcoffset() == east.utcoffset(None)
    assert [each.kind for each in written[1].drifts] == [DriftKind.VERSION]
    assert replace(written[1], drifts=()) == second


@given(checks=histories(3))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_gives_back_any_run_and_carries_on_as_the_rules_say(
    path: Path, checks: list[Check]
) -> None:
    SqliteRecords(path).delete("a")
    SqliteRecords(path).save(state("a"))
    good = None
    for each in checks:
        written = History(path).write(run(check=each))
        assert written == run(check=each, drifts=compare(good, each).drifts)
        assert History(path).runs("a", 1) == (written,)
        good = carried(good, each)
        assert History(path).last_good("a") == good


def test_newest_first_whatever_the_order_of_writing(history: History) -> None:
    for days in (2, 5, 1):
        history.write(run(days=days))
    history.write(run("b", days=9))
    assert [each.check.at for each in history.runs("a")] == [MARCH + n * DAY for n in (5, 2, 1)]
    assert [each.check.at for each in history.runs("a", 2)] == [MARCH + n * DAY for n in (5, 2)]
    newest = {name: each.check.at for name, each in history.newest().items()}
    assert newest == {"a": MARCH + 5 * DAY, "b": MARCH + 9 * DAY}


def test_looking_creates_nothing(tmp_path: Path) -> None:
    history = History(tmp_path / "data" / "setups.sqlite3")
    assert (history.runs("a"), history.accepted("a"), history.confirmations("a")) == ((), (), ())
    assert history.newest() == history.every_accepted() == history.exit_codes_before() == {}
    assert history.last_good("a") is None
    assert not (tmp_path / "data").exists()


def test_a_run_is_written_as_a_whole_or_not_at_all(path: Path) -> None:
    history = History(path)
    history.write(run())
    before = (history.runs("a"), history.last_good("a"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER broken BEFORE UPDATE ON last_good BEGIN SELECT RAISE(ABORT, ''); END"
        )
    with pytest.raises(ProblemError) as caught:
        history.write(run(check=lost()))
    assert caught.value.problem.code == "history.unwritable"
    assert (history.runs("a"), history.last_good("a")) == before


def test_equal_findings_are_kept_once(path: Path, history: History) -> None:
    for days in range(5):
        history.write(run(days=days))
        history.write(run("b", days=days))
    history.write(run(check=lost(6)))
    assert count(path, "runs") == 11
    assert count(path, "findings") == 2


def test_a_setup_that_was_deleted_meanwhile_gets_no_history(path: Path, history: History) -> None:
    SqliteRecords(path).delete("a")
    works: list[Callable[[], object]] = [
        lambda: history.write(run()),
        lambda: history.confirm("a", TICKETS, Confirmation("Ada", MARCH)),
    ]
    for work in works:
        with pytest.raises(ProblemError) as caught:
            work()
        assert caught.value.problem.code == "history.no_setup"
    assert count(path, "runs") == 0


def test_the_history_goes_with_its_setup(path: Path, history: History) -> None:
    written = history.write(run())
    history.write(run("b"))
    history.write(run(check=lost()))
    history.accept("a", accepted(history))
    history.confirm("a", TICKETS, Confirmation("Ada", MARCH))
    SqliteRecords(path).save(state("a", step="proof"))  # saving it anew takes nothing away
    assert len(history.runs("a")) == 2

    SqliteRecords(path).delete("a")
    assert (history.runs("a"), history.last_good("a"), history.accepted("a")) == ((), None, ())
    assert history.confirmations("a") == ()
    assert len(history.runs("b")) == 1
    assert (count(path, "runs"), count(path, "findings")) == (1, 1)
    assert history.runs("b")[0].check.findings == written.check.findings


# ---- the last good state


def test_what_got_worse_leaves_the_last_good_state(history: History) -> None:
    history.write(run())
    drifts = history.write(run(check=lost())).drifts
    assert [(each.kind, each.since) for each in drifts] == [(DriftKind.LOST, MARCH)]
    assert history.write(run(check=unreadable(2), exit_code=3)).drifts == ()
    again = history.write(run(check=lost(3))).drifts
    assert again == drifts
    good = history.last_good("a")
    assert good is not None
    assert good.known[TICKETS].state is State.MET
    assert good.known[TICKETS].at == MARCH


def test_a_setup_that_was_never_read_has_none(history: History) -> None:
    history.write(run(check=unreadable()))
    assert history.last_good("a") is None
    assert len(history.runs("a")) == 1


# ---- what persons said


def accepted(history: History, **changes: object) -> Accepted:
    drift = history.runs("a")[0].drifts[0]
    values = {"reason": "As agreed", "person": "Ada", "at": MARCH, "until": MARCH.date() + 9 * DAY}
    return replace(accept(drift, **values), **changes)  # type: ignore[arg-type]


def test_accepted_drift_stays_until_it_is_mended(history: History) -> None:
    history.write(run())
    history.write(run(check=lost()))
    word = accepted(history)
    history.accept("a", word)
    for seen in (unreadable(2), lost(3), lost(4, "No Access"), lost(20)):
        history.write(run(check=seen))
        assert history.accepted("a") == (word,)
    drifts = history.runs("a", 1)[0].drifts
    (weighed,) = weigh(drifts, history.accepted("a"), dt.date(2026, 3, 5))
    assert weighed.weight is Weight.ACCEPTED
    assert history.accepted("b") == ()

    history.write(run(days=21))
    assert history.accepted("a") == ()
    history.write(run(check=lost(22)))
    assert history.accepted("a") == ()


def test_an_acceptance_can_be_taken_back(path: Path, history: History) -> None:
    history.write(run())
    (drift,) = history.write(run(check=lost())).drifts
    words = [
        accept(drift, reason=reason, person="Ada", at=MARCH + DAY, until=dt.date(2026, 12, 31))
        for reason in ("the vendor reads only", "until the project ends")
    ]
    for word in words:
        history.accept("a", word)
    history.accept("b", words[0])
    history.unaccept("a", words[0])
    history.unaccept("a", words[0])  # it may be gone already
    assert history.accepted("a") == (words[1],)
    assert history.accepted("b") == (words[0],)
    assert history.every_accepted() == {"a": (words[1],), "b": (words[0],)}


def test_a_run_is_told_with_the_one_before_it_and_what_is_still_accepted(
    path: Path, history: History
) -> None:
    first = history.keep(run(exit_code=3))
    assert (first.before, first.accepted) == (None, ())
    second = history.keep(run(check=lost(), exit_code=1))
    assert (second.before, second.run) == (3, history.runs("a", 1)[0])
    word = accepted(history)
    history.accept("a", word)
    history.accept("b", word)
    third = history.keep(run(check=lost(2), exit_code=1))
    assert (third.before, third.accepted) == (1, (word,))
    assert history.keep(run("b")).before is None
    mended = history.keep(run(days=3))
    assert (mended.before, mended.accepted) == (1, ())


def test_how_the_run_before_the_newest_ended(path: Path, history: History) -> None:
    assert history.exit_codes_before() == {}
    for days, code in ((1, 1), (3, 0), (2, 3)):
        history.write(run(days=days, exit_code=code))
    history.write(run("b", exit_code=1))
    assert history.exit_codes_before() == {"a": 3}


def test_who_confirmed_what(history: History) -> None:
    ada, bob = Confirmation("Ada", MARCH), Confirmation("Bob", MARCH + DAY)
    history.confirm("a", "screen:beta", ada)
    history.confirm("a", TICKETS, bob)
    history.confirm("b", TICKETS, ada)
    assert history.confirmations("a") == (("screen:beta", ada), (TICKETS, bob))


# ---- what stays out


def test_no_secret_is_written(path: Path) -> None:
    redactor = Redactor()
    redactor.know(Secret("correct horse"))
    history = History(path, redactor)
    told = finding(
        TICKETS, State.MET, f"token {PAIR}", evidence=(f"body: {PAIR}", "the correct horse")
    )
    for days in (0, 1):
        seen = check(told, days=days, agent=TokenAgent(1, "correct horse"), version=PAIR)
        written = history.write(run(check=seen))
        assert written.drifts == ()  # hidden things compare with hidden things
    stored = everything_in(path.parent)
    assert PAIR.encode() not in stored
    assert b"correct horse" not in stored
    assert written == history.runs("a")[0]
    assert HIDDEN in written.check.findings[0].found


@pytest.mark.parametrize("field", ["reason", "person"])
def test_a_word_with_a_secret_is_refused(history: History, field: str) -> None:
    history.write(run())
    history.write(run(check=lost()))
    with pytest.raises(ProblemError) as caught:
        history.accept("a", accepted(history, **{field: f"because of {PAIR}"}))
    assert (caught.value.problem.code, caught.value.problem.detail) == ("records.secret", field)
    assert history.accepted("a") == ()


def test_text_that_json_cannot_carry(history: History) -> None:
    odd = finding("scope:half \ud83d", State.EXCESS, "half \ud83d, \0")
    written = history.write(run(check=check(odd)))
    assert history.runs("a") == (written,)
    good = history.last_good("a")
    assert good is not None
    assert good.known["scope:half \ufffd"].value == "half \ufffd, \0"
    assert history.write(run(check=replace(check(odd), at=MARCH + DAY))).drifts == ()


# ---- what is kept


class TestRetention:
    def test_old_runs_go_when_a_newer_one_is_written(self, path: Path) -> None:
        history = History(path, days=10)
        for days in (0, 1, 5, 11):
            history.write(run(check=lost(days)))
        assert [each.check.at for each in history.runs("a")] == [
            MARCH + n * DAY for n in (11, 5, 1)
        ]

    def test_what_they_found_goes_with_them_unless_a_newer_one_found_the_same(
        self, path: Path
    ) -> None:
        history = History(path, days=10)
        history.write(run())
        history.write(run(check=lost(1)))
        history.write(run(days=40))
        assert count(path, "findings") == 1
        assert history.runs("a")[0].check == check(days=40)

    def test_the_last_run_and_the_last_good_state_stay_however_old(self, path: Path) -> None:
        history = History(path, days=10)
        history.write(run())
        history.write(run("b"))
        for days in (300, 600):
            history.write(run(check=unreadable(days)))
        assert [each.check.at for each in history.runs("a")] == [MARCH + 600 * DAY]
        good = history.last_good("a")
        assert good is not None
        assert good.known[TICKETS].at == MARCH
        assert len(history.runs("b")) == 1  # the other setup's only run

    def test_a_late_run_that_is_older_takes_nothing_away(self, path: Path) -> None:
        history = History(path, days=10)
        history.write(run(days=100))
        history.write(run(days=1))
        assert history.runs("a")[0].check.at == MARCH + 100 * DAY


# ---- files that are refused


@pytest.mark.parametrize("table", ["runs", "findings", "last_good", "accepted", "confirmations"])
def test_a_row_that_is_no_record_is_damage(path: Path, table: str) -> None:
    history = History(path)
    history.write(run())
    history.write(run(check=lost()))
    history.accept("a", accepted(history))
    history.confirm("a", TICKETS, Confirmation("Ada", MARCH))
    column = {
        "runs": "run", "findings": "findings", "last_good": "state", "accepted": "accepted",
        "confirmations": "confirmation",
    }[table]  # fmt: skip
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {table} SET {column} = '{{'")  # noqa: S608

    def look() -> object:
        said = history.accepted("a"), history.confirmations("a")
        return history.runs("a"), history.last_good("a"), *said

    with pytest.raises(ProblemError) as caught:
        look()
    assert caught.value.problem.code == "records.damaged"
    assert str(path) in caught.value.problem.detail
    assert len(SqliteRecords(path).all()) == 2  # the setups are still there
