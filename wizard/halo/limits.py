"""The request budget of one instance: a rolling window that is never overshot.

HaloPSA refuses more than 300 requests in any 5 minutes on hosted instances (halo-api.md §8.3, L).
A leaky bucket lets a full burst and then its refill through within one window; this keeps the time
of every request instead, and gives each its earliest allowed time, first come, first served.
"""

from __future__ import annotations

import asyncio
import time
from bisect import bisect_right, insort
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NoReturn

from wizard.halo.glance import Room, current, hinder
from wizard.language import tr
from wizard.problems import ProblemError, problem

MOST_AT_ONCE = 6  # requests under way to one instance

_patience: ContextVar[float | None] = ContextVar("patience", default=None)


@contextmanager
def patient(seconds: float) -> Iterator[None]:
    """Let what is sent inside, from this task, queue for its turn for so many seconds.

    That is among our own requests. Where HaloPSA itself asks to wait, the usual patience holds.
    """
    token = _patience.set(seconds)
    try:
        yield
    finally:
        _patience.reset(token)


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many requests any window of so many seconds may hold, and how long to queue for one.

    The default leaves a fifth of HaloPSA's 300 to the integrations that are live, which share the
    count, and to the network, which may squeeze requests together. Live looks get `live` of these
    requests, and none of the last `kept`, with which a person can still check everything by hand.
    """

    requests: int = 240
    window: float = 300.0
    patience: float = 60.0
    live: int = 110
    kept: int = 100

    def __str__(self) -> str:
        return tr(
            "{number} requests in {seconds} seconds",
            number=self.requests,
            seconds=f"{self.window:.0f}",
        )


class Budget:
    """Counts the requests to one instance. Used from one event loop.

    `clock` gives monotonic seconds; `sleep` waits so many of them.
    """

    def __init__(
        self,
        allowance: Allowance | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._allowance = allowance or Allowance()
        self._clock = clock
        self._sleep = sleep
        self._held_until = self._asked_until = float("-inf")
        # When requests went out, and when those that queue will go out, in rising order.
        self._slots: list[float] = []
        self._live: list[float] = []
        self._flight = asyncio.Semaphore(MOST_AT_ONCE)

    @asynccontextmanager
    async def flight(self) -> AsyncIterator[None]:
        """Be one of the few requests that are under way to the instance at the same time.

        However many checks there are: HaloPSA is never asked by a crowd, and the window, which
        shares the loop, stays quick. Raises as `acquire` does.
        """
        async with self._flight:
            slot = await self.acquire()
            try:
                yield
            finally:
                # When it came to HaloPSA is not known, only that it was by now: from here on it is
                # counted as of now, so that late ones never share a window with too many others.
                with suppress(ValueError):  # one that took longer than the window is gone already
                    self._slots.remove(slot)
                insort(self._slots, max(slot, self._clock()))

    async def acquire(self) -> float:
        """Wait until one more request may be sent, and give the time at which it was to be.

        Raises ProblemError `budget.exhausted`, at once, if that takes longer than the allowance's
        patience; `retry_after` then tells in how many seconds there is room. A live look has no
        patience at all.
        """
        now = self._clock()
        slot = self._next_slot(now)
        look = current()
        if look is not None:
            look.room = self._room(now)
            if look.room.wait > 0:
                self._refuse(now, look.room.wait)
            self._live.append(now)
            look.requests += 1
            look.room = self._room(now)
        usual = self._allowance.patience
        if slot - now > (_patience.get() or usual) or self._held_until - now > usual:
            self._refuse(now, slot - now)
        self._slots.append(slot)
        try:
            # A timer may fire a little early; the slot must not.
            while (wait := slot - self._clock()) > 0:
                await self._sleep(wait)
        except BaseException:
            self._slots.remove(slot)  # never used: give it back
            raise
        return slot

    def hold(self, seconds: float, asked: float | None = None) -> None:
        """Let nothing out for so many seconds: HaloPSA itself asked to wait (429).

        `asked` is for how long, where that is more: it is what a person is told.
        """
        now = self._clock()
        self._held_until = max(self._held_until, now + seconds)
        self._asked_until = max(self._asked_until, now + max(seconds, asked or 0))
        look = current()
        if look is not None:
            look.room = self._room(self._clock())

    def _refuse(self, now: float, wait: float) -> NoReturn:
        held = self._held_until > now and self._held_until - now >= wait
        detail = tr("HaloPSA asked to wait") if held else f"{self._allowance}"
        wait = max(wait, self._asked_until - now) if held else wait
        refused = problem("budget.exhausted", detail, retry_after=wait)
        hinder(refused)
        raise ProblemError(refused)

    def _room(self, now: float) -> Room:
        """Tell what there is for a live look."""
        allowed = self._allowance
        del self._live[: bisect_right(self._live, now - allowed.window)]
        used = len(self._live) / allowed.live if allowed.live else 1.0
        held = max(0.0, self._held_until - now)
        full = max(
            self._until_fewer(self._live, allowed.live, now),
            self._until_fewer(self._slots, allowed.requests - allowed.kept, now),
        )
        return Room(used, allowed.live, allowed.window, max(held, full), asked=held > full)

    def _until_fewer(self, slots: Sequence[float], most: int, now: float) -> float:
        """Give the seconds until fewer than `most` of these lie in the window."""
        if most <= 0:
            return self._allowance.window
        return max(0.0, slots[-most] + self._allowance.window - now) if len(slots) >= most else 0.0

    def _next_slot(self, now: float) -> float:
        del self._slots[: bisect_right(self._slots, now - self._allowance.window)]
        slot = max(now, self._held_until)
        if self._slots:
            slot = max(slot, self._slots[-1])
        if len(self._slots) >= self._allowance.requests:
            oldest = self._slots[-self._allowance.requests]
            slot = max(slot, oldest + self._allowance.window)
        return slot


class Budgets:
    """One budget for each instance, however often it is opened in this run of the program.

    `clock` gives monotonic seconds, the ones that the event loop sleeps by.
    """

    def __init__(
        self, allowance: Allowance | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._allowance = allowance
        self._clock = clock
        self._by_address: dict[str, Budget] = {}

    def of(self, web: str) -> Budget:
        """Give the budget of the instance at this web address."""
        return self._by_address.setdefault(web, Budget(self._allowance, clock=self._clock))
