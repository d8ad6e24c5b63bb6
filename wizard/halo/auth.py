"""The token endpoint with one client id and secret: the `Gate` of a check."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from typing import NoReturn

from wizard.halo.address import host_of
from wizard.halo.answer import Answer
from wizard.halo.client import HaloReader
from wizard.halo.discovery import same_host
from wizard.halo.failures import refusal, short_text
from wizard.halo.guard import token_endpoint
from wizard.halo.identity import identity_of
from wizard.halo.records import Instance, TokenAnswer
from wizard.halo.transport import Transport
from wizard.problems import ProblemError, problem
from wizard.secret import Secret

_EARLY = 60.0  # seconds before its end that a token counts as used up (halo-api.md §2.3)
_USUAL_LIFETIME = 3600.0  # (§2.3, L), for an answer that does not say
_TOKEN = re.compile(r"[\x21-\x7e]+")  # what a header can carry

# OAuth's error codes that this product has a remedy for (§2.5).
_ERRORS = {
    "invalid_client": "token.invalid_client",
    "invalid_scope": "token.invalid_scope",
    "unauthorized_client": "token.unauthorised_client",
}


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
        self._transport = transport
        self._instance = instance
        self._client_id = client_id.strip()
        self._secret = secret
        self._trust_other_host = trust_other_host
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
        return HaloReader(self._transport, self._instance, token, self.renew)

    async def _ask(self, asked: tuple[str, ...]) -> TokenAnswer:
        if not (self._trust_other_host or same_host(self._instance)):
            server = host_of(self._instance.authorisation_server)
            raise ProblemError(problem("auth_server.other_host", server))
        form: dict[str, str | Secret] = {
            "grant_type": "client_credentials",
            "client_id": self._client_id,
            "client_secret": self._secret,
        }
        if asked:
            form["scope"] = " ".join(asked)
        tenant = self._instance.tenant
        started = self._clock()
        answer = await self._transport.post_token(
            token_endpoint(self._instance), form, {"tenant": tenant} if tenant else {}
        )
        if answer.status != 200:
            self._refuse(answer)
        token = self._read(answer, asked)
        self._held[asked] = (token, started + token.expires_in - _EARLY)
        return token

    def _read(self, answer: Answer, asked: tuple[str, ...]) -> TokenAnswer:
        """Read a token answer leniently: only the access token must be there (§2.3)."""
        try:
            document = answer.json()
        except ProblemError as error:
            raise _unexpected(error.problem.detail) from None
        fields = document if isinstance(document, dict) else {}
        text = fields.get("access_token")
        if not isinstance(text, str) or not _TOKEN.fullmatch(text):
            raise _unexpected("200 without an access token")
        kind = fields.get("token_type", "Bearer")
        if not isinstance(kind, str) or kind.lower() != "bearer":
            raise _unexpected("200 with a token that is not a bearer token")
        return TokenAnswer(
            access_token=Secret(text),
            asked=asked,
            granted=_granted(fields.get("scope")),
            identity=identity_of(fields.get("id_token"), text),
            expires_in=_lifetime(fields.get("expires_in")),
        )

    def _refuse(self, answer: Answer) -> NoReturn:
        """Raise what a refusal of the token endpoint means (§2.5)."""
        said = short_text(answer, (self._secret,))
        error = _error_code(answer)
        if error in _ERRORS:
            detail = f"{answer.status} {error}" + (f": {said}" if said != error else "")
            raise ProblemError(problem(_ERRORS[error], detail))
        if answer.status == 500:
            raise ProblemError(problem("token.server_error", f"500: {said}" if said else "500"))
        if answer.status == 429 or answer.status > 500:
            raise ProblemError(refusal(answer, (self._secret,)))
        raise _unexpected(f"{answer.status}: {said}" if said else f"{answer.status}")


def _unexpected(detail: str) -> ProblemError:
    return ProblemError(problem("token.unexpected", detail))


def _error_code(answer: Answer) -> str:
    try:
        document = answer.json()
    except ProblemError:
        return ""
    error = document.get("error") if isinstance(document, dict) else None
    return error if isinstance(error, str) else ""


def _granted(scope: object) -> frozenset[str] | None:
    """Read `scope`; None where the answer carries none, which tells nothing (§2.4, L)."""
    if isinstance(scope, str):
        return frozenset(scope.split())
    if isinstance(scope, list) and all(isinstance(name, str) for name in scope):
        return frozenset(scope)
    return None


def _lifetime(expires_in: object) -> float:
    try:
        seconds = float(expires_in) if isinstance(expires_in, int | float | str) else None
    except (ValueError, OverflowError):
        seconds = None
    if seconds is None or not 0 < seconds < 86_400 * 366:  # also NaN
        return _USUAL_LIFETIME
    return seconds
