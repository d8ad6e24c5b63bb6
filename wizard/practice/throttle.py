"""The rate limit: so many requests in a rolling window (halo-api.md §8.3, L)."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable


class Throttle:
    """Counts the requests of the last `window` seconds; a refused request does not count."""

    def __init__(
        self, limit: int | None, window: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit = limit
        self._window = window
        self._clock = clock
        self._times: deque[float] = deque()

    def wait(self) -> float:
        """Count one request: give 0, or the seconds until one is allowed again."""
        if self._limit is None:
            return 0.0
        now = self._clock()
        while self._times and self._times[0] <= now - self._window:
            self._times.popleft()
        if len(self._times) < self._limit:
            self._times.append(now)
            return 0.0
        # A limit of nothing never opens again; the window is as good a wait as any.
        return self._times[0] + self._window - now if self._times else self._window
