"""Reports and outcomes as the JSON documents of the contract, schema 1, and back again.

`check` prints one indented document. `recheck` prints JSON Lines, one outcome a line: the same
keys, and beside them `setup, name, started, exit_code, before, drift, failed, unkept, guide,
version` (of HaloPSA) `, confirmed`. Where nothing could be looked at, `profile`, `profile_date`,
`instance` and `checked_at` are null, and `failed` says why.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any, Literal

import msgspec

from wizard.checks.acceptance import Accepted, Weighed, Weight
from wizard.checks.drift import Drift, DriftKind
from wizard.checks.findings import Finding, Report, State
from wizard.fleet.outcome import Outcome
from wizard.problems import Problem, ProblemError, known_codes, problem
from wizard.profiles.schema import Source
from wizard.setup.state import Confirmation

SCHEMA = 1


def document(report: Report, version: str) -> dict[str, Any]:
    """Give the document: what was checked, every finding, and how many of each state.

    `version` is that of this program.
    """
    return {
        "schema": SCHEMA,
        "profile": report.profile,
        "profile_date": report.profile_date.isoformat(),
        "instance": report.instance,
        "checked_at": report.checked_at.isoformat(),
        "tool_version": version,
        "findings": [dataclasses.asdict(finding) for finding in report.findings],
        "summary": {state.value: count for state, count in report.summary().items()},
    }


def as_json(report: Report, version: str) -> str:
    """Give the document as text, one object, indented."""
    return json.dumps(document(report, version), indent=2, ensure_ascii=False)


def outcome_document(outcome: Outcome, version: str) -> dict[str, Any]:
    """Give the document of a re-checked setup; `version` is that of the program that checked it."""
    return {
        **(_nothing(version) if outcome.report is None else document(outcome.report, version)),
        "setup": outcome.setup_id,
        "name": outcome.name,
        "started": outcome.started.isoformat(),
        "exit_code": outcome.exit_code,
        "before": outcome.before,
        "drift": [_drift(each) for each in outcome.drifts],
        "failed": _failure(outcome.failed),
        "unkept": _failure(outcome.unkept),
        "guide": msgspec.to_builtins(outcome.guide),
        "version": outcome.version,
        "confirmed": [
            {"requirement": requirement, "person": word.person, "at": word.at.isoformat()}
            for requirement, word in outcome.confirmed
        ],
    }


def outcome_line(outcome: Outcome, version: str) -> str:
    """Give the document as one line of JSON, without its end."""
    # In ASCII, so that no character of a tenant's can end the line for anybody who splits it.
    return json.dumps(outcome_document(outcome, version))


def read_outcome(line: str | bytes) -> Outcome:
    """Give back what `outcome_line` wrote; keys that a later version added are passed over.

    Raises ProblemError `report.line`, whose detail says what is wrong with the line.
    """
    return read_line(line)[0]


def read_line(line: str | bytes) -> tuple[Outcome, str]:
    """Give back an outcome, and the version of the program that found it.

    Raises ProblemError as `read_outcome` does.
    """
    try:
        read = msgspec.json.decode(line, type=_Line)
        return _outcome(read), read.tool_version
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise ProblemError(problem("report.line", str(error)[:300])) from error


def _nothing(version: str) -> dict[str, Any]:
    """Give the keys of a report where there is none."""
    return {
        "schema": SCHEMA,
        "profile": None,
        "profile_date": None,
        "instance": None,
        "checked_at": None,
        "tool_version": version,
        "findings": [],
        "summary": {state.value: 0 for state in State},
    }


def _drift(weighed: Weighed) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(weighed.drift)
    accepted = msgspec.to_builtins(weighed.accepted)
    return {**built, "weight": weighed.weight.value, "counts": weighed.counts, "accepted": accepted}


def _failure(failed: Problem | None) -> dict[str, str] | None:
    if failed is None:
        return None
    return {
        "code": failed.code,
        "layer": failed.layer.value,
        "detail": failed.detail,
        "happened": failed.happened,
        "remedy": failed.remedy,
    }


class _Failure(msgspec.Struct):
    code: str
    detail: str = ""
    happened: str = ""


class _Drift(msgspec.Struct):
    """What stands beside the keys of a `Drift`, which are read on their own."""

    weight: Weight
    accepted: Accepted | None = None


class _Confirmed(msgspec.Struct):
    requirement: str
    person: str
    at: dt.datetime


class _Line(msgspec.Struct):
    schema: int
    setup: str
    name: str
    started: dt.datetime
    tool_version: str
    profile: str | None
    profile_date: dt.date | None
    instance: str | None
    checked_at: dt.datetime | None
    findings: tuple[Finding, ...]
    before: Literal[0, 1, 3, 4] | None = None
    drift: tuple[dict[str, Any], ...] = ()
    failed: _Failure | None = None
    unkept: _Failure | None = None
    guide: Source | None = None
    version: str | None = None
    confirmed: tuple[_Confirmed, ...] = ()


def _outcome(line: _Line) -> Outcome:
    if line.schema != SCHEMA:
        raise msgspec.ValidationError(f"schema {line.schema} instead of {SCHEMA}")
    report = _report(line)
    if report is None and line.failed is None:
        raise msgspec.ValidationError("neither a report nor a reason why there is none")
    return Outcome(
        setup_id=line.setup,
        name=line.name,
        started=_zoned(line.started),
        report=report,
        drifts=tuple(_weighed(each) for each in line.drift),
        before=line.before,
        failed=_problem(line.failed),
        unkept=_problem(line.unkept),
        guide=line.guide,
        version=line.version,
        confirmed=tuple(
            (each.requirement, Confirmation(each.person, _zoned(each.at)))
            for each in line.confirmed
        ),
    )


def _report(line: _Line) -> Report | None:
    if line.profile is None:
        return None
    if line.profile_date is None or line.instance is None or line.checked_at is None:
        raise msgspec.ValidationError("profile_date, instance or checked_at is missing")
    if not line.findings:
        # An empty list would count as "nothing is missing".
        raise msgspec.ValidationError("a report without findings")
    if len({each.requirement for each in line.findings}) < len(line.findings):
        raise msgspec.ValidationError("two findings of one requirement")
    at = _zoned(line.checked_at)
    return Report(line.profile, line.profile_date, line.instance, at, line.findings)


def _weighed(read: dict[str, Any]) -> Weighed:
    drift, beside = msgspec.convert(read, Drift), msgspec.convert(read, _Drift)
    _zoned(drift.since)
    if drift.guides is not None and drift.kind not in (DriftKind.ASKED, DriftKind.DROPPED):
        raise msgspec.ValidationError("guides of a drift that no guide made")
    if (beside.weight is Weight.OPEN) != (beside.accepted is None):
        raise msgspec.ValidationError("a weight that does not go with what was accepted")
    if beside.accepted is not None:
        _zoned(beside.accepted.at)
    return Weighed(drift, beside.weight, beside.accepted)


def _zoned(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        raise msgspec.ValidationError("a time without its zone")
    return moment


def _problem(failure: _Failure | None) -> Problem | None:
    if failure is None:
        return None
    if failure.code in known_codes():
        return problem(failure.code, failure.detail)
    # A later version knows what went wrong; its own words are all that there is.
    said = f"{failure.code}: {failure.happened} {failure.detail}".strip()
    return problem("internal", said)
