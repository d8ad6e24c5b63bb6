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


def lost(before: Iterable[Finding], found: Iterable[Finding]) -> frozenset[str]:
    """Give the rows that were judged before, and that a look could not judge."""
    judged = {each.requirement for each in found if each.state is not State.UNKNOWN}
    return frozenset(
        each.requirement
        for each in before
        if each.state is not State.UNKNOWN and each.requirement not in judged
    )


def joined(before: Iterable[Finding], found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give what is known after a look that is not to be relied on: what it could judge of the
    rows that are known, and for the rest what was found before.
    """
    known = {each.requirement: each for each in before}
    for each in found:
        if each.requirement in known and each.state is not State.UNKNOWN:
            known[each.requirement] = each
    return tuple(known.values())


def look_of(
    wire: Glance,
    before: Iterable[Finding],
    known: Collection[Finding],
    *,
    news: bool,
    accepted: Collection[str] = (),
) -> Look:
    """Tell what a look gave; the first look at a row turns nothing, and what is accepted is not
    left.
    """
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
        left=any(
            each.state in (State.MISSING, State.UNKNOWN) and each.requirement not in accepted
            for each in known
        ),
        blind=early or (cause is None and all(each.state is State.UNKNOWN for each in known)),
        refused=wire.refused,
        problem=cause,
    )
