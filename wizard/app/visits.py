"""Re-checks saved setups on real instances: what their connections share is made and read once.

Sends GET and the token POST only, opens no browser, and changes nothing but the history. Whoever
wants to re-check setups puts this together and hands it to `wizard.fleet.runner.recheck`.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Hashable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from wizard import __version__
from wizard.app.kept_secrets import ADMINISTRATOR, OWN, Secrets
from wizard.app.sessions import Sessions, application_of
from wizard.checks import connection
from wizard.checks.acceptance import Weighed, weigh
from wizard.checks.findings import Report
from wizard.checks.look import Eyes
from wizard.checks.ports import Gate, Reader
from wizard.checks.run import observe, out_of_reach
from wizard.checks.shared import ClosedGate, Once, SharedGate, SharedReader
from wizard.checks.snapshots import Check
from wizard.checks.taken import taken
from wizard.fleet.names import name_of
from wizard.fleet.outcome import Outcome
from wizard.halo.address import web_address
from wizard.halo.limits import Budgets
from wizard.halo.session import Halo
from wizard.halo.together import together
from wizard.halo.transport import Bounds
from wizard.problems import Problem, ProblemError
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup import sign_in
from wizard.setup.runs import Run
from wizard.setup.screens.opening import SIGN_IN
from wizard.setup.standing import with_words
from wizard.setup.state import SetupState
from wizard.setup.subject import subject_of
from wizard.store.history import History

Profiles = Callable[[str], Profile]  # by id; raises ProblemError profile.*

# The secrets that each kind of connection needs beside the integration's own.
_NEEDED = {SIGN_IN: (sign_in.CLIENT_SECRET, sign_in.REFRESH), "admin": (ADMINISTRATOR,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class HaloVisits:
    """Opens instances for a re-check; fulfils `wizard.fleet.ports.Visits`. Used from one loop.

    `budgets` are the program's (see `wizard.halo.limits`); `history` None writes and compares
    nothing. `bounds` replaces how long and how large a request may get.
    """

    profiles: Profiles
    secrets: Secrets
    sessions: Sessions
    history: History | None
    budgets: Budgets
    bounds: Bounds | None = None

    @asynccontextmanager
    async def visit(self, host: str) -> AsyncIterator[HaloVisit]:  # noqa: ARG002 - the setups know
        """Give the instance; it is found when its first setup is checked."""
        once = Once()
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.sessions.settled)  # a renewal needs the connection
            stack.push_async_callback(once.close)
            yield HaloVisit(self, once, stack)


class HaloVisit:
    """One instance; fulfils `wizard.fleet.ports.Visit`."""

    def __init__(self, visits: HaloVisits, once: Once, stack: AsyncExitStack) -> None:
        self._visits = visits
        self._once = once
        self._stack = stack
        self._gates: dict[Hashable, SharedGate] = {}

    async def check(self, state: SetupState) -> Outcome:
        """Check one setup, and write what was found into the history."""
        started = dt.datetime.now(dt.UTC)
        try:
            profile = self._visits.profiles(state.profile_id)
        except ProblemError as error:
            return Outcome(
                setup_id=state.id, name=name_of(state), started=started, report=None,
                failed=error.problem,
            )  # fmt: skip
        web, check = await self._look(profile, state)
        words = with_words(check.findings, state.confirmed)
        report = Report(profile.id, profile.source.seen, web, check.at, words)
        kept = await self._keep(
            Run(
                setup_id=state.id,
                started=started,
                program=__version__,
                exit_code=report.exit_code(),
                check=check,
            )
        )
        return Outcome(
            setup_id=state.id,
            name=name_of(state),
            started=started,
            report=report,
            drifts=kept.drifts,
            before=kept.before,
            unkept=kept.unkept,
            guide=profile.source,
            version=check.version,
            confirmed=tuple(state.confirmed.items()),
        )

    async def _look(self, profile: Profile, state: SetupState) -> tuple[str, Check]:
        """Look at the instance: give its web address, and the check."""
        subject = subject_of(state.answers, setting_up=state.finished is None)
        web = state.answers.get("address") or state.answers.get("web") or ""
        version = None
        try:
            web = web_address(web)
            halo, found = await together(self._halo(web, state), self._secrets(state))
            version = halo.instance.version
            eyes = self._eyes(halo, state, found)
            seen, findings = await observe(profile, subject, halo, eyes, _ignore)
        except ProblemError as error:
            seen, findings = out_of_reach(profile, subject, error.problem)
        now = dt.datetime.now(dt.UTC)
        return web, taken(profile, seen, findings, at=now, version=version)

    async def _keep(self, run: Run) -> _Kept:
        """Write a run into the history; tell what changed, and how the run before ended."""
        history = self._visits.history
        if history is None:
            return _Kept()
        try:
            return await asyncio.to_thread(_kept, history, run)
        except ProblemError as error:
            gone = error.problem.code == "history.no_setup"  # removed meanwhile: nothing is amiss
            return _Kept() if gone else _Kept(unkept=error.problem)

    async def _halo(self, web: str, state: SetupState) -> Halo:
        """Give the open instance: one discovery for all setups that see it alike."""
        tenant = state.answers.get("tenant") or None
        trust = state.answers.get("trust_other_host") == "yes"

        async def opened() -> Halo:
            visits = self._visits
            opening = Halo.open(
                web,
                tenant,
                trust_other_host=trust,
                budgets=visits.budgets,
                bounds=visits.bounds,
            )
            return await self._stack.enter_async_context(opening)

        return await self._once.do(("halo", web, tenant, trust), opened)

    async def _secrets(self, state: SetupState) -> Mapping[str, Secret | Problem]:
        """Get what the setup's connections need, or why it cannot be had."""
        found: dict[str, Secret | Problem] = {}
        for name in (OWN, *_NEEDED.get(state.answers.get("connection", SIGN_IN), ())):
            try:
                secret = await self._visits.secrets.get(state, name)
            except ProblemError as error:
                found[name] = error.problem
            else:
                found |= {name: secret} if secret is not None else {}
        return found

    def _eyes(self, halo: Halo, state: SetupState, found: Mapping[str, Secret | Problem]) -> Eyes:
        own = self._own(halo, state, found.get(OWN))
        try:
            return Eyes(own, self._administrator(halo, state, found))
        except ProblemError as error:
            return Eyes(own, None, error.problem)

    def _own(self, halo: Halo, state: SetupState, secret: Secret | Problem | None) -> Gate | None:
        client_id = state.answers.get("client_id")
        if not client_id or secret is None:
            return None
        if isinstance(secret, Problem):
            return ClosedGate(client_id, secret)
        return self._gate(halo, client_id, secret)

    def _administrator(
        self, halo: Halo, state: SetupState, found: Mapping[str, Secret | Problem]
    ) -> Reader | None:
        """Give what an administrator sees, None where the setup has none. Raises ProblemError."""
        kind = state.answers.get("connection", SIGN_IN)
        if kind == SIGN_IN:
            return self._person(halo, state, found)
        client_id = state.answers.get("admin_client_id")
        secret = found.get(ADMINISTRATOR)
        if kind != "admin" or not client_id or secret is None:
            return None
        gate = self._gate(halo, client_id, _had(secret))

        async def opened() -> Reader:
            return gate.reader(await connection.administrator_token(gate))

        return SharedReader(self._once, ("administrator", halo, client_id, secret), opened)

    def _person(
        self, halo: Halo, state: SetupState, found: Mapping[str, Secret | Problem]
    ) -> Reader:
        """Look through a sign-in that the person asked to keep. Raises ProblemError."""
        kept = {name: _had(each) for name, each in found.items() if name in _NEEDED[SIGN_IN]}
        application = application_of(state.answers, kept)
        gate = self._visits.sessions.kept(halo, application, kept.get(sign_in.REFRESH))

        async def opened() -> Reader:
            return gate.reader(await gate.token())

        return SharedReader(self._once, ("person", halo, application.client_id), opened)

    def _gate(self, halo: Halo, client_id: str, secret: Secret) -> SharedGate:
        """Give the gate of an id and secret, the same one to all who have the same."""
        key = (halo, client_id, secret)
        if key not in self._gates:
            self._gates[key] = SharedGate(self._once, key, halo.gate(client_id, secret))
        return self._gates[key]


def _had(found: Secret | Problem) -> Secret:
    if isinstance(found, Problem):
        raise ProblemError(found)
    return found


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the history says to a result: its drifts, the exit code before, why it is not in it."""

    drifts: tuple[Weighed, ...] = ()
    before: int | None = None
    unkept: Problem | None = None


def _kept(history: History, run: Run) -> _Kept:
    before = history.runs(run.setup_id, 1)
    drifts = history.write(run).drifts
    today = dt.datetime.now().astimezone().date()
    weighed = weigh(drifts, history.accepted(run.setup_id), today)
    return _Kept(weighed, before[0].exit_code if before else None)


def _ignore(_: str) -> None:
    """Take a progress line that nobody wants: many setups are told as wholes."""
