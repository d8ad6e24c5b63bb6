"""The integrations, or the instances, to choose from, each with the counts of its setups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy

from wizard.fleet.overview import Group, Total
from wizard.ui import theme
from wizard.ui.fleet import words

_NOWHERE = QModelIndex()
_LETTERS = 14  # that a narrow window still shows


class Parts(QComboBox):
    """A list that opens: all of them first, then the one with the worst setups."""

    def __init__(self, name: str, every: str, said: str) -> None:
        """Take the object's name, the entry for all of them, and what a screen reader says."""
        super().__init__()
        self._totals = _Totals(every, self)
        self.setModel(self._totals)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setMinimumHeight(theme.FIELD)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCurrentIndex(0)

    @property
    def part(self) -> str | None:
        """Give the name of what is chosen, None for all of them."""
        return self._totals.name(self.currentIndex())

    def show_totals(self, totals: Sequence[Total]) -> None:
        """Show these; what is chosen stays chosen, also where no setup is left of it."""
        before = self.part
        if before is not None and before not in {each.name for each in totals}:
            totals = (*totals, Total(before, dict.fromkeys(Group, 0)))
        self.blockSignals(True)
        if self._totals.show(totals):
            self.setCurrentIndex(self._totals.place(before))
        self.blockSignals(False)


class _Totals(QAbstractListModel):
    """All of them, and each by itself; the words are made for what is drawn only."""

    def __init__(self, every: str, parent: QObject) -> None:
        super().__init__(parent)
        self._every = every
        self._totals: Sequence[Total] = ()

    def show(self, totals: Sequence[Total]) -> bool:
        """Take these; False where they are what is shown already."""
        if tuple(totals) == tuple(self._totals):
            return False
        self.beginResetModel()
        self._totals = totals
        self.endResetModel()
        return True

    def name(self, row: int) -> str | None:
        """Give the name of what stands in a row."""
        return self._totals[row - 1].name if row > 0 else None

    def place(self, name: str | None) -> int:
        """Give the row of what has this name."""
        names = [None, *(each.name for each in self._totals)]
        return names.index(name)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Give how many rows there are."""
        return 0 if parent.isValid() else len(self._totals) + 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the words of a row."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return words.total(self._totals[index.row() - 1]) if index.row() > 0 else self._every
