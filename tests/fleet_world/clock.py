"""An event loop whose time jumps: where nothing is left to do but wait, the wait is over.

Real sockets on loopback go on as ever: what was sent is there to be read before time moves, since
server and client are both in this loop. What a thread does is waited for in real time.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_TICK = 1e-7  # seconds for each turn of the loop: where time stands still, no timer ends
_ARRIVAL = 0.001  # real seconds in which what was sent on loopback has arrived


class JumpingLoop(asyncio.SelectorEventLoop):
    """`time()` begins at 0 and moves only by jumps to the next timer."""

    def __init__(self) -> None:
        self.threads = 0
        self.now = 0.0
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        return self.now

    def run_in_executor(self, executor: Any, func: Callable[..., T], *args: Any) -> Any:
        self.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._is_done)
        return future

    def _is_done(self, _: object) -> None:
        self.threads -= 1


class _JumpingSelector(selectors.DefaultSelector):
    def __init__(self, loop: JumpingLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self._loop.now += _TICK
        if timeout is None or timeout <= 0 or self._loop.threads:
            return super().select(timeout if not self._loop.threads else _short(timeout))
        ready = super().select(_ARRIVAL)
        if not ready:
            self._loop.now += timeout
        return ready


def _short(timeout: float | None) -> float:
    """A thread wakes the loop when it is done; timers do not run meanwhile."""
    return 0.0 if timeout is not None and timeout <= 0 else 1.0


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run this in a loop whose time jumps."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(work)
