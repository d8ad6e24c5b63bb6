"""The window with a place in it: what is pressed goes to the place, and the end is orderly."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent

from wizard.language import tr
from wizard.ui.place import Place
from wizard.ui.services import Services
from wizard.ui.shell import Shell

if TYPE_CHECKING:
    from wizard.ui.bridge import Bridge
    from wizard.ui.clipboard import SecretOnClipboard


class Stage(Shell):
    """Knows where it stands (`here`), and leaves that place for another, or for good."""

    def __init__(self, services: Services) -> None:
        super().__init__(practice=services.practice)
        self.services = services
        self.here = Place()
        self._may_close = False
        self._closing = False
        # ruff would bind these once; but it is another place by the time that something is pressed.
        self.back.connect(lambda: self.here.back())  # noqa: PLW0108
        self.forward.connect(lambda: self.here.next())  # noqa: PLW0108
        self.check.connect(lambda: self.here.check())  # noqa: PLW0108
        self.watch.connect(lambda on: self.here.watch(on))  # noqa: PLW0108
        self.home.connect(lambda: self.here.home())  # noqa: PLW0108
        self.help_me.connect(lambda: self.here.help_me())  # noqa: PLW0108
        self.step.connect(lambda step: self.here.go(step))  # noqa: PLW0108
        self.cancel.connect(self._cancel)
        self.escape.connect(self._escape)

    @cached_property
    def bridge(self) -> Bridge:
        """The one bridge between widgets and coroutines."""
        from wizard.ui.bridge import Bridge  # noqa: PLC0415 - behind the first page

        bridge = Bridge(self.problem.show_problem, self)
        bridge.busy.connect(self._busy)
        return bridge

    @cached_property
    def clipboard(self) -> SecretOnClipboard:
        """The clipboard, for secrets."""
        from wizard.ui.clipboard import SecretOnClipboard  # noqa: PLC0415 - behind the first page

        return SecretOnClipboard(self)

    def enter(self, place: Place) -> None:
        """Leave the place that is shown, and stand at another."""
        before, self.here = self.here, place
        before.left()

    def open_url(self, address: str) -> None:
        """Open a web address in the browser."""
        if not address.lower().startswith(("https://", "http://")):
            return  # a link comes from an instance: nothing else may be started by it
        if self.services.open_url is not None:
            self.services.open_url(address)
        else:
            from PySide6.QtCore import QUrl  # noqa: PLC0415
            from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

            QDesktopServices.openUrl(QUrl(address))

    async def finish(self) -> None:
        """End what runs, and let go of everything."""
        await self.bridge.close()
        self.enter(Place())
        await self.bridge.close()
        self.clipboard.clear()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Save what was entered, then close; a second try closes whatever happens."""
        here = self.here
        if self._may_close or not here.unsaved:
            self.clipboard.clear()
            super().closeEvent(event)
            return
        event.ignore()

        async def save() -> None:
            try:
                await here.commit()
            finally:
                self._may_close = True
            self.close()

        # A move that is still under way is waited for; then the window closes.
        self._closing = not self.bridge.start(save, cancellable=False)

    def _cancel(self) -> None:
        if self.bridge.cancel():
            self.footer.say(tr("Cancelled. What was found before stays."), announce=True)

    def _escape(self) -> None:
        if self.bridge.cancellable:
            self._cancel()
        elif self.problem.isVisible():
            self.problem.clear()
        else:
            self.here.escape()

    def _busy(self, busy: bool) -> None:
        if busy:
            self._may_close = False
        elif self._closing:
            self._closing = False
            QTimer.singleShot(0, self, self.close)
        self.show_busy(busy, may_cancel=self.bridge.cancellable)
