"""The re-check of many: each told once as it comes, nobody held up, and not too many at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.store.states import CREATED, state
from wizard.checks.findings import ExitCode
from wizard.fleet.outcome import Outcome, fleet_exit_code
from wizard.fleet.runner import SETUPS, recheck
from wizard.problems import problem
from wizard.setup.state import SetupState

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def outcome(setup: SetupState) -> Outcome:
    return Outcome(
        setup_id=setup.id, name=setup.id, started=CREATED, report=None, failed=problem("internal")
    )


def fleet(**sizes: int) -> list[SetupState]:
    return [
        state(f"{host}-{number}", answers={"web": f"https://{host}"})
        for host, size in sizes.items()
        for number in range(size)
    ]


class World:
    """Instances that answer when they are let; `most` is how many were in work at once."""

    def __init__(self, *silent: str) -> None:
        self.silent = set(silent)
        self.let = asyncio.Event()
        self.open: set[str] = set()
        self.working: set[str] = set()
        self.most_open = self.most_working = 0
        self.visited: list[str] = []
        self.reached = asyncio.Event()

    @asynccontextmanager
    async def visit(self, host: str) -> AsyncIterator[World]:
        self.visited.append(host)
        self.open.add(host)
        self.most_open = max(self.most_open, len(self.open))
        try:
            yield self
        finally:
            self.open.discard(host)

    async def check(self, setup: SetupState) -> Outcome:
        host = setup.answers["web"].removeprefix("https://")
        assert host in self.open
        self.working.add(setup.id)
        self.most_working = max(self.most_working, len(self.working))
        try:
            if host in self.silent:
                self.reached.set()
                await self.let.wait()
            await asyncio.sleep(0)
            if setup.id == "broken-0":
                raise RuntimeError("whatever")
            return outcome(setup)
        finally:
            self.working.discard(setup.id)


async def told_by(setups: list[SetupState], world: World, **settings: int) -> list[str]:
    told: list[Outcome] = []
    await recheck(setups, world, told.append, **settings)
    return [each.setup_id for each in told]


async def test_each_setup_is_told_once():
    setups = fleet(a=5, b=1, c=9)
    told = await told_by(setups, World())
    assert sorted(told) == sorted(each.id for each in setups)


async def test_nothing_to_check_is_no_error():
    assert await told_by([], World()) == []


async def test_each_instance_is_opened_once_the_largest_first():
    world = World()
    await told_by(fleet(a=1, b=7, c=3), world, instances=1)
    assert world.visited == ["b", "c", "a"]
    assert world.open == set()


async def test_not_more_than_so_many_are_in_work():
    world = World()
    await told_by(fleet(**{f"h{number}": 9 for number in range(9)}), world, instances=3)
    assert world.most_open == 3
    assert world.most_working == 3 * SETUPS


async def test_an_instance_that_does_not_answer_holds_up_nobody():
    world, told = World("silent"), list[str]()
    setups = fleet(silent=3, a=2, b=2, c=2)
    everybody_else = asyncio.Event()

    def hear(each: Outcome) -> None:
        told.append(each.setup_id)
        if len(told) == 6:
            everybody_else.set()

    running = asyncio.create_task(recheck(setups, world, hear, instances=2))
    async with asyncio.timeout(10):
        await everybody_else.wait()
    assert not any(each.startswith("silent") for each in told)
    world.let.set()
    await running
    assert len(told) == len(setups)


async def test_what_goes_wrong_with_one_stays_with_it(caplog):
    told: list[Outcome] = []
    await recheck(fleet(broken=3, a=1), World(), told.append)
    assert len(told) == 4
    failed = {each.setup_id: each for each in told}["broken-0"]
    assert failed.exit_code == ExitCode.FAILED
    assert failed.failed is not None
    assert failed.failed.code == "internal"
    assert failed.name == "liongard@broken"
    assert "broken-0" in caplog.text


async def test_cancelled_it_ends_at_once_and_what_was_told_is_finished():
    world, told, both = World("silent"), list[Outcome](), asyncio.Event()

    def hear(each: Outcome) -> None:
        told.append(each)
        if len(told) == 2:
            both.set()

    running = asyncio.create_task(recheck(fleet(a=2, silent=9), world, hear))
    async with asyncio.timeout(10):
        await world.reached.wait()
        await both.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert sorted(each.setup_id for each in told) == ["a-0", "a-1"]
    assert world.open == set()
    assert world.working == set()


async def test_whose_turn_comes_is_told_before_its_result():
    told: list[str] = []
    await recheck(
        fleet(a=2, b=1),
        World(),
        lambda each: told.append(f"told {each.setup_id}"),
        began=lambda each: told.append(f"began {each.id}"),
    )
    for name in ("a-0", "a-1", "b-0"):
        assert told.index(f"began {name}") < told.index(f"told {name}")


@pytest.mark.parametrize(
    ("codes", "whole"),
    [((), 0), ((0, 0), 0), ((0, 3), 3), ((3, 1, 0), 1), ((1, 4, 3), 4), ((4,), 4)],
)
def test_the_exit_code_of_a_fleet_is_its_worst(codes, whole):
    assert fleet_exit_code(codes) == whole
