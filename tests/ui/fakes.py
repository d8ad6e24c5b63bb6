"""What the window is driven with in its tests: a HaloPSA in a dictionary, a keychain in memory."""

import asyncio
import datetime as dt
import itertools
import shutil
import tempfile
import weakref
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from wizard.app.exchange import Exchange
from wizard.app.own_profiles import OwnProfiles
from wizard.checks.findings import Finding, KnownBy, State
from wizard.fleet.timetable import Plan, Present, When
from wizard.halo.records import Instance
from wizard.problems import Layer, Problem, ProblemError, problem
from wizard.profiles.schema import Profile
from wizard.schedule.systemd import Systemd
from wizard.secret import Secret
from wizard.setup.flow import Flow, new_state
from wizard.setup.ports import Progress, Show
from wizard.setup.removal import remove
from wizard.setup.state import SecretPlace, SetupState
from wizard.store.redaction import Redactor

WEB = "https://acme.halopsa.com"


def finding(requirement: str, state: State = State.MET, **changes: object) -> Finding:
    """Give a finding as a check would."""
    usual: dict[str, object] = {
        "layer": Layer.AGENT,
        "wanted": "Yes",
        "found": {State.MET: "Yes", State.MISSING: "No", State.EXCESS: "Yes"}.get(state, ""),
        "evidence": ("agent 'liongard' carries the claim",),
        "remedy": "" if state is State.MET else "Agents > liongard > Permissions > Edit.",
        "known_by": KnownBy.NONE if state is State.UNKNOWN else KnownBy.CONFIGURED,
    }
    return Finding(requirement, state, **{**usual, **changes})  # type: ignore[arg-type]


class FakeInspector:
    """Finds every requirement met, unless `states` or `findings` say otherwise.

    `gate`: a check waits for it. `problem`: the next look raises it. `looks` counts the looks.
    """

    def __init__(self, everything: Collection[str] = ()) -> None:
        self.everything = tuple(everything)
        self.states: dict[str, State] = {}
        self.findings: dict[str, Finding] = {}
        self.problem: Problem | Exception | None = None
        self.gate: asyncio.Event | None = None
        self.started = asyncio.Event()
        self.instance = Instance(
            WEB, f"{WEB}/api", f"{WEB}/auth", "acme", discovered=True, version="2.196.1"
        )
        self.person: str | None = None
        self.looks = 0
        self.closed = 0

    async def discover(self, address: str, tenant: str | None) -> Instance:
        await self._look()
        return self.instance

    async def inspect(
        self,
        answers: Mapping[str, str],
        secrets: Mapping[str, Secret],
        wanted: Collection[str] | None,
        progress: Progress,
        *,
        role_only: bool,
    ) -> tuple[Finding, ...]:
        names = self.everything if wanted is None else tuple(wanted)
        progress("Signing in as the integration")
        await self._look()
        progress("Reading tickets")
        extra = [each for name, each in self.findings.items() if name not in names]
        return (*(self._one(name) for name in names), *(extra if wanted is None else ()))

    async def sign_in(
        self, answers: Mapping[str, str], secrets: Mapping[str, Secret], show: Show
    ) -> None:
        show(f"{WEB}/auth/authorize?state=x")
        await self._look()
        self.person = "Sam"

    def signed_in(self, answers: Mapping[str, str]) -> str | None:
        return self.person

    async def stay_signed_in(self, answers: Mapping[str, str], *, stay: bool) -> SecretPlace | None:
        return SecretPlace("shared", True, "GNOME Keyring") if stay and self.person else None

    async def sign_out(self, answers: Mapping[str, str]) -> None:
        self.person = None

    def link(self, answers: Mapping[str, str], screen: str) -> str | None:
        return f"{answers['web']}/config/{screen}" if "web" in answers else None

    async def close(self) -> None:
        self.closed += 1

    async def _look(self) -> None:
        self.looks += 1
        self.started.set()
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(0)
        if self.problem is not None:
            raised, self.problem = self.problem, None
            raise ProblemError(raised) if isinstance(raised, Problem) else raised

    def _one(self, name: str) -> Finding:
        return self.findings.get(name) or finding(name, self.states.get(name, State.MET))


class MemoryKeychain:
    """Keeps secrets for one test. `missing`: there is none here; `locked`: it gives nothing."""

    def __init__(self) -> None:
        self.kept: dict[str, Secret] = {}
        self.held: dict[str, Secret] = {}
        self.missing = False
        self.locked = False

    def backend(self) -> str:
        self._require()
        return "GNOME Keyring"

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        self._require()
        self.kept[service] = secret
        return SecretPlace(service, True, "GNOME Keyring")

    def hold(self, service: str, secret: Secret) -> SecretPlace:
        self.held[service] = secret
        return SecretPlace(service, False, "memory")

    def get(self, place: SecretPlace) -> Secret | None:
        if self.locked:
            raise ProblemError(problem("keychain.locked"))
        return (self.kept if place.in_keychain else self.held).get(place.service)

    def forget(self, place: SecretPlace) -> None:
        self.kept.pop(place.service, None)

    def _require(self) -> None:
        if self.missing:
            raise ProblemError(problem("keychain.missing"))


class MemoryRecords:
    """Saves setups in a dictionary. `full`: the disk is."""

    def __init__(self, *states: SetupState) -> None:
        self.states = {state.id: state for state in states}
        self.full = False

    def save(self, state: SetupState) -> None:
        if self.full:
            raise ProblemError(problem("records.unwritable", "No space left on device"))
        self.states[state.id] = state

    def save_all(self, states: Iterable[SetupState]) -> None:
        for state in states:
            self.save(state)

    def load(self, setup_id: str) -> SetupState | None:
        return self.states.get(setup_id)

    def all(self) -> tuple[SetupState, ...]:
        return tuple(sorted(self.states.values(), key=lambda each: each.created, reverse=True))

    def delete(self, setup_id: str) -> None:
        self.states.pop(setup_id, None)


class FakeSchedule:
    """A systemd that keeps its timer in memory. `problem`: the next call raises it."""

    def __init__(self) -> None:
        self.kept: Present | None = None
        self.problem: Problem | None = None
        self.done: list[Plan] = []
        self._planned: When | None = None
        self._timer = Systemd(Path("/srv/anna/.config/systemd/user"))

    def present(self) -> Present | None:
        self._raise()
        return self.kept

    def plan(self, when: When | None) -> Plan:
        self._raise()
        self._planned = when
        words = ("/opt/Halo Setup Wizard/halo-setup", "recheck", "--all", "--notify")
        return self._timer.removal() if when is None else self._timer.plan(words, when)

    def carry_out(self, plan: Plan) -> None:
        self._raise()
        self.done.append(plan)
        self.kept = self._planned and Present(
            scheduler="systemd",
            when=self._planned,
            active=True,
            words=("halo-setup", "recheck"),
            next_run=dt.datetime(2026, 11, 23, 7, 34).astimezone(),
        )

    def _raise(self) -> None:
        if self.problem is not None:
            raised, self.problem = self.problem, None
            raise ProblemError(raised)


class World:
    """Everything behind a window."""

    def __init__(self, *profiles: Profile) -> None:
        self.profiles = profiles
        self.inspector = FakeInspector()
        self.keychain = MemoryKeychain()
        self.records = MemoryRecords()
        self.schedule = FakeSchedule()
        ids = {each.id for each in profiles}
        self.exchange = Exchange(self.records, lambda: ids, Redactor())
        folder = tempfile.mkdtemp()
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self.own = OwnProfiles(Path(folder), profiles, self.records.all)
        self.flows: list[Flow] = []
        self.opened: list[str] = []
        self._ids = itertools.count(1)

    def open_flow(self, profile: Profile, state: SetupState | None) -> Flow:
        fresh = new_state(profile, setup_id=f"s{next(self._ids)}")
        flow = Flow(
            profile,
            state or fresh,
            inspector=self.inspector,
            keychain=self.keychain,
            records=self.records,
            service=lambda setup, name: f"halo-setup/{setup}/{name}",
        )
        self.flows.append(flow)
        return flow

    async def remove(self, state: SetupState, leave_secrets: bool) -> None:
        remove(state, self.records, self.keychain, leave_secrets=leave_secrets)

    @property
    def flow(self) -> Flow:
        """Give the flow that the window opened last."""
        return self.flows[-1]


def day(text: str) -> dt.datetime:
    """Give noon of a day in UTC."""
    return dt.datetime.fromisoformat(f"{text}T12:00:00+00:00")
