"""The list of steps at the side, each with its state as icon and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionFocusRect,
    QVBoxLayout,
    QWidget,
)

from wizard.language import tr
from wizard.ui import icons, theme
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.text import tip

WIDTH = 28 * theme.GRID  # px
_ICON = 18  # px


@dataclass(frozen=True)
class Entry:
    """One step as the list shows it."""

    id: str
    name: str
    title: str
    word: str
    icon: str
    tone: theme.Tone
    current: bool


class StepButton(QAbstractButton):
    """One step; a click goes there."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry
        self.setObjectName(f"step:{entry.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.update_to(entry)

    def update_to(self, entry: Entry) -> None:
        """Show the step as it stands now."""
        self._entry = entry
        self.setText(entry.name)
        spoken = f"{entry.name}: {entry.word}"
        self.setAccessibleName(tr("{step}, this page", step=spoken) if entry.current else spoken)
        self.setAccessibleDescription(entry.title)
        self.setToolTip(tip(f"{entry.title}: {entry.word}"))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give one line."""
        return QSize(WIDTH, max(36, self.fontMetrics().height() + 2 * theme.GRID))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show the hover."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """End the hover."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw icon, name and word."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, palette)
        inside = self.rect().adjusted(theme.GRID + 4, 0, -theme.GRID, 0)
        entry = self._entry
        tone = theme.colour(entry.tone, palette)
        top = (self.height() - _ICON) / 2
        icons.paint(painter, entry.icon, tone, QRectF(inside.left(), top, _ICON, _ICON))
        words = inside.adjusted(_ICON + theme.GRID, 0, 0, 0)
        painter.setFont(theme.scaled(self.font(), 0.92))
        width = painter.fontMetrics().horizontalAdvance(entry.word)
        painter.setPen(tone)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, entry.word)
        if entry.current:
            painter.setFont(theme.scaled(self.font(), 1, theme.BOLD))
        else:
            painter.setFont(self.font())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        room = words.width() - width - theme.GRID
        name = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, name)
        if self.hasFocus():
            self._draw_focus(painter, self.rect().adjusted(3, 2, -3, -2))

    def _draw_ground(self, painter: QPainter, palette: QPalette) -> None:
        accent = theme.colour(theme.Tone.ACCENT, palette)
        ground = palette.color(QPalette.ColorRole.Window)
        place = QRectF(self.rect()).adjusted(2, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._entry.current:
            painter.setBrush(theme.mix(accent, ground, 0.14))
            painter.drawRoundedRect(place, 5, 5)
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(2, 9, 3, self.height() - 18), 1.5, 1.5)
        elif self.underMouse():
            painter.setBrush(theme.mix(accent, ground, 0.07))
            painter.drawRoundedRect(place, 5, 5)

    def _draw_focus(self, painter: QPainter, place: QRect) -> None:
        option = QStyleOptionFocusRect()
        option.initFrom(self)
        option.rect = place
        option.backgroundColor = self.palette().color(QPalette.ColorRole.Window)
        primitive = QStyle.PrimitiveElement.PE_FrameFocusRect
        self.style().drawPrimitive(primitive, option, painter, self)


class Sidebar(QScrollArea):
    """All steps of the setup. `chosen` carries the id of the one that was clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Steps"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._buttons: dict[str, StepButton] = {}

    def show_steps(self, entries: Sequence[Entry]) -> None:
        """Show these steps."""
        if list(self._buttons) != [entry.id for entry in entries]:
            self._rebuild(entries)
        for entry in entries:
            self._buttons[entry.id].update_to(entry)
            if entry.current:
                self.ensureWidgetVisible(self._buttons[entry.id], 0, 5 * theme.GRID)

    def _rebuild(self, entries: Sequence[Entry]) -> None:
        for button in self._buttons.values():
            discard(button)
        self._buttons = {}
        for index, entry in enumerate(entries):
            button = StepButton(entry)
            button.clicked.connect(lambda _=False, name=entry.id: self.chosen.emit(name))
            self._column.insertWidget(index, button)
            self._buttons[entry.id] = button
