"""The list of setups: Qt's own table view, for thousands of rows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from wizard.fleet.overview import Entry, Order
from wizard.language import tr
from wizard.ui import theme
from wizard.ui.fleet.delegate import EntryDelegate
from wizard.ui.fleet.model import (
    CHECKED,
    COLUMNS,
    DRIFT,
    INSTANCE,
    INTEGRATION,
    LEFT,
    STATE,
    FleetModel,
)

_ROW = 34  # px
_LEAST_ROWS = 5
_SHARES = {STATE: 17, INTEGRATION: 17, INSTANCE: 27, LEFT: 15, DRIFT: 14, CHECKED: 13}  # per cent
_CLEAR = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_QUIET = QItemSelectionModel.SelectionFlag.NoUpdate


class FleetTable(QTableView):
    """Shows a model's setups. `opened`: one was asked for; `left_alone`: hands went off the list.

    `picked`: others are chosen now. `recheck`: those that are chosen are to be checked, be it one.
    `order_asked`: the head of a column was pressed.
    """

    opened = Signal(str)
    picked = Signal()
    recheck = Signal(list)  # ids
    left_alone = Signal()
    order_asked = Signal(object, bool)  # Order, backwards

    def __init__(self, model: FleetModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(self))
        self.setObjectName("fleet")
        self.setAccessibleName(tr("Setups"))
        self.setAccessibleDescription(
            tr("Enter opens a setup, F5 re-checks it. Shift and arrows choose several.")
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # the card under it is its ground
        self.setTabKeyNavigation(False)  # Tab leads on, arrows lead from setup to setup
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self._prepare_heads()
        self._dress()
        self.activated.connect(lambda index: self.opened.emit(model.entry(index.row()).setup_id))
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    @property
    def in_hand(self) -> bool:
        """Tell whether somebody is at the list, by mouse or keyboard: then no row may move."""
        return self.underMouse() or self.hasFocus()

    @property
    def chosen(self) -> list[str]:
        """Give the ids of the setups that are chosen, from the first to the last."""
        # By its ranges: Qt makes an index for each of thousands of rows otherwise.
        selection = self.selectionModel().selection()
        ranges: Iterable[QItemSelectionRange] = selection  # type: ignore[assignment]  # the stubs err
        parts = [(each.top(), each.bottom() + 1) for each in ranges]
        rows = sorted({row for part in parts for row in range(*part)})
        return [self._model.entry(row).setup_id for row in rows]

    def show_entries(self, entries: list[Entry]) -> None:
        """Show these; what is chosen, where one is and what is scrolled to stay as they are."""
        chosen, here = set(self.chosen), self._here()
        offset = self.rowViewportPosition(self.currentIndex().row()) if here else 0
        scrolled = self.verticalScrollBar().value()
        if not self._model.show(entries):
            return
        self._choose(chosen)
        row = self._model.row(here) if here else None
        if row is not None:
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), _QUIET)
        inside = 0 <= offset < self.viewport().height()
        if row is not None and inside and self.hasFocus():
            self.verticalScrollBar().setValue(
                row * self.verticalHeader().defaultSectionSize() - offset
            )
        else:
            self.verticalScrollBar().setValue(scrolled)

    def show_order(self, order: Order, *, backwards: bool) -> None:
        """Mark the column that the list goes by."""
        column = [each for each, _ in COLUMNS].index(order)
        way = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        head = self.horizontalHeader()
        head.blockSignals(True)
        head.setSortIndicator(column, way)
        head.blockSignals(False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a few rows: a list that shows one is none."""
        head = self.horizontalHeader().sizeHint().height()
        return QSize(0, head + _LEAST_ROWS * self.verticalHeader().defaultSectionSize())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter on every system, and copy the chosen rows as text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.currentIndex()
            if index.isValid():
                self.opened.emit(self._model.entry(index.row()).setup_id)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Refresh):
            self.recheck.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Notice that hands went off the list, and other colours."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.left_alone.emit()
        if event.type() == QEvent.Type.FocusIn and not self.currentIndex().isValid():
            # From somewhere the arrows have to start, and a reader has something to say.
            self.selectionModel().setCurrentIndex(self._model.index(0, 0), _CLEAR)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width among the columns."""
        super().resizeEvent(event)
        width = self.viewport().width()
        for column, share in list(_SHARES.items())[:-1]:
            self.horizontalHeader().resizeSection(column, width * share // 103)

    def _prepare_heads(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setMinimumSectionSize(3 * theme.GRID)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.sortIndicatorChanged.connect(self._order)

    def _dress(self) -> None:
        height = max(_ROW, self.fontMetrics().height() + 2 * theme.GRID)
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)

    def _order(self, column: int, way: Qt.SortOrder) -> None:
        self.order_asked.emit(COLUMNS[column][0], way == Qt.SortOrder.DescendingOrder)

    def _here(self) -> str:
        index = self.currentIndex()
        return self._model.entry(index.row()).setup_id if index.isValid() else ""

    def _choose(self, ids: set[str]) -> None:
        last = len(COLUMNS) - 1
        selection = QItemSelection()
        for setup_id in ids:
            row = self._model.row(setup_id)
            if row is not None:
                selection.select(self._model.index(row, 0), self._model.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)
        self.picked.emit()

    def _offer(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        setup_id = self._model.entry(index.row()).setup_id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open the setup")).triggered.connect(lambda: self.opened.emit(setup_id))
        again = menu.addAction(tr("R&e-check"))
        again.triggered.connect(lambda: self.recheck.emit(self.chosen))
        menu.addAction(tr("Copy rows as text")).triggered.connect(self._copy)
        menu.popup(self.viewport().mapToGlobal(place))

    def _copy(self) -> None:
        """Copy the chosen rows, a line each, for a ticket."""
        rows = [self._model.row(each) for each in self.chosen]
        lines = [self._line(row) for row in rows if row is not None]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _line(self, row: int) -> str:
        cells = (self._model.index(row, column) for column in range(len(COLUMNS)))
        return "\t".join(self._said(cell) for cell in cells)

    def _said(self, cell: QModelIndex) -> str:
        return str(cell.data(Qt.ItemDataRole.DisplayRole) or "")
