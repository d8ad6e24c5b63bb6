"""The one bridge between widgets and coroutines (platform.md §2 lists the traps it avoids).

One foreground task at a time: a second click is refused, not run beside the first. A move to
another page replaces a running check: it cancels it and waits for its end. Savings (a secret on
its way into the keychain) run in the background, are never cancelled, and every foreground task
waits for them. A look that nobody asked for is shown to nobody, and makes way for all of these.
Whatever goes wrong ends as a `Problem` on the page, or with whoever started a look.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from wizard.problems import Problem
from wizard.ui.attempt import attempt, tell

Work = Callable[[], Coroutine[Any, Any, None]]


class Bridge(QObject):
    """Starts coroutines from widgets. `busy` tells when a foreground task starts and ends."""

    busy = Signal(bool)

    def __init__(self, show: Callable[[Problem], None], parent: QObject | None = None) -> None:
        """Take whom to tell of a problem."""
        super().__init__(parent)
        self._show = show
        self._task: asyncio.Task[bool] | None = None
        self._cancellable = True
        self._savings: set[asyncio.Task[bool]] = set()
        self._look: asyncio.Task[bool] | None = None

    @property
    def running(self) -> bool:
        """Tell whether a foreground task runs."""
        return self._task is not None

    @property
    def cancellable(self) -> bool:
        """Tell whether a foreground task runs that a person may cancel."""
        return self._task is not None and self._cancellable

    def start(self, work: Work, *, cancellable: bool = True) -> bool:
        """Start a foreground task; False if it was refused.

        A task that is not cancellable (a move) takes the place of one that is.
        """
        before = self._task
        if before is not None and (cancellable or not self._cancellable):
            return False
        if before is not None:
            before.cancel()
        self.stop_looking()
        waits_for = {task for task in (before, self._look) if task is not None}
        self._cancellable = cancellable
        self._task = asyncio.get_running_loop().create_task(self._run(work, waits_for))
        self._task.add_done_callback(self._ended)
        if before is None:
            self.busy.emit(True)
        return True

    def save(self, work: Work) -> None:
        """Start a saving in the background."""
        task = asyncio.get_running_loop().create_task(self._guard(work))
        self._savings.add(task)
        task.add_done_callback(self._savings.discard)

    def look(self, work: Work, failed: Callable[[Problem], None]) -> bool:
        """Start a look that nobody asked for; False while anything else runs.

        It shows no busy sign, and its problem goes to `failed`.
        """
        if self._task is not None or self._look is not None or self._savings:
            return False
        self._look = asyncio.get_running_loop().create_task(self._guard(work, failed))
        self._look.add_done_callback(self._looked)
        return True

    def stop_looking(self) -> None:
        """Cancel the look that nobody asked for, if one runs."""
        if self._look is not None:
            self._look.cancel()

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something at once that may raise; False if it did, and the problem is shown."""
        return attempt(action, self._show)

    def cancel(self) -> bool:
        """Cancel the foreground task if it may be cancelled; False if there is none."""
        if self._task is None or not self._cancellable:
            return False
        self._task.cancel()
        return True

    async def settled(self) -> None:
        """Wait until nothing runs any more that a person began."""
        while running := {*self._savings, *({self._task} if self._task else ())}:
            await asyncio.wait(running)

    async def close(self) -> None:
        """Cancel the foreground task and wait until nothing runs any more."""
        self.stop_looking()
        if self._task is not None:
            self._task.cancel()
        await self.settled()
        if self._look is not None:
            await asyncio.wait({self._look})

    async def _run(self, work: Work, waits_for: set[asyncio.Task[bool]]) -> bool:
        if waits_for:
            await asyncio.wait(waits_for)
        return await self._savings_done() and await self._guard(work)

    async def _savings_done(self) -> bool:
        savings = set(self._savings)
        if not savings:
            return True
        done, _ = await asyncio.wait(savings)
        return all(task.result() for task in done if not task.cancelled())

    async def _guard(self, work: Work, show: Callable[[Problem], None] | None = None) -> bool:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - the border: nothing may escape into Qt
            tell(error, show or self._show)
            return False
        return True

    def _looked(self, task: asyncio.Task[bool]) -> None:
        if task is self._look:
            self._look = None

    def _ended(self, task: asyncio.Task[bool]) -> None:
        if task is self._task:  # else a move has taken its place already
            self._task = None
            self.busy.emit(False)
