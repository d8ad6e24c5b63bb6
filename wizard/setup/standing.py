"""How a step stands, from what its check found and what a person said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from wizard.checks.acceptance import Accepted
from wizard.checks.findings import Finding, KnownBy, State
from wizard.language import day, tr
from wizard.setup.state import Confirmation, SetupState

Missed = tuple[str, str | None]  # a requirement, and the value that Halo has instead


class StepState(StrEnum):
    """How a step stands, for the list at the window's side."""

    TODO = "todo"
    DONE = "done"
    LEFT = "left"  # something is missing
    UNKNOWN = "unknown"  # nothing is missing, something could not be checked
    ACCEPTED = "accepted"  # all that is missing may stay so


@dataclass(frozen=True, slots=True)
class Standing:
    """A step's state, and how many rows are left, unknown, and missing but accepted."""

    state: StepState
    missing: int = 0
    unknown: int = 0
    accepted: int = 0


def standing(
    findings: Collection[Finding], *, seen: bool, empty: int = 0, accepted: Collection[str] = ()
) -> Standing:
    """Tell how a step stands; `seen` where it was visited or checked.

    `empty` fields of a vendor's form count as left once the step was seen. `accepted` are the
    requirements that are missing and may stay so.
    """
    missing = sum(finding.state is State.MISSING for finding in findings) - len(accepted)
    unknown = sum(
        finding.state is State.UNKNOWN and finding.known_by is not KnownBy.PERSON
        for finding in findings
    )
    if missing:
        return Standing(StepState.LEFT, missing, unknown, len(accepted))
    if not seen:
        return Standing(StepState.TODO, empty)
    if empty:
        return Standing(StepState.LEFT, empty, unknown)
    if unknown:
        return Standing(StepState.UNKNOWN, 0, unknown, len(accepted))
    return Standing(StepState.ACCEPTED if accepted else StepState.DONE, accepted=len(accepted))


def words_for(
    findings: Iterable[Finding], accepted: Mapping[str, Accepted]
) -> dict[Missed, Accepted]:
    """Tie each acceptance, by requirement, to how the requirement stands: another value is another
    thing than what was accepted.
    """
    return {
        (each.requirement, each.value): accepted[each.requirement]
        for each in findings
        if each.requirement in accepted
    }


def accepted_of(
    findings: Iterable[Finding], words: Mapping[Missed, Accepted]
) -> dict[str, Accepted]:
    """Give the requirements that are missing in a way that is accepted, each with the word."""
    keys = ((each.requirement, each.value) for each in findings if each.state is State.MISSING)
    return {key[0]: words[key] for key in keys if key in words}


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
