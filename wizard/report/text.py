"""Findings as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wizard.checks.findings import Finding, KnownBy, Report, State

MARKS = {State.MET: "✓", State.MISSING: "✗", State.EXCESS: "+", State.UNKNOWN: "?"}
_ORDER = (State.MISSING, State.UNKNOWN, State.EXCESS, State.MET)


def finding_lines(finding: Finding) -> Iterator[str]:
    """Give the lines of one finding: what, how it stands, and what to do."""
    state = finding.state.value
    if finding.known_by is KnownBy.PROVEN:
        state += ", proven"
    if finding.known_by is KnownBy.PERSON:
        state += ", confirmed by a person"
    yield clean(f"  {MARKS[finding.state]} {finding.requirement}: {finding.found} ({state})")
    if finding.state is State.MISSING and finding.requirement.startswith("probe:"):
        yield clean(f"      {finding.evidence[0]}")  # the sentence that joins the layers
    if finding.state in (State.MISSING, State.UNKNOWN):
        if finding.because:
            yield clean(f"      because of {finding.because}")
        elif finding.remedy:
            yield clean(f"      wanted: {finding.wanted}")
            yield clean(f"      {finding.remedy}")


def findings_text(findings: Iterable[Finding]) -> str:
    """Give the findings as lines, in the order given."""
    return "\n".join(line for finding in findings for line in finding_lines(finding))


def report_text(report: Report) -> str:
    """Give a report: what needs a hand first, then the counts."""
    ranked = sorted(report.findings, key=lambda finding: _ORDER.index(finding.state))
    head = clean(f"{report.profile} on {report.instance}")
    return f"{head}\n{findings_text(ranked)}\n{summary_text(report)}"


def summary_text(report: Report) -> str:
    """Give the counts in one line."""
    counts = report.summary()
    return ", ".join(f"{counts[state]} {state.value}" for state in State)


def clean(line: str) -> str:
    """Take out control characters: names come from the tenant."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
