"""Guided mending: a way through a finished setup that leads only to what is left to do.

An entry into the flow like a new setup or a resumed one: the same steps, of which those are passed
by where nothing is left, and at the end the proof.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wizard.checks.acceptance import Accepted
from wizard.checks.findings import Finding, State
from wizard.setup.flow import Flow
from wizard.setup.steps import Step, StepKind

# Where a right is taken away that no row of a step asks for.
_BY_KIND = {
    "scope": (StepKind.SCOPES,),
    "permission": (StepKind.PERMISSIONS, StepKind.ROLE),
    "application": (StepKind.APPLICATION,),
    "token": (StepKind.CREDENTIALS,),
    "identity": (StepKind.APPLICATION, StepKind.SCOPES),
    "role": (StepKind.AGENT,),
    "team": (StepKind.TEAMS,),
}


@dataclass(frozen=True, slots=True)
class Mend:
    """What is to be mended: what a re-check found at `at`, and the row to begin with, if any.

    `accepted` are the requirements that may stay missing as they are, each with the word for it.
    """

    findings: tuple[Finding, ...]
    at: dt.datetime
    requirement: str | None = None
    accepted: Mapping[str, Accepted] = field(default_factory=dict)


class Mending:
    """The steps to mend, and the way from one to the next. The flow stays the one that moves."""

    def __init__(self, flow: Flow, mend: Mend) -> None:
        """Take what was found, and go to the step of the row to begin with, else the first left.

        What only follows from another row leads to that one's step. Raises ProblemError records.*
        where it cannot be saved.
        """
        self._flow = flow
        asked = mend.requirement
        self.root = root_of(mend.findings, asked) if asked is not None else None
        accepted = {name: word for name, word in mend.accepted.items() if name != self.root}
        flow.learn(mend.findings, mend.at, accepted)
        first = step_of(flow.steps, self.root) if self.root is not None else None
        self._kept = {step.id for step in flow.steps if self._is_left(step)}
        if first is not None:
            self._kept.add(first.id)
        flow.go((first or self._first()).id)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Give the steps of this way: what was or is left, and the proof."""
        return tuple(
            step
            for step in self._flow.steps
            if step.id in self._kept or step.kind is StepKind.PROOF or self._is_left(step)
        )

    @property
    def at_end(self) -> bool:
        """Tell whether the flow stands at the proof."""
        return self._flow.current.kind is StepKind.PROOF

    def next(self) -> Step:
        """Go to the next step with something left; after the last one to the proof."""
        steps = self.steps
        here = self._place(steps)
        left = (step for step in steps[here + 1 :] if self._is_left(step))
        proof = next(step for step in reversed(steps) if step.kind is StepKind.PROOF)
        return self._flow.go(next(left, proof).id)

    def back(self) -> bool:
        """Go to the step of this way before; False where there is none."""
        steps = self.steps
        here = self._place(steps)
        if here > 0:
            self._flow.go(steps[here - 1].id)
        return here > 0

    def _place(self, steps: Sequence[Step]) -> int:
        return next(
            (place for place, step in enumerate(steps) if step.id == self._flow.current.id), 0
        )

    def _is_left(self, step: Step) -> bool:
        mends = bool(step.requirements) and step.kind is not StepKind.PROOF
        return mends and self._flow.standing(step).missing > 0

    def _first(self) -> Step:
        return next((step for step in self.steps if self._is_left(step)), self.steps[-1])


def root_of(findings: Iterable[Finding], requirement: str) -> str:
    """Give the requirement that has to be mended so that this one is."""
    missing = {each.requirement: each for each in findings if each.state is State.MISSING}
    passed: set[str] = set()
    here = requirement
    while here in missing and here not in passed:
        passed.add(here)
        cause = missing[here].because
        if cause is None or cause not in missing:
            break
        here = cause
    return here


def step_of(steps: Sequence[Step], requirement: str) -> Step | None:
    """Give the step on which a requirement is mended: the first that checks it, else one of its
    kind.
    """
    for step in steps:
        if requirement in step.requirements:
            return step
    kinds = _BY_KIND.get(requirement.partition(":")[0], ())
    return next((step for kind in kinds for step in steps if step.kind is kind), None)
