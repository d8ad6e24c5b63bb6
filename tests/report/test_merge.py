"""Results of several machines put together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.outcomes import STARTED, failed, finding, outcome
from wizard.checks.findings import State
from wizard.fleet.outcome import Outcome
from wizard.report.document import outcome_line
from wizard.report.merge import Merged, merged
from wizard.report.sheet import Sheet, exit_code


def file(*many: Outcome, version: str = "1") -> bytes:
    return "".join(f"{outcome_line(each, version)}\n" for each in many).encode()


def later(one: Outcome, hours: float) -> Outcome:
    assert one.report is not None
    at = one.report.checked_at + dt.timedelta(hours=hours)
    return replace(one, report=replace(one.report, checked_at=at))


def names(found: Merged) -> list[str]:
    return sorted(each.outcome.setup_id for each in found.sheets)


def test_shards_become_one_fleet() -> None:
    one, two = file(outcome(), outcome(setup_id="b")), file(outcome(setup_id="c"), version="2")
    found = merged([("1.jsonl", one), ("2.jsonl", two)])
    assert names(found) == ["a", "b", "c"]
    assert [each.program for each in found.sheets] == ["1", "1", "2"]
    assert (found.remarks, found.wrong) == ((), ())


@pytest.mark.parametrize("turned", [False, True])
def test_of_a_setup_that_is_there_twice_the_newest_counts(turned: bool) -> None:
    old, new = outcome(finding("token", State.MISSING)), later(outcome(), 1)
    files = [("1", file(old)), ("2", file(new))]
    found = merged(files[::-1] if turned else files)
    assert [each.outcome for each in found.sheets] == [new]
    assert found.remarks == (
        "liongard@acme.halopsa.com was in the files more than once: the newest result counts.",
    )


def test_a_setup_that_could_not_be_checked_later_counts_as_that() -> None:
    gone = failed(started=STARTED + dt.timedelta(days=1))
    assert merged([("1", file(gone, outcome()))]).sheets[0].outcome == gone


def test_wrong_lines_are_named_and_lose_no_others() -> None:
    content = (
        b"\n{oops\n" + file(outcome()) + b'{"schema": 9}\r\n\r\n' + file(outcome(setup_id="b"))
    )
    found = merged([("shard.jsonl", content), ("other", b"\xff\xfe\x00")])
    assert names(found) == ["a", "b"]
    assert [each.split(": ")[0] for each in found.wrong] == [
        "shard.jsonl:2",
        "shard.jsonl:4",
        "other:1",
    ]
    assert found.remarks == ("Lines of the files that could not be read: 3",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_may_be_as_powershell_writes_it(encoding: str) -> None:
    content = file(outcome(version="2.1 – ü")).decode().replace("\n", "\r\n").encode(encoding)
    found = merged([("1", content)])
    assert (names(found), found.wrong) == (["a"], ())


@given(st.binary(max_size=200))
def test_no_file_is_too_odd(content: bytes) -> None:
    found = merged([("odd", content), ("good", file(outcome()))])
    assert names(found) == ["a"]


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ((), 0),
        ((State.MET, State.EXCESS), 0),
        ((State.MET, State.UNKNOWN), 3),
        ((State.UNKNOWN, State.MISSING, State.MET), 1),
        ((State.MISSING, None), 4),
    ],
)
def test_the_worst_setup_gives_the_exit_code(states: tuple[State | None, ...], code: int) -> None:
    found = [failed() if each is None else outcome(finding("token", each)) for each in states]
    assert exit_code([Sheet(each, "1") for each in found]) == code
