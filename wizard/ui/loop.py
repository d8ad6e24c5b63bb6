"""The window's event loop: Qt's is asyncio's, and it ends because the coroutine ends."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QApplication

from wizard.ui.garbage import keep_for_good, looking
from wizard.ui.qt_loop import run
from wizard.ui.window import Window


def run_until_closed(app: QApplication, window: Window) -> None:
    """Run the window that is shown until it is closed, and let it end in order."""
    # Connected before the loop starts, so that no close is lost (platform.md §2, trap 1).
    closed = asyncio.Event()
    app.lastWindowClosed.connect(closed.set)
    app.aboutToQuit.connect(closed.set)

    async def main() -> None:
        keep_for_good()
        await closed.wait()
        await window.finish()

    with looking():
        run(main())
