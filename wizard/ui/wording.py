"""Words of the window: short names of steps, how they stand, and when that was."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from wizard.checks.words import LAYERS, requirement, verdict
from wizard.fleet.names import instance
from wizard.language import day, mark, tr
from wizard.setup.standing import Standing, StepState
from wizard.setup.steps import Step, StepKind

__all__ = [
    "LAYERS",
    "checked",
    "instance",
    "requirement",
    "short_names",
    "standing",
    "verdict",
]

_SHORT = {
    StepKind.INSTANCE: mark("Instance"),
    StepKind.CONNECTION: mark("Connection"),
    StepKind.SIGN_IN: mark("Sign in"),
    StepKind.ADMIN_APPLICATION: mark("Wizard's access"),
    StepKind.ROLE: mark("Role"),
    StepKind.AGENT: mark("Agent"),
    StepKind.PERMISSIONS: mark("Permissions"),
    StepKind.TEAMS: mark("Teams"),
    StepKind.APPLICATION: mark("Application"),
    StepKind.CREDENTIALS: mark("Id and secret"),
    StepKind.SCOPES: mark("Scopes"),
    StepKind.PROOF: mark("Proof"),
    StepKind.HAND_OVER: mark("Hand-over"),
    StepKind.DONE: mark("Done"),
}


def short_names(steps: Sequence[Step]) -> tuple[str, ...]:
    """Name each step in a word or two for the sidebar; a name that repeats is numbered."""
    names = [tr(_SHORT[step.kind]) if step.kind in _SHORT else step.title for step in steps]
    repeated = Counter(names)
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(f"{name} {seen[name]}" if repeated[name] > 1 else name)
    return tuple(numbered)


def standing(value: Standing) -> str:
    """Say how a step stands."""
    if value.state is StepState.LEFT:
        return tr("{number} left", number=value.missing)
    if value.state is StepState.UNKNOWN:
        return tr("{number} unknown", number=value.unknown)
    if value.state is StepState.ACCEPTED:
        return tr("{number} accepted", number=value.accepted)
    return tr("done") if value.state is StepState.DONE else tr("to do")


def checked(moment: dt.datetime, now: dt.datetime) -> str:
    """Say how long ago a check was."""
    seconds = max(0, int((now - moment).total_seconds()))
    if seconds < 5:
        return tr("Checked just now")
    if seconds < 60:
        return tr("Checked {number} s ago", number=seconds)
    if seconds < 3600:
        return tr("Checked {number} min ago", number=seconds // 60)
    if seconds < 24 * 3600:
        return tr("Checked {number} h ago", number=seconds // 3600)
    return tr("Checked on {day}", day=day(moment))
