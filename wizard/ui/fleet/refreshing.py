"""Shows what others write to the same file: a scheduled run, the command line, another window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from wizard.fleet.overview import Entry
from wizard.problems import Problem
from wizard.ui.attempt import tell
from wizard.ui.ports import Fleet

_INTERVAL = 15_000  # ms
_SOON = 50  # ms
_UNKNOWN = object()  # equal to no stamp


class Refreshing(QObject):
    """Reads the setups anew when anything was written: now and then, and when one comes back.

    Reading is done in a worker thread. What cannot be read is told once, and tried again.
    """

    def __init__(
        self,
        fleet: Fleet,
        window: QWidget,
        take: Callable[[Sequence[Entry]], None],
        show: Callable[[Problem], None],
    ) -> None:
        """`take` gets all setups; `show` is told of a problem."""
        super().__init__(window)
        self._fleet = fleet
        self._window = window
        self._take = take
        self._show = show
        self._stamp: object = _UNKNOWN
        self._told: str | None = None
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look when one comes back to the window."""
        if watched is self._window and event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Read what there is, unless nothing was written since the last time."""
        if self._task is None and self._window.isVisible():
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError:  # the first page stands before the loop runs
                QTimer.singleShot(_SOON, self, self.look)
                return
            self._task = loop.create_task(self._read())
            self._task.add_done_callback(self._over)

    def anew(self) -> None:
        """Read what there is for a page that has only just come."""
        self._stamp = _UNKNOWN
        self.look()

    async def settled(self) -> None:
        """Wait until nothing is being read."""
        while self._task is not None:
            await asyncio.wait({self._task})
            await asyncio.sleep(0)

    async def close(self) -> None:
        """Read nothing any more."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        await self.settled()

    async def _read(self) -> None:
        try:
            stamp, entries = await asyncio.to_thread(_changed, self._fleet, self._stamp)
        except Exception as error:  # noqa: BLE001 - the border: nothing may escape into Qt
            tell(error, self._show_once)
            return
        self._told = None
        if entries is not None:
            self._stamp = stamp
            self._take(entries)

    def _show_once(self, problem: Problem) -> None:
        if self._told != problem.code:
            self._told = problem.code
            self._show(problem)

    def _over(self, _: asyncio.Task[None]) -> None:
        self._task = None


def _changed(fleet: Fleet, known: object) -> tuple[object, Sequence[Entry] | None]:
    """Give the stamp of what is there, and all of it unless the stamp is known."""
    stamp = fleet.stamp()
    return stamp, None if stamp == known else fleet.entries()
