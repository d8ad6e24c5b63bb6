"""Draws the cells of the list: a state as icon, word and colour, a thin line between setups."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wizard.fleet.overview import Entry
from wizard.ui import icons, theme
from wizard.ui.fleet.model import DRIFT, ENTRY, STATE
from wizard.ui.fleet.words import STANDS

_ICON = 16  # px
_BAR = 3  # px, at the left of a chosen row
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)


class EntryDelegate(QStyledItemDelegate):
    """Draws what the model says. The state's colour gives way on a chosen row to its own."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say how a cell looks."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the whole row is marked, not the cell
        if option.state & QStyle.StateFlag.State_Selected:
            self._mark_chosen(option)
        option.textElideMode = Qt.TextElideMode.ElideRight
        entry: Entry = index.data(ENTRY)
        if index.column() == STATE:
            self._mark_state(option, entry)
        elif index.column() == DRIFT and entry.drifts:
            option.font = theme.scaled(option.font, 1, theme.BOLD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell, and the line under it."""
        super().paint(painter, option, index)
        painter.save()
        if index.column() == STATE and option.state & QStyle.StateFlag.State_Selected:
            edge = option.rect.adjusted(0, 0, _BAR - option.rect.width(), 0)
            painter.fillRect(edge, theme.colour(theme.Tone.ACCENT, QGuiApplication.palette()))
        painter.setPen(QPen(theme.line(QGuiApplication.palette()), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _mark_state(self, option: QStyleOptionViewItem, entry: Entry) -> None:
        name, tone, _ = STANDS[entry.stand]
        palette = QGuiApplication.palette()
        chosen = option.state & QStyle.StateFlag.State_Selected
        colour = theme.colour(tone, palette)
        if chosen and theme.is_high_contrast(palette):
            colour = palette.color(QPalette.ColorRole.HighlightedText)
        ratio = option.widget.devicePixelRatioF()
        option.icon = _in_any_mode(icons.icon(name, colour, _ICON, ratio))
        option.decorationSize = QSize(_ICON, _ICON)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        for group in _GROUPS:
            option.palette.setColor(group, QPalette.ColorRole.Text, colour)
            option.palette.setColor(group, QPalette.ColorRole.HighlightedText, colour)

    def _mark_chosen(self, option: QStyleOptionViewItem) -> None:
        """Let a chosen row have a ground on which text and states can be read as before."""
        palette = QGuiApplication.palette()
        if theme.is_high_contrast(palette):
            return  # its own colours for what is chosen are made for it
        text = palette.color(QPalette.ColorRole.Text)
        for group in _GROUPS:
            option.palette.setColor(group, QPalette.ColorRole.Highlight, theme.chosen(palette))
            option.palette.setColor(group, QPalette.ColorRole.HighlightedText, text)


def _in_any_mode(icon: QIcon) -> QIcon:
    """Give an icon that a style does not tint on a chosen row."""
    same = QIcon(icon)
    same.addPixmap(icon.pixmap(_ICON, _ICON), QIcon.Mode.Selected)
    return same
