"""One token request and its answer, whatever the grant (halo-api.md §2.2 to §2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NoReturn

from wizard.halo.address import host_of
from wizard.halo.answer import Answer
from wizard.halo.discovery import same_host
from wizard.halo.failures import refusal, short_text
from wizard.halo.guard import token_endpoint
from wizard.halo.identity import identity_of
from wizard.halo.records import Instance, TokenAnswer
from wizard.halo.transport import Transport
from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.secret import Secret

EARLY = 60.0  # seconds before its end that a token counts as used up (halo-api.md §2.3)
_USUAL_LIFETIME = 3600.0  # (§2.3, L), for an answer that does not say
_TOKEN = re.compile(r"[\x21-\x7e]+")  # what a header can carry

# OAuth's error codes that this product has a remedy for (§2.5).
_ERRORS = {
    "invalid_client": "token.invalid_client",
    "invalid_grant": "token.invalid_grant",
    "invalid_scope": "token.invalid_scope",
    "unauthorized_client": "token.unauthorised_client",
}


class TokenEndpoint:
    """Asks one instance's authorisation server for tokens, and remembers none.

    `trust_other_host` is the person's yes to send secrets to an authorisation server on another
    host than the instance.
    """

    def __init__(
        self, transport: Transport, instance: Instance, *, trust_other_host: bool = False
    ) -> None:
        self.transport = transport
        self.instance = instance
        self._trust_other_host = trust_other_host

    def require_trust(self) -> None:
        """Raise ProblemError `auth_server.other_host` unless secrets may be sent there."""
        if not (self._trust_other_host or same_host(self.instance)):
            server = host_of(self.instance.authorisation_server)
            raise ProblemError(problem("auth_server.other_host", server))

    async def ask(self, form: Mapping[str, str | Secret], asked: tuple[str, ...]) -> TokenAnswer:
        """Send one token request; `asked` is what the token is for, whether the form says so.

        Raises ProblemError: `token.…`, `auth_server.other_host`, or what the network said.
        """
        self.require_trust()
        tenant = self.instance.tenant
        answer = await self.transport.post_token(
            token_endpoint(self.instance), form, {"tenant": tenant} if tenant else {}
        )
        if answer.status != 200:
            _refuse(answer, [each for each in form.values() if isinstance(each, Secret)])
        return _read(answer, asked)


def _read(answer: Answer, asked: tuple[str, ...]) -> TokenAnswer:
    """Read a token answer leniently: only the access token must be there (§2.3)."""
    try:
        document = answer.json()
    except ProblemError as error:
        raise _unexpected(error.problem.detail) from None
    fields = document if isinstance(document, dict) else {}
    text = fields.get("access_token")
    if not isinstance(text, str) or not _TOKEN.fullmatch(text):
        raise _unexpected(tr("200 without an access token"))
    kind = fields.get("token_type", "Bearer")
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise _unexpected(tr("200 with a token that is not a bearer token"))
    refresh = fields.get("refresh_token")
    return TokenAnswer(
        access_token=Secret(text),
        asked=asked,
        granted=_granted(fields.get("scope")),
        identity=identity_of(fields.get("id_token"), text),
        expires_in=_lifetime(fields.get("expires_in")),
        refresh_token=Secret(refresh) if isinstance(refresh, str) and refresh else None,
    )


def _refuse(answer: Answer, hide: Iterable[Secret]) -> NoReturn:
    """Raise what a refusal of the token endpoint means (§2.5)."""
    said = short_text(answer, hide)
    error = _error_code(answer)
    if error in _ERRORS:
        detail = f"{answer.status} {error}" + (f": {said}" if said != error else "")
        raise ProblemError(problem(_ERRORS[error], detail))
    if answer.status == 500:
        raise ProblemError(problem("token.server_error", f"500: {said}" if said else "500"))
    if answer.status == 429 or answer.status > 500:
        raise ProblemError(refusal(answer, hide))
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
