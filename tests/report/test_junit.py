"""Results as JUnit XML, in the shape that Jenkins and others read."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.hostile import HOSTILE, full_of
from tests.report.outcomes import failed, finding, outcome, outcomes
from wizard.checks.findings import ExitCode, KnownBy, State
from wizard.fleet.outcome import Outcome
from wizard.report.junit import as_junit
from wizard.report.plain import plain
from wizard.report.sheet import Sheet

# The common part of Jenkins' junit-10.xsd and of Ant's: which element may stand where, with what.
_COUNTS = {"tests", "failures", "errors", "skipped"}
_SUITE = {"name", "id", "package", "hostname", "timestamp", "time"} | _COUNTS
_SHAPE = {
    "testsuites": ({"name"} | _COUNTS, ["testsuite"]),
    "testsuite": (_SUITE, ["properties", "testcase"]),
    "properties": (set(), ["property"]),
    "property": ({"name", "value"}, []),
    "testcase": ({"name", "classname", "time"}, ["skipped", "error", "failure"]),
    "failure": ({"message", "type"}, []),
    "error": ({"message", "type"}, []),
    "skipped": ({"message"}, []),
}
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


def written(*many: Outcome) -> ET.Element:
    text = as_junit([Sheet(each, "1.2.3") for each in many])
    root = ET.fromstring(text.encode())  # noqa: S314 - our own text
    _assert_shape(root)
    return root


def _assert_shape(root: ET.Element) -> None:
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = _SHAPE[element.tag]
        assert set(element.keys()) == attributes
        places = [children.index(child.tag) for child in element]  # ValueError: not allowed there
        assert places == sorted(places)
        if element.tag == "testcase":
            assert len(element) <= 1
    for suite in root:
        assert _TIMESTAMP.fullmatch(suite.get("timestamp", ""))
        assert float(suite.get("time", "")) >= 0
        assert _counted(suite) == {name: int(suite.get(name, "")) for name in _COUNTS}
    sums = {name: sum(int(suite.get(name, "")) for suite in root) for name in _COUNTS}
    assert sums == {name: int(root.get(name, "")) for name in _COUNTS}


def _counted(suite: ET.Element) -> dict[str, int]:
    tags = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    return {name: sum(1 for _ in suite.iter(tag)) for name, tag in tags.items()}


def test_every_requirement_is_a_testcase() -> None:
    said = finding("d", State.UNKNOWN, known_by=KnownBy.PERSON, evidence=("confirmed by Ada",))
    root = written(
        outcome(
            finding("a"),
            finding("permission:b", State.MISSING, found="No", remedy="Set it."),
            finding("c", State.UNKNOWN),
            said,
            finding("e", State.EXCESS),
        )
    )
    results = {
        case.get("name"): [(result.tag, result.get("type")) for result in case]
        for case in root.iter("testcase")
    }
    assert results == {
        "a": [],
        "permission:b": [("failure", "missing")],
        "c": [("error", "unknown")],
        "d": [("skipped", None)],
        "e": [],
    }
    failure = next(root.iter("failure"))
    assert failure.get("message") == "b: No"
    assert failure.text is not None
    assert "Set it." in failure.text


def test_a_suite_tells_of_its_setup() -> None:
    suite = written(outcome())[0]
    assert suite.get("name") == "liongard@acme.halopsa.com"
    assert suite.get("timestamp") == "2026-11-22T06:00:02"
    assert suite.get("time") == "7.000"
    assert {each.get("name"): each.get("value") for each in suite.iter("property")} == {
        "setup": "a",
        "started": "2026-11-22T06:00:02+00:00",
        "tool_version": "1.2.3",
        "exit_code": "0",
        "profile": "liongard",
        "profile_date": "2026-11-20",
        "instance": "https://acme.halopsa.com",
        "checked_at": "2026-11-22T06:00:09+00:00",
        "version": "2.184.1",
    }


@pytest.mark.parametrize("code", ["internal", "report.unchecked"])
def test_what_was_not_looked_at_is_an_error(code: str) -> None:
    error = next(written(failed(code)).iter("error"))
    assert error.get("type") == code


@given(st.lists(outcomes, max_size=3))
def test_nothing_that_is_not_clean_looks_green(many: list[Outcome]) -> None:
    for suite, one in zip(written(*many), many, strict=True):
        red = int(suite.get("failures", "")) + int(suite.get("errors", ""))
        confirmed = int(suite.get("skipped", ""))
        assert (one.exit_code == ExitCode.CLEAN) == (red + confirmed == 0)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_a_tenants_text_is_valid_xml(text: str) -> None:
    suite = written(full_of(text))[0]
    assert suite.get("name") == plain(text)
