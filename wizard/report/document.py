"""A report as the JSON document of the contract, schema 1."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from wizard.checks.findings import Report

SCHEMA = 1


def document(report: Report, version: str) -> dict[str, Any]:
    """Give the document: what was checked, every finding, and how many of each state."""
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
