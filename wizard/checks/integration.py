"""Reads as the integration: its sign-in, who it is, what its token may read."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

from wizard.checks import parts
from wizard.checks.configuration import details, read
from wizard.checks.observation import (
    NO_ADMINISTRATOR,
    Beyond,
    ProbeFacts,
    Read,
    Seen,
    SignIn,
    Through,
    Unread,
)
from wizard.checks.parts import Turns
from wizard.checks.ports import Gate, Reader
from wizard.checks.rules.case import text
from wizard.checks.rules.excess import should_be_refused
from wizard.checks.settle import Begun, Settled, begin, finish, pair
from wizard.halo.glance import refuse
from wizard.halo.records import Agent, Identity, ProbeAnswer, TokenAnswer
from wizard.halo.together import together
from wizard.language import listed
from wizard.problems import ProblemError
from wizard.profiles.requirements import ProbeRequirement, Requirement, ScopeRequirement
from wizard.profiles.schema import ScopeLevel

# Probes at once beside an administrator's reads: nothing waits for a probe, but for his lists does.
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Proven:
    """What the integration's own sign-in proved.

    `agent` is its own one, read only where nobody else could read it.
    """

    settled: Settled
    reader: Reader
    me: Read[Agent]
    agent: Read[Agent] | None
    probes: Mapping[str, ProbeFacts]
    beyond: Beyond | None


async def prove(
    gate: Gate,
    administrator: Reader | None,
    requirements: Collection[Requirement],
    turns: Turns,
    *,
    full: bool,
) -> Proven | Unread:
    """Sign in as the integration, then read with its token what does not wait for anything else.

    The administrator is asked where a list shows the integration nothing. A `full` look also tries
    one call that should be refused.
    """
    signed_in = await turns.during(parts.sign_in(), partial(_signed_in, gate, requirements))
    if isinstance(signed_in, Unread):
        return signed_in
    reader = gate.reader(signed_in.token)
    alone = administrator is None
    who = partial(_who, reader, signed_in.identity, alone=alone)
    (me, agent), probes, (settled, beyond) = await together(
        turns.during(parts.own_agent(), who) if alone else who(),
        _probes(administrator, reader, requirements, turns),
        _settled(gate, signed_in.rest, requirements, turns, full=full),
    )
    return Proven(settled, reader, me, agent, probes, beyond)


async def pair_only(gate: Gate, turns: Turns) -> Read[SignIn]:
    """Try id and secret, with one request and nothing else."""
    signed_in = await turns.during(parts.sign_in(), partial(_signed_in, gate, ()))
    if isinstance(signed_in, Unread):
        return signed_in
    return Seen(SignIn(signed_in.identity, listed=False), Through.OWN)


@dataclass(frozen=True, slots=True)
class _SignedIn:
    """The token to read with, who it says that it acts as, and what is settled so far."""

    token: TokenAnswer
    identity: Identity | None
    rest: Begun | Settled


async def _signed_in(gate: Gate, requirements: Collection[Requirement]) -> _SignedIn | Unread:
    """Sign in, as far as it takes to know the token to read with."""
    rows = [each.row for each in requirements if isinstance(each, ScopeRequirement)]
    wanted = [row.name for row in rows if row.level is not ScopeLevel.FORBIDDEN]
    try:
        if rows:
            begun = await begin(gate, wanted)
            if begun.decided is not None:
                return _SignedIn(begun.decided, begun.decided.identity, begun)
            settled = await finish(gate, begun)
        else:
            settled = await pair(gate)
    except ProblemError as error:
        refuse(error.problem)
        return Unread(error.problem)
    return _SignedIn(settled.token, settled.sign_in.identity, settled)


async def _who(
    reader: Reader, said: Identity | None, *, alone: bool
) -> tuple[Read[Agent], Read[Agent] | None]:
    """Read who the token acts as, and where nobody else could, that agent's details."""
    me = await read(reader.me(), Through.OWN)
    return me, await own_agent(reader, identity_of(said, me), me) if alone else None


async def _settled(
    gate: Gate,
    rest: Begun | Settled,
    requirements: Collection[Requirement],
    turns: Turns,
    *,
    full: bool,
) -> tuple[Settled, Beyond | None]:
    """Find out what else the application holds, then try with it what should be refused."""
    settled = await finish(gate, rest) if isinstance(rest, Begun) else rest
    return settled, await _beyond(gate, settled, requirements, turns) if full else None


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


def identity_of(said: Identity | None, me: Read[Agent]) -> Read[Identity]:
    """Prefer the token's own word; `/Agent/me` fills in what it leaves out."""
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


async def own_agent(reader: Reader, identity: Read[Identity], me: Read[Agent]) -> Read[Agent]:
    """Read the integration's own agent: its details where it may, else what /Agent/me tells."""
    if isinstance(identity, Seen) and identity.value.agent_id is not None:
        agent = await details(reader, identity.value.agent_id, Through.OWN)
        if isinstance(agent, Seen):
            return agent
    return me


async def _probes(
    administrator: Reader | None,
    reader: Reader,
    requirements: Collection[Requirement],
    turns: Turns,
) -> Mapping[str, ProbeFacts]:
    paths = [each.path for each in requirements if isinstance(each, ProbeRequirement)]
    room = asyncio.Semaphore(len(paths) if administrator is None else _BESIDE)

    async def one(path: str) -> ProbeFacts:
        async with room:
            return await _probe(administrator, reader, path)

    tries = (turns.during(parts.probe(path), partial(one, path)) for path in paths)
    return dict(zip(paths, await together(*tries), strict=True))


async def _probe(administrator: Reader | None, reader: Reader, path: str) -> ProbeFacts:
    own = await _tried(reader, path)
    other: Read[ProbeAnswer] = NO_ADMINISTRATOR
    if isinstance(own, Seen) and own.value.rows == 0 and administrator is not None:
        other = await read(administrator.probe(path), Through.ADMINISTRATOR)
    return ProbeFacts(own, other)
