"""A count of setups that can be pressed: then only these are shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from wizard.fleet.overview import Group
from wizard.language import tr
from wizard.ui import icons, theme
from wizard.ui.fleet import words

_ICON = 16  # px
_RADIUS = theme.FIELD / 2


class Chip(QAbstractButton):
    """A group of setups. Pressed, it has a thicker edge, bold words and a cross to let go again."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self._group = group
        self.setObjectName(f"only:{group}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(tr("Shows only these"))

    def tell(self, number: int) -> None:
        """Show how many there are."""
        said = words.count(self._group, number)
        if said != self.text():
            self.setText(said)
            self.setAccessibleName(said)
            self.updateGeometry()
        self.setEnabled(bool(number) or self.isChecked())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give room for icon, words and cross, so that nothing moves when it is pressed."""
        bold = QFontMetrics(theme.scaled(self.font(), 1, theme.BOLD))
        width = bold.horizontalAdvance(self.text()) + 2 * _ICON + 4 * theme.GRID
        return QSize(width, max(theme.FIELD, bold.height() + theme.GRID))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw ground, edge, icon, words, and the cross of one that is pressed."""
        palette = QGuiApplication.palette()
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        text = palette.color(group, QPalette.ColorRole.WindowText)
        icon, tone = words.GROUPS[self._group]
        colour = theme.colour(tone, palette) if self.isEnabled() else text
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, palette)
        inside = QRectF(self.rect()).adjusted(1.25 * theme.GRID, 0, -1.25 * theme.GRID, 0)
        top = (self.height() - _ICON) / 2
        icons.paint(painter, icon, colour, QRectF(inside.left(), top, _ICON, _ICON))
        if self.isChecked():
            painter.setFont(theme.scaled(self.font(), 1, theme.BOLD))
            cross = QRectF(inside.right() - _ICON + 2, top, _ICON, _ICON)
            icons.paint(painter, "close", text, cross)
        painter.setPen(text)
        words_at = inside.adjusted(_ICON + theme.GRID * 0.75, 0, 0, 0)
        painter.drawText(words_at, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _draw_ground(self, painter: QPainter, palette: QPalette) -> None:
        pressed = self.isChecked()
        accent = theme.colour(theme.Tone.ACCENT, palette)
        width = 2.0 if pressed else 1.0
        edge = theme.edge(palette) if self.isEnabled() else theme.line(palette)
        painter.setPen(QPen(accent if pressed else edge, width))
        ground = theme.surface(palette)
        if pressed or (self.underMouse() and self.isEnabled()):
            ground = theme.chosen(palette, share=0.14 if pressed else 0.07)
        painter.setBrush(ground)
        half = width / 2
        place = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
