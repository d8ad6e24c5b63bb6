"""A thin line between the parts of the window."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wizard.ui import theme


class Rule(QWidget):
    """A line of one px, from side to side or from top to bottom."""

    def __init__(self, *, vertical: bool = False) -> None:
        super().__init__()
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw it."""
        QPainter(self).fillRect(self.rect(), theme.line(QGuiApplication.palette()))
