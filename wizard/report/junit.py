"""Results as JUnit XML, which CI systems show as tests.

What is unknown is an error there, not skipped: a skipped test looks as good as a passed one, and
unknown is not. What a person confirmed is skipped: nobody but a person can test it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.words import LAYERS, requirement
from wizard.language import tr
from wizard.report.plain import plain
from wizard.report.sheet import Sheet

# Times without a zone, as the common schema has them: they are UTC.
_TIME = "%Y-%m-%dT%H:%M:%S"


def as_junit(sheets: Iterable[Sheet]) -> str:
    """Give a testsuite a setup, with a testcase a requirement."""
    root = ET.Element("testsuites", {"name": "halo-setup"})
    totals: Counter[str] = Counter()
    for at, sheet in enumerate(sheets):
        suite = _suite(sheet, at)
        root.append(suite)
        for name in ("tests", "failures", "errors", "skipped"):
            totals[name] += int(suite.get(name, "0"))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(totals[name]))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(sheet: Sheet, at: int) -> ET.Element:
    outcome, report = sheet.outcome, sheet.outcome.report
    cases = [_case(sheet, each) for each in sheet.findings] or [_failed(sheet)]
    results = Counter(result.tag for case in cases for result in case)
    seconds = (report.checked_at - outcome.started).total_seconds() if report else 0.0
    suite = ET.Element(
        "testsuite",
        {
            "name": plain(outcome.name),
            "id": str(at),
            "package": plain(sheet.integration),
            "hostname": plain(sheet.instance),
            "timestamp": outcome.started.astimezone(dt.UTC).strftime(_TIME),
            "time": f"{max(0.0, seconds):.3f}",
            "tests": str(len(cases)),
            "failures": str(results["failure"]),
            "errors": str(results["error"]),
            "skipped": str(results["skipped"]),
        },
    )
    properties = ET.SubElement(suite, "properties")
    for name, value in _properties(sheet):
        ET.SubElement(properties, "property", {"name": name, "value": plain(value)})
    suite.extend(cases)
    return suite


def _properties(sheet: Sheet) -> Iterator[tuple[str, str]]:
    outcome, report = sheet.outcome, sheet.outcome.report
    yield "setup", outcome.setup_id
    yield "started", outcome.started.isoformat()
    yield "tool_version", sheet.program
    yield "exit_code", str(outcome.exit_code)
    if report is not None:
        yield "profile", report.profile
        yield "profile_date", report.profile_date.isoformat()
        yield "instance", report.instance
        yield "checked_at", report.checked_at.isoformat()
    if outcome.version is not None:
        yield "version", outcome.version


def _case(sheet: Sheet, finding: Finding) -> ET.Element:
    case = _bare(sheet, finding.requirement)
    if finding.state is State.MISSING:
        _add(case, "failure", finding)
    elif finding.state is State.UNKNOWN and finding.known_by is KnownBy.PERSON:
        ET.SubElement(case, "skipped", {"message": plain(" ".join(finding.evidence[-1:]))})
    elif finding.state is State.UNKNOWN:
        _add(case, "error", finding)
    return case


def _add(case: ET.Element, kind: str, finding: Finding) -> None:
    message = plain(f"{requirement(finding.requirement)[1]}: {finding.found}")
    result = ET.SubElement(case, kind, {"message": message, "type": finding.state.value})
    said = [
        tr("wanted: {value}", value=finding.wanted),
        tr("found: {value}", value=finding.found),
        *finding.evidence,
        finding.remedy,
        tr("Follows from: {requirement}", requirement=finding.because) if finding.because else "",
        tr(LAYERS[finding.layer]),
    ]
    result.text = "\n".join(plain(each) for each in said if each)


def _failed(sheet: Sheet) -> ET.Element:
    """Give the one testcase of a setup of which nothing could be looked at."""
    case, failed = _bare(sheet, "check"), sheet.outcome.failed
    if failed is not None:
        result = ET.SubElement(
            case, "error", {"message": plain(failed.happened), "type": failed.code}
        )
        result.text = "\n".join(plain(each) for each in (failed.remedy, failed.detail) if each)
    return case


def _bare(sheet: Sheet, name: str) -> ET.Element:
    names = {"name": plain(name), "classname": plain(sheet.outcome.name), "time": "0.000"}
    return ET.Element("testcase", names)
