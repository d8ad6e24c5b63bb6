"""The runner: reads what the wanted requirements need, and keeps every failure as a cause."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial

from wizard.checks import parts
from wizard.checks.configuration import as_administrator, details, read
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
from wizard.checks.parts import Progress, Turns
from wizard.checks.ports import Gate, Reader
from wizard.checks.rules.case import Subject, text
from wizard.checks.rules.excess import should_be_refused
from wizard.checks.settle import Settled, pair, settle
from wizard.halo.glance import refuse
from wizard.halo.records import Agent, Identity, ProbeAnswer
from wizard.halo.together import together
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
    turns = parts.Turns(progress)
    asked = eyes.own is not None and _asks_for_own(requirements)
    seen, proven = await together(
        _configured(eyes, subject, requirements, turns),
        _proven(eyes, requirements, turns, full=full) if asked else _not_proven(),
    )
    if not asked and eyes.own is not None and isinstance(seen.agent, Unread):
        proven = await _proven(eyes, requirements, turns, full=full)
    return seen if proven is None else await _joined(eyes, subject, seen, proven, turns)


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


@dataclass(frozen=True, slots=True)
class _Who:
    """Who the token acts as. `agent` is read only where nobody else could read it."""

    me: Read[Agent]
    identity: Read[Identity]
    agent: Read[Agent] | None


@dataclass(frozen=True, slots=True)
class _Proven:
    """What the integration's own sign-in proved."""

    settled: Settled
    reader: Reader
    who: _Who
    probes: Mapping[str, ProbeFacts]
    beyond: Beyond | None


async def _proven(
    eyes: Eyes, requirements: Collection[Requirement], turns: Turns, *, full: bool
) -> _Proven | Unread:
    """Sign in as the integration, then read with its token what does not wait for anything else."""
    assert eyes.own is not None  # noqa: S101 - the caller looked
    settled = await turns.during(parts.sign_in(), partial(_settle, eyes.own, requirements))
    if isinstance(settled, Unread):
        return settled
    reader = eyes.own.reader(settled.token)
    alone = eyes.administrator is None
    who = partial(_who, reader, settled, alone=alone)
    found, probes, beyond = await together(
        turns.during(parts.own_agent(), who) if alone else who(),
        _probes(eyes, reader, requirements, turns),
        _beyond(eyes.own, settled, requirements, turns) if full else _not_proven(),
    )
    return _Proven(settled, reader, found, probes, beyond)


async def _not_proven() -> None:
    """Read nothing."""


async def _who(reader: Reader, settled: Settled, *, alone: bool) -> _Who:
    me = await read(reader.me(), Through.OWN)
    identity = _identity(settled.sign_in, me)
    return _Who(me, identity, await _own_agent(reader, identity, me) if alone else None)


async def _joined(
    eyes: Eyes, subject: Subject, seen: Observation, proven: _Proven | Unread, turns: Turns
) -> Observation:
    """Put together what is configured and what is proven; read the agent that is still unseen."""
    if isinstance(proven, Unread):
        agent = _rather(proven, seen.agent)
        return replace(seen, sign_in=proven, scopes=proven, identity=proven, agent=agent)
    settled, who = proven.settled, proven.who
    sign_in = replace(settled.sign_in, dead=_is_dead(settled, who.me))
    seen = replace(
        seen,
        sign_in=Seen(sign_in, Through.OWN),
        scopes=Seen(settled.facts, Through.OWN),
        identity=who.identity,
        probes=proven.probes,
        beyond=proven.beyond,
    )
    if isinstance(seen.agent, Seen):
        return seen
    if not isinstance(seen.agents, Seen):
        own = who.agent
        if own is None:
            mine = partial(_own_agent, proven.reader, who.identity, who.me)
            own = await turns.during(parts.own_agent(), mine)
        return replace(seen, agent=_rather(own, seen.agent))
    if subject.agent is None and eyes.administrator is not None:
        return replace(seen, agent=await _agent_behind(eyes.administrator, seen))
    return seen


async def _beyond(
    gate: Gate, settled: Settled, requirements: Collection[Requirement], turns: Turns
) -> Beyond | None:
    """Try one call that should be refused, with all that the application holds."""
    path = should_be_refused(requirements)
    if path is None:
        return None
    reader = gate.reader(settled.widest or settled.token)
    tried = partial(_tried, reader, path)
    return Beyond(path, await turns.during(parts.beyond(path), tried))


async def _tried(reader: Reader, path: str) -> Read[ProbeAnswer]:
    return await read(reader.probe(path), Through.OWN)


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
    eyes: Eyes, reader: Reader, requirements: Collection[Requirement], turns: Turns
) -> Mapping[str, ProbeFacts]:
    paths = [each.path for each in requirements if isinstance(each, ProbeRequirement)]
    tries = (turns.during(parts.probe(path), partial(_probe, eyes, reader, path)) for path in paths)
    return dict(zip(paths, await together(*tries), strict=True))


async def _probe(eyes: Eyes, reader: Reader, path: str) -> ProbeFacts:
    own = await _tried(reader, path)
    other: Read[ProbeAnswer] = NO_ADMINISTRATOR
    if isinstance(own, Seen) and own.value.rows == 0 and eyes.administrator is not None:
        other = await read(eyes.administrator.probe(path), Through.ADMINISTRATOR)
    return ProbeFacts(own, other)
