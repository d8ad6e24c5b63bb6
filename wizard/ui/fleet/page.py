"""Home where there are many setups: counts, filters, the list, and the re-check of some or all."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.fleet.overview import Entry, Order, Stand, chosen, ordered
from wizard.language import mark, plural, tr
from wizard.ui import theme
from wizard.ui.fleet.filters import Filters
from wizard.ui.fleet.model import FleetModel
from wizard.ui.fleet.rechecking import Rechecking
from wizard.ui.fleet.run_strip import RunStrip
from wizard.ui.fleet.table import FleetTable
from wizard.ui.home_bar import HomeBar
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Text

_CALM = 1000  # ms from a result to the moment when rows may move


class FleetPage(QWidget):
    """The list of setups, the worst first. `opened`: one was asked for."""

    opened = Signal(str)

    def __init__(self, entries: Iterable[Entry], rechecking: Rechecking, bar: HomeBar) -> None:
        """`bar` has the ways to something new; the page adds the re-check to it."""
        super().__init__()
        self._rechecking = rechecking
        self._entries = {each.setup_id: each for each in entries}
        self._order, self._backwards = Order.STAND, False
        self._model = FleetModel(self)
        self.table = FleetTable(self._model)
        self.filters = Filters()
        self._nothing = Text(tr("No setup of this kind."))
        self._nothing.setWordWrap(False)
        self._all = Button(tr("Show a&ll"), "show-all")
        self._all.clicked.connect(self.filters.clear)
        self._sort = Button(tr("&Sort again"), "sort-again")
        self._sort.setAccessibleDescription(tr("Results have come: bring the worst to the top"))
        self._sort.clicked.connect(self._arrange)
        self._recheck = Button(tr("Re-check &all"), "recheck", icon="recheck")
        self._recheck.clicked.connect(self._start)
        self._lay_out(bar)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._calmly)
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._name_recheck)
        self.table.recheck.connect(lambda ids: rechecking.start(self._set_up(ids)))
        self.table.left_alone.connect(self._calm.start)
        self.table.order_asked.connect(self._sort_by)
        self.filters.changed.connect(self._arrange)
        rechecking.came.connect(self.take)
        self._arrange()
        self._name_recheck()

    @property
    def picked(self) -> list[str]:
        """Give the ids of the setups that are chosen, else of all that are shown."""
        ids = self.table.chosen
        return ids if len(ids) > 1 else self._model.ids

    def take(self, entry: Entry) -> None:
        """Take what became of a setup: at once in its row, and where it belongs a moment later."""
        if self._entries.get(entry.setup_id) == entry:
            return
        self._entries[entry.setup_id] = entry
        self._model.update([entry])
        if not self._calm.isActive():
            self._calm.start()

    def take_all(self, entries: Iterable[Entry]) -> None:
        """Take all setups as they stand by now, whoever changed them."""
        now = {each.setup_id: each for each in entries}
        if now == self._entries:
            return
        gone = self._entries.keys() - now.keys()
        self._entries = now
        if gone:
            self._arrange()
            return
        self._model.update(now.values())
        self._calm.start()

    def _calmly(self) -> None:
        """Show the counts, and bring rows to where they belong unless somebody is at them."""
        wanted = self._wanted()
        if [each.setup_id for each in wanted] == self._model.ids:
            self._sort.hide()
        elif self.table.in_hand:
            self._sort.show()
        else:
            self._show(wanted)
        self.filters.show_counts(self._entries.values())

    def _arrange(self) -> None:
        self._show(self._wanted())
        self.filters.show_counts(self._entries.values())

    def _show(self, wanted: list[Entry]) -> None:
        had_focus = self._sort.hasFocus()
        self.table.show_entries(wanted)
        self.table.show_order(self._order, backwards=self._backwards)
        self._sort.hide()
        if had_focus:
            self.table.setFocus()
        self._nothing.setVisible(not wanted)
        self._card.setVisible(bool(wanted))
        self._all.setVisible(self.filters.narrows)
        self._name_recheck()

    def _wanted(self) -> list[Entry]:
        found = chosen(self._entries.values(), self.filters.query)
        return ordered(found, self._order, backwards=self._backwards)

    def _sort_by(self, order: Order, backwards: bool) -> None:
        self._order, self._backwards = order, backwards
        self._arrange()

    def _start(self) -> None:
        self._rechecking.start(self._set_up(self.picked))

    def _set_up(self, ids: Iterable[str]) -> list[str]:
        """Give those of these setups that can be checked: those that were set up to the end."""
        return [each for each in ids if self._entries[each].stand is not Stand.BEGUN]

    def _name_recheck(self) -> None:
        picked = self.picked
        number = len(self._set_up(picked))
        if not number:
            text = tr("Re-check &all")
        elif len(picked) < self._model.rowCount():
            text = tr("Re-check the {number} chos&en", number=number)
        elif self.filters.narrows:
            one, many = mark("Re-check the &one shown"), mark("Re-check the {number} &shown")
            text = plural(number, one, many)
        else:
            text = tr("Re-check &all")
        self._recheck.relabel(text)
        self._recheck.setEnabled(bool(number))

    def _lay_out(self, bar: HomeBar) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, 2 * theme.GRID)
        column.setSpacing(theme.GRID + 4)
        bar.add(self._recheck)
        column.addWidget(bar)
        column.addWidget(RunStrip(self._rechecking))
        column.addWidget(self.filters)
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._sort)
        line.addWidget(self._all)
        line.addStretch(1)
        self._card = Card(padding=1)
        self._card.body.addWidget(self.table)
        column.addWidget(self._card, 1)
        column.addLayout(line)
        column.addStretch(0)
