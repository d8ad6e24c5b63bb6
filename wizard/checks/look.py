"""The runner: reads what the wanted requirements need, and keeps every failure as a cause."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from wizard.checks import parts
from wizard.checks.configuration import Progress, as_administrator, details, read
from wizard.checks.observation import (
    NO_ADMINISTRATOR,
    Beyond,
    Observation,
    ProbeFacts,
    Read,
    Seen,
    SignIn,
    Through,
    Unread,
)
from wizard.checks.ports import Gate, Reader
from wizard.checks.rules.case import Subject, text
from wizard.checks.rules.excess import should_be_refused
from wizard.checks.settle import Settled, pair, settle
from wizard.halo.glance import refuse
from wizard.halo.records import Agent, Identity, ProbeAnswer
from wizard.language import listed
from wizard.problems import Problem, ProblemError
from wizard.profiles.requirements import (
    ApplicationRequirement,
    IdentityRequirement,
    ProbeRequirement,
    Requirement,
    ScopeRequirement,
    TokenRequirement,
)
from wizard.profiles.schema import ScopeLevel

__all__ = ["Eyes", "Progress", "look"]

_REFUSED = ("http.unauthorised", "http.forbidden")


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
    unseen = Unread(eyes.blind) if eyes.blind else NO_ADMINISTRATOR
    seen = Observation(agents=unseen, agent=unseen, roles=unseen, applications=unseen)
    if eyes.administrator is not None:
        seen = await as_administrator(eyes.administrator, subject, requirements, progress)
    if eyes.own is not None and _needs_own(requirements, seen):
        settled = await _signed_in(eyes.own, requirements, progress)
        seen = await _as_integration(eyes, settled, subject, requirements, seen, progress)
        if full and isinstance(settled, Settled):
            seen = replace(seen, beyond=await _beyond(eyes.own, settled, requirements, progress))
    return seen


def _needs_own(requirements: Collection[Requirement], seen: Observation) -> bool:
    kinds = (
        TokenRequirement,
        IdentityRequirement,
        ScopeRequirement,
        ProbeRequirement,
        ApplicationRequirement,
    )
    return isinstance(seen.agent, Unread) or any(isinstance(each, kinds) for each in requirements)


async def _signed_in(
    gate: Gate, requirements: Collection[Requirement], progress: Progress
) -> Settled | Unread:
    progress(parts.sign_in())
    return await _settle(gate, requirements)


async def _beyond(
    gate: Gate, settled: Settled, requirements: Collection[Requirement], progress: Progress
) -> Beyond | None:
    """Try one call that should be refused, with all that the application holds."""
    path = should_be_refused(requirements)
    if path is None:
        return None
    progress(parts.beyond(path))
    reader = gate.reader(settled.widest or settled.token)
    return Beyond(path, await read(reader.probe(path), Through.OWN))


async def _as_integration(
    eyes: Eyes,
    settled: Settled | Unread,
    subject: Subject,
    requirements: Collection[Requirement],
    seen: Observation,
    progress: Progress,
) -> Observation:
    assert eyes.own is not None  # noqa: S101 - the caller looked
    if isinstance(settled, Unread):
        agent = _rather(settled, seen.agent)
        return replace(seen, sign_in=settled, scopes=settled, identity=settled, agent=agent)
    reader = eyes.own.reader(settled.token)
    me = await read(reader.me(), Through.OWN)
    sign_in = replace(settled.sign_in, dead=_is_dead(settled, me))
    seen = replace(
        seen,
        sign_in=Seen(sign_in, Through.OWN),
        scopes=Seen(settled.facts, Through.OWN),
        identity=_identity(sign_in, me),
    )
    if not isinstance(seen.agent, Seen) and not isinstance(seen.agents, Seen):
        progress(parts.own_agent())
        own = await _own_agent(reader, seen.identity, me)
        seen = replace(seen, agent=_rather(own, seen.agent))
    elif subject.agent is None and not isinstance(seen.agent, Seen) and eyes.administrator:
        seen = replace(seen, agent=await _agent_behind(eyes.administrator, seen))
    return replace(seen, probes=await _probes(eyes, reader, requirements, progress))


async def _settle(gate: Gate, requirements: Collection[Requirement]) -> Settled | Unread:
    rows = [each.row for each in requirements if isinstance(each, ScopeRequirement)]
    wanted = [row.name for row in rows if row.level is not ScopeLevel.FORBIDDEN]
    try:
        return await settle(gate, wanted) if rows else await pair(gate)
    except ProblemError as error:
        refuse(error.problem)
        return Unread(error.problem)


def _rather(own: Read[Agent], before: Read[Agent]) -> Read[Agent]:
    """Prefer what the integration sees; why it sees nothing counts only without an administrator.

    Then its sign-in was the only way to see the agent.
    """
    return own if isinstance(own, Seen) or before is NO_ADMINISTRATOR else before


def _is_dead(settled: Settled, me: Read[Agent]) -> bool:
    """Tell a token that lists no scopes and is refused from one that merely lists none."""
    refused = isinstance(me, Unread) and me.problem.code == _REFUSED[0]
    return refused and not settled.sign_in.listed and bool(settled.token.asked)


def _identity(sign_in: SignIn, me: Read[Agent]) -> Read[Identity]:
    """Prefer the token's own word; `/Agent/me` fills in what it leaves out."""
    said = sign_in.identity
    if isinstance(me, Unread):
        return Seen(said, Through.OWN) if said is not None else me
    agent_id = me.value.id if isinstance(me.value.id, int) else None
    mine = Identity(agent_id, text(me.value.name), text(me.value.email), "/Agent/me")
    if said is None:
        return Seen(mine, Through.OWN)
    merged = Identity(
        said.agent_id if said.agent_id is not None else mine.agent_id,
        said.name or mine.name,
        said.email or mine.email,
        listed((said.source, "/Agent/me")),
    )
    return Seen(merged, Through.OWN)


async def _own_agent(reader: Reader, identity: Read[Identity], me: Read[Agent]) -> Read[Agent]:
    """Read the integration's own agent: its details where it may, else what /Agent/me tells."""
    if isinstance(identity, Seen) and identity.value.agent_id is not None:
        agent = await details(reader, identity.value.agent_id, Through.OWN)
        if isinstance(agent, Seen):
            return agent
    return me


async def _agent_behind(administrator: Reader, seen: Observation) -> Read[Agent]:
    """Read the agent that the token names, where neither setup nor guide names one."""
    if isinstance(seen.identity, Seen) and seen.identity.value.agent_id is not None:
        return await details(administrator, seen.identity.value.agent_id, Through.ADMINISTRATOR)
    return seen.agent


async def _probes(
    eyes: Eyes, reader: Reader, requirements: Collection[Requirement], progress: Progress
) -> dict[str, ProbeFacts]:
    facts = {}
    for each in requirements:
        if not isinstance(each, ProbeRequirement):
            continue
        progress(parts.probe(each.path))
        own = await read(reader.probe(each.path), Through.OWN)
        other: Read[ProbeAnswer] = NO_ADMINISTRATOR
        if isinstance(own, Seen) and own.value.rows == 0 and eyes.administrator is not None:
            other = await read(eyes.administrator.probe(each.path), Through.ADMINISTRATOR)
        facts[each.path] = ProbeFacts(own, other)
    return facts
