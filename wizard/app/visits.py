"""Re-checks saved setups on real instances: what their connections share is made and read once.

Sends GET and the token POST only, opens no browser, and changes nothing but the history. Whoever
wants to re-check setups puts this together and hands it to `wizard.fleet.runner.recheck`.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from wizard.app.connections import Connections
from wizard.app.kept_secrets import Secrets
from wizard.app.sessions import Sessions
from wizard.checks.acceptance import Weighed, weigh
from wizard.checks.findings import Report
from wizard.checks.run import observe, out_of_reach
from wizard.checks.snapshots import Check
from wizard.checks.taken import taken
from wizard.fleet.names import name_of
from wizard.fleet.outcome import Outcome
from wizard.halo.address import web_address
from wizard.halo.limits import Budgets, patient
from wizard.halo.transport import Bounds
from wizard.problems import Problem, ProblemError
from wizard.profiles.schema import Profile
from wizard.setup.runs import Run, run_of
from wizard.setup.standing import with_words
from wizard.setup.state import SetupState
from wizard.setup.subject import subject_of
from wizard.store.history import History

Profiles = Callable[[str], Profile]  # by id; raises ProblemError profile.*

# The seconds that a request may queue for its turn: an instance with many setups takes several of
# HaloPSA's windows, and nobody sits there and waits for one answer.
_PATIENCE = 1200.0


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
        async with AsyncExitStack() as stack:
            connections = Connections(self.secrets, self.sessions, self.budgets, self.bounds, stack)
            yield HaloVisit(self.profiles, self.history, connections)


class HaloVisit:
    """One instance; fulfils `wizard.fleet.ports.Visit`."""

    def __init__(
        self, profiles: Profiles, history: History | None, connections: Connections
    ) -> None:
        self._profiles = profiles
        self._history = history
        self._connections = connections

    async def check(self, state: SetupState) -> Outcome:
        """Check one setup, and write what was found into the history."""
        started = dt.datetime.now(dt.UTC)
        try:
            profile = self._profiles(state.profile_id)
        except ProblemError as error:
            return Outcome(
                setup_id=state.id, name=name_of(state), started=started, report=None,
                failed=error.problem,
            )  # fmt: skip
        web, check = await self._look(profile, state)
        words = with_words(check.findings, state.confirmed)
        report = Report(profile.id, profile.source.seen, web, check.at, words)
        kept = await self._keep(run_of(state.id, started, check))
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
            with patient(_PATIENCE):
                halo, eyes = await self._connections.open(web, state)
                version = halo.instance.version
                seen, findings = await observe(profile, subject, halo, eyes, _ignore)
        except ProblemError as error:
            seen, findings = out_of_reach(profile, subject, error.problem)
        now = dt.datetime.now(dt.UTC)
        return web, taken(profile, seen, findings, at=now, version=version)

    async def _keep(self, run: Run) -> _Kept:
        """Write a run into the history; tell what changed, and how the run before ended."""
        history = self._history
        if history is None:
            return _Kept()
        try:
            return await asyncio.to_thread(_kept, history, run)
        except ProblemError as error:
            gone = error.problem.code == "history.no_setup"  # removed meanwhile: nothing is amiss
            return _Kept() if gone else _Kept(unkept=error.problem)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the history says to a result: its drifts, the exit code before, why it is not in it."""

    drifts: tuple[Weighed, ...] = ()
    before: int | None = None
    unkept: Problem | None = None


def _kept(history: History, run: Run) -> _Kept:
    written = history.keep(run)
    today = dt.datetime.now().astimezone().date()
    return _Kept(weigh(written.run.drifts, written.accepted, today), written.before)


def _ignore(_: str) -> None:
    """Take a progress line that nobody wants: many setups are told as wholes."""
