"""Runs the window: first its page, then what works behind it.

The first page stands before asyncio and all that needs it are loaded: nobody waits for what is not
needed yet.
"""

from __future__ import annotations

import sys

import wizard.ui.quick_imports  # noqa: F401 - before all that it is to make quick

# isort: split
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from wizard.ui.icons import window_icon
from wizard.ui.services import Services
from wizard.ui.translation import install, wanted
from wizard.ui.window import Window

_LONGEST = 1000  # ms; a window that starts hidden is never painted


def run(services: Services) -> int:
    """Show the window until it is closed; give the exit code.

    Nothing runs on when this returns: checks are cancelled and savings are waited for.
    """
    app = QCoreApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nobody made another kind before
    install(app, wanted())
    app.setApplicationName("halo-setup")
    app.setApplicationDisplayName("Halo Setup Wizard")
    app.setDesktopFileName("halo-setup")
    app.setWindowIcon(window_icon())
    # Qt must not stop the loop under a waiting coroutine (platform.md §2, trap 1).
    app.setQuitOnLastWindowClosed(False)
    window = Window(services)
    window.fit(window.screen().availableGeometry())
    window.show_home()
    window.show()
    _wait_for_paint(window)
    if window.isVisible():  # not closed again already
        from wizard.ui.loop import run_until_closed  # noqa: PLC0415 - behind the first page

        run_until_closed(app, window)
    return 0


def _wait_for_paint(window: Window) -> None:
    """Let Qt work until the window has been painted once."""
    loop = QEventLoop()
    watcher = _FirstPaint(loop)
    window.installEventFilter(watcher)
    QTimer.singleShot(_LONGEST, loop, loop.quit)
    loop.exec()
    window.removeEventFilter(watcher)


class _FirstPaint(QObject):
    """Ends a loop when the window has been painted."""

    def __init__(self, loop: QEventLoop) -> None:
        super().__init__(loop)
        self._loop = loop

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name
        """Look for the paint; the loop ends when its event has been handled."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._loop, self._loop.quit)
        return False
