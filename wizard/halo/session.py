"""One instance, opened: what was discovered, its deep links, and gates to its token endpoint."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from wizard.halo.address import on_loopback, web_address
from wizard.halo.auth import AuthGate
from wizard.halo.discovery import discover
from wizard.halo.limits import Budgets
from wizard.halo.links import site_link
from wizard.halo.records import Instance
from wizard.halo.signed_in import PersonGate, SignedIn
from wizard.halo.token_endpoint import TokenEndpoint
from wizard.halo.transport import Bounds, Transport
from wizard.secret import Secret


class Halo:
    """An opened instance; fulfils `wizard.checks.ports.Site`.

    Used from one event loop, inside its context: `async with Halo.open(address) as halo: …`.
    Everything shares one HTTP client, which is closed at the end, and one request budget.
    """

    def __init__(self, instance: Instance, transport: Transport, trust_other_host: bool) -> None:
        self._instance = instance
        self._transport = transport
        self._trust_other_host = trust_other_host

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        address: str,
        tenant: str | None = None,
        *,
        auth_url: str | None = None,
        trust_other_host: bool = False,
        budgets: Budgets | None = None,
        bounds: Bounds | None = None,
        inner: httpx.AsyncBaseTransport | None = None,
    ) -> AsyncIterator[Halo]:
        """Discover the instance behind an address and open it.

        `auth_url` names the authorisation server by hand; naming it is the person's yes to send a
        secret there, as `trust_other_host` is for a discovered one. Hand in one `budgets` for the
        whole run of the program. `inner` replaces the network in tests. Raises ProblemError.
        """
        web = web_address(address)
        transport = Transport(
            (budgets or Budgets()).of(web), bounds=bounds, direct=on_loopback(web), inner=inner
        )
        try:
            instance = await discover(transport, web, tenant, auth_url)
            transport.permit(instance)
            yield cls(instance, transport, trust_other_host or bool(auth_url))
        finally:
            await transport.aclose()

    @property
    def instance(self) -> Instance:
        """What was discovered."""
        return self._instance

    def gate(self, client_id: str, secret: Secret) -> AuthGate:
        """Give the token endpoint with one client id and secret."""
        return AuthGate(
            self._transport,
            self._instance,
            client_id,
            secret,
            trust_other_host=self._trust_other_host,
        )

    @property
    def token_endpoint(self) -> TokenEndpoint:
        """The token endpoint, for a person's sign-in."""
        return TokenEndpoint(
            self._transport, self._instance, trust_other_host=self._trust_other_host
        )

    def person(self, signed_in: SignedIn) -> PersonGate:
        """Give HaloPSA as the person sees it who signed in."""
        return PersonGate(self.token_endpoint, signed_in)

    def link(self, screen: str, key: str | int | None = None) -> str | None:
        """Give the deep link to a screen of this instance (see `wizard.halo.links`)."""
        return site_link(self._instance.web, screen, key)
