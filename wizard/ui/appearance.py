"""Keeps the window in step with the system's colours while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui import theme

_PALETTE_CHANGE = QEvent.Type.PaletteChange


class Appearance(QObject):
    """Follows the system's palette, and its wish for contrast, in one window.

    Qt gives every widget the new palette by itself. What is left: the example in an empty field,
    which the system may make too faint to read, and a wish for contrast that changes no palette.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._hints = QGuiApplication.styleHints()  # PySide loses what belongs to it without it
        self._hints.accessibility().contrastPreferenceChanged.connect(self.repaint)
        window.installEventFilter(self)
        self._mend_placeholder()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at the palette when it has changed."""
        if event.type() == _PALETTE_CHANGE:
            self._mend_placeholder()
        return super().eventFilter(watched, event)

    def repaint(self) -> None:
        """Let every part of the window choose its colours anew."""
        for widget in (self._window, *self._window.findChildren(QWidget)):
            QCoreApplication.sendEvent(widget, QEvent(_PALETTE_CHANGE))
            widget.update()

    def _mend_placeholder(self) -> None:
        role = QPalette.ColorRole.PlaceholderText
        palette = QGuiApplication.palette()
        shown = theme.placeholder(palette)
        if palette.color(role) != shown:
            palette.setColor(role, shown)  # the only role that no longer follows by itself
            QApplication.setPalette(palette)
