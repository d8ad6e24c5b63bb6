"""The columns that the rows of a table and its head share, so that they stand in line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from wizard.ui import theme

TOOL = 3 * theme.GRID  # px, the sides of the arrow and of the copy button
INDENT = theme.GRID + TOOL + theme.GRID  # px, where the first column begins
_EDGE = 2 * theme.GRID  # px, that a line leaves free on both sides
_STATE_WIDTH = 14 * theme.GRID
_STRETCHES = (5, 4, 4)  # no less: long words of other languages are not cut in a small window


@dataclass(frozen=True)
class Columns:
    """Which columns there are: those of a check, and that of the copy buttons."""

    checked: bool
    copy: bool

    def lay_out(
        self,
        line: QHBoxLayout,
        cells: Sequence[QWidget],
        fold: QWidget | None = None,
        copy: QWidget | None = None,
    ) -> None:
        """Put the cells of one row: label, asked, and (checked) found and state."""
        line.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        line.setSpacing(theme.GRID)
        line.addWidget(_tool(fold), 0, Qt.AlignmentFlag.AlignTop)
        for cell, stretch in zip(cells[:3], _STRETCHES, strict=False):
            policy = cell.sizePolicy()  # a label's own: its height depends on its width
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            cell.setSizePolicy(policy)
            line.addWidget(cell, stretch, Qt.AlignmentFlag.AlignTop)
        for cell in cells[3:]:
            cell.setFixedWidth(_STATE_WIDTH)
            line.addWidget(cell, 0, Qt.AlignmentFlag.AlignTop)
        if self.copy:
            line.addWidget(_tool(copy), 0, Qt.AlignmentFlag.AlignTop)


class Ruled(QFrame):
    """A part of a table, with a thin line above it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the line."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.line(QGuiApplication.palette()), 1))
        painter.drawLine(QPointF(_EDGE, 0.5), QPointF(self.width() - _EDGE, 0.5))


def _tool(widget: QWidget | None) -> QWidget:
    """Give the tool the size of its column; None leaves the column empty."""
    shown = widget or QWidget()
    shown.setFixedSize(QSize(TOOL, TOOL if widget else 1))
    return shown
