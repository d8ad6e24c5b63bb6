"""Looks at a real HaloPSA for the flow: opens the instance, signs in, runs the check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import AsyncExitStack

from wizard.app.eyes import Pair, eyes_of_person, open_eyes, pair
from wizard.app.sessions import Sessions, application_of, key_of
from wizard.checks import connection
from wizard.checks.findings import Finding
from wizard.checks.look import Eyes, Progress
from wizard.checks.parts import needs_only_sign_in
from wizard.checks.ports import Reader
from wizard.checks.rules.case import Subject
from wizard.checks.run import needed, observe, run
from wizard.checks.snapshots import Check
from wizard.checks.taken import taken
from wizard.halo.glance import current
from wizard.halo.limits import Budgets
from wizard.halo.links import site_link
from wizard.halo.records import Instance
from wizard.halo.session import Halo
from wizard.halo.signed_in import PersonGate
from wizard.halo.transport import Bounds
from wizard.problems import ProblemError, problem
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup.ports import Show
from wizard.setup.screens.opening import SIGN_IN
from wizard.setup.sign_in import REFRESH
from wizard.setup.state import SecretPlace
from wizard.setup.subject import subject_of
from wizard.store.secrets import SessionKeychain

Proven = Callable[[dt.datetime, Check], Awaitable[None]]


class HaloInspector:
    """One for each setup in work. Keeps the connection to its instance open between checks.

    `budgets` is one for the whole run of the program: HaloPSA counts requests by instance.
    `bounds` replaces how long and how large a request may get. `sessions` are the sign-ins with the
    browser, which all setups share; without it this one keeps its own, in memory. `proven` takes
    each finished check of the whole profile, with the time when it began.
    """

    def __init__(
        self,
        profile: Profile,
        budgets: Budgets,
        bounds: Bounds | None = None,
        sessions: Sessions | None = None,
        proven: Proven | None = None,
    ) -> None:
        self._profile = profile
        self._proven = proven
        self._budgets = budgets
        self._bounds = bounds
        self._sessions = sessions or Sessions(SessionKeychain(), _service)
        self._stack = AsyncExitStack()
        self._open: tuple[tuple[str | None, ...], Halo] | None = None
        self._kept: tuple[Pair, Reader] | None = None

    async def discover(self, address: str, tenant: str | None) -> Instance:
        """Find the servers and tenant behind a web address. Raises ProblemError."""
        await self.close()
        return (await self._halo({"address": address, "tenant": tenant or ""})).instance

    async def inspect(
        self,
        answers: Mapping[str, str],
        secrets: Mapping[str, Secret],
        wanted: Collection[str] | None,
        progress: Progress,
        *,
        role_only: bool,
    ) -> tuple[Finding, ...]:
        """Check these requirement ids (None: all of the profile). Raises ProblemError."""
        halo = await self._halo(answers)
        if wanted and connection.ROLES in wanted:
            return await self._inspect_person(halo, answers, secrets)
        if wanted and connection.SIGN_IN in wanted:
            return await self._inspect_connection(halo, answers, secrets)
        own_only = needs_only_sign_in(needed(self._profile, wanted))
        eyes = await self._eyes(halo, answers, secrets, own_only=own_only)
        subject = subject_of(answers, setting_up=True)
        if wanted is None and self._proven is not None:
            return await self._prove(subject, halo, eyes, progress)
        return await run(
            self._profile, subject, halo, eyes, progress, wanted=wanted, role_only=role_only
        )

    async def sign_in(
        self, answers: Mapping[str, str], secrets: Mapping[str, Secret], show: Show
    ) -> None:
        """Let a person sign in with the browser. Raises ProblemError."""
        application = application_of(answers, secrets)
        await self._sessions.sign_in(await self._halo(answers), application, show)

    def signed_in(self, answers: Mapping[str, str]) -> str | None:
        """Name who is signed in, None where nobody is."""
        key = key_of(answers)
        return self._sessions.name(key) if key else None

    async def stay_signed_in(self, answers: Mapping[str, str], *, stay: bool) -> SecretPlace | None:
        """Keep what renews the sign-in, or no longer. Raises ProblemError keychain.*."""
        key = key_of(answers)
        if key and stay:
            return await self._sessions.stay(key)
        if key:
            await self._sessions.leave(key)
        return None

    async def sign_out(self, answers: Mapping[str, str]) -> None:
        """Forget the sign-in. Raises ProblemError keychain.*."""
        key = key_of(answers)
        if key:
            await self._sessions.sign_out(key)

    def link(self, answers: Mapping[str, str], screen: str) -> str | None:
        """Give the deep link to a screen of the instance, as far as the answers tell it."""
        web = answers.get("web")
        return site_link(web, screen) if web else None

    async def close(self) -> None:
        """Close the connection to the instance."""
        await self._sessions.settled()  # a renewal under way needs this connection
        self._open = self._kept = None
        await self._stack.aclose()

    async def _prove(
        self, subject: Subject, halo: Halo, eyes: Eyes, progress: Progress
    ) -> tuple[Finding, ...]:
        """Check everything, and hand on what is compared over time."""
        assert self._proven is not None  # noqa: S101 - asked before
        started = dt.datetime.now(dt.UTC)
        seen, findings = await observe(self._profile, subject, halo, eyes, progress)
        now, version = dt.datetime.now(dt.UTC), halo.instance.version
        await self._proven(started, taken(self._profile, seen, findings, at=now, version=version))
        return findings

    async def _inspect_connection(
        self, halo: Halo, answers: Mapping[str, str], secrets: Mapping[str, Secret]
    ) -> tuple[Finding, ...]:
        if "admin_client_id" not in answers or "admin_client_secret" not in secrets:
            raise ProblemError(problem("not_yet.credentials"))
        gate = halo.gate(answers["admin_client_id"], secrets["admin_client_secret"])
        return await connection.check(gate, halo)

    async def _inspect_person(
        self, halo: Halo, answers: Mapping[str, str], secrets: Mapping[str, Secret]
    ) -> tuple[Finding, ...]:
        try:
            gate = await self._person(halo, answers, secrets)
        except ProblemError as error:
            return (connection.nobody(error.problem),)
        return await connection.check_person(gate, halo)

    async def _person(
        self, halo: Halo, answers: Mapping[str, str], secrets: Mapping[str, Secret]
    ) -> PersonGate:
        application = application_of(answers, secrets)
        return await self._sessions.gate(halo, application, secrets.get(REFRESH))

    async def _eyes(
        self,
        halo: Halo,
        answers: Mapping[str, str],
        secrets: Mapping[str, Secret],
        *,
        own_only: bool,
    ) -> Eyes:
        own = pair(answers.get("client_id"), secrets.get("client_secret"))
        if own_only:
            return await open_eyes(halo, own, None)
        if answers.get("connection", SIGN_IN) == SIGN_IN:  # as the plan has it
            return await eyes_of_person(halo, own, self._person(halo, answers, secrets))
        administrator = None
        if answers.get("connection") == "admin":
            secret = secrets.get("admin_client_secret")
            administrator = pair(answers.get("admin_client_id"), secret)
        # Only what a person asks for needs a fresh administrator's token: it would show a change
        # of the wizard's own application. The integration's is always fresh.
        known = self._kept if current() is not None else None
        kept = known[1] if known and known[0] == administrator else None
        eyes = await open_eyes(halo, own, administrator, kept)
        if administrator and eyes.administrator:
            self._kept = administrator, eyes.administrator
        return eyes

    async def _halo(self, answers: Mapping[str, str]) -> Halo:
        """Give the open instance, opened anew when the address changed."""
        if not answers.get("address"):
            raise ProblemError(problem("address.empty"))
        key = (answers["address"], answers.get("tenant"), answers.get("trust_other_host"))
        if self._open is None or self._open[0] != key:
            await self.close()
            opening = Halo.open(
                answers["address"],
                answers.get("tenant") or None,
                trust_other_host=answers.get("trust_other_host") == "yes",
                budgets=self._budgets,
                bounds=self._bounds,
            )
            self._open = key, await self._stack.enter_async_context(opening)
        return self._open[1]


def _service(web: str, client_id: str) -> str:
    return f"{web} {client_id}"
