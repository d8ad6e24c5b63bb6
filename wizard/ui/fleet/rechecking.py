"""The re-checks of the window: one runs, the next one waits, each can be cancelled at any time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from wizard.fleet.overview import Entry, Group
from wizard.language import mark, plural, tr
from wizard.problems import Problem
from wizard.ui.attempt import tell
from wizard.ui.ports import Fleet

_BREATH = 100  # ms between two tellings of the progress


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a re-check is: how many setups are done, of how many, and how many need a hand."""

    done: int
    total: int
    hands: int
    waiting: int = 0  # setups that were asked for since, and come after these

    def said(self) -> str:
        """Say it in one line."""
        said = tr("{done} of {total} checked", done=self.done, total=self.total)
        if self.hands:
            hands = plural(self.hands, mark("{number} needs a hand"), mark("{number} need a hand"))
            said = tr("{checked}, {hands}", checked=said, hands=hands)
        if not self.waiting:
            return said
        one, many = mark("{number} more waits"), mark("{number} more wait")
        waits = plural(self.waiting, one, many)
        return tr("{checked} · {waiting}", checked=said, waiting=waits)


class Rechecking(QObject):
    """Runs re-checks beside whatever the window shows.

    `came`: a setup's result (an Entry). `moved`: the progress is another. `ended`: the last of
    them is over, with its progress; None where it was cancelled.
    """

    came = Signal(object)
    moved = Signal()
    ended = Signal(object)

    def __init__(self, fleet: Fleet, show: Callable[[Problem], None], parent: QObject) -> None:
        """Take who checks, and whom to tell of a problem."""
        super().__init__(parent)
        self._fleet = fleet
        self._show = show
        self._task: asyncio.Task[None] | None = None
        self._now: dict[str, Entry | None] = {}  # the setups of this run, with their results
        self._next: list[str] = []
        self._breath = QTimer(self, singleShot=True, interval=_BREATH)
        self._breath.timeout.connect(self.moved)

    @property
    def running(self) -> bool:
        """Tell whether a re-check runs."""
        return self._task is not None

    @property
    def progress(self) -> Progress:
        """Tell how far it is."""
        came = [each for each in self._now.values() if each is not None]
        hands = sum(each.group is Group.HAND for each in came)
        return Progress(len(came), len(self._now), hands, len(self._next))

    def is_due(self, setup_id: str) -> bool:
        """Tell whether a setup's result is still to come."""
        if setup_id in self._next:
            return True
        return self.running and setup_id in self._now and self._now[setup_id] is None

    def start(self, setup_ids: Iterable[str]) -> bool:
        """Re-check these; False where they wait for the run that is under way.

        What is due already is not checked twice.
        """
        asked = [each for each in dict.fromkeys(setup_ids) if not self.is_due(each)]
        if self._task is not None:
            self._next += asked
            self.moved.emit()
            return False
        if asked:
            self._begin(asked)
        return True

    def cancel(self) -> None:
        """End it at once, and what waits for it; what was told stays."""
        self._next = []
        if self._task is not None:
            self._task.cancel()

    async def close(self) -> None:
        """End it, and wait for that."""
        self.cancel()
        if self._task is not None:
            await asyncio.wait({self._task})

    async def settled(self) -> None:
        """Wait until nothing is re-checked any more."""
        while self._task is not None:
            await asyncio.wait({self._task})
            await asyncio.sleep(0)  # what waits begins when the task's end was told

    def _begin(self, setup_ids: Collection[str]) -> None:
        self._now = dict.fromkeys(setup_ids)
        self._task = asyncio.get_running_loop().create_task(self._run(setup_ids))
        self._task.add_done_callback(self._over)
        self.moved.emit()

    async def _run(self, setup_ids: Collection[str]) -> None:
        try:
            await self._fleet.recheck(setup_ids, self._take)
        except Exception as error:  # noqa: BLE001 - the border: nothing may escape into Qt
            tell(error, self._show)

    def _take(self, entry: Entry) -> None:
        self._now[entry.setup_id] = entry
        self.came.emit(entry)
        if not self._breath.isActive():
            self._breath.start()

    def _over(self, task: asyncio.Task[None]) -> None:
        progress, waiting = self.progress, self._next
        self._task, self._next = None, []
        if waiting:
            self._begin(waiting)
            return
        self._breath.stop()
        self.moved.emit()
        self.ended.emit(None if task.cancelled() else progress)
