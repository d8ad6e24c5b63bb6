"""The bridge: one task at a time, nothing lost, nothing escapes."""

import asyncio
import logging

import pytest

from wizard.problems import Problem, ProblemError, problem
from wizard.ui.bridge import Bridge

pytestmark = pytest.mark.anyio


class Shown:
    """What the bridge showed."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __call__(self, each: Problem) -> None:
        self.problems.append(each)


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def bridge(shown: Shown, anyio_backend: object) -> Bridge:
    return Bridge(shown)


async def test_a_second_start_is_refused(bridge: Bridge) -> None:
    gate, runs = asyncio.Event(), []

    async def work() -> None:
        runs.append(1)
        await gate.wait()

    assert bridge.start(work)
    assert not bridge.start(work)
    gate.set()
    await bridge.settled()
    assert runs == [1]
    assert bridge.start(work)
    await bridge.settled()
    assert runs == [1, 1]


async def test_busy_is_told_at_start_and_end(bridge: Bridge) -> None:
    told: list[bool] = []
    bridge.busy.connect(told.append)

    async def work() -> None:
        assert told == [True]

    bridge.start(work)
    await bridge.settled()
    assert told == [True, False]


async def test_a_move_takes_the_place_of_a_check_after_its_end(bridge: Bridge) -> None:
    order: list[str] = []
    begun = asyncio.Event()

    async def check() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)  # a request that has to be closed in order
            order.append("check ended")

    async def move() -> None:
        order.append("moved")

    bridge.start(check)
    await begun.wait()
    assert bridge.start(move, cancellable=False)
    assert not bridge.start(move, cancellable=False)
    await bridge.settled()
    assert order == ["check ended", "moved"]
    assert not bridge.running


async def test_a_move_is_not_cancelled(bridge: Bridge) -> None:
    gate, done = asyncio.Event(), []

    async def move() -> None:
        await gate.wait()
        done.append(1)

    bridge.start(move, cancellable=False)
    await asyncio.sleep(0)
    assert not bridge.cancel()
    gate.set()
    await bridge.settled()
    assert done == [1]


async def test_cancel_stops_a_check_and_shows_nothing(bridge: Bridge, shown: Shown) -> None:
    bridge.start(asyncio.Event().wait)  # type: ignore[arg-type]
    await asyncio.sleep(0)
    assert bridge.cancel()
    await bridge.settled()
    assert not bridge.running
    assert shown.problems == []
    assert not bridge.cancel()


async def test_a_task_waits_for_savings(bridge: Bridge) -> None:
    gate, order = asyncio.Event(), []

    async def save() -> None:
        await gate.wait()
        order.append("saved")

    async def check() -> None:
        order.append("checked")

    bridge.save(save)
    bridge.start(check)
    await asyncio.sleep(0)
    bridge.cancel()
    bridge.start(check, cancellable=False)
    gate.set()
    await bridge.settled()
    assert order == ["saved", "checked"]


async def test_a_failed_saving_stops_the_task_behind_it(bridge: Bridge, shown: Shown) -> None:
    ran: list[int] = []

    async def save() -> None:
        raise ProblemError(problem("keychain.locked"))

    async def check() -> None:
        ran.append(1)

    bridge.save(save)
    bridge.start(check)
    await bridge.settled()
    assert ran == []
    assert [each.code for each in shown.problems] == ["keychain.locked"]


async def test_a_problem_is_shown(bridge: Bridge, shown: Shown) -> None:
    async def work() -> None:
        raise ProblemError(problem("network.tls", "expired"))

    bridge.start(work)
    await bridge.settled()
    assert [(each.code, each.detail) for each in shown.problems] == [("network.tls", "expired")]


async def test_any_other_error_is_internal_and_logged(
    bridge: Bridge, shown: Shown, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise LookupError("inner matter")

    with caplog.at_level(logging.ERROR):
        assert not bridge.attempt(broken)
    assert [each.code for each in shown.problems] == ["internal"]
    assert shown.problems[0].detail == "LookupError"
    assert "inner matter" in caplog.text


async def test_close_waits_for_what_runs(bridge: Bridge) -> None:
    ended: list[str] = []

    async def save() -> None:
        await asyncio.sleep(0)
        ended.append("saved")

    async def check() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("cancelled")

    bridge.start(check)
    await asyncio.sleep(0)
    bridge.save(save)
    await bridge.close()
    assert sorted(ended) == ["cancelled", "saved"]
