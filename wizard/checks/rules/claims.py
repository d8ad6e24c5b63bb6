"""The claims of an agent and its roles: what may be read from them, and from their absence.

An absent claim means No only where the same answer shows that claims can be seen (halo-api.md
§10; contract: a finding). A low one means low only where no holder hides a higher one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import UnsetType

from wizard.checks.observation import Seen, Through
from wizard.checks.rules.case import Case, text, through
from wizard.halo.permissions import effective, permission_table
from wizard.halo.records import Claim, Role
from wizard.language import tr

ADMINISTRATOR = "SA"
ITSELF = ""  # the holder that is the agent itself; a role goes by its name


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims that count, whether they are all there are, how they were read, and where they
    are set in Halo.
    """

    pairs: tuple[tuple[str, Claim], ...]
    complete: bool
    how: str
    place: str


def claims_of(case: Case, role: str | None = None) -> Claims | None:
    """Gather the claims of the agent and its roles; None where the agent was not read.

    `role` names the role on which the guide sets them.
    """
    agent = case.agent()
    if agent is None:
        return None
    roles = agent.roles if not isinstance(agent.roles, UnsetType) else ()
    pairs = (*_pairs(ITSELF, agent.claims), *_role_pairs(roles))
    shown = not isinstance(agent.claims, UnsetType) and not isinstance(agent.roles, UnsetType)
    complete = shown and all(isinstance(role.claims, tuple) and role.claims for role in roles)
    if isinstance(case.seen.agent, Seen) and case.seen.agent.through is Through.OWN:
        # Whether an agent is shown its own claims is unknown (§10 no. 5): none may mean hidden.
        complete = complete and bool(agent.claims)
    # Where no code at all is known, HaloPSA may call everything otherwise: absence proves nothing.
    readable = any(permission_table().by_code(claim.type) for _, claim in pairs)
    name = text(agent.name) or tr("the agent")
    place = place_on_role(role) if role else f"Agents > {name} > Permissions"
    return Claims(pairs, readable and complete, through(case.seen.agent), place)


def claims_of_role(role: Role) -> Claims:
    """Gather the claims of one role by itself."""
    pairs = tuple(_role_pairs((role,)))
    name = text(role.name) or tr("the role")
    return Claims(pairs, bool(pairs), tr("read from the role"), place_on_role(name))


def place_on_role(name: str) -> str:
    """Name the place in Halo where a role's permissions are set."""
    return f"Roles > {name} > Permissions"


def is_administrator(claims: Claims) -> bool | None:
    """Tell whether SA=true is held, which overrides the rest (§4.2).

    None where it has a value that is not in the table, and so may mean Yes.
    """
    permission = permission_table().by_code(ADMINISTRATOR)
    assert permission is not None  # noqa: S101 - the table always has it
    result = effective(permission, claims.pairs)
    if result.at_least(1):
        return True
    return False if result.certain else None


def _pairs(holder: str, claims: object) -> Iterator[tuple[str, Claim]]:
    if isinstance(claims, tuple):
        yield from ((holder, claim) for claim in claims)


def _role_pairs(roles: tuple[Role, ...]) -> Iterator[tuple[str, Claim]]:
    for role in roles:
        yield from _pairs(text(role.name) or tr("(no name)"), role.claims)
