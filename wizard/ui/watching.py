"""Looks at HaloPSA by itself while a step's page is open, and says at the foot what it does.

When to look is decided in `wizard.setup.watch`; here are the clock and the window's events.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from wizard.halo.glance import Room
from wizard.problems import Problem
from wizard.setup.flow import Flow
from wizard.setup.looks import Look, watched
from wizard.setup.steps import Step
from wizard.setup.watch import Pace, Watch
from wizard.ui import watch_words
from wizard.ui.bridge import Bridge

_AGAIN = 200  # ms until the next try where something else is under way
_SEEN = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange)


class Watching(QObject):
    """The watch over the page that is open. `looked` carries each look as it ends."""

    looked = Signal(object)

    def __init__(
        self,
        flow: Flow,
        bridge: Bridge,
        window: QWidget,
        *,
        on: bool,
        pace: Pace | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`window` is what has to be visible. `clock` gives seconds that only go forward."""
        super().__init__(window)
        self._flow = flow
        self._bridge = bridge
        self._window = window
        self._on = on
        self._pace = pace
        self._clock = clock
        self._watch: Watch | None = None
        self._step: Step | None = None
        self._problem: Problem | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._due)
        bridge.busy.connect(self._busy)
        window.installEventFilter(self)

    @property
    def on(self) -> bool:
        """Tell whether the person wants it."""
        return self._on

    @property
    def active(self) -> bool:
        """Tell whether the page that is open is one to watch."""
        return self._watch is not None

    def open(self, step: Step) -> None:
        """Watch this step from now on, if a Save in Halo can change it."""
        self.close()
        if watched(step, self._flow.state):
            self._watch, self._step = Watch(self._clock(), self._pace, on=self._on), step
            self._watch.visible = self._visible()
        self._arrange()

    def close(self) -> None:
        """Stop watching: the page is left."""
        self._bridge.stop_looking()
        self._watch = self._step = self._problem = None
        self._timer.stop()

    def switch(self, on: bool) -> None:
        """Watch, or do not: the person chose."""
        self._on = on
        if self._watch is not None:
            self._watch.on = on
            self._watch.answered(self._clock())
        self._interrupt()

    def typed(self) -> None:
        """Give way to the person, who is typing."""
        if self._watch is not None:
            self._watch.touched(self._clock())
        self._interrupt()

    def answered(self) -> None:
        """Take that an answer changed, or that work was done in Halo."""
        if self._watch is not None:
            self._watch.answered(self._clock())
        self._interrupt()

    def checked(self) -> None:
        """Take that the person checked by hand."""
        if self._watch is not None and self._step is not None:
            standing = self._flow.standing(self._step)
            left = bool(standing.missing or standing.unknown)
            self._watch.checked(self._clock(), left=left)
        self._arrange()

    def line(self) -> str:
        """Say what it does, or why it does nothing."""
        if self._watch is None or self._step is None:
            return ""
        now = self._clock()
        plan = self._watch.plan(now)
        names = self._flow.missing_inputs(self._step)
        return watch_words.line(
            plan.why,
            seconds=max(1, math.ceil((plan.at or now) - now)),
            problem=self._problem,
            needed=[each.label for each in self._step.inputs if each.name in names],
            checked=self._flow.state.checked.get(self._step.id),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look when the window comes back, and not while it is hidden."""
        if self._watch is not None and watched is self._window:
            if event.type() in _SEEN:
                self._watch.visible = self._visible()
                if self._watch.visible:
                    self._watch.came_back(self._clock())
                else:
                    self._bridge.stop_looking()
                self._arrange()
            elif event.type() == QEvent.Type.WindowActivate:
                self._watch.came_back(self._clock())
                self._arrange()
        return False

    def _visible(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()

    def _interrupt(self) -> None:
        self._bridge.stop_looking()
        self._arrange()

    def _busy(self, busy: bool) -> None:
        if busy:
            self._timer.stop()
        else:
            self._arrange()

    def _arrange(self) -> None:
        """Set the timer for the next look."""
        self._timer.stop()
        if self._watch is None or self._step is None or self._bridge.running:
            return
        self._watch.needed = bool(self._flow.missing_inputs(self._step))
        now = self._clock()
        at = self._watch.plan(now).at
        if at is not None:
            self._timer.start(max(0, math.ceil((at - now) * 1000)))

    def _due(self) -> None:
        """Look, if it still is time to, and the person is not just clicking."""
        if self._watch is None or self._step is None:
            return
        now = self._clock()
        at = self._watch.plan(now).at
        if at is None or at > now:
            self._arrange()
        elif _clicking() or not self._bridge.look(self._look, self._failed):
            self._timer.start(_AGAIN)

    async def _look(self) -> None:
        look = await self._flow.look()
        self._take(look)

    def _failed(self, problem: Problem) -> None:
        self._take(Look(0, Room(), problem=problem))

    def _take(self, look: Look) -> None:
        if self._watch is not None:
            self._problem = look.problem
            self._watch.looked(self._clock(), look)
            self._arrange()
            self.looked.emit(look)


def _clicking() -> bool:
    """Tell whether a menu is open or a button pressed: what it belongs to must not go away."""
    pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    return pressed or QApplication.activePopupWidget() is not None
