"""The objects of HaloPSA's API that the program reads, as frozen typed records.

Field names are HaloPSA's own (halo-api.md §4 to §7, confidence S unless said otherwise). A field
that is absent, or that holds something of another type, is UNSET: absence is never turned into a
value. Unknown fields are ignored.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import UNSET, Struct, UnsetType

from wizard.secret import Secret


class Claim(Struct, frozen=True):
    """One permission of an agent or role: an opaque, case-sensitive code and a text (§4.2, L)."""

    type: str
    value: str | None | UnsetType = UNSET


class TeamRow(Struct, frozen=True):
    """An agent's or role's membership of a team (UnameSection)."""

    team_id: int | UnsetType = UNSET
    team_name: str | None | UnsetType = UNSET
    department_id: int | UnsetType = UNSET
    role_id: str | None | UnsetType = UNSET


class DepartmentRow(Struct, frozen=True):
    """An agent's or role's membership of a department (UnameDepartment); names may be absent."""

    department_id: int | UnsetType = UNSET
    department_name: str | None | UnsetType = UNSET
    role_id: str | None | UnsetType = UNSET


class Role(Struct, frozen=True):
    """A role (§5). `id` is a GUID text; `claims` may be missing from the answer (§10 no. 6)."""

    id: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    claims: tuple[Claim, ...] | UnsetType = UNSET
    teams: tuple[TeamRow, ...] | UnsetType = UNSET
    departments: tuple[DepartmentRow, ...] | UnsetType = UNSET


class Agent(Struct, frozen=True):
    """An agent, from the list or with details (§4.1, §4.3)."""

    id: int | UnsetType = UNSET
    name: str | UnsetType = UNSET
    email: str | None | UnsetType = UNSET
    isapiagent: bool | UnsetType = UNSET
    isdisabled: bool | UnsetType = UNSET
    team: str | None | UnsetType = UNSET
    workday_id: int | UnsetType = UNSET
    workday_name: str | None | UnsetType = UNSET
    roles: tuple[Role, ...] | UnsetType = UNSET
    claims: tuple[Claim, ...] | UnsetType = UNSET
    teams: tuple[TeamRow, ...] | UnsetType = UNSET
    departments: tuple[DepartmentRow, ...] | UnsetType = UNSET


class ApplicationScope(Struct, frozen=True):
    """One permission of an API application."""

    name: str | UnsetType = UNSET


class Application(Struct, frozen=True):
    """An API application (§7, S); value codes of `grant_type` are unknown."""

    id: str | int | UnsetType = UNSET
    client_id: str | UnsetType = UNSET
    display_name: str | UnsetType = UNSET
    grant_type: str | int | None | UnsetType = UNSET
    inactive: bool | UnsetType = UNSET
    loginas_agent_id: int | None | UnsetType = UNSET
    loginas_agent_name: str | None | UnsetType = UNSET
    loginas_client_id: int | None | UnsetType = UNSET
    scopes: tuple[ApplicationScope, ...] | UnsetType = UNSET


class AuthInfo(Struct, frozen=True):
    """What `GET /api/AuthInfo` tells before any sign-in (§1, C)."""

    auth_url: str | UnsetType = UNSET
    tenant_id: str | None | UnsetType = UNSET


@dataclass(frozen=True, slots=True)
class Instance:
    """One HaloPSA installation as discovered.

    `web` is the address a browser opens; `resource_server` is what API Details should show for it
    (halo-api.md §1, L: the web address), with the API under /api; `authorisation_server`
    carries no trailing slash; `tenant` is None on-premise or where the host identifies it.
    `discovered` tells whether AuthInfo gave the server (else the usual /auth is assumed).
    """

    web: str
    resource_server: str
    authorisation_server: str
    tenant: str | None
    discovered: bool
    version: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def api_root(self) -> str:
        """The address under which every path of the API stands (§1, L S)."""
        return f"{self.web}/api"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a token acts as, read from the id_token or access token; None where it does not say."""

    agent_id: int | None
    name: str | None
    email: str | None
    source: str


@dataclass(frozen=True, slots=True)
class TokenAnswer:
    """A token and what came with it.

    `granted` is None when the answer carried no `scope` (§2.3, §2.4): then nothing is known about
    what it may do. `asked` is what was requested. `expires_in` is in seconds. `refresh_token` comes
    only where a person signed in and asked for it (§2.2).
    """

    access_token: Secret
    asked: tuple[str, ...]
    granted: frozenset[str] | None
    identity: Identity | None
    expires_in: float
    refresh_token: Secret | None = None


@dataclass(frozen=True, slots=True)
class ProbeAnswer:
    """What a read probe got: the HTTP status, and how many rows where the body told (else None)."""

    status: int
    rows: int | None
    detail: str = ""
