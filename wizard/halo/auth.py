"""The token endpoint with one client id and secret: the `Gate` of a check."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from wizard.halo.client import HaloReader
from wizard.halo.records import Instance, TokenAnswer
from wizard.halo.token_endpoint import EARLY, TokenEndpoint
from wizard.halo.transport import Transport
from wizard.secret import Secret


class AuthGate:
    """Asks for tokens with client credentials, and holds them in memory until shortly before
    their end: one for each list of scopes, never written anywhere.

    A token keeps the scopes it was given when an application changes (§2.4, C): call `forget`
    before a check that must see a change. `trust_other_host` is the person's yes to send the
    secret to an authorisation server on another host than the instance.
    """

    def __init__(
        self,
        transport: Transport,
        instance: Instance,
        client_id: str,
        secret: Secret,
        *,
        trust_other_host: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._endpoint = TokenEndpoint(transport, instance, trust_other_host=trust_other_host)
        self._client_id = client_id.strip()
        self._secret = secret
        self._clock = clock
        self._held: dict[tuple[str, ...], tuple[TokenAnswer, float]] = {}
        self._one_at_a_time = asyncio.Lock()

    @property
    def client_id(self) -> str:
        """The client id in use."""
        return self._client_id

    async def token(self, scopes: Sequence[str]) -> TokenAnswer:
        """Give a token for these scopes, a held one where it is still good.

        Raises ProblemError: `token.…`, `auth_server.other_host`, or what the network said.
        """
        asked = tuple(dict.fromkeys(scopes))
        async with self._one_at_a_time:
            held, end = self._held.get(asked, (None, 0.0))
            if held is not None and self._clock() < end:
                return held
            return await self._ask(asked)

    async def renew(self, refused: TokenAnswer) -> TokenAnswer:
        """Give another token in place of one that was refused, for the same scopes.

        Raises ProblemError as `token` does.
        """
        async with self._one_at_a_time:
            held, _ = self._held.get(refused.asked, (None, 0.0))
            if held is not None and held is not refused:
                return held  # somebody else has renewed it meanwhile
            return await self._ask(refused.asked)

    def forget(self) -> None:
        """Drop every held token."""
        self._held.clear()

    def reader(self, token: TokenAnswer) -> HaloReader:
        """Read HaloPSA with this token."""
        return HaloReader(self._endpoint.transport, self._endpoint.instance, token, self.renew)

    async def _ask(self, asked: tuple[str, ...]) -> TokenAnswer:
        form: dict[str, str | Secret] = {
            "grant_type": "client_credentials",
            "client_id": self._client_id,
            "client_secret": self._secret,
        }
        if asked:
            form["scope"] = " ".join(asked)
        started = self._clock()
        token = await self._endpoint.ask(form, asked)
        self._held[asked] = (token, started + token.expires_in - EARLY)
        return token
