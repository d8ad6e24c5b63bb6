"""One look that is wide enough for all profiles, and which of them fits what it saw.

Few requests: the integration signs in for all that it holds, and everything is read with that.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace

from wizard.checks import parts
from wizard.checks.findings import State
from wizard.checks.fit import Fit, equally_best, fits
from wizard.checks.look import Eyes, Progress, look
from wizard.checks.observation import Observation, ScopeFacts, Seen, Through
from wizard.checks.ports import Gate, Reader, Site
from wizard.checks.rules.case import Subject, text
from wizard.checks.settle import Settled, settle, settle_widely
from wizard.halo.records import TokenAnswer
from wizard.profiles.requirements import (
    IdentityRequirement,
    Requirement,
    ScopeRequirement,
    requirements,
)
from wizard.profiles.schema import Profile, ScopeLevel

_MOST = 3  # profiles whose scopes are settled exactly, so that the requests stay few


@dataclass(frozen=True, slots=True)
class WideLook:
    """What was seen through whose eyes, who the token acts as, and the profiles, best first."""

    seen: Observation
    eyes: Eyes
    agent: str | None
    ranked: tuple[Fit, ...]


async def wide_look(
    gate: Gate,
    others: Callable[[], Awaitable[Eyes]],
    profiles: Sequence[Profile],
    site: Site,
    progress: Progress,
) -> WideLook:
    """Look once for all profiles.

    `others` opens an administrator's eyes, once the connection itself is known to work. Raises
    ProblemError where it does not: a pair that is refused is tried once.
    """
    progress(parts.sign_in())
    settled = await settle_widely(gate, [_scopes(each) for each in profiles])
    eyes = replace(await others(), own=_OneToken(gate, settled.token))
    seen = await look(eyes, Subject(client_id=gate.client_id), _needed(profiles), progress)
    agent = _agent(seen)
    ranking = _Ranking(gate, profiles, Subject(agent=agent, client_id=gate.client_id), site)
    seen = _with_scopes(seen, settled)
    return WideLook(seen, eyes, agent, await ranking.decided(seen))


@dataclass(frozen=True, slots=True)
class _OneToken:
    """A gate that has its token: everything is read with what the application holds."""

    gate: Gate
    answer: TokenAnswer

    @property
    def client_id(self) -> str:
        """The client id in use."""
        return self.gate.client_id

    async def token(self, scopes: Sequence[str]) -> TokenAnswer:  # noqa: ARG002 - a gate's
        """Give the one token, whatever is asked for."""
        return self.answer

    def reader(self, token: TokenAnswer) -> Reader:
        """Read HaloPSA with this token."""
        return self.gate.reader(token)


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Ranks the profiles, and settles what the best ones want where the wide answer left it open.

    A known scope that is not listed may still be granted, if it is none of `read:` and `edit:`.
    """

    gate: Gate
    profiles: Sequence[Profile]
    subject: Subject
    site: Site

    async def decided(self, seen: Observation) -> tuple[Fit, ...]:
        """Give the profiles in their order."""
        done: set[str] = set()
        while True:
            ranked = fits(self.profiles, self.subject, seen, link=self.site.link)
            leaders = equally_best(ranked) or ranked[:1]
            fit = next((each for each in leaders if each.profile.id not in done), None)
            if fit is None or len(done) == _MOST:
                return ranked
            done.add(fit.profile.id)
            wanted = _open_scopes(fit)
            if wanted:
                seen = _with_scopes(seen, await settle(self.gate, wanted))


def _needed(profiles: Collection[Profile]) -> tuple[Requirement, ...]:
    """Give what all profiles want to have read, each once.

    Not their scopes, which are settled already, nor who the agent should be: that is what the
    token tells.
    """
    every = {each.id: each for profile in profiles for each in requirements(profile)}
    beside = (ScopeRequirement, IdentityRequirement)
    return tuple(each for each in every.values() if not isinstance(each, beside))


def _scopes(profile: Profile) -> list[str]:
    rows = [each.row for each in requirements(profile) if isinstance(each, ScopeRequirement)]
    return [row.name for row in rows if row.level is not ScopeLevel.FORBIDDEN]


def _open_scopes(fit: Fit) -> list[str]:
    unknown = {each.requirement for each in fit.findings if each.state is State.UNKNOWN}
    return [name for name in _scopes(fit.profile) if f"scope:{name}" in unknown]


def _with_scopes(seen: Observation, settled: Settled) -> Observation:
    """Give what was seen with what is known of the scopes by now."""
    facts, before = settled.facts, seen.scopes
    if isinstance(before, Seen):
        facts = ScopeFacts(
            {**before.value.decided, **facts.decided},
            {**before.value.how, **facts.how},
            facts.held if facts.held is not None else before.value.held,
        )
    sign_in = seen.sign_in
    if isinstance(sign_in, Seen):
        listed = sign_in.value.listed or settled.sign_in.listed
        told = replace(sign_in.value, listed=listed, dead=sign_in.value.dead and not listed)
        sign_in = replace(sign_in, value=told)
    through = sign_in.through if isinstance(sign_in, Seen) else Through.OWN
    return replace(seen, sign_in=sign_in, scopes=Seen(facts, through))


def _agent(seen: Observation) -> str | None:
    """Name the agent behind the token, as HaloPSA lists it, else as the token does."""
    if not isinstance(seen.identity, Seen):
        return None
    identity = seen.identity.value
    agents = seen.agents.value if isinstance(seen.agents, Seen) else ()
    listed = (each for each in agents if identity.agent_id is not None)
    found = next((each for each in listed if each.id == identity.agent_id), None)
    return (text(found.name) if found else None) or identity.name
