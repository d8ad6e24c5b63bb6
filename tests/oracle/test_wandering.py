"""A technician wanders: on and back, breaks and mends, kills the program, and checks in between."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from msgspec.structs import replace

from tests.oracle.oracle import Oracle
from tests.oracle.scene_of import scene_of
from tests.oracle.scenes import PROFILES
from tests.oracle.test_oracle import disagreements
from wizard.app.inspector import HaloInspector
from wizard.app.played import PlayedTechnician
from wizard.checks.findings import Finding, State
from wizard.halo.limits import Allowance, Budgets
from wizard.practice.behaviour import Behaviour
from wizard.practice.hashing import hashed
from wizard.practice.model import Agent, Application
from wizard.practice.scenarios import Scenario
from wizard.practice.server import PracticeInstance
from wizard.problems import ProblemError
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup.flow import Flow, new_state
from wizard.setup.state import SecretPlace
from wizard.setup.steps import StepKind
from wizard.store.records import SqliteRecords

OPEN = Scenario(name="open", behaviour=Behaviour(rate_limit=None))
NAME = "Somebody"
COLLEAGUE = 3  # an agent of the seed


class Safe:
    """A keychain that outlives the program."""

    def __init__(self) -> None:
        self.held: dict[str, Secret] = {}

    def backend(self) -> str:
        return "a safe"

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        self.held[service] = secret
        return SecretPlace(service, in_keychain=True, backend=self.backend())

    hold = keep

    def get(self, place: SecretPlace) -> Secret | None:
        return self.held.get(place.service)

    def forget(self, place: SecretPlace) -> None:
        self.held.pop(place.service, None)


class Wandering(RuleBasedStateMachine):
    """The real flow, client, practice instance and records; only the keychain is a stand-in."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "setups.sqlite3"
        self.runner = asyncio.Runner()
        self.instance = PracticeInstance(world=OPEN)
        self.safe = Safe()
        self.undo: list[Callable[[], object]] = []

    @initialize(profile=st.sampled_from(PROFILES), administrator=st.booleans())
    def begin(self, profile: str, administrator: bool) -> None:
        self.profile = Catalog().get(profile)
        self.open()
        self.flow.answer("connection", "admin" if administrator else "own")
        self.flow.answer("agent_name", self.own_name or NAME)

    @property
    def own_name(self) -> str:
        return next((each.username for each in self.profile.steps if _named(each)), "")

    def open(self) -> None:
        """Start the program on what is saved."""
        records = SqliteRecords(self.file)
        self.inspector = HaloInspector(self.profile, Budgets(Allowance(requests=10**6)))
        self.flow = Flow(
            self.profile,
            records.load("one") or new_state(self.profile, setup_id="one", practice=True),
            inspector=self.inspector,
            keychain=self.safe,
            records=records,
            service=lambda setup, name: f"{setup}/{name}",
        )
        self.technician = PlayedTechnician(self.instance, self.flow)

    # -- the technician ---------------------------------------------------------------------

    @rule()
    def next(self) -> None:
        self.flow.next()

    @rule()
    def back(self) -> None:
        self.flow.back()

    @rule()
    def check(self) -> None:
        self.look()

    @rule()
    def work(self) -> None:
        self.runner.run(self.technician.work(self.flow.current))

    @rule()
    def work_through(self) -> None:
        """Do the whole guide from the first step to the proof."""
        self.flow.go(self.flow.steps[0].id)
        while self.flow.current.kind is not StepKind.PROOF:
            self.runner.run(self.technician.work(self.flow.current))
            self.look()
            self.flow.next()

    @rule()
    def kill_and_resume(self) -> None:
        before = self.flow.state
        self.runner.run(self.inspector.close())
        self.open()
        if before.answers:
            assert self.flow.state == before

    # -- Halo changes -----------------------------------------------------------------------

    @precondition(lambda self: self.agent is not None)
    @rule(data=st.data())
    def take_a_right(self, data: st.DataObject) -> None:
        assert self.agent is not None
        holders = [self.agent, *(self.state.roles[role] for role in self.agent.roles)]
        rights = [(one, code) for one in holders for code in one.claims if code != "A"]
        if not rights:
            return
        holder, code = data.draw(st.sampled_from(rights))
        changed = {name: value for name, value in holder.claims.items() if name != code}
        put = self.world.put_agent if isinstance(holder, Agent) else self.world.put_role
        put(replace(holder, claims=changed))
        self.undo.append(lambda: put(holder))

    @precondition(lambda self: self.agent is not None)
    @rule()
    def disable_the_agent(self) -> None:
        agent = self.agent
        assert agent is not None
        self.world.put_agent(replace(agent, active=False))
        self.undo.append(lambda: self.world.put_agent(agent))

    @precondition(lambda self: self.application is not None)
    @rule(data=st.data())
    def untick(self, data: st.DataObject) -> None:
        application = self.application
        if application is None or not application.scopes:
            return
        name = data.draw(st.sampled_from(application.scopes))
        self.change(scopes=tuple(each for each in application.scopes if each != name))

    @precondition(lambda self: self.application is not None)
    @rule()
    def log_in_as_somebody_else(self) -> None:
        self.change(agent_id=COLLEAGUE)

    @precondition(lambda self: self.application is not None)
    @rule()
    def switch_the_application_off(self) -> None:
        self.change(active=False)

    @precondition(lambda self: self.application is not None)
    @rule()
    def regenerate_the_secret(self) -> None:
        self.change(secret=hashed(Secret("another-secret-altogether")))

    @precondition(lambda self: bool(self.undo))
    @rule()
    def mend(self) -> None:
        """Undo what was broken, the last first."""
        while self.undo:
            self.undo.pop()()

    def change(self, **changes: object) -> None:
        before = self.application
        assert before is not None
        self.world.put_application(replace(before, **changes))

        def mend() -> None:
            """Put back what nobody has set anew since: work on a step may have mended it."""
            now = self.state.applications[before.id]
            broken = [name for name, value in changes.items() if getattr(now, name) == value]
            restored = {name: getattr(before, name) for name in broken}
            self.world.put_application(replace(now, **restored))

        self.undo.append(mend)

    # -- what must hold ---------------------------------------------------------------------

    @precondition(lambda self: self.can_prove)
    @rule()
    def prove(self) -> None:
        found = self.proof()
        secret = self.safe.held["one/client_secret"]
        oracle = Oracle(scene_of(self.state, self.flow, secret))
        assert disagreements(found, oracle) == []

    @precondition(lambda self: self.can_prove)
    @rule()
    def a_mended_setup_is_met_again(self) -> None:
        self.mend()
        self.work_through()
        found = self.proof()
        left = {name for name, each in found.items() if each.state is State.MISSING}
        assert left == set()

    @invariant()
    def what_is_saved_is_what_is_held(self) -> None:
        if hasattr(self, "flow") and self.flow.state.answers:
            assert SqliteRecords(self.file).load("one") == self.flow.state

    @invariant()
    def nothing_is_written_to_halo(self) -> None:
        assert self.instance.writes == ()

    @invariant()
    def no_secret_is_in_the_records(self) -> None:
        for file in Path(self.folder.name).iterdir():
            content = file.read_bytes()
            assert not [one for one in self.safe.held.values() if one.reveal().encode() in content]

    def teardown(self) -> None:
        if hasattr(self, "inspector"):
            self.runner.run(self.inspector.close())
        self.instance.stop()
        self.runner.close()
        self.folder.cleanup()

    # -- inside -----------------------------------------------------------------------------

    def look(self) -> None:
        """Check the step; only what has words for a person may go wrong."""
        try:
            self.runner.run(self.flow.check())
        except ProblemError as error:
            assert error.problem.remedy  # noqa: PT017 - any problem will do, nothing else

    def proof(self) -> dict[str, Finding]:
        step = next(each for each in self.flow.steps if each.kind is StepKind.PROOF)
        self.flow.go(step.id)
        found = self.runner.run(self.flow.check())
        return {finding.requirement: finding for finding in found}

    @property
    def world(self):
        return self.instance.world

    @property
    def state(self):
        return self.world.state

    @property
    def agent(self) -> Agent | None:
        return self.state.agent_named(self.flow.state.answers.get("agent_name", ""))

    @property
    def application(self) -> Application | None:
        return self.state.client(self.flow.state.answers.get("client_id", ""))

    @property
    def can_prove(self) -> bool:
        answers, secrets = self.flow.state.answers, self.flow.state.secrets
        names = ["client_secret"]
        if answers.get("connection") == "admin":
            names.append("admin_client_secret")
        return bool("web" in answers and self.application and set(names) <= set(secrets))


def _named(step: object) -> bool:
    return bool(getattr(step, "username", None))


TestWandering = pytest.mark.timeout(0)(Wandering.TestCase)
TestWandering.settings = settings(
    max_examples=max(8, settings.default.max_examples // 25),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
