"""Runs the window: Qt's loop is asyncio's loop, and it ends because the coroutine ends."""

from __future__ import annotations

import asyncio
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

# isort: split
import qasync  # type: ignore[import-untyped]  # after PySide6: it binds to what is loaded

from wizard.ui.icons import window_icon
from wizard.ui.services import Services
from wizard.ui.translation import install, wanted
from wizard.ui.window import Window


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
    # Qt must not stop the loop under a waiting coroutine, and a close that comes before the loop
    # has started must not be lost (platform.md §2, trap 1).
    app.setQuitOnLastWindowClosed(False)
    closed = asyncio.Event()
    app.lastWindowClosed.connect(closed.set)
    app.aboutToQuit.connect(closed.set)

    async def main() -> None:
        window = Window(services)
        window.fit(window.screen().availableGeometry())
        window.show()
        window.open_first()
        await closed.wait()
        await window.finish()

    qasync.run(main())
    return 0
