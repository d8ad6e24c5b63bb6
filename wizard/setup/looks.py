"""Live looks: what one gave, which steps are worth one, and how it joins what was known before."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wizard.checks.findings import Finding, State
from wizard.halo.glance import Glance, Room
from wizard.problems import Problem
from wizard.setup.state import SetupState
from wizard.setup.steps import Step, StepKind

# Rows that can change by a Save in Halo. The proof is started by hand; a screen that no API shows
# stays a person's word.
_SEEN = frozenset({
    StepKind.ADMIN_APPLICATION, StepKind.ROLE, StepKind.AGENT, StepKind.PERMISSIONS,
    StepKind.TEAMS, StepKind.APPLICATION, StepKind.CREDENTIALS, StepKind.SCOPES,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What one live look gave.

    `turned` are the rows that stand otherwise than before; `news` tells that anything at all is
    new; `left` that something is still to be done; `blind` that no row could be judged.
    """

    cost: int
    room: Room
    news: bool = False
    turned: tuple[Finding, ...] = ()
    left: bool = True
    blind: bool = False
    refused: bool = False
    problem: Problem | None = None


def watched(step: Step, state: SetupState) -> bool:
    """Tell whether a Save in Halo can change a row of this step.

    An application is only saved, and so to be seen, when its secret is here.
    """
    if step.kind is StepKind.APPLICATION and "client_secret" not in state.secrets:
        return False
    return step.kind in _SEEN and bool(step.requirements)


def known_after(
    wire: Glance, before: tuple[Finding, ...], found: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Give what is known of a step after a look: what it found.

    Where something hindered it, only what it could judge counts, and else what was found before;
    of a step that nobody has looked at yet nothing then.
    """
    if wire.hindered_by is None:
        return found
    known = {each.requirement: each for each in before}
    for each in found:
        if each.requirement in known and each.state is not State.UNKNOWN:
            known[each.requirement] = each
    return tuple(known.values())


def look_of(
    wire: Glance, before: Iterable[Finding], known: Collection[Finding], *, news: bool
) -> Look:
    """Tell what a look gave; the first look at a row turns nothing."""
    states = {each.requirement: each.state for each in before}
    cause = wire.hindered_by
    # Nobody can see anything before a person has entered something, or signed in.
    early = cause is not None and cause.code.startswith(("not_yet.", "sign_in."))
    return Look(
        wire.requests,
        wire.room,
        news=news,
        turned=tuple(
            each for each in known if states.get(each.requirement, each.state) is not each.state
        ),
        left=any(each.state in (State.MISSING, State.UNKNOWN) for each in known),
        blind=early or (cause is None and all(each.state is State.UNKNOWN for each in known)),
        refused=wire.refused,
        problem=cause,
    )
