"""The request budget of one instance: a rolling window that is never overshot.

HaloPSA refuses more than 300 requests in any 5 minutes on hosted instances (halo-api.md §8.3, L).
A leaky bucket lets a full burst and then its refill through within one window; this keeps the time
of every request instead, and gives each its earliest allowed time, first come, first served.
"""

from __future__ import annotations

import asyncio
import time
from bisect import bisect_right
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from wizard.problems import ProblemError, problem


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many requests any window of so many seconds may hold, and how long to queue for one.

    The default stays under HaloPSA's 300: the network may squeeze requests together, and other
    programs of the same customer may share the count.
    """

    requests: int = 280
    window: float = 300.0
    patience: float = 60.0

    def __str__(self) -> str:
        return f"{self.requests} requests in {self.window:.0f} seconds"


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
        self._held_until = float("-inf")
        # When requests went out, and when those that queue will go out, in rising order.
        self._slots: list[float] = []

    async def acquire(self) -> None:
        """Wait until one more request may be sent.

        Raises ProblemError `budget.exhausted`, at once, if that takes longer than the allowance's
        patience; `retry_after` then tells in how many seconds there is room.
        """
        now = self._clock()
        slot = self._next_slot(now)
        if slot - now > self._allowance.patience:
            held = self._held_until - now > self._allowance.patience
            detail = "HaloPSA asked to wait" if held else f"{self._allowance}"
            raise ProblemError(problem("budget.exhausted", detail, retry_after=slot - now))
        self._slots.append(slot)
        try:
            # A timer may fire a little early; the slot must not.
            while (wait := slot - self._clock()) > 0:
                await self._sleep(wait)
        except BaseException:
            self._slots.remove(slot)  # never used: give it back
            raise

    def hold(self, seconds: float) -> None:
        """Let nothing out for so many seconds: HaloPSA itself asked to wait (429)."""
        self._held_until = max(self._held_until, self._clock() + seconds)

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
    """One budget for each instance, however often it is opened in this run of the program."""

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance
        self._by_address: dict[str, Budget] = {}

    def of(self, web: str) -> Budget:
        """Give the budget of the instance at this web address."""
        return self._by_address.setdefault(web, Budget(self._allowance))
