"""The setups of the list as Qt's model: rows of entries, columns of words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wizard.fleet.overview import Entry, Order
from wizard.language import mark, tr
from wizard.ui.fleet import words
from wizard.ui.widgets.text import tip

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole  # gives the whole entry
COLUMNS = (
    (Order.STAND, mark("State")),
    (Order.INTEGRATION, mark("Integration")),
    (Order.INSTANCE, mark("Instance")),
    (Order.LEFT, mark("Left to do")),
    (Order.DRIFT, mark("Since it was good")),
    (Order.CHECKED, mark("Last checked")),
)
STATE, INTEGRATION, INSTANCE, LEFT, DRIFT, CHECKED = range(len(COLUMNS))
_NOWHERE = QModelIndex()


class FleetModel(QAbstractTableModel):
    """What the list shows, in its order. Who shows it decides on choice and order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}
        self._now = dt.datetime.now(dt.UTC)

    @property
    def ids(self) -> list[str]:
        """Give the ids of the setups in the order of the rows."""
        return list(self._rows)

    def entry(self, row: int) -> Entry:
        """Give the setup of a row."""
        return self._entries[row]

    def row(self, setup_id: str) -> int | None:
        """Give the row of a setup; None where it is not shown."""
        return self._rows.get(setup_id)

    def show(self, entries: Sequence[Entry]) -> bool:
        """Show these setups in this order; tell whether rows came, went or moved."""
        self._now = dt.datetime.now(dt.UTC)
        if [each.setup_id for each in entries] == self.ids:
            self.update(entries)
            return False
        self.beginResetModel()
        self._entries = list(entries)
        self._rows = {each.setup_id: row for row, each in enumerate(entries)}
        self.endResetModel()
        return True

    def update(self, entries: Iterable[Entry]) -> None:
        """Show what became of these setups, each in its row; one that is not shown is left out."""
        for entry in entries:
            row = self._rows.get(entry.setup_id)
            if row is not None and self._entries[row] != entry:
                self._entries[row] = entry
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Give how many setups are shown."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Give how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and what a screen reader and a tool tip say of it."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words.spoken(entry, self._now))
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Give the head of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(COLUMNS[section][1])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(tr(COLUMNS[section][1]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, entry: Entry, column: int) -> str:
        match column:
            case 0:
                return words.stand(entry)
            case 1:
                return entry.integration
            case 2:
                return entry.instance or tr("HaloPSA not found yet")
            case 3:
                return words.left(entry)
            case 4:
                return words.drift(entry)
        return words.checked(entry, self._now)

    def _spoken(self, entry: Entry, column: int) -> str:
        """Give the whole row at its first cell, where one comes to it, then each cell by itself."""
        if column == STATE:
            return words.spoken(entry, self._now)
        head = tr(COLUMNS[column][1])
        text = self._text(entry, column) or tr("nothing")
        return tr("{column}: {text}", column=head, text=text)
