"""From a profile to the steps of a setup: the guide's order, with the wizard's own steps around."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from wizard.profiles.requirements import step_requirements
from wizard.profiles.schema import (
    AgentStep,
    ApplicationStep,
    GivenStep,
    HandOverStep,
    NoteStep,
    Profile,
    RoleStep,
    ScreenStep,
    TeamsStep,
    TestStep,
)
from wizard.setup.screens import agent, application, further, opening
from wizard.setup.screens.draft import Draft
from wizard.setup.screens.further import ALL
from wizard.setup.steps import Step, StepKind

__all__ = ["ALL", "plan"]

_SCREENS: Mapping[type, Callable[[Draft, Any, tuple[str, ...]], Iterable[Step]]] = {
    RoleStep: agent.role,
    AgentStep: agent.agent,
    TeamsStep: agent.teams,
    ApplicationStep: application.application,
    ScreenStep: further.screen,
    GivenStep: further.given,
    NoteStep: further.note,
    TestStep: further.proof,
    HandOverStep: further.hand_over,
}


def plan(profile: Profile, answers: Mapping[str, str]) -> tuple[Step, ...]:
    """Give the steps of a setup of this profile, in order.

    `answers` decides what depends on earlier choices: with an administrator's API application
    there is a step to make it. Ids are unique and stable for the same profile.
    """
    draft = Draft(profile, answers)
    steps = [*opening.opening(draft)]
    for index, part in enumerate(profile.steps):
        ids = tuple(each.id for each in step_requirements(profile, index))
        steps += _SCREENS[type(part)](draft, part, ids)
    return (*_unique(_proven(draft, steps)), opening.done(draft))


def _proven(draft: Draft, steps: list[Step]) -> list[Step]:
    """Put a proof behind the last scopes where the guide has no test of its own."""
    scopes = [place for place, step in enumerate(steps) if step.kind is StepKind.SCOPES]
    if not scopes or any(step.kind is StepKind.PROOF for step in steps):
        return steps
    behind = scopes[-1] + 1
    return [*steps[:behind], *further.proof(draft, TestStep(), ()), *steps[behind:]]


def _unique(steps: Iterable[Step]) -> Iterator[Step]:
    """Number the ids of steps that repeat, the first one keeping its plain name."""
    seen: dict[str, int] = {}
    for step in steps:
        seen[step.id] = seen.get(step.id, 0) + 1
        if seen[step.id] == 1:
            yield step
        else:
            yield Step(
                **{name: getattr(step, name) for name in Step.__dataclass_fields__ if name != "id"},
                id=f"{step.id}-{seen[step.id]}",
            )
