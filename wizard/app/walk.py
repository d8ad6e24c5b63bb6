"""`halo-setup walk`: a whole setup headless, through the same flow as the window's.

The practice instance runs in this process; a played technician does in it what the steps say.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass

from wizard.app.inspector import HaloInspector
from wizard.app.played import PlayedTechnician
from wizard.checks.findings import Finding, Report
from wizard.halo.limits import Budgets
from wizard.practice.scenarios import Scenario
from wizard.practice.server import PracticeInstance
from wizard.profiles.schema import Profile
from wizard.setup.flow import Flow, new_state
from wizard.setup.ports import Keychain, Records
from wizard.setup.steps import Step, StepKind
from wizard.store.secrets import service_name

Told = Callable[[Step, tuple[Finding, ...]], None]


@dataclass(frozen=True, slots=True)
class Walk:
    """What to walk: a profile in a scenario, and the requirement ids to leave undone."""

    profile: Profile
    scenario: Scenario
    breaks: Collection[str] = ()


async def walk(
    route: Walk, keychain: Keychain, records: Records, told: Told
) -> tuple[Report, PracticeInstance]:
    """Walk a setup from the first step to the last; `told` hears each step's findings.

    The setup is saved in `records` and its secrets are kept in `keychain`, as in the window.
    Gives the findings of the proof, and the (stopped) practice instance with its request log.
    """
    instance = PracticeInstance(world=route.scenario)
    inspector = HaloInspector(route.profile, Budgets())
    try:
        flow = _flow(route, inspector, keychain, records)
        technician = PlayedTechnician(instance, flow, route.breaks)
        while True:
            step = flow.current
            await technician.work(step)
            if step.kind is not StepKind.DONE:
                told(step, await flow.check())
            if flow.next().id == step.id:
                break
    finally:
        await inspector.close()
        # Off this loop, which has to go on for the closed connections to be seen as closed.
        await asyncio.to_thread(instance.stop)
    return _report(route.profile, flow, instance.address), instance


def _flow(route: Walk, inspector: HaloInspector, keychain: Keychain, records: Records) -> Flow:
    own = not route.scenario.administrator
    setup_id = f"walk-{route.profile.id}"
    flow = Flow(
        route.profile,
        new_state(route.profile, setup_id=setup_id, practice=True),
        inspector=inspector,
        keychain=keychain,
        records=records,
        service=lambda setup, name: service_name(setup, name, practice=True),
    )
    flow.answer("connection", "own" if own else "admin")
    return flow


def _report(profile: Profile, flow: Flow, address: str) -> Report:
    """Report what the proof found; a profile without one, what its steps found."""
    proof = next((step for step in flow.steps if step.kind is StepKind.PROOF), None)
    steps = flow.steps if proof is None else (proof,)
    findings = tuple(finding for step in steps for finding in flow.findings(step.id))
    return Report(profile.id, profile.source.seen, address, dt.datetime.now(dt.UTC), findings)
