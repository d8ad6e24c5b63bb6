"""Outcomes as lines of JSON, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from tests.report.outcomes import failed, finding, outcome, outcomes
from wizard.checks.findings import State
from wizard.fleet.outcome import Outcome
from wizard.problems import ProblemError
from wizard.report.document import document, outcome_document, outcome_line, read_line, read_outcome

TOKEN = {
    "requirement": "token", "state": "met", "layer": "token", "wanted": "a", "found": "b",
}  # fmt: skip
LOST = {
    "kind": "lost", "requirement": "token", "state": "missing", "then": None, "now": None,
    "since": "2026-03-01T09:00:00Z",
}  # fmt: skip
CHANGED = [
    ("schema", 2),
    ("schema", "1"),
    ("setup", None),
    ("started", "2026-11-22T06:00:02"),
    ("started", "yesterday"),
    ("profile", None),
    ("profile_date", None),
    ("instance", None),
    ("checked_at", "2026-11-22T06:00:02"),
    ("findings", []),
    ("findings", [{"requirement": "token"}]),
    ("drift", [{"kind": "lost"}]),
    ("drift", ["lost"]),
    ("before", 130),
    ("findings", [TOKEN, TOKEN]),
    ("drift", [LOST | {"weight": "accepted"}]),
    ("drift", [LOST | {"weight": "open", "guides": ["2026-01-01", "2026-02-01"]}]),
    ("drift", [LOST | {"weight": "open", "since": "2026-03-01T09:00:00"}]),
    ("confirmed", [{"requirement": "token", "person": "Ada", "at": "2026-11-22T06:00:02"}]),
]


@given(outcomes)
def test_what_is_written_is_read_again(written: Outcome) -> None:
    line = outcome_line(written, "1.2.3")
    assert len(line.splitlines()) == 1
    assert read_line(line) == (written, "1.2.3")


def test_an_outcome_holds_all_keys_of_a_check() -> None:
    one = outcome(finding("token"), finding("scope:all", State.EXCESS))
    assert one.report is not None
    of_check = document(one.report, "1")
    built = outcome_document(one, "1")
    assert {key: built[key] for key in of_check} == of_check
    assert set(outcome_document(failed(), "1")) == set(built)


def test_what_could_not_be_looked_at_says_why() -> None:
    built = outcome_document(failed("profile.not_found"), "1")
    assert (built["exit_code"], built["profile"], built["findings"]) == (4, None, [])
    assert built["failed"]["code"] == "profile.not_found"
    assert built["failed"]["remedy"]


def test_what_was_never_checked_is_unknown() -> None:
    assert outcome_document(failed("report.unchecked"), "1")["exit_code"] == 3


@pytest.mark.parametrize(("key", "value"), CHANGED)
def test_a_line_that_is_off_is_refused(key: str, value: object) -> None:
    line = json.dumps(outcome_document(outcome(), "1") | {key: value})
    with pytest.raises(ProblemError) as caught:
        read_outcome(line)
    assert caught.value.problem.code == "report.line"
    assert caught.value.problem.detail


def test_a_drift_as_it_should_be_is_read() -> None:
    line = json.dumps(outcome_document(outcome(), "1") | {"drift": [LOST | {"weight": "open"}]})
    assert len(read_outcome(line).drifts) == 1


@pytest.mark.parametrize("line", ["", "{", "[]", "null", "[" * 100_000, b"\xff", '{"schema": 1}'])
def test_what_is_no_outcome_is_refused(line: str | bytes) -> None:
    with pytest.raises(ProblemError, match=r"report\.line"):
        read_outcome(line)


def test_keys_of_a_later_version_are_passed_over() -> None:
    built: dict[str, Any] = outcome_document(outcome(), "9")
    built["findings"][0]["colour"] = "blue"
    assert read_outcome(json.dumps(built | {"weather": "fine"})) == outcome()


def test_a_problem_of_a_later_version_keeps_its_words() -> None:
    built = outcome_document(failed(), "9")
    built["failed"] = {"code": "moon.full", "happened": "The moon is full.", "detail": "100 %"}
    told = read_outcome(json.dumps(built)).failed
    assert told is not None
    assert told.detail == "moon.full: The moon is full. 100 %"
