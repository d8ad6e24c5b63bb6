"""asyncio's loop inside of Qt's, in which a time-out that was not needed is gone at once."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Coroutine
from contextvars import Context
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimerEvent

# isort: split
import qasync  # type: ignore[import-untyped]  # after PySide6: it binds to what is loaded

T = TypeVar("T")


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end in Qt's event loop. A QApplication is there."""
    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(main)


class Loop(qasync.QEventLoop):  # type: ignore[misc]
    """qasync's loop with timers that end when they are cancelled.

    Each request sets several time-outs and cancels them a moment later. qasync lets them come due:
    half a minute after a crowd of checks the window would stand still, once a second.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timed = Timers()

    def call_later(
        self,
        delay: float,
        callback: Callable[..., object],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.Handle:
        """Call back in so many seconds."""
        if delay <= 0:
            handle: asyncio.Handle = super().call_later(delay, callback, *args, context=context)
            return handle
        return self._timed.start(delay, Timed(self._timed, callback, args, self, context))

    def close(self) -> None:
        """Release all; no timer is left."""
        super().close()
        self._timed.stop_all()


class Timed(asyncio.Handle):
    """What is called when its time has come, unless it is cancelled before."""

    def __init__(self, timers: Timers, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._timers = timers
        self.timer = 0  # Qt's number for it; 0: none any more

    def cancel(self) -> None:
        """Do not call, and let the timer go."""
        self._timers.stop(self)
        super().cancel()


class Timers(QObject):
    """The timers that run, by Qt's number."""

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[int, Timed] = {}

    def start(self, delay: float, handle: Timed) -> Timed:
        """Call it in so many seconds."""
        handle.timer = self.startTimer(math.ceil(delay * 1000))
        self._running[handle.timer] = handle
        return handle

    def stop(self, handle: Timed) -> None:
        """Do not call it any more."""
        if self._running.pop(handle.timer, None) is not None:
            self.killTimer(handle.timer)

    def stop_all(self) -> None:
        """Call nothing any more."""
        for handle in tuple(self._running.values()):
            self.stop(handle)

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 - Qt's name
        """Call what has become due."""
        handle = self._running.get(event.timerId())
        if handle is not None:
            self.stop(handle)
            handle._run()
