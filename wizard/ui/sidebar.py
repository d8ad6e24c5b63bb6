"""The list of steps at the side, each with its state as icon and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.ui import icons, theme
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.text import tip

WIDTH = 28 * theme.GRID  # px, unless names or words need more
WIDEST = 32 * theme.GRID  # px; a longer name takes two lines, then it ends in "…"
_WIDEST_LINE = WIDEST - 3 * theme.GRID  # px, beside margins and a scroll bar
_ICON = 18  # px
_GAPS = 4 * theme.GRID + 4  # px, around icon, name and word
_ROW = 36  # px
_WORD = 8 * theme.GRID  # px, kept for the word, so that the list stays as wide as it is
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.update_to(entry)

    def update_to(self, entry: Entry) -> None:
        """Show the step as it stands now."""
        self._entry = entry
        self.setText(entry.name)
        # Tab stops at this step only; from there, the arrow keys lead to the others.
        by_tab = Qt.FocusPolicy.StrongFocus if entry.current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(by_tab)
        spoken = f"{entry.name}: {entry.word}"
        self.setAccessibleName(tr("{step}, this page", step=spoken) if entry.current else spoken)
        self.setAccessibleDescription(entry.title)
        self.setToolTip(tip(f"{spoken}\n{entry.title}"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give room for the name: one line, or two where the list would get too wide."""
        name = QFontMetrics(self._name_font(bold=True)).horizontalAdvance(self._entry.name)
        word = QFontMetrics(self._word_font()).horizontalAdvance(self._entry.word)
        width = _ICON + name + max(word, _WORD) + _GAPS
        room = _WIDEST_LINE - _ICON - _GAPS - word  # as it stands now, so no row is too high
        lines = 1 if name < room else 2
        return QSize(width, max(_ROW, lines * self.fontMetrics().height() + 2 * theme.GRID))

    def _name_font(self, *, bold: bool) -> QFont:
        return theme.scaled(self.font(), 1, theme.BOLD) if bold else self.font()

    def _word_font(self) -> QFont:
        return theme.scaled(self.font(), 0.92)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go there with Enter, too: else it would press the window's primary button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()  # the list of steps knows which one is next
        else:
            super().keyPressEvent(event)

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
        painter.setFont(self._word_font())
        width = painter.fontMetrics().horizontalAdvance(entry.word)
        painter.setPen(tone)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, entry.word)
        painter.setFont(self._name_font(bold=entry.current))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        words.setWidth(words.width() - width - theme.GRID)
        name = in_two_lines(entry.name, painter.fontMetrics(), words.width())
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, name)

    def _draw_ground(self, painter: QPainter, palette: QPalette) -> None:
        current, hovered = self._entry.current, self.underMouse()
        if not current and not hovered:
            return
        accent = theme.colour(theme.Tone.ACCENT, palette)
        # Without a ground of its own, a border tells it.
        border = QPen(accent, 1) if theme.is_high_contrast(palette) else Qt.PenStyle.NoPen
        painter.setPen(border)
        painter.setBrush(theme.chosen(palette) if current else theme.chosen(palette, share=0.07))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 1.5, -2.5, -1.5), 5, 5)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(2, 9, 3, self.height() - 18), 1.5, 1.5)


def in_two_lines(name: str, metrics: QFontMetrics, room: int) -> str:
    """Break a name that is wider than the room before the word that does not fit."""
    first, rest = name, ""
    while metrics.horizontalAdvance(first) >= room and " " in first:
        first, _, word = first.rpartition(" ")
        rest = f"{word} {rest}".strip()
    lines = (metrics.elidedText(each, Qt.TextElideMode.ElideRight, room) for each in (first, rest))
    return "\n".join(filter(None, lines))


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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move from step to step with the arrow keys."""
        buttons = list(self._buttons.values())
        here = next((place for place, each in enumerate(buttons) if each.hasFocus()), None)
        if here is None or event.key() not in _ARROWS:
            super().keyPressEvent(event)
            return
        there = buttons[min(max(here + _ARROWS[Qt.Key(event.key())], 0), len(buttons) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(there)

    def show_steps(self, entries: Sequence[Entry]) -> None:
        """Show these steps."""
        if list(self._buttons) != [entry.id for entry in entries]:
            self._rebuild(entries)
        for entry in entries:
            self._buttons[entry.id].update_to(entry)
            if entry.current:
                self.ensureWidgetVisible(self._buttons[entry.id], 0, 5 * theme.GRID)
        self._widen()

    def _widen(self) -> None:
        """Be as wide as the longest step, within bounds, whatever language it is in."""
        needed = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        margins = self._column.contentsMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        needed += margins.left() + margins.right() + bar
        self.setFixedWidth(min(max(WIDTH, needed), WIDEST))

    def _rebuild(self, entries: Sequence[Entry]) -> None:
        for button in self._buttons.values():
            discard(button)
        self._buttons = {}
        for index, entry in enumerate(entries):
            button = StepButton(entry)
            button.clicked.connect(lambda _=False, name=entry.id: self.chosen.emit(name))
            self._column.insertWidget(index, button)
            self._buttons[entry.id] = button
