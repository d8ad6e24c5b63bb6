"""Outcomes as plain text for a terminal: one line a setup, then what needs a hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wizard.checks.acceptance import Weighed
from wizard.checks.drift_words import acceptance_sentence, sentence
from wizard.checks.findings import ExitCode, Finding, KnownBy, Report, State
from wizard.fleet.outcome import Outcome
from wizard.report.text import MARKS, clean, finding_lines, summary_text

_HEAD = {
    ExitCode.CLEAN: MARKS[State.MET],
    ExitCode.MISSING: MARKS[State.MISSING],
    ExitCode.UNKNOWN: MARKS[State.UNKNOWN],
    ExitCode.FAILED: "!",
}
_ALIKE = 3  # so many rows with the same cause are told as one


def outcome_text(outcome: Outcome) -> str:
    """Give a re-checked setup: how it stands, what is missing or unknown, and what changed."""
    return "\n".join(_lines(outcome))


def totals_text(outcomes: Iterable[int]) -> str:
    """Count the setups by their exit codes, in one line."""
    codes = list(outcomes)
    parts = (
        ("in order", ExitCode.CLEAN),
        ("with something missing", ExitCode.MISSING),
        ("with something unknown", ExitCode.UNKNOWN),
        ("failed", ExitCode.FAILED),
    )
    counts = [f"{codes.count(code)} {words}" for words, code in parts if code in codes]
    setups = "1 setup" if len(codes) == 1 else f"{len(codes)} setups"
    return f"{setups}: {', '.join(counts)}" if counts else setups


def short_text(outcome: Outcome) -> str:
    """Give a re-checked setup in one line."""
    if outcome.report is None:
        said = outcome.failed.happened if outcome.failed else ""
    else:
        said = summary_text(outcome.report)
    return clean(f"{_HEAD[outcome.exit_code]} {outcome.name}: {said}")


def _lines(outcome: Outcome) -> Iterator[str]:
    yield short_text(outcome)
    if outcome.failed is not None:
        yield clean(f"      {outcome.failed.remedy} [{outcome.failed.code}]")
        if outcome.failed.detail:
            yield clean(f"      {outcome.failed.detail}")
    if outcome.report is not None:
        yield from _rows(outcome.report)
    for weighed in outcome.drifts:
        yield from _drift(weighed)
    if outcome.unkept is not None:
        yield clean(
            f"  ! {outcome.unkept.happened} {outcome.unkept.remedy} [{outcome.unkept.code}]"
        )


def _rows(report: Report) -> Iterator[str]:
    for state in (State.MISSING, State.UNKNOWN):
        rows = [each for each in report.findings if each.state is state]
        told: set[str] = set()
        for finding in rows:
            alike = [each for each in rows if _alike(each, finding)]
            if len(alike) <= _ALIKE:
                yield from finding_lines(finding)
            elif finding.requirement not in told:
                told |= {each.requirement for each in alike}
                yield clean(f"  {MARKS[state]} {len(alike)} rows: {finding.found} ({state.value})")
                yield from (clean(f"      {each}") for each in finding.evidence)
                if finding.remedy and all(each.remedy == finding.remedy for each in alike):
                    yield clean(f"      {finding.remedy}")


def _alike(one: Finding, other: Finding) -> bool:
    """Tell unknown rows that have one cause; what is missing is told row by row."""
    if one is other:
        return True
    person = KnownBy.PERSON in (one.known_by, other.known_by)
    why = (one.found, one.evidence) == (other.found, other.evidence)
    return one.state is State.UNKNOWN and why and not person


def _drift(weighed: Weighed) -> Iterator[str]:
    yield clean(f"  ~ {sentence(weighed.drift)}")
    accepted = acceptance_sentence(weighed)
    if accepted:
        yield clean(f"      {accepted}")
