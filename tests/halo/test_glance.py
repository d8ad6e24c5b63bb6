"""Live looks get a part of the request budget, and never the part that a person may need."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.halo.test_limits import FakeTime
from wizard.halo.glance import current, glance, hinder
from wizard.halo.limits import Allowance, Budget
from wizard.halo.transport import Transport
from wizard.problems import ProblemError, problem

SMALL = Allowance(requests=10, window=100.0, patience=0.0, live=4, kept=3)


async def send(budget: Budget, *, live: bool) -> bool:
    try:
        if live:
            with glance():
                await budget.acquire()
        else:
            await budget.acquire()
    except ProblemError:
        return False
    return True


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6), st.booleans()), max_size=20))
def test_live_looks_stay_within_their_share_and_leave_what_is_kept(story):
    async def body() -> None:
        time = FakeTime()
        budget = Budget(SMALL, clock=time.clock, sleep=time.sleep)
        sent: list[tuple[float, bool]] = []
        for pause, bunch, live in story:
            time.now += pause
            for _ in range(bunch):
                before = [each for each in sent if each[0] > time.now - 100]
                room = len(before) < (7 if live else 10)
                if live:
                    room = room and sum(each[1] for each in before) < 4
                assert await send(budget, live=live) == room
                sent += [(time.now, live)] if room else []

    asyncio.run(body())


def test_a_look_that_is_refused_knows_how_long_and_why():
    async def body() -> None:
        time = FakeTime()
        budget = Budget(SMALL, clock=time.clock, sleep=time.sleep)
        with glance() as look:
            for _ in range(4):
                await budget.acquire()
            time.now += 30
            with pytest.raises(ProblemError):
                await budget.acquire()
        assert look.requests == 4
        assert (look.room.used, look.room.wait, look.room.asked) == (1.0, 70.0, False)
        assert look.hindered_by is not None
        assert look.hindered_by.code == "budget.exhausted"
        budget.hold(200)
        with glance() as look, pytest.raises(ProblemError):
            await budget.acquire()
        assert (look.room.wait, look.room.asked, look.requests) == (200.0, True, 0)

    asyncio.run(body())


def test_a_budget_too_small_to_share_lets_no_live_look_out():
    assert not asyncio.run(send(Budget(Allowance(requests=5, kept=5)), live=True))
    assert asyncio.run(send(Budget(Allowance(requests=5, kept=5)), live=False))


def test_one_look_does_not_count_what_is_sent_beside_it():
    async def body() -> None:
        budget = Budget()

        async def beside() -> None:
            assert current() is None
            await budget.acquire()

        other = asyncio.create_task(beside())
        with glance() as look:
            await other
            await budget.acquire()
        assert look.requests == 1
        assert current() is None

    asyncio.run(body())


def test_only_what_says_nothing_about_the_set_up_hinders():
    for code, hinders in (
        ("network.timeout", True),
        ("http.server_error", True),
        ("http.not_json", True),
        ("http.forbidden", False),
        ("http.not_found", False),
        ("not_yet.administrator", False),
    ):
        with glance() as look:
            hinder(problem(code))
        assert (look.hindered_by is not None) == hinders, code
    with glance() as look:
        hinder(problem("network.dns"))
        hinder(problem("network.timeout"))
        assert look.hindered_by == problem("network.dns")
        assert not look.refused
        hinder(problem("token.invalid_client"))
    assert look.refused
    hinder(problem("network.dns"))  # nobody looks: nothing to note


def test_a_live_look_tries_nothing_twice_and_notes_what_failed():
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(503)

    async def body() -> None:
        transport = Transport(Budget(), inner=httpx.MockTransport(answer))
        with glance() as look:
            assert (await transport.get("https://acme.example/api/AuthInfo")).status == 503
        await transport.aclose()
        assert look.hindered_by is not None
        assert look.hindered_by.code == "http.server_error"

    asyncio.run(body())
    assert len(asked) == 1
