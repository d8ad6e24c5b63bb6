"""A person's sign-in with the browser, as long as it lasts: made, renewed, and looked through."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from wizard.halo.agent_list import AgentList
from wizard.halo.authorise import Attempt
from wizard.halo.client import HaloReader
from wizard.halo.loopback import receive
from wizard.halo.records import Agent, TokenAnswer
from wizard.halo.redirect import redirect_uri
from wizard.halo.token_endpoint import EARLY, TokenEndpoint
from wizard.problems import Problem, ProblemError, problem
from wizard.secret import Secret

PATIENCE = 300.0  # seconds for a person to sign in, with a second factor and a call in between

# Everything that the wizard's own application holds, which its guide keeps small; `openid` says
# who signed in, `offline_access` brings the token that renews (halo-api.md §2.3, L; §2.4, L).
SCOPES = ("openid", "offline_access", "all", "all:teams")

# What a refused renewal says: the sign-in is over, and only a person can make a new one.
_OVER = ("token.invalid_grant", "token.invalid_client", "token.unauthorised_client")
# A refused token that is younger is not stale: the person lacks a right. Else a check that looks
# every few seconds would use up one refresh token after the other.
_YOUNG = 600.0  # seconds
_NO_RIGHT = ("http.unauthorised", "http.forbidden")

Rotated = Callable[[Secret], Awaitable[None]]
Newer = Callable[[], Awaitable[Secret | None]]


@dataclass(frozen=True, slots=True)
class SignInApplication:
    """The wizard's own application in HaloPSA. `secret` None: HaloPSA asks for none (§2.1)."""

    client_id: str
    port: int
    secret: Secret | None = None

    def proof(self) -> Mapping[str, str | Secret]:
        """Give what the application says of itself in a token request (§2.2)."""
        named: dict[str, str | Secret] = {"client_id": self.client_id}
        return named | {"client_secret": self.secret} if self.secret else named


async def sign_in(
    endpoint: TokenEndpoint,
    application: SignInApplication,
    show: Callable[[str], None],
    patience: float = PATIENCE,
) -> TokenAnswer:
    """Let a person sign in: `show` gets the address to open in the browser, once it can come back.

    Cancelled, it lets go of the port at once. Raises ProblemError: `sign_in.…`, `token.…`,
    `auth_server.other_host`, or what the network said.
    """
    endpoint.require_trust()
    attempt = Attempt.new(application.client_id, redirect_uri(application.port))
    address = attempt.address(endpoint.instance, SCOPES)
    code = await receive(application.port, attempt.code, lambda: show(address), patience)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": attempt.redirect_uri,
        "code_verifier": attempt.verifier,
        "scope": " ".join(SCOPES),
        **application.proof(),
    }
    try:
        return await endpoint.ask(form, SCOPES)
    except ProblemError as error:
        raise ProblemError(_refused(error.problem, application)) from None


def _refused(said: Problem, application: SignInApplication) -> Problem:
    """Say what a refused code means: some tenants want a secret from this application (§2.1, L)."""
    if said.code == "token.invalid_client" and application.secret is None:
        return problem("sign_in.secret_needed", said.detail)
    if said.code == "token.unauthorised_client":
        return problem("sign_in.wrong_method", said.detail)
    return said


class SignedIn:
    """One sign-in, in memory only: its token, and the refresh token that renews it.

    A refresh token is good once (§2.2, C), so a renewal that is under way is never cancelled with
    the check that wanted it, and `rotated` hears of each new one before anybody uses its token.
    `newer` gives what another run of the program may have kept since: it has used up ours then.
    """

    def __init__(
        self,
        application: SignInApplication,
        *,
        token: TokenAnswer | None = None,
        refresh: Secret | None = None,
        rotated: Rotated | None = None,
        newer: Newer | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Hold a token that was just given, or only a refresh token of an earlier run."""
        self.application = application
        self.agents = AgentList(clock)  # from one live look to the next
        self._clock = clock
        self._rotated = rotated
        self._newer = newer
        self._token: TokenAnswer | None = None
        self._end = self._young_until = 0.0
        self._refresh = refresh
        self._renewing: asyncio.Task[TokenAnswer] | None = None
        if token is not None:
            self._hold(token, clock())

    @property
    def refresh_token(self) -> Secret | None:
        """The token that renews, None where HaloPSA gave none."""
        return self._refresh

    @property
    def alive(self) -> bool:
        """Tell whether there is a token, or something to get one with."""
        return self._refresh is not None or (self._token is not None and not self._used_up())

    async def token(self, endpoint: TokenEndpoint) -> TokenAnswer:
        """Give the token, renewed shortly before its end.

        Raises ProblemError `sign_in.again` where only a person can go on, or what the network said.
        """
        if self._token is not None and not self._used_up():
            return self._token
        return await self._renewed(endpoint)

    async def renew(self, endpoint: TokenEndpoint, refused: TokenAnswer) -> TokenAnswer:
        """Give another token in place of one that was refused.

        The same one where it is young or nothing can renew it: then the refusal is meant. Raises as
        `token` does.
        """
        if self._token is not None and self._token is not refused:
            return self._token
        young = self._refresh is None or self._clock() < self._young_until
        if young and not self._used_up():
            return refused
        return await self._renewed(endpoint)

    async def settled(self) -> None:
        """Wait until no renewal is under way: its connection is needed until then."""
        if self._renewing is not None:
            await asyncio.wait({self._renewing})

    def _used_up(self) -> bool:
        return self._clock() >= self._end

    async def _renewed(self, endpoint: TokenEndpoint) -> TokenAnswer:
        if self._renewing is None:
            if self._refresh is None:
                raise ProblemError(problem("sign_in.again"))
            self._renewing = asyncio.create_task(self._ask(endpoint, self._refresh))
            self._renewing.add_done_callback(self._rest)
        return await asyncio.shield(self._renewing)

    def _rest(self, task: asyncio.Task[TokenAnswer]) -> None:
        self._renewing = None
        if not task.cancelled():
            task.exception()  # looked at, even where nobody waits for it any more

    async def _ask(self, endpoint: TokenEndpoint, refresh: Secret) -> TokenAnswer:
        started = self._clock()
        try:
            token = await self._asked(endpoint, refresh)
        except ProblemError as error:
            if error.problem.code not in _OVER:
                raise
            self._token = self._refresh = None
            raise ProblemError(problem("sign_in.again", error.problem.detail)) from None
        self._hold(token, started)
        if token.refresh_token is not None and self._rotated is not None:
            await self._rotated(token.refresh_token)
        return token

    async def _asked(self, endpoint: TokenEndpoint, refresh: Secret) -> TokenAnswer:
        """Ask with this refresh token; where it is used up, with the one that took its place."""
        try:
            return await endpoint.ask(self._form(refresh), SCOPES)
        except ProblemError as error:
            used_up = error.problem.code == "token.invalid_grant"
            newer = await self._newer() if self._newer is not None and used_up else None
            if newer is None or newer == refresh:
                raise
        return await endpoint.ask(self._form(newer), SCOPES)

    def _form(self, refresh: Secret) -> Mapping[str, str | Secret]:
        return {
            "grant_type": "refresh_token",
            "refresh_token": refresh,
            **self.application.proof(),
        }

    def _hold(self, token: TokenAnswer, started: float) -> None:
        self._token = token
        # A token that lives for less than the margin is used for half its life.
        self._end = started + max(token.expires_in - EARLY, token.expires_in / 2)
        self._young_until = started + _YOUNG
        self._refresh = token.refresh_token or self._refresh


class PersonGate:
    """HaloPSA through the eyes of the person who signed in; fulfils `wizard.checks.ports.Gate`."""

    def __init__(self, endpoint: TokenEndpoint, signed_in: SignedIn) -> None:
        self._endpoint = endpoint
        self._signed_in = signed_in

    @property
    def client_id(self) -> str:
        """The client id in use."""
        return self._signed_in.application.client_id

    async def token(self, scopes: Sequence[str] = SCOPES) -> TokenAnswer:  # noqa: ARG002
        """Give the person's token; it has the scopes that the sign-in asked for.

        Raises ProblemError `sign_in.again`, or what the network said.
        """
        return await self._signed_in.token(self._endpoint)

    def reader(self, token: TokenAnswer) -> PersonReader:
        """Read HaloPSA as the person."""

        async def renew(refused: TokenAnswer) -> TokenAnswer:
            return await self._signed_in.renew(self._endpoint, refused)

        return PersonReader(
            self._endpoint.transport,
            self._endpoint.instance,
            token,
            renew,
            agents=self._signed_in.agents,
        )


class PersonReader(HaloReader):
    """Reads HaloPSA as a person: what HaloPSA refuses is a right that this person lacks."""

    async def me(self) -> Agent:
        """Give the agent who signed in. Everybody may see that: a refusal is the sign-in's end."""
        try:
            return await super().me()
        except ProblemError as error:
            if error.problem.code == "sign_in.lacks_right":
                raise ProblemError(problem("sign_in.again", error.problem.detail)) from None
            raise

    async def _document(self, path: str, params: Mapping[str, str]) -> object:
        try:
            return await super()._document(path, params)
        except ProblemError as error:
            said = error.problem
            if said.code not in _NO_RIGHT:
                raise
            lacking = problem("sign_in.lacks_right", f"GET {path}: {said.detail}")
            raise ProblemError(replace(lacking, retry_after=said.retry_after)) from None
