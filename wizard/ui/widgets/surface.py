"""Grounds that things stand on: a page's column, a card, a strip that says one thing in a tone."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wizard.ui import icons, theme
from wizard.ui.widgets.text import Text

_RADIUS = 6.0  # px
_WIDEST = 992  # px, that a window has room for as it opens: all of a page ends in one line there


class Card(QFrame):
    """A bordered ground with round corners, in the palette's own colours."""

    def __init__(self, *, padding: int = 2 * theme.GRID) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(theme.GRID)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def ground(self) -> tuple[QColor, QColor]:
        """Give the colours of ground and border."""
        palette = QGuiApplication.palette()
        return theme.surface(palette), theme.line(palette)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw ground and border."""
        ground, border = self.ground()
        width = 2.0 if self.hasFocus() else 1.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(border, width))
        painter.setBrush(ground)
        margin = width / 2
        place = QRectF(self.rect()).marginsRemoved(QMarginsF(margin, margin, margin, margin))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)


class Icon(QWidget):
    """An icon in a tone (None: as muted text), which follows the system from light to dark."""

    def __init__(self, name: str, tone: theme.Tone | None = None, size: int = 18) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self.setFixedSize(QSize(size, size))

    def show_as(self, name: str, tone: theme.Tone | None) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the icon."""
        palette = QGuiApplication.palette()
        shown = theme.colour(self._tone, palette) if self._tone else theme.muted(palette)
        icons.paint(QPainter(self), self._name, shown, QRectF(self.rect()))


class Strip(Card):
    """One thing to know, in a tone: an icon, a bar at the left, and text."""

    def __init__(self, icon: str, tone: theme.Tone, text: str = "", *, name: str = "") -> None:
        super().__init__(padding=0)
        self._tone = tone
        self.setObjectName(name)
        self.row = row = QHBoxLayout()
        row.setContentsMargins(2 * theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        row.setSpacing(theme.GRID)
        self._icon = Icon(icon, tone)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.inner = QVBoxLayout()
        self.inner.setSpacing(theme.GRID // 2)
        row.addLayout(self.inner, 1)
        self.body.addLayout(row)
        self.text = Text(text)
        self.inner.addWidget(self.text)

    def say(self, text: str) -> None:
        """Show this text."""
        self.text.say(text)
        self.setAccessibleName(text)

    def restyle(self, icon: str, tone: theme.Tone) -> None:
        """Show another icon and tone."""
        self._tone = tone
        self._icon.show_as(icon, tone)
        self.update()

    def ground(self) -> tuple[QColor, QColor]:
        """Give the colours of ground and border."""
        palette = QGuiApplication.palette()
        ground, edge = theme.tint(self._tone, palette), theme.colour(self._tone, palette)
        return ground, edge if theme.is_high_contrast(palette) else theme.mix(edge, ground, 0.35)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground and the bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour(self._tone, QGuiApplication.palette()), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(4.5, 8), QPointF(4.5, self.height() - 8))


def page_column(page: QWidget, spacing: int = 2 * theme.GRID) -> QVBoxLayout:
    """Give the column of a page; in a wider window it stays readable, and ends before its edge."""
    outer = QHBoxLayout(page)
    outer.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, 3 * theme.GRID)
    inner = QWidget()
    inner.setMaximumWidth(_WIDEST)
    outer.addWidget(inner, 1)
    outer.addStretch(0)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
