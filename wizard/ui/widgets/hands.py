"""Where a person's hands are: on the keyboard, or on the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class Hands(QObject):
    """Watches one window. `moved`: they went to the keyboard (True), or back to the mouse."""

    moved = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._on_keys = False

    def listen(self) -> None:
        """Notice keys and the mouse, as soon as the system has the window."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what comes to the window from the system."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            on_keys = event.type() == QEvent.Type.KeyPress
            if on_keys is not self._on_keys:
                self._on_keys = on_keys
                self.moved.emit(on_keys)
        return super().eventFilter(watched, event)
