"""One row: label, what is asked, what was found, its state; evidence and remedy unfold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.rows import Row
from wizard.ui.widgets.columns import INDENT, Columns, Ruled
from wizard.ui.widgets.copy_button import CopyButton
from wizard.ui.widgets.details import Actions, details, word
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.states import ROW, row_mark
from wizard.ui.widgets.text import Text, tip

_RELEASE = QEvent.Type.MouseButtonRelease
_DROP = 4  # px, brings a line of text to the middle of the tools beside it
_BAR = 3.0  # px, the mark of a row that has just turned


class RowWidget(Ruled):
    """A row of the table. It stays the same widget while what it shows changes."""

    def __init__(self, row: Row, columns: Columns, actions: Actions) -> None:
        super().__init__()
        self.row = row
        self._columns = columns
        self._actions = actions
        self._turned = False
        self.setObjectName(f"row:{row.requirement or row.label}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._inside, self._fold = self._build()
        self._column.addWidget(self._inside)

    def show_row(self, row: Row) -> None:
        """Show what became of the row; what was unfolded and had the focus stays so."""
        if row == self.row:
            return
        self.row = row
        focus, unfolded, before = self.focus, self.unfolded, self._inside
        self._inside, self._fold = self._build()
        self._column.addWidget(self._inside)
        self._inside.show()  # a layout would only do it a moment later
        self.unfold(unfolded)
        if focus:
            self.take_focus(focus)
        discard(before)

    @property
    def focus(self) -> str:
        """Give the name of what has the focus in this row, "" where nothing has."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        return focus.objectName() if inside and focus is not None else ""

    def take_focus(self, name: str) -> None:
        """Give the focus to what carries this name, or to the row itself where it is gone."""
        kept = self._inside.findChild(QWidget, name)
        (kept or self._fold).setFocus()

    @property
    def turned(self) -> bool:
        """Tell whether the row shows that it has just turned."""
        return self._turned

    def mark_turned(self, turned: bool) -> None:
        """Show that the row has just turned, or no longer. Nothing moves."""
        self._turned = turned
        self.update()

    @property
    def unfolded(self) -> bool:
        """Tell whether evidence and remedy are shown."""
        return self._fold.unfolded

    def unfold(self, shown: bool) -> None:
        """Show or hide evidence and remedy."""
        self._fold.unfold(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let a click on a text unfold the row, unless it selects."""
        if isinstance(event, QMouseEvent) and event.type() == _RELEASE:
            if not (isinstance(watched, QLabel) and watched.hasSelectedText()):
                self.mouseReleaseEvent(event)
            return True
        return super().eventFilter(watched, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Unfold or fold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.unfold(not self.unfolded)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to copy the row as text, for a ticket, and its value, and to open it in HaloPSA."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        clipboard = QGuiApplication.clipboard()
        row = self.row
        copy = menu.addAction(tr("Copy row as text"))
        copy.triggered.connect(lambda: clipboard.setText(row.as_text()))
        if row.to_copy:
            shown = self.fontMetrics().elidedText(row.to_copy, Qt.TextElideMode.ElideRight, 300)
            value = menu.addAction(tr("Copy “{text}”", text=shown).replace("&", "&&"))
            value.triggered.connect(lambda: clipboard.setText(row.to_copy))
        link = self._actions.link(row)
        if link:
            there = menu.addAction(tr("Open in HaloPSA"))
            there.triggered.connect(lambda: self._actions.open_url(link))
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line above, and a ground and a bar where the row has just turned."""
        if self._turned:
            palette = QGuiApplication.palette()
            _, tone = ROW[self.row.state]
            painter = QPainter(self)
            painter.fillRect(self.rect().adjusted(1, 1, -1, 0), theme.tint(tone, palette))
            painter.setPen(QPen(theme.colour(tone, palette), _BAR))
            painter.drawLine(QPointF(_BAR, 4), QPointF(_BAR, self.height() - 4))
            painter.end()
        super().paintEvent(event)

    def _build(self) -> tuple[QWidget, Fold]:
        """Give all that the row shows, and the arrow that unfolds it."""
        row = self.row
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        more = details(row, self._actions)
        fold = Fold(f"unfold:{row.requirement or row.label}", more)
        fold.setAccessibleName(row.spoken())
        fold.setToolTip(tr("Evidence and remedy"))
        line = QHBoxLayout()
        self._columns.lay_out(line, self._cells(), fold, self._copy())
        column.addLayout(line)
        for second in filter(None, (row.note, row.others, row.cause, row.may_stay)):
            text = self._text(second, muted=True)
            text.setContentsMargins(INDENT, 0, INDENT, _DROP)
            column.addWidget(text)
        given = word(row, self._actions)
        if given is not None:
            column.addWidget(given)
        column.addWidget(more)
        self.setAccessibleName(row.spoken())
        self.setAccessibleDescription(row.said_more)
        return inside, fold

    def _copy(self) -> CopyButton | None:
        if not (self._columns.copy and self.row.to_copy):
            return None
        copy = CopyButton(self.row.label, lambda: self.row.to_copy)
        copy.setToolTip(tip(tr("Copy “{text}”", text=self.row.to_copy)))
        return copy

    def _cells(self) -> list[QWidget]:
        row = self.row
        cells: list[QWidget] = [self._text(row.label), self._text(row.asks)]
        if self._columns.checked:
            cells.append(self._text(row.has) if row.has else QWidget())
            cells.append(row_mark(row.state) if row.requirement else QWidget())
        for cell in cells:
            cell.setContentsMargins(0, _DROP, 0, _DROP)
        return cells

    def _text(self, text: str, *, muted: bool = False) -> Text:
        label = Text(text, muted=muted)
        label.installEventFilter(self)
        return label
