"""What is known of a setup's requirements, kept by step: the newest word on each counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wizard.checks.findings import Finding
from wizard.setup.plan import ALL
from wizard.setup.steps import Step, StepKind

Known = Mapping[str, tuple[Finding, ...]]  # by step id


def renewed(
    known: Known, step: Step, findings: Iterable[Finding]
) -> dict[str, tuple[Finding, ...]]:
    """Give what all steps know, with the newest word of this one on each requirement.

    So what a step could not see yet (an application not saved, a secret not entered) does not
    stay unknown there when the proof has seen it. A role that is judged by itself says nothing of
    who holds it.
    """
    if step.kind is StepKind.ROLE:
        return dict(known)
    newest = {each.requirement: each for each in findings}
    return {
        name: tuple(newest.get(each.requirement, each) for each in earlier)
        for name, earlier in known.items()
    }


def spread(steps: Iterable[Step], findings: tuple[Finding, ...]) -> dict[str, tuple[Finding, ...]]:
    """Give each step its part of what a check of the whole found, and all of it to the proof."""
    by_id = {each.requirement: each for each in findings}
    parts = {}
    for step in steps:
        if ALL in step.requirements:
            parts[step.id] = findings
        elif own := tuple(by_id[name] for name in step.requirements if name in by_id):
            parts[step.id] = own
    return parts
