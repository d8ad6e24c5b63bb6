"""Work side by side ends as a whole: done, failed or stopped."""

from __future__ import annotations

import asyncio

import pytest

from wizard.halo.together import together

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Work:
    """Ends when it is let, with this error if there is one."""

    def __init__(self, error: Exception | None = None) -> None:
        self.let, self.state, self.error = asyncio.Event(), "new", error

    async def do(self) -> str:
        self.state = "begun"
        try:
            await self.let.wait()
        except asyncio.CancelledError:
            self.state = "stopped"
            raise
        self.state = "done"
        if self.error is not None:
            raise self.error
        return "done"


async def test_everything_is_begun_at_once_and_given_in_order():
    slow, quick = Work(), Work()
    both = asyncio.create_task(together(slow.do(), quick.do()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert (slow.state, quick.state) == ("begun", "begun")
    quick.let.set()
    slow.let.set()
    assert await both == ("done", "done")
    assert await together() == ()


async def test_the_first_error_is_raised_when_the_rest_has_ended():
    bad, worse, fine = Work(LookupError("first")), Work(ValueError("second")), Work()
    every = asyncio.create_task(together(fine.do(), bad.do(), worse.do()))
    worse.let.set()
    bad.let.set()
    done, _ = await asyncio.wait({every}, timeout=0.01)
    assert not done
    fine.let.set()
    with pytest.raises(LookupError, match="first"):
        await every
    assert fine.state == "done"


async def test_cancelled_it_stops_everything():
    one, other = Work(), Work()
    both = asyncio.create_task(together(one.do(), other.do()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    both.cancel()
    with pytest.raises(asyncio.CancelledError):
        await both
    assert (one.state, other.state) == ("stopped", "stopped")
