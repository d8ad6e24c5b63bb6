"""The watch over the page of a setup, and what the foot of the window says of it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, QTimer

from wizard.setup.flow import Flow
from wizard.setup.steps import Step
from wizard.ui import wording
from wizard.ui.bridge import Bridge
from wizard.ui.services import Services
from wizard.ui.shell import Shell
from wizard.ui.watching import Watching

_TICK = 5000  # ms between two looks at "Checked 3 s ago"
_WATCHING_TICK = 1000  # ms, where it is to be seen that somebody watches


class PageWatch(QObject):
    """Watches the page that is open where the person wants it, and says at the foot how it stands.

    That is: what the watch does, or when the page was checked. `watching` is the watch itself.
    """

    def __init__(
        self, flow: Flow, bridge: Bridge, shell: Shell, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._flow = flow
        self._bridge = bridge
        self._footer = shell.footer
        self._preferences = services.preferences
        on = self._preferences is not None and self._preferences.watch
        self.watching = Watching(flow, bridge, shell, on=on, pace=services.pace)
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self.stand)
        bridge.busy.connect(self.stand)

    def open(self, step: Step) -> None:
        """Watch this step from now on, if there is something to see."""
        if self._preferences is not None:
            self.watching.open(step)
        watched = self.watching.active
        self._footer.offer_watch(self.watching.on if watched else None)
        self._clock.start(_WATCHING_TICK if watched else _TICK)

    def close(self) -> None:
        """Stop: the setup is left."""
        self._clock.stop()
        self.watching.deleteLater()
        self.watching.close()
        self._footer.offer_watch(None)

    def switch(self, on: bool) -> None:
        """Watch from now on, or do not: the person chose."""
        preferences = self._preferences
        if preferences is not None:
            self._bridge.attempt(lambda: preferences.set_watch(on))
        self.watching.switch(on)
        self._footer.say("")
        self.stand()

    def tell_age(self) -> None:
        """Say that the check is done."""
        age = self._age()
        if age:
            self._footer.say(age, announce=True)

    def stand(self) -> None:
        """Show how it stands: whether HaloPSA is watched, and when it was looked at."""
        if self._bridge.running:
            return
        age = self._age()
        if self.watching.active:
            self._footer.stand(self.watching.line())
        elif age:
            self._footer.stand(age)

    def _age(self) -> str:
        moment = self._flow.state.checked.get(self._flow.current.id)
        return wording.checked(moment, dt.datetime.now(dt.UTC)) if moment is not None else ""
