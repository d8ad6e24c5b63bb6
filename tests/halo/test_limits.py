from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.halo.limits import MOST_AT_ONCE, Allowance, Budget, Budgets
from wizard.problems import ProblemError


class FakeTime:
    """A clock that only moves when somebody sleeps or when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, future))
        await future

    async def settle(self) -> None:
        for _ in range(20):
            await asyncio.sleep(0)

    async def advance(self, until: float) -> None:
        await self.settle()
        while due := sorted((s for s in self._sleepers if s[0] <= until), key=lambda s: s[0]):
            self.now = max(self.now, due[0][0])
            for sleeper in [s for s in due if s[0] <= self.now]:
                self._sleepers.remove(sleeper)
                if not sleeper[1].done():
                    sleeper[1].set_result(None)
            await self.settle()
        self.now = max(self.now, until)


def _run(body: Callable[[], Awaitable[None]]) -> None:
    async def main() -> None:
        await body()

    asyncio.run(main())


@given(
    st.integers(1, 5),
    st.sampled_from([10, 60]),
    st.lists(
        st.tuples(st.integers(0, 15), st.integers(1, 4), st.booleans(), st.integers(0, 5)),
        max_size=15,
    ),
)
def test_no_window_ever_holds_more_than_it_may(
    requests: int, patience: int, story: list[tuple[int, int, bool, int]]
) -> None:
    """Requests come in bunches, some are cancelled while they queue, sometimes all must hold."""
    sent: list[float] = []
    refused: list[float] = []

    async def body() -> None:
        time = FakeTime()
        budget = Budget(Allowance(requests, 10.0, patience), clock=time.clock, sleep=time.sleep)

        async def one() -> None:
            try:
                await budget.acquire()
            except ProblemError as error:
                refused.append(error.problem.retry_after or 0)
            else:
                sent.append(time.now)

        tasks = []
        for pause, bunch, cancel, hold in story:
            await time.advance(time.now + pause)
            tasks += [asyncio.create_task(one()) for _ in range(bunch)]
            await time.settle()
            if cancel:
                tasks[-1].cancel()
                await time.settle()
            budget.hold(hold)
        await time.advance(time.now + 10_000)
        assert all(task.done() for task in tasks)
        await asyncio.gather(*(t for t in tasks if not t.cancelled()))

    _run(body)
    assert all(wait > patience for wait in refused)
    sent.sort()
    for start in sent:
        assert len([at for at in sent if start <= at < start + 10.0]) <= requests


def test_first_come_first_served() -> None:
    order: list[int] = []

    async def body() -> None:
        time = FakeTime()
        budget = Budget(Allowance(1, 10.0, 100.0), clock=time.clock, sleep=time.sleep)

        async def one(number: int) -> None:
            await budget.acquire()
            order.append(number)

        tasks = [asyncio.create_task(one(number)) for number in range(5)]
        await time.advance(time.now + 25)
        assert order == [0, 1, 2]
        await time.advance(time.now + 100)
        await asyncio.gather(*tasks)

    _run(body)
    assert order == [0, 1, 2, 3, 4]


def test_it_says_at_once_when_there_is_room_again() -> None:
    async def body() -> None:
        time = FakeTime()
        budget = Budget(Allowance(1, 300.0, 60.0), clock=time.clock, sleep=time.sleep)
        await budget.acquire()
        await time.advance(time.now + 100)
        with pytest.raises(ProblemError) as caught:
            await budget.acquire()
        assert caught.value.problem.code == "budget.exhausted"
        assert caught.value.problem.retry_after == 200.0

    _run(body)


@pytest.mark.parametrize(
    ("asked", "said"), [(None, "300"), (17.0, "300"), (3600.0, "3600"), (86_400.0, "86400")]
)
def test_it_says_how_long_halopsa_asked_to_wait(asked: float | None, said: str) -> None:
    """It holds back for as long as the window is; but a person hears what HaloPSA wants."""

    async def body() -> None:
        time = FakeTime()
        budget = Budget(clock=time.clock, sleep=time.sleep)
        budget.hold(300.0, asked)
        with pytest.raises(ProblemError) as caught:
            await budget.acquire()
        assert f"{caught.value.problem.retry_after:.0f}" == said
        await time.advance(time.now + 300)
        await budget.acquire()

    _run(body)


def test_a_cancelled_request_gives_its_place_back() -> None:
    async def body() -> None:
        time = FakeTime()
        budget = Budget(Allowance(1, 10.0, 15.0), clock=time.clock, sleep=time.sleep)
        await budget.acquire()
        queued = asyncio.create_task(budget.acquire())
        await time.settle()
        with pytest.raises(ProblemError):
            await budget.acquire()
        queued.cancel()
        await time.settle()
        again = asyncio.create_task(budget.acquire())
        await time.advance(time.now + 10)
        assert again.done()
        again.result()

    _run(body)


def test_a_timer_that_fires_early_does_not_let_a_request_out_early() -> None:
    async def body() -> None:
        time = FakeTime()

        async def early(seconds: float) -> None:
            time.now += seconds / 2 if seconds > 0.01 else seconds

        budget = Budget(Allowance(1, 10.0, 15.0), clock=time.clock, sleep=early)
        await budget.acquire()
        await budget.acquire()
        assert time.now >= 1010.0

    _run(body)


def test_nothing_goes_out_while_halopsa_asked_to_wait() -> None:
    async def body() -> None:
        time = FakeTime()
        budget = Budget(clock=time.clock, sleep=time.sleep)
        budget.hold(30)
        budget.hold(10)
        waiting = asyncio.create_task(budget.acquire())
        await time.advance(1029)
        assert not waiting.done()
        await time.advance(1030)
        assert waiting.done()
        budget.hold(300)
        with pytest.raises(ProblemError):
            await budget.acquire()

    _run(body)


@pytest.mark.parametrize("seconds", [4, 15])
def test_a_request_counts_until_a_window_after_its_answer(seconds: int) -> None:
    """It may have come to HaloPSA at any time before that."""

    async def body() -> None:
        time = FakeTime()
        budget = Budget(Allowance(1, 10.0, 100.0), clock=time.clock, sleep=time.sleep)
        async with budget.flight():
            await time.advance(1000 + seconds)
        second = asyncio.create_task(budget.acquire())
        await time.advance(1009 + seconds)
        assert not second.done()
        await time.advance(1010 + seconds)
        assert second.done()

    _run(body)


def test_one_instance_has_one_budget() -> None:
    budgets = Budgets()
    assert budgets.of("https://a.example") is budgets.of("https://a.example")
    assert budgets.of("https://a.example") is not budgets.of("https://b.example")


def test_only_a_few_are_under_way_at_the_same_time() -> None:
    async def body() -> None:
        budget, under_way, most = Budget(), 0, 0
        full, landed = asyncio.Event(), asyncio.Event()

        async def fly() -> None:
            nonlocal under_way, most
            async with budget.flight():
                under_way += 1
                most = max(most, under_way)
                if under_way == MOST_AT_ONCE:
                    full.set()
                await landed.wait()
                under_way -= 1

        flights = [asyncio.create_task(fly()) for _ in range(20)]
        await full.wait()
        for _ in range(100):
            await asyncio.sleep(0)  # whoever could start now has started
        assert under_way == MOST_AT_ONCE
        landed.set()
        await asyncio.gather(*flights)
        assert most == MOST_AT_ONCE

    _run(body)


def test_a_failed_or_cancelled_flight_gives_its_place_back() -> None:
    async def body() -> None:
        budget = Budget()

        async def fail() -> None:
            async with budget.flight():
                raise OSError

        async def stay() -> None:
            async with budget.flight():
                await asyncio.Event().wait()

        await asyncio.gather(*(fail() for _ in range(20)), return_exceptions=True)
        staying = [asyncio.create_task(stay()) for _ in range(MOST_AT_ONCE)]
        await asyncio.sleep(0)
        for task in staying:
            task.cancel()
        await asyncio.gather(*staying, return_exceptions=True)
        async with asyncio.timeout(5), budget.flight():
            pass

    _run(body)
