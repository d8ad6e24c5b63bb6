"""A re-check of 200 setups on 40 instances finds exactly what is broken, and names all trouble.

`halo-setup recheck` runs as a process of its own, over real HTTP.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fleet_world.breaking import BREAKS, Break
from tests.fleet_world.home import Home, Rechecked
from tests.fleet_world.mould import FIVE, Cast, mould
from tests.fleet_world.served import Fleet
from wizard.checks.drift import DriftKind
from wizard.checks.findings import ExitCode, State
from wizard.fleet.outcome import Outcome
from wizard.practice.faults import Fault, FaultKind, Place
from wizard.practice.world import World
from wizard.setup.state import SetupState

INSTANCES = 40
NO_API = "permission:Configuration/*"  # of WatchGuard; no API shows it, so a person has to look
LOST = (DriftKind.LOST, DriftKind.OTHER_AGENT, DriftKind.OTHER_LOGIN)


@dataclass
class Scene:
    """A workstation, and what its setups are on."""

    home: Home
    fleet: Fleet
    casts: dict[int, Cast]

    @property
    def setups(self) -> list[SetupState]:
        return [setup for cast in self.casts.values() for setup in cast.setups]

    def world(self, setup: SetupState) -> World:
        return self.fleet.members[int(setup.id[:3])].world

    def of(self, instance: int) -> set[str]:
        return {setup.id for setup in self.casts[instance].setups}


def set_up(folder: Path, instances: int, profiles: tuple[str, ...] = FIVE) -> Scene:
    model, casts = mould(profiles), {}

    def build(number: int, address: str) -> World:
        casts[number] = model.at(number, address)
        return casts[number].world()

    fleet = Fleet(instances, build)
    home = Home(folder / "home")
    home.save(casts.values())
    return Scene(home, fleet, casts)


def chosen(world: Scene) -> dict[str, Break]:
    """Choose a setup for each break, spread over the instances."""
    found = {}
    for number, way in enumerate(BREAKS):
        setups = world.casts[number].setups
        found[next(each.id for each in setups if each.profile_id == way.profile)] = way
    return found


def missing(outcome: Outcome) -> set[str]:
    """Give what is missing and follows from nothing else."""
    assert outcome.report is not None
    rows = outcome.report.findings
    return {row.requirement for row in rows if row.state is State.MISSING and row.because is None}


def unknown(outcome: Outcome) -> set[str]:
    assert outcome.report is not None
    return {row.requirement for row in outcome.report.findings if row.state is State.UNKNOWN}


LIMITED = re.compile(r"\[(http\.rate_limited|budget\.exhausted)]")


def causes(outcome: Outcome) -> str:
    """Give all that is told of a setup, with the codes of the problems in it."""
    assert outcome.report is not None
    return " ".join(f"{row.found} {row.evidence}" for row in outcome.report.findings)


def in_order(outcome: Outcome) -> None:
    assert missing(outcome) == set(), outcome.name
    assert unknown(outcome) <= {NO_API}, outcome.name
    assert not [each for each in outcome.drifts if each.drift.stays], outcome.name


def good_code(setup: SetupState) -> int:
    return ExitCode.UNKNOWN if setup.profile_id == "watchguard-cloud" else ExitCode.CLEAN


def all_good(world: Scene, run: Rechecked) -> None:
    assert sorted(run.by_setup) == sorted(each.id for each in world.setups)
    assert len(run.outcomes) == len(world.setups)
    for each in run.outcomes:
        in_order(each)
    assert run.code == ExitCode.UNKNOWN  # for NO_API, whatever a person may have said of it


def only_reads(world: Scene) -> None:
    for member in world.fleet.members:
        assert member.instance.log.writes() == ()


@pytest.mark.timeout(300)  # some 5,500 requests, on whatever machine
def test_exactly_what_was_broken_is_found_and_mended(tmp_path: Path) -> None:
    world = set_up(tmp_path, INSTANCES)
    broken = chosen(world)
    assert len(broken) == len(BREAKS) == 25
    by_id = {each.id: each for each in world.setups}
    with world.fleet:
        first = world.home.recheck("--all")
        all_good(world, first)

        for name, way in broken.items():
            way.breaks(world.world(by_id[name]), by_id[name])
        second = world.home.recheck("--all")
        assert second.code == ExitCode.MISSING
        found = {name: missing(each) for name, each in second.by_setup.items() if missing(each)}
        assert found == {name: {way.row} for name, way in broken.items()}
        for name, outcome in second.by_setup.items():
            lost = {each.drift.requirement for each in outcome.drifts if each.drift.kind in LOST}
            assert (broken[name].row in lost) if name in broken else (lost == set()), name
            assert outcome.worse == (name in broken)

        for name, way in broken.items():
            way.mend(world.world(by_id[name]), by_id[name], world.home)
        third = world.home.recheck(*broken)
        assert sorted(third.by_setup) == sorted(broken)
        for each in third.outcomes:
            in_order(each)
        only_reads(world)

    for name, setup in by_id.items():
        good = good_code(setup)
        runs = world.home.history.runs(name)
        codes = [run.exit_code for run in reversed(runs)]
        assert codes == ([good, ExitCode.MISSING, good] if name in broken else [good, good]), name
        last = world.home.history.last_good(name)
        assert last is not None
        assert last.at == runs[0].check.at


def test_trouble_is_named_and_holds_up_nobody(tmp_path: Path) -> None:
    world = set_up(tmp_path, 8, ("liongard", "topleft"))
    down, busy, full, revoked = range(4)
    well = [name for number in range(4, 8) for name in world.of(number)]
    faults = {number: member.faults for number, member in enumerate(world.fleet.members)}
    with world.fleet:
        all_well = world.home.recheck("--all")
        assert all_well.code == ExitCode.CLEAN

        world.fleet.take_down(down)
        # Not at the token endpoint: a token is never asked for twice.
        short = Fault(kind=FaultKind.RATE_LIMITED, where=(Place.PROBES,), times=2, detail="2")
        faults[busy].switch_on(short)
        faults[full].switch_on(Fault(kind=FaultKind.RATE_LIMITED, skip=2, detail="3600"))
        faults[revoked].switch_on(Fault(kind=FaultKind.REVOKED_SECRET, where=(Place.TOKEN,)))
        run = world.home.recheck("--all")

    told = [each.setup_id for each in run.outcomes]
    assert sorted(told) == sorted(each.id for each in world.setups)
    for name in world.of(down):
        outcome = run.by_setup[name]
        assert outcome.exit_code == ExitCode.UNKNOWN
        assert "[network.connect]" in causes(outcome)
        assert outcome.drifts == ()
    for name in (*world.of(busy), *well):
        assert run.by_setup[name].exit_code == ExitCode.CLEAN, name
    for name in world.of(full):
        outcome = run.by_setup[name]
        assert outcome.exit_code == ExitCode.UNKNOWN
        assert missing(outcome) == set()
        assert outcome.report is not None
        limited = [row for row in outcome.report.findings if LIMITED.search(row.found)]
        assert limited
        for row in limited:  # when, and that nobody waited so long
            assert row.remedy.startswith("HaloPSA can be asked again in 60 min; the check did not")
    for name in world.of(revoked):
        assert missing(run.by_setup[name]) == {"token"}
    # Nobody waits for who is in trouble: the well ones are told before those that had to wait.
    last_well = max(told.index(name) for name in well)
    assert all(told.index(name) > last_well for name in world.of(busy))
    assert run.code == ExitCode.MISSING
    for name in (*world.of(down), *world.of(full)):  # what is unknown takes nothing away
        before, after = all_well.by_setup[name], world.home.history.last_good(name)
        assert after is not None
        assert before.report is not None
        assert after.at == before.report.checked_at
