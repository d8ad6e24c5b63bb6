"""Setups over time, made up: runs, drifts and acceptances in dictionaries, for pictures."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from tests.ui.fakes import MemoryRecords, finding
from wizard.checks.acceptance import Accepted, accept, weigh
from wizard.checks.baseline import carried
from wizard.checks.drift import compare
from wizard.checks.findings import Finding, Report, State
from wizard.checks.observation import Through
from wizard.checks.snapshots import Check, LastGood, TokenAgent
from wizard.checks.taken import asked_by
from wizard.fleet.entries import Whole, entry_of, newest_of
from wizard.fleet.overview import Entry
from wizard.fleet.story import Story, story_of
from wizard.problems import Problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements
from wizard.profiles.schema import Profile
from wizard.setup.runs import Run
from wizard.setup.state import Confirmation, SecretPlace, SetupState

TODAY = dt.datetime.now(dt.UTC)
RIGHT = "permission:Tickets Access Level"
PROBE = "probe:GET /Tickets"
HANDED_OVER = {"client_id": "8f1f2a39-6d2a-4f54-8f3e-3a5f0f8a7c21", "tenant": "acme"}


class FakeFleet:
    """Knows the runs that it is told of. `results` are what a re-check finds, by setup."""

    def __init__(self, records: MemoryRecords, profiles: Iterable[Profile]) -> None:
        self._records = records
        self._profiles = {each.id: each for each in profiles}
        self._good: dict[str, LastGood] = {}
        self.runs: dict[str, list[Run]] = {}
        self.accepted: dict[str, list[Accepted]] = {}
        self.said: dict[str, tuple[tuple[str, Confirmation], ...]] = {}
        self.results: dict[str, tuple[Finding, ...]] = {}
        self.failed: dict[str, Problem] = {}  # why the last re-check could not look, by setup
        self.held_after: int | None = None  # so many results, then a re-check waits
        self.writes = 0

    def stamp(self) -> object:
        return self.writes

    def entries(self) -> Sequence[Entry]:
        return [self._entry(each) for each in self._records.all()]

    def story(self, setup_id: str) -> Story | None:
        state = self._records.load(setup_id)
        if state is None:
            return None
        return story_of(
            state,
            self._profiles.get(state.profile_id),
            self.runs.get(setup_id, []),
            last=self._good.get(setup_id),
            accepted=self.accepted.get(setup_id, ()),
            said=self.said.get(setup_id, ()),
            today=dt.date.today(),
            failed=self.failed.get(setup_id),
        )

    async def recheck(self, setup_ids: Collection[str], told: Callable[[Entry], None]) -> None:
        for number, setup_id in enumerate(setup_ids):
            if number == self.held_after:
                await asyncio.Event().wait()
            await asyncio.sleep(0)
            state = self._records.load(setup_id)
            assert state is not None
            self.ran(state, self.results.get(setup_id, met(self._profiles[state.profile_id])))
            told(self._entry(state))

    def accept(self, setup_id: str, accepted: Accepted) -> None:
        self.writes += 1
        self.accepted.setdefault(setup_id, []).append(accepted)

    def unaccept(self, setup_id: str, accepted: Accepted) -> None:
        self.writes += 1
        self.accepted[setup_id].remove(accepted)

    def save_report(self, path: Path, setup_ids: Collection[str]) -> None:
        path.write_text(" ".join(setup_ids))

    def ran(
        self, state: SetupState, findings: tuple[Finding, ...], at: dt.datetime | None = None
    ) -> Run:
        """Add a run, as a re-check would."""
        profile = self._profiles[state.profile_id]
        check = Check(
            at=at or dt.datetime.now(dt.UTC),
            profile_date=profile.source.seen,
            asked=asked_by(profile),
            findings=findings,
            eyes=Through.ADMINISTRATOR,
            version="2.196.1",
            agent=TokenAgent(7, profile.name),
        )
        last = self._good.get(state.id)
        code = Report(profile.id, check.profile_date, "", check.at, findings).exit_code()
        run = Run(
            setup_id=state.id,
            started=check.at,
            program="0.9.0",
            exit_code=code,
            check=check,
            drifts=compare(last, check).drifts,
        )
        good = carried(last, check)
        if good is not None:
            self._good[state.id] = good
        self.runs.setdefault(state.id, []).insert(0, run)
        self.writes += 1
        return run

    def accept_all(self, state: SetupState, reason: str) -> None:
        """Accept what changed, as a person would."""
        for drift in self.runs[state.id][0].drifts:
            until = (TODAY + dt.timedelta(days=90)).date()
            word = accept(drift, reason=reason, person="Anna", at=TODAY, until=until)
            self.accept(state.id, word)

    def _entry(self, state: SetupState) -> Entry:
        runs, whole = self.runs.get(state.id, []), None
        if runs:
            drifts = weigh(runs[0].drifts, self.accepted.get(state.id, ()), dt.date.today())
            before = runs[1].exit_code if len(runs) > 1 else None
            whole = Whole(runs[0].check.findings, runs[0].check.at, drifts, before)
        return entry_of(state, self._profiles.get(state.profile_id), newest_of(state, whole))


def met(profile: Profile, *otherwise: Finding) -> tuple[Finding, ...]:
    """Give what a check finds where all is met but these."""
    others = {each.requirement: each for each in otherwise}
    usual = (finding(each.id) for each in requirements(profile))
    return tuple(others.pop(each.requirement, each) for each in usual) + tuple(others.values())


def lost_right() -> tuple[Finding, Finding]:
    """Give a right that is too low, and what follows from it."""
    return (
        finding(
            RIGHT,
            State.MISSING,
            wanted="Read and Modify",
            found="Read Only",
            value="Read Only",
            evidence=("agent 'liongard' carries Tx = 1 (Read Only)",),
            remedy="Agents > liongard > Permissions > Edit: set Tickets Access Level to"
            " Read and Modify, and save.",
            link="https://acme.halopsa.com/config/agents/7",
        ),
        finding(PROBE, State.MISSING, wanted="200", found="403", because=RIGHT),
    )


def fine_right() -> Finding:
    """Give the same right as it should be."""
    return finding(
        RIGHT, wanted="Read and Modify", found="Read and Modify", value="Read and Modify"
    )


def done(number: int, profile: str, host: str) -> SetupState:
    """Give a finished setup that was never checked as a whole."""
    created = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC) - dt.timedelta(hours=number)
    address = f"https://{host}"
    return SetupState(f"fleet{number}", profile, False, created).with_(
        answers={"address": address, "web": address, "connection": "admin", **HANDED_OVER},
        secrets={"client_secret": SecretPlace(f"fleet{number}", True, "GNOME Keyring")},
        finished=created,
    )


def fill(fleet: FakeFleet, records: MemoryRecords, number: int) -> list[SetupState]:
    """Save so many finished setups on several instances, of which some need a hand."""
    march = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
    profiles = {each.id: each for each in Catalog().all()}
    ids = ("liongard", "perimeters", "topleft", "watchguard-cloud")
    states = []
    for place in range(number):
        profile = profiles[ids[place % len(ids)]]
        state = done(place, profile.id, HOSTS[(place // len(ids)) % len(HOSTS)])
        records.save(state)
        states.append(state)
        fleet.ran(state, met(profile, *_began_with(profile)), march)
        fleet.ran(state, _found(profile, place))
    return states


HOSTS = (
    "acme.halopsa.com",
    "north-wind.halopsa.com",
    "service.werkstatt-muenchen-und-umland.example",
    "helpdesk.contoso.co.uk",
    "beta.haloitsm.com",
)


def _began_with(profile: Profile) -> tuple[Finding, ...]:
    return (fine_right(),) if profile.id == "liongard" else ()


def _found(profile: Profile, place: int) -> tuple[Finding, ...]:
    """Let every eighth setup need a hand, and some be unknown."""
    names = [each.id for each in requirements(profile)]
    if place % 8 == 4:
        lost = lost_right() if profile.id == "liongard" else (finding(names[1], State.MISSING),)
        return met(profile, *lost)
    if place % 8 == 3:
        return tuple(
            finding(name, State.UNKNOWN, found="the instance did not answer") for name in names
        )
    return met(profile, *_began_with(profile))
