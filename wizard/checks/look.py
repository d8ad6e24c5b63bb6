"""The runner: reads what the wanted requirements need, and keeps every failure as a cause."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial

from wizard.checks import parts
from wizard.checks.configuration import as_administrator, details
from wizard.checks.integration import Proven, identity_of, own_agent, pair_only, prove
from wizard.checks.observation import (
    NO_ADMINISTRATOR,
    Observation,
    Read,
    Seen,
    Through,
    Unread,
)
from wizard.checks.parts import Progress, Turns
from wizard.checks.ports import Gate, Reader
from wizard.checks.rules.case import Subject
from wizard.checks.settle import Settled
from wizard.halo.records import Agent
from wizard.halo.together import together
from wizard.problems import Problem
from wizard.profiles.requirements import (
    ApplicationRequirement,
    IdentityRequirement,
    ProbeRequirement,
    Requirement,
    ScopeRequirement,
    TokenRequirement,
)

__all__ = ["Eyes", "Progress", "look"]


@dataclass(frozen=True, slots=True)
class Eyes:
    """What there is to look through: the integration's sign-in, an administrator's, or both.

    `blind` is why an administrator's sign-in that should be there is not.
    """

    own: Gate | None
    administrator: Reader | None
    blind: Problem | None = None


async def look(
    eyes: Eyes,
    subject: Subject,
    requirements: Collection[Requirement],
    progress: Progress,
    *,
    full: bool = False,
) -> Observation:
    """Read what these requirements need. Never raises ProblemError: failures become causes.

    A `full` look also tries one call that should be refused.
    """
    turns = parts.Turns(progress)
    if parts.needs_only_sign_in(requirements):
        return Observation(sign_in=await pair_only(eyes.own, turns)) if eyes.own else Observation()
    configuring = _configured(eyes, subject, requirements, turns)
    if eyes.own is None:
        return await configuring
    proving = partial(prove, eyes.own, eyes.administrator, requirements, turns, full=full)
    if _asks_for_own(requirements):
        seen, proven = await together(configuring, proving())
    else:
        seen = await configuring
        if isinstance(seen.agent, Seen):
            return seen
        proven = await proving()
    return await _joined(eyes, subject, seen, proven, turns)


def _asks_for_own(requirements: Collection[Requirement]) -> bool:
    kinds = (
        TokenRequirement,
        IdentityRequirement,
        ScopeRequirement,
        ProbeRequirement,
        ApplicationRequirement,
    )
    return any(isinstance(each, kinds) for each in requirements)


async def _configured(
    eyes: Eyes, subject: Subject, requirements: Collection[Requirement], turns: Turns
) -> Observation:
    if eyes.administrator is not None:
        return await as_administrator(eyes.administrator, subject, requirements, turns)
    unseen = Unread(eyes.blind) if eyes.blind else NO_ADMINISTRATOR
    return Observation(agents=unseen, agent=unseen, roles=unseen, applications=unseen)


async def _joined(
    eyes: Eyes, subject: Subject, seen: Observation, proven: Proven | Unread, turns: Turns
) -> Observation:
    """Put together what is configured and what is proven; read the agent that is still unseen."""
    if isinstance(proven, Unread):
        agent = _rather(proven, seen.agent)
        return replace(seen, sign_in=proven, scopes=proven, identity=proven, agent=agent)
    settled, me = proven.settled, proven.me
    sign_in = replace(settled.sign_in, dead=_is_dead(settled, me))
    identity = identity_of(sign_in.identity, me)
    seen = replace(
        seen,
        sign_in=Seen(sign_in, Through.OWN),
        scopes=Seen(settled.facts, Through.OWN),
        identity=identity,
        probes=proven.probes,
        beyond=proven.beyond,
    )
    if isinstance(seen.agent, Seen):
        return seen
    if not isinstance(seen.agents, Seen):
        own = proven.agent
        if own is None:
            mine = partial(own_agent, proven.reader, identity, me)
            own = await turns.during(parts.own_agent(), mine)
        return replace(seen, agent=_rather(own, seen.agent))
    if subject.agent is None and eyes.administrator is not None:
        return replace(seen, agent=await _agent_behind(eyes.administrator, seen))
    return seen


def _rather(own: Read[Agent], before: Read[Agent]) -> Read[Agent]:
    """Prefer what the integration sees; why it sees nothing counts only without an administrator.

    Then its sign-in was the only way to see the agent.
    """
    return own if isinstance(own, Seen) or before is NO_ADMINISTRATOR else before


def _is_dead(settled: Settled, me: Read[Agent]) -> bool:
    """Tell a token that lists no scopes and is refused from one that merely lists none."""
    refused = isinstance(me, Unread) and me.problem.code == "http.unauthorised"
    return refused and not settled.sign_in.listed and bool(settled.token.asked)


async def _agent_behind(administrator: Reader, seen: Observation) -> Read[Agent]:
    """Read the agent that the token names, where neither setup nor guide names one."""
    if isinstance(seen.identity, Seen) and seen.identity.value.agent_id is not None:
        return await details(administrator, seen.identity.value.agent_id, Through.ADMINISTRATOR)
    return seen.agent
