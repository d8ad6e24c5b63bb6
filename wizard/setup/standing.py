"""How a step stands, from what its check found and what a person said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from wizard.checks.findings import Finding, KnownBy, State
from wizard.language import day, tr
from wizard.setup.state import Confirmation, SetupState


class StepState(StrEnum):
    """How a step stands, for the list at the window's side."""

    TODO = "todo"
    DONE = "done"
    LEFT = "left"  # something is missing
    UNKNOWN = "unknown"  # nothing is missing, something could not be checked


@dataclass(frozen=True, slots=True)
class Standing:
    """A step's state, and how many rows are left and unknown."""

    state: StepState
    missing: int = 0
    unknown: int = 0


def standing(findings: Collection[Finding], *, seen: bool, empty: int = 0) -> Standing:
    """Tell how a step stands; `seen` where it was visited or checked.

    `empty` fields of a vendor's form count as left once the step was seen.
    """
    missing = sum(finding.state is State.MISSING for finding in findings)
    unknown = sum(
        finding.state is State.UNKNOWN and finding.known_by is not KnownBy.PERSON
        for finding in findings
    )
    if missing:
        return Standing(StepState.LEFT, missing, unknown)
    if not seen:
        return Standing(StepState.TODO, empty)
    if empty:
        return Standing(StepState.LEFT, empty, unknown)
    return Standing(StepState.UNKNOWN if unknown else StepState.DONE, 0, unknown)


def findings_of(state: SetupState, step_id: str) -> tuple[Finding, ...]:
    """Give what a saved setup knows of a step, with persons' words laid over the unknowns."""
    found = state.findings.get(step_id, ())
    return with_words(found, state.confirmed)


def with_words(
    findings: Iterable[Finding], confirmed: Mapping[str, Confirmation]
) -> tuple[Finding, ...]:
    """Lay persons' words over what is unknown; `confirmed` goes by requirement."""
    return tuple(_with_word(each, confirmed.get(each.requirement)) for each in findings)


def _with_word(finding: Finding, word: Confirmation | None) -> Finding:
    if word is None or finding.state is not State.UNKNOWN:
        return finding
    date = day(word.at)
    said = (
        tr("confirmed by {person} on {date}", person=word.person, date=date)
        if word.person
        else tr("confirmed by the technician on {date}", date=date)
    )
    return replace(finding, known_by=KnownBy.PERSON, evidence=(*finding.evidence, said))
