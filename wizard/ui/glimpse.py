"""A window that closes by itself once it stands: how the program shows that it can open one."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

_LOOK_EVERY = 20  # ms
_LONGEST = 20_000  # ms; a window that is never painted is closed, too


class Glimpse(QObject):
    """Closes the window that is opened next, when it was painted and its loop runs.

    `painted` is when the first page stood, in seconds as `time.time` counts them; None: never.
    """

    def __init__(self) -> None:
        self._app = QCoreApplication.instance() or QApplication(sys.argv[:1])
        super().__init__()
        self.painted: float | None = None
        self._app.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._close_if_running)
        self._timer.start(_LOOK_EVERY)
        QTimer.singleShot(_LONGEST, self, self._close)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the first paint."""
        if (
            self.painted is None
            and event.type() == QEvent.Type.Paint
            and isinstance(watched, QMainWindow)
        ):
            QTimer.singleShot(0, self, self._note)
        return False

    def _note(self) -> None:
        if self.painted is None:
            self.painted = time.time()

    def _close_if_running(self) -> None:
        if self.painted is None:
            return
        import asyncio  # noqa: PLC0415 - loaded behind the first page, as always

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return
        self._close()

    def _close(self) -> None:
        self._timer.stop()
        QApplication.closeAllWindows()
