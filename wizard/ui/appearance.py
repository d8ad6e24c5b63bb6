"""Keeps the window in step with the system's colours while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui import theme

_PALETTE_CHANGE = QEvent.Type.PaletteChange
_EDGED = (
    "QLineEdit",
    "QComboBox",
    "QPushButton",
    "QRadioButton",
    "QCheckBox",
    "QPlainTextEdit",
    "QProgressBar",
    "QDateEdit",
    "QScrollBar",
    "QHeaderView",
)
_FUSION_DARKENS = 140  # percent, from the colour of the window to that of an edge


class Appearance(QObject):
    """Follows the system's palette, and its wish for contrast, in one window.

    Qt gives every widget the new palette by itself. What is left: the example in an empty field
    and the edges of Fusion's fields and buttons, which are often too faint to see, and a wish for
    contrast that changes no palette.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._hints = QGuiApplication.styleHints()  # PySide loses what belongs to it without it
        self._hints.accessibility().contrastPreferenceChanged.connect(self.repaint)
        window.installEventFilter(self)
        self._mend()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at the palette when it has changed."""
        if event.type() == _PALETTE_CHANGE:
            self._mend()
        return super().eventFilter(watched, event)

    def repaint(self) -> None:
        """Let every part of the window choose its colours anew."""
        for widget in (self._window, *self._window.findChildren(QWidget)):
            QCoreApplication.sendEvent(widget, QEvent(_PALETTE_CHANGE))
            widget.update()

    def _mend(self) -> None:
        self._mend_placeholder()
        if QApplication.style().name() == "fusion":
            self._mend_edges()

    def _mend_edges(self) -> None:
        """Let Fusion draw edges that can be seen: it takes them, darker, from the window's colour.

        In a palette for a class Qt takes every other colour from the system's.
        """
        window = theme.edge(QGuiApplication.palette()).lighter(_FUSION_DARKENS)
        for name in _EDGED:
            known = QApplication.palette(name)  # type: ignore[call-overload]  # the stubs err
            if known.color(QPalette.ColorRole.Window) != window:
                palette = QPalette()
                palette.setColor(QPalette.ColorRole.Window, window)
                QApplication.setPalette(palette, name)  # type: ignore[arg-type]  # here too

    def _mend_placeholder(self) -> None:
        role = QPalette.ColorRole.PlaceholderText
        palette = QGuiApplication.palette()
        shown = theme.placeholder(palette)
        if palette.color(role) != shown:
            palette.setColor(role, shown)  # the only role that no longer follows by itself
            QApplication.setPalette(palette)
