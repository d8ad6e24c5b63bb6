"""What a check needs from HaloPSA, as protocols: the client fulfils them, and nothing here is HTTP.

Every method raises `ProblemError` when the answer cannot be had; a rule then says unknown, with
that problem as the cause.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from wizard.halo.records import (
    Agent,
    Application,
    Instance,
    ProbeAnswer,
    Role,
    TokenAnswer,
)


class Reader(Protocol):
    """HaloPSA as seen with one token. Sends GET only."""

    async def me(self) -> Agent:
        """Give the agent behind the token, with details where the answer has them."""

    async def agents(self) -> tuple[Agent, ...]:
        """Give every agent, API-only and disabled ones included."""

    async def agent(self, agent_id: int) -> Agent:
        """Give one agent with its details: claims, roles, teams, departments."""

    async def roles(self) -> tuple[Role, ...]:
        """Give every role."""

    async def role(self, role_id: str) -> Role:
        """Give one role with its details."""

    async def applications(self) -> tuple[Application, ...]:
        """Give the API applications, where this instance shows them; the list may be short of
        their details.
        """

    async def application(self, application_id: str) -> Application:
        """Give one API application with its details."""

    async def probe(self, path: str) -> ProbeAnswer:
        """GET one row of `path` (as in the probe table); 401, 403 and 404 are answers."""


class Gate(Protocol):
    """The token endpoint with one client id and secret."""

    @property
    def client_id(self) -> str:
        """The client id in use."""

    async def token(self, scopes: Sequence[str]) -> TokenAnswer:
        """Ask for a token. Raises ProblemError: token.invalid_client, token.invalid_scope, …."""

    def reader(self, token: TokenAnswer) -> Reader:
        """Read HaloPSA with this token."""


class Site(Protocol):
    """One discovered instance and its deep links."""

    @property
    def instance(self) -> Instance:
        """What was discovered."""

    def link(self, screen: str, key: str | int | None = None) -> str | None:
        """Give the deep link to a screen of Halo (`agents`, `agent`, `roles`, `role`, `teams`,
        `api`, `applications`, `application`), or None where no address is known.
        """
