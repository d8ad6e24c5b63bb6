"""The secrets of one setup in the keychain, and those at hand for a look that nobody asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping

from wizard.halo.glance import current
from wizard.problems import Problem, problem
from wizard.secret import Secret
from wizard.setup.ports import Keychain
from wizard.setup.state import SecretPlace


def why_gone(place: SecretPlace) -> Problem:
    """Say why the secret of this place cannot be had, where no keychain has refused it."""
    if place.in_keychain:
        return problem("keychain.gone")
    return problem("secret.not_in_file" if place.elsewhere else "secret.session_over")


class Vault:
    """Keeps and gives secrets; the keychain may block, so it is asked in a worker thread.

    `service` names the keychain entry for (setup id, input name).
    """

    def __init__(self, keychain: Keychain, service: Callable[[str, str], str]) -> None:
        self._keychain = keychain
        self._service = service
        self._at_hand: dict[str, Secret | None] = {}

    async def keep(
        self, setup_id: str, name: str, secret: Secret, *, memory_only: bool
    ) -> SecretPlace:
        """Put a secret into the keychain, or hold it for this session. Raises ProblemError."""
        store = self._keychain.hold if memory_only else self._keychain.keep
        place = await asyncio.to_thread(store, self._service(setup_id, name), secret)
        self._at_hand[name] = secret
        return place

    async def get(self, place: SecretPlace) -> Secret | None:
        """Give a secret back; None where it is gone. Raises ProblemError."""
        return await asyncio.to_thread(self._keychain.get, place)

    async def backend(self) -> str:
        """Name the keychain. Raises ProblemError keychain.missing."""
        return await asyncio.to_thread(self._keychain.backend)

    async def forget(self, place: SecretPlace) -> None:
        """Delete a secret. Raises ProblemError."""
        await asyncio.to_thread(self._keychain.forget, place)

    async def known(
        self, names: Collection[str], places: Mapping[str, SecretPlace], *, but: Collection[str]
    ) -> dict[str, Secret]:
        """Read the secrets of these names that have a place. For a live look only once: the
        keychain may ask the person to unlock it. Those in `but` are not read anew.
        """
        for name in names:
            if name not in places:
                self._at_hand.pop(name, None)
            elif name in but:
                continue
            elif current() is None or name not in self._at_hand:
                self._at_hand[name] = None
                self._at_hand[name] = await self.get(places[name])
        return {name: secret for name, secret in self._at_hand.items() if secret is not None}
