"""Which setups of the list are shown: counts to press, integration, instance, words."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wizard.fleet.overview import (
    Entry,
    Group,
    Query,
    by_instance,
    by_integration,
    chosen,
    counts,
)
from wizard.language import tr
from wizard.ui import theme
from wizard.ui.fleet.chip import Chip
from wizard.ui.fleet.parts import Parts
from wizard.ui.widgets.search import search_field

_NARROWEST = 18 * theme.GRID  # px


class Filters(QWidget):
    """What is looked for. `changed`: it is something else now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        self._chips = {group: Chip(group) for group in Group}
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        for chip in self._chips.values():
            chip.toggled.connect(lambda *_: self.changed.emit())
            row.addWidget(chip)
        row.addStretch(1)
        column.addLayout(row)
        self.search = self._search_field()
        self._integrations = self._combo(
            "integrations", tr("All integrations"), tr("Show the setups of an integration")
        )
        self._instances = self._combo(
            "instances", tr("All instances"), tr("Show the setups of an instance")
        )
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(self.search, 3)
        line.addWidget(self._integrations, 2)
        line.addWidget(self._instances, 2)
        column.addLayout(line)

    @property
    def query(self) -> Query:
        """Give what is looked for."""
        return Query(
            groups=frozenset(group for group, chip in self._chips.items() if chip.isChecked()),
            integration=self._integrations.part,
            instance=self._instances.part,
            words=self.search.text(),
        )

    @property
    def narrows(self) -> bool:
        """Tell whether anything is looked for."""
        return self.query != Query()

    def clear(self) -> None:
        """Look for everything again."""
        self._quietly(self._clear)
        self.changed.emit()

    def show_counts(self, entries: Collection[Entry]) -> None:
        """Show the counts of each filter among what the other filters leave."""
        query = self.query
        counted = counts(
            chosen(entries, Query(frozenset(), query.integration, query.instance, query.words))
        )
        for group, chip in self._chips.items():
            chip.tell(counted[group])
        self._integrations.show_totals(
            by_integration(chosen(entries, Query(instance=query.instance, words=query.words)))
        )
        self._instances.show_totals(
            by_instance(chosen(entries, Query(integration=query.integration, words=query.words)))
        )

    def _clear(self) -> None:
        for chip in self._chips.values():
            chip.setChecked(False)
        self._integrations.setCurrentIndex(0)
        self._instances.setCurrentIndex(0)
        self.search.clear()

    def _quietly(self, change: Callable[[], None]) -> None:
        """Change several filters, of which the last one tells."""
        self.blockSignals(True)
        change()
        self.blockSignals(False)

    def _combo(self, name: str, every: str, said: str) -> Parts:
        combo = Parts(name, every, said)
        combo.currentIndexChanged.connect(lambda *_: self.changed.emit())
        return combo

    def _search_field(self) -> QLineEdit:
        field = search_field(tr("Search setups"), lambda _: self.changed.emit())
        field.setMinimumWidth(_NARROWEST)
        return field
