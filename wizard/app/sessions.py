"""The sign-ins of this run of the program: one for each instance and application, for all setups.

They are in memory. What renews one is in the keychain only if the person asked to stay signed in.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from wizard.checks.rules.case import text
from wizard.halo.records import TokenAnswer
from wizard.halo.session import Halo
from wizard.halo.signed_in import PATIENCE, PersonGate, SignedIn, SignInApplication, sign_in
from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.secret import Secret
from wizard.setup import sign_in as names
from wizard.setup.ports import Keychain
from wizard.setup.state import SecretPlace

Key = tuple[str, str]  # the instance's web address, the application's client id
Answers = Mapping[str, str]

_log = logging.getLogger(__name__)


class Sessions:
    """Used from one event loop.

    `service` names the keychain entry of an instance and client id. `patience` is how many seconds
    a person has for a sign-in.
    """

    def __init__(
        self, keychain: Keychain, service: Callable[[str, str], str], *, patience: float = PATIENCE
    ) -> None:
        self._keychain = keychain
        self._service = service
        self._patience = patience
        self._held: dict[Key, SignedIn] = {}
        self._names: dict[Key, str] = {}
        self._stored: set[Key] = set()

    def name(self, key: Key) -> str | None:
        """Name who is signed in; None where nobody is."""
        held = self._held.get(key)
        return self._names.get(key) if held is not None and held.alive else None

    async def sign_in(
        self, halo: Halo, application: SignInApplication, show: Callable[[str], None]
    ) -> None:
        """Let a person sign in with the browser. Raises ProblemError; then all is as it was."""
        key = _key(halo, application)
        token = await sign_in(halo.token_endpoint, application, show, self._patience)
        self._held[key] = SignedIn(
            application,
            token=token,
            rotated=partial(self._rotated, key),
            newer=partial(self._newer, key),
        )
        self._names[key] = await _name(halo.person(self._held[key]), token)

    async def gate(
        self, halo: Halo, application: SignInApplication, stored: Secret | None
    ) -> PersonGate:
        """Give HaloPSA as who is signed in; `stored` is what an earlier run kept of it.

        Raises ProblemError sign_in.needed, sign_in.again, or what the network said.
        """
        gate = self.kept(halo, application, stored)
        token = await gate.token()
        key = _key(halo, application)
        if key not in self._names:
            self._names[key] = await _name(gate, token)
        return gate

    def kept(self, halo: Halo, application: SignInApplication, stored: Secret | None) -> PersonGate:
        """Give the same before anything is asked of HaloPSA. Raises ProblemError sign_in.needed."""
        key = _key(halo, application)
        if key not in self._held and stored is not None:
            self._held[key] = SignedIn(
                application,
                refresh=stored,
                rotated=partial(self._rotated, key),
                newer=partial(self._newer, key),
            )
            self._stored.add(key)
        if key not in self._held:
            raise ProblemError(problem("sign_in.needed"))
        return halo.person(self._held[key])

    async def stay(self, key: Key) -> SecretPlace | None:
        """Keep what renews the sign-in in the keychain, now and at each renewal.

        None where nobody is signed in, or HaloPSA gave nothing to keep. Raises ProblemError
        keychain.*; then nothing is kept.
        """
        held = self._held.get(key)
        if held is None or held.refresh_token is None:
            return None
        place = await asyncio.to_thread(
            self._keychain.keep, self._service(*key), held.refresh_token
        )
        self._stored.add(key)
        return place

    async def leave(self, key: Key) -> None:
        """Keep nothing of the sign-in in the keychain any more. Raises ProblemError keychain.*."""
        self._stored.discard(key)
        await asyncio.to_thread(self._forget, key)

    def no_longer_kept(self, services: Iterable[str]) -> None:
        """Take that these keychain entries are gone: no renewal is to bring them back."""
        gone = set(services)
        self._stored = {key for key in self._stored if self._service(*key) not in gone}

    async def sign_out(self, key: Key) -> None:
        """Forget the sign-in, in memory and in the keychain. Raises ProblemError keychain.*."""
        was_stored = key in self._stored
        self._held.pop(key, None)
        self._names.pop(key, None)
        if was_stored:
            await self.leave(key)

    async def settled(self) -> None:
        """Wait until no sign-in is being renewed: what comes of it would be lost."""
        for held in tuple(self._held.values()):
            await held.settled()

    async def _rotated(self, key: Key, refresh: Secret) -> None:
        """Put the new refresh token in the place of the one that is used up.

        A keychain that refuses costs nothing now: memory has the new one. But then the used one
        must not be tried at the next start.
        """
        if key not in self._stored:
            return
        try:
            await asyncio.to_thread(self._keychain.keep, self._service(*key), refresh)
        except ProblemError as error:
            _log.warning("a renewed sign-in could not be kept: %s", error.problem.code)
            with contextlib.suppress(ProblemError):
                await asyncio.to_thread(self._forget, key)

    async def _newer(self, key: Key) -> Secret | None:
        """Give what is kept of the sign-in now: a scheduled run may have renewed it, too."""
        if key not in self._stored:
            return None
        with contextlib.suppress(ProblemError):
            return await asyncio.to_thread(self._keychain.get, self._place(key))
        return None

    def _forget(self, key: Key) -> None:
        self._keychain.forget(self._place(key))

    def _place(self, key: Key) -> SecretPlace:
        return SecretPlace(self._service(*key), in_keychain=True, backend="")


def key_of(answers: Answers) -> Key | None:
    """Give whose sign-in a setup uses, as far as its answers tell."""
    web, client_id = answers.get("web"), answers.get(names.CLIENT_ID)
    return (web, client_id) if web and client_id else None


def application_of(answers: Answers, secrets: Mapping[str, Secret]) -> SignInApplication:
    """Give the wizard's own application as answered. Raises ProblemError sign_in.needed."""
    client_id = answers.get(names.CLIENT_ID)
    if not client_id:
        raise ProblemError(problem("sign_in.needed"))
    return SignInApplication(client_id, names.port_of(answers), secrets.get(names.CLIENT_SECRET))


def _key(halo: Halo, application: SignInApplication) -> Key:
    return halo.instance.web, application.client_id


async def _name(gate: PersonGate, token: TokenAnswer) -> str:
    """Name who signed in, as HaloPSA does, else as the token does."""
    said = token.identity.name or token.identity.email if token.identity else None
    try:
        me = await gate.reader(token).me()
    except ProblemError:
        return said or tr("an agent")
    return text(me.name) or said or tr("an agent")
