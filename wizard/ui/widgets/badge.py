"""The mark of the practice instance."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout

from wizard.ui import theme
from wizard.ui.widgets.surface import Icon
from wizard.ui.widgets.text import Text


class Badge(QFrame):
    """Says that this is the practice instance."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("badge")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID, 3, theme.GRID + 2, 3)
        row.setSpacing(theme.GRID // 2)
        row.addWidget(Icon("practice", theme.Tone.PRACTICE, 16))
        label = Text(text, tone=theme.Tone.PRACTICE)
        label.setWordWrap(False)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the ground."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(theme.Tone.PRACTICE, palette), 1))
        painter.setBrush(theme.tint(theme.Tone.PRACTICE, palette))
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
