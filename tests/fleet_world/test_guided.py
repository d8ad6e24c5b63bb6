"""Whatever was broken, guided mending leads to it, and to a proof that finds all in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.fleet_world.breaking import BREAKS
from tests.fleet_world.test_fleet import NO_API, Scene, chosen, set_up
from tests.ui.fakes import MemoryKeychain
from wizard.app.inspector import HaloInspector
from wizard.checks.findings import Finding, State
from wizard.fleet.outcome import Outcome
from wizard.halo.limits import Allowance, Budgets
from wizard.practice.technician import Technician
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup.flow import Flow
from wizard.setup.mending import Mend, Mending
from wizard.setup.state import SetupState
from wizard.setup.steps import StepKind

PLENTY = Budgets(Allowance(requests=1_000_000))


@dataclass
class Broken:
    """A workstation whose setups were good, of which some were broken, and how each came out."""

    world: Scene
    ways: dict[str, str]  # the row that was broken, by setup
    outcomes: dict[str, Outcome]

    def flow(self, setup: SetupState) -> Flow:
        keychain = MemoryKeychain()
        keychain.kept = {name: Secret(text) for name, text in self.world.home.secrets.items()}
        return Flow(
            Catalog().get(setup.profile_id),
            setup,
            inspector=HaloInspector(Catalog().get(setup.profile_id), PLENTY),
            keychain=keychain,
            records=self.world.home.records,
            service=lambda setup_id, name: f"mended/{setup_id}/{name}",
        )


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broken]:
    world = set_up(tmp_path_factory.mktemp("guided"), len(BREAKS))
    ways = chosen(world)
    setups = {each.id: each for each in world.setups}
    with world.fleet:
        for name, way in ways.items():
            way.breaks(world.world(setups[name]), setups[name])
        run = world.home.recheck(*ways)
        yield Broken(world, {name: way.row for name, way in ways.items()}, run.by_setup)


async def walk(flow: Flow, mending: Mending, technician: Technician) -> list[StepKind]:
    """Do what each step on the way asks, and check it; give the kinds of the steps."""
    passed = []
    while not mending.at_end:
        step = flow.current
        passed.append(step.kind)
        assert len(passed) < 20, passed
        for name, value in technician.do(step.kind.value, step.id).items():
            if isinstance(value, Secret):
                await flow.keep_secret(name, value)
            else:
                flow.answer(name, value)
        await flow.check()
        mending.next()
    return passed


def is_left(finding: Finding) -> bool:
    return finding.state in (State.MISSING, State.UNKNOWN) and finding.requirement != NO_API


@pytest.mark.anyio
@pytest.mark.parametrize("number", range(len(BREAKS)), ids=lambda n: BREAKS[n].row)
async def test_the_guided_way_ends_in_a_proof(broken: Broken, number: int) -> None:
    name, row = list(broken.ways.items())[number]
    report = broken.outcomes[name].report
    assert report is not None
    setup = next(each for each in broken.world.setups if each.id == name)
    flow = broken.flow(setup)
    answers = dict(setup.answers)
    technician = Technician(broken.world.world(setup), flow.profile, answers, ())
    mending = Mending(flow, Mend(report.findings, report.checked_at, row))
    assert mending.root == row
    first = flow.current
    assert row in first.requirements
    passed = await walk(flow, mending, technician)
    # Only what was broken is on the way, and what follows from it.
    assert passed[0] is first.kind
    assert len(passed) <= 3, passed
    found = await flow.check()
    assert [each for each in found if is_left(each)] == []
    await flow.close()
