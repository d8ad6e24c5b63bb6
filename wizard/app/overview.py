"""The setups over time for the window: how they stand, their re-check, and what persons said."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.checks.acceptance import Accepted, weigh
from wizard.fleet.entries import Whole, entry_of, failed_entry, newest_of
from wizard.fleet.overview import Entry
from wizard.fleet.story import Story, story_of
from wizard.problems import Problem, ProblemError, problem
from wizard.profiles.schema import Profile
from wizard.setup.ports import Records
from wizard.setup.state import SetupState
from wizard.store.history import History
from wizard.store.redaction import Redactor

if TYPE_CHECKING:  # what looks at HaloPSA is loaded for the first re-check
    from wizard.app.visits import HaloVisits
    from wizard.fleet.outcome import Outcome

_RUNS = 50  # of a setup's history are shown


class Overview:
    """Fulfils `wizard.ui.services.Fleet` with the file of setups at `path`."""

    def __init__(
        self,
        path: Path,
        records: Records,
        history: History,
        profiles: Callable[[], Sequence[Profile]],
        visits: Callable[[Callable[[str], Profile]], HaloVisits],
        *,
        redactor: Redactor,
        practice: bool,
    ) -> None:
        """`profiles` gives those of this workstation; `visits` gives what makes a re-check."""
        self._path = path
        self._records = records
        self._history = history
        self._profiles = profiles
        self._visits = visits
        self._redactor = redactor
        self._practice = practice
        # No run of the history tells of these: they are remembered as long as the program runs.
        self._failed: dict[str, tuple[dt.datetime, Problem]] = {}

    def stamp(self) -> object:
        """Give what is another value as soon as anybody has written anything."""
        beside = (self._path, self._path.with_name(self._path.name + "-wal"))
        return tuple(_stamp(each) for each in beside)

    def entries(self) -> Sequence[Entry]:
        """Give every setup as it stands. Raises ProblemError records.*."""
        profiles, today = self._by_id(), dt.datetime.now().astimezone().date()
        runs, accepted = self._history.newest(), self._history.every_accepted()
        before = self._history.exit_codes_before()
        made = []
        for state in self._states():
            run, profile, whole = runs.get(state.id), profiles.get(state.profile_id), None
            if run is not None:
                drifts = weigh(run.drifts, accepted.get(state.id, ()), today)
                code = before.get(state.id)
                whole = Whole(run.check.findings, run.check.at, drifts, code)
            newest = newest_of(state, whole)
            failed = self._failure(state, newest)
            entry = failed_entry(state, profile) if failed else entry_of(state, profile, newest)
            made.append(entry)
        return made

    def story(self, setup_id: str) -> Story | None:
        """Give all that is known of a setup. Raises ProblemError records.*."""
        state = self._records.load(setup_id)
        if state is None:
            return None
        runs = self._history.runs(setup_id, _RUNS)
        newest = Whole(runs[0].check.findings, runs[0].check.at) if runs else None
        return story_of(
            state,
            self._by_id().get(state.profile_id),
            runs,
            last=self._history.last_good(setup_id),
            accepted=self._history.accepted(setup_id),
            said=self._history.confirmations(setup_id),
            today=dt.datetime.now().astimezone().date(),
            failed=self._failure(state, newest_of(state, newest)),
        )

    async def recheck(self, setup_ids: Collection[str], told: Callable[[Entry], None]) -> None:
        """Re-check these setups. Raises ProblemError where a result could not be kept."""
        from wizard.fleet import runner  # noqa: PLC0415 - not before somebody asks for it

        asked = set(setup_ids)
        states = {
            each.id: each for each in await asyncio.to_thread(self._states) if each.id in asked
        }
        profiles, unkept = self._by_id(), []

        def profile(profile_id: str) -> Profile:
            if profile_id not in profiles:
                raise ProblemError(problem("profile.not_found", profile_id))
            return profiles[profile_id]

        def take(outcome: Outcome) -> None:
            if outcome.unkept is not None:
                unkept.append(outcome.unkept)
            state = states[outcome.setup_id]
            known = profiles.get(state.profile_id)
            self._remember(outcome, may_fail=known is not None)
            told(_entry(state, known, outcome))

        await runner.recheck(states.values(), self._visits(profile), take)
        _refuse(unkept)

    def accept(self, setup_id: str, accepted: Accepted) -> None:
        """Write down that a person accepts a drift. Raises ProblemError history.*."""
        self._history.accept(setup_id, accepted)

    def unaccept(self, setup_id: str, accepted: Accepted) -> None:
        """Take such a word back. Raises ProblemError history.*."""
        self._history.unaccept(setup_id, accepted)

    def save_report(self, path: Path, setup_ids: Collection[str]) -> None:
        """Save a report of these setups. Raises ProblemError records.* and report.*."""
        from wizard.app.reports import Reports  # noqa: PLC0415 - not before somebody asks for one

        states = [each for each in self._states() if each.id in set(setup_ids)]
        Reports(self._history, self._profiles, self._redactor).save(path, states)

    def _remember(self, outcome: Outcome, *, may_fail: bool) -> None:
        """Remember that nothing could be looked at; without its profile that shows anyway."""
        self._failed.pop(outcome.setup_id, None)
        if outcome.report is None and outcome.failed is not None and may_fail:
            self._failed[outcome.setup_id] = outcome.started, outcome.failed

    def _failure(self, state: SetupState, newest: Whole | None) -> Problem | None:
        """Give why the last re-check failed, unless somebody, somewhere has checked since."""
        since, failed = self._failed.get(state.id, (None, None))
        if since is None or (newest is not None and newest.at > since):
            return None
        return failed

    def _by_id(self) -> dict[str, Profile]:
        return {each.id: each for each in self._profiles()}

    def _states(self) -> list[SetupState]:
        """Give the setups of this window: practice and real ones do not mix."""
        return [each for each in self._records.all() if each.practice == self._practice]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        said = path.stat()
    except OSError:
        return None
    return said.st_mtime_ns, said.st_size


def _entry(state: SetupState, profile: Profile | None, outcome: Outcome) -> Entry:
    if outcome.report is None:
        return failed_entry(state, profile)
    report = outcome.report
    whole = Whole(report.findings, report.checked_at, outcome.drifts, outcome.before)
    return entry_of(state, profile, whole)


def _refuse(unkept: Sequence[Problem]) -> None:
    if unkept:
        raise ProblemError(unkept[0])
