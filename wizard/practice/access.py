"""Who calls the API, and what that caller may read.

Access = the token's scopes, and the rights of the agent it acts as (halo-api.md §2.4, D), then
visibility. Assumptions of the simulator, where nothing is documented: a disabled agent still gets
a token and every call answers 401; a token that acts as a user answers 403 to all the API.
"""

from __future__ import annotations

from dataclasses import dataclass

from wizard.practice import rights, scopes
from wizard.practice.instance import Instance
from wizard.practice.model import Agent
from wizard.practice.tables import Probe
from wizard.practice.tokens import Grant

_UNAUTHORISED_WITHOUT = "admin:webhooks"  # this one answers 401, not 403 (§6, L)


class RefusedError(Exception):
    """The call is refused with this status; the body stays empty (§8.2)."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Caller:
    """The agent behind a token, and the token's scopes."""

    agent: Agent
    scopes: frozenset[str]


def find_grant(instance: Instance, authorization: str) -> Grant | None:
    """Give what the bearer token of an Authorization header stands for, None if it is not valid."""
    kind, _, token = authorization.partition(" ")
    return instance.tokens.find(token.strip()) if kind.casefold() == "bearer" else None


def caller(instance: Instance, grant: Grant | None) -> Caller:
    """Give the caller behind the grant. Raises RefusedError.

    401: no valid token, a token without scopes (§2.4, L), or a disabled agent.
    """
    if grant is None or not grant.scopes:
        raise RefusedError(401)
    if grant.agent_id is None:
        raise RefusedError(403)
    agent = instance.world.state.agents.get(grant.agent_id)
    if agent is None or not agent.active:
        raise RefusedError(401)
    return Caller(agent, grant.scopes)


def require_administrator(instance: Instance, who: Caller) -> None:
    """Refuse with 403 unless the agent is an administrator (§4.1; TopLeft's guide, D)."""
    if not rights.is_administrator(instance.world.state, who.agent):
        raise RefusedError(403)


def require_probe(instance: Instance, who: Caller, probe: Probe) -> int:
    """Refuse unless scope and right open this list; give the right's level (0: none is needed).

    401 without admin:webhooks, else 403.
    """
    if probe.scope and not scopes.opens(who.scopes, probe.scope):
        raise RefusedError(401 if probe.scope == _UNAUTHORISED_WITHOUT else 403)
    needed = _claims(probe)
    levels = [rights.level(instance.world.state, who.agent, code) for code in needed]
    if needed and not any(levels):
        raise RefusedError(403)
    return max(levels, default=0)


def _claims(probe: Probe) -> tuple[str, ...]:
    """Give the claims of which one must be above no access.

    The table names none for projects, which are tickets too: either right opens them (assumed).
    """
    if probe.path == "/Projects":
        return ("Tx", "Px")
    return (probe.permission,) if probe.permission else ()
