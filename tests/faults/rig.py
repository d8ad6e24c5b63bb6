"""A finished setup on a practice instance, to be looked at while something is wrong."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from msgspec.structs import replace as with_

from tests.end_to_end.walks import Held
from wizard.app.check import Target, check
from wizard.app.inspector import HaloInspector
from wizard.app.played import PlayedTechnician
from wizard.checks.findings import Finding, Report
from wizard.halo.limits import Allowance, Budgets
from wizard.halo.transport import Bounds
from wizard.practice.faults import Fault
from wizard.practice.scenarios import SCENARIOS
from wizard.practice.server import PracticeInstance
from wizard.problems import Problem, ProblemError
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.report.document import as_json
from wizard.report.text import report_text
from wizard.secret import Secret
from wizard.setup.flow import Flow, new_state
from wizard.setup.state import SetupState
from wizard.setup.steps import Step, StepKind
from wizard.store.secrets import SessionKeychain

# No pauses, but all the time that a busy machine needs to answer.
PATIENT = Bounds(
    connect=20.0, read=20.0, total=30.0, tries=2, retry_for=30.0, first_wait=0.001,
    short_wait=0.05, hold=0.01, body=1024 * 1024,
)  # fmt: skip
# For what never answers: what is struck fails anyway, and everything else still has a second.
SHORT = Bounds(
    connect=1.0, read=0.15, total=1.0, tries=1, retry_for=1.0, first_wait=0.001,
    short_wait=0.05, hold=0.01, body=1024 * 1024,
)  # fmt: skip
_ALLOWED = Allowance(requests=100_000)


@dataclass(frozen=True)
class Looked:
    """How one look ended: what was found, or why it could not be looked."""

    findings: tuple[Finding, ...] = ()
    stopped: Problem | None = None
    struck: int = 0

    @property
    def states(self) -> dict[str, str]:
        return {each.requirement: each.state.value for each in self.findings}


@dataclass
class Rig:
    """One world: its instance, the finished setup, and how it looks when nothing is wrong."""

    profile: Profile
    instance: PracticeInstance
    state: SetupState
    keychain: SessionKeychain
    secrets: dict[str, Secret]
    clean: dict[str, Looked] = field(default_factory=dict)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that look at something."""
        return tuple(
            step
            for step in self.flow().steps
            if step.requirements or step.kind is StepKind.INSTANCE
        )

    def flow(self, bounds: Bounds = PATIENT) -> Flow:
        return Flow(
            self.profile,
            self.state,
            inspector=HaloInspector(self.profile, Budgets(_ALLOWED), bounds),
            keychain=self.keychain,
            records=Held(),
            service=lambda setup, name: f"{setup}/{name}",
        )

    async def look(
        self,
        place: str,
        faults: Sequence[Fault] = (),
        *,
        address: str = "",
        bounds: Bounds = PATIENT,
    ) -> Looked:
        """Look with `check` or at one step, while these faults are on.

        `address` is another one to look at than the instance's.
        """
        self.instance.faults.switch_off()
        self.instance.faults.switch_on(*faults)
        try:
            if place == "check":
                looked = Looked((await self._check(address, bounds)).findings)
            else:
                looked = await self._step(place, address, bounds)
            return replace(looked, struck=self.instance.faults.struck)
        finally:
            self.instance.faults.switch_off()

    async def _check(self, address: str, bounds: Bounds) -> Report:
        answers = self.state.answers
        target = Target(
            profile=self.profile,
            url=address or self.instance.address,
            client_id=answers["client_id"],
            client_secret=self.secrets["client_secret"],
            agent=answers["agent_name"],
            admin_client_id=answers.get("admin_client_id"),
            admin_client_secret=self.secrets.get("admin_client_secret"),
            bounds=bounds,
        )
        return await check(target, lambda _: None)

    async def _step(self, place: str, address: str, bounds: Bounds) -> Looked:
        flow = self.flow(bounds)
        try:
            flow.go(place)
            if address:
                flow.answer("address", address)
            return Looked(await flow.check())
        except ProblemError as error:
            return Looked(stopped=error.problem)
        finally:
            await flow.close()

    def tokens(self) -> tuple[str, ...]:
        """Every token that the instance has issued."""
        return self.instance.issued_tokens

    def texts(self, looked: Looked) -> str:
        """Everything of a look that a person or a file could get to see."""
        if looked.stopped is not None:
            return repr(looked.stopped)
        profile, now = self.profile, dt.datetime.now(dt.UTC)
        address = self.instance.address
        report = Report(profile.id, profile.source.seen, address, now, looked.findings)
        return repr(looked.findings) + as_json(report, "0") + report_text(report)


@asynccontextmanager
async def rig(world: str) -> AsyncIterator[Rig]:
    """Set an integration up, and look at everything once while nothing is wrong.

    `world` is the name of a scenario, and behind a slash another profile than Liongard's.
    """
    name, _, guide = world.partition("/")
    scenario = SCENARIOS[name]
    behaviour = with_(scenario.behaviour, rate_limit=None)
    instance = PracticeInstance(world=with_(scenario, behaviour=behaviour))
    profile = Catalog().get(guide or "liongard")
    keychain = SessionKeychain()
    flow = Flow(
        profile,
        new_state(profile, setup_id=f"faults-{name}", practice=True),
        inspector=HaloInspector(profile, Budgets(_ALLOWED), PATIENT),
        keychain=keychain,
        records=Held(),
        service=lambda setup, name: f"{setup}/{name}",
    )
    flow.answer("connection", "admin" if scenario.administrator else "own")
    technician = PlayedTechnician(instance, flow)
    try:
        while True:
            step = flow.current
            await technician.work(step)
            if step.kind is StepKind.INSTANCE:
                await flow.check()
            if flow.next().id == step.id:
                break
        held = [(name, await flow.secret(name)) for name in flow.state.secrets]
        secrets = {name: secret for name, secret in held if secret is not None}
        await flow.close()
        made = Rig(profile, instance, flow.state, keychain, secrets)
        for place in ("check", *(step.id for step in made.steps)):
            made.clean[place] = await made.look(place)
        yield made
    finally:
        await flow.close()
        await asyncio.to_thread(instance.stop)
