"""The rows of a step: what the guide asks, what Halo has, and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.ui import reading_order, theme
from wizard.ui.rows import Row, RowState
from wizard.ui.widgets.columns import Columns
from wizard.ui.widgets.details import Actions
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.row import RowWidget
from wizard.ui.widgets.section import Key, Section
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Text

_MOMENT = 4000  # ms that a row shows that it has just turned


class Table(Card):
    """Rows grouped by section, under one head.

    A row that turns shows it for a moment where it stands. What is done then folds away, but never
    under the mouse or the focus: that would take from people what they are at.
    """

    def __init__(
        self, actions: Actions, value_title: str = "", *, copy: bool = True, fold: bool = True
    ) -> None:
        """`value_title` heads the column of what is wanted; `copy` adds a button to copy it.

        `fold` lets what is done fold away.
        """
        super().__init__(padding=0)
        self._actions = actions
        self._value_title = value_title or tr("The guide asks")
        self._columns = Columns(checked=False, copy=copy)
        self._folds = fold
        self._sections: dict[str, Section] = {}
        self._states: dict[Key, RowState] = {}
        self._inside: QWidget | None = None
        self._place = QVBoxLayout()
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT)
        self._moment.timeout.connect(self._rest)
        self.body.setSpacing(0)
        self.setObjectName("table")
        self.setAccessibleName(tr("Rows to fill in"))
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a widget stands in one
        app.focusChanged.connect(self._settle_soon)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what was unfolded and had the focus stays so."""
        columns = Columns(any(row.requirement for row in rows), self._columns.copy)
        if self._inside is None or columns != self._columns:
            self._begin(columns)
        names = [name for name, _ in groupby(rows, key=lambda row: row.section)]
        for name in self._sections.keys() - set(names):
            discard(self._sections.pop(name))
        for place, (name, group) in enumerate(groupby(rows, key=lambda row: row.section)):
            section = self._sections.get(name) or Section(name, self._make)
            self._sections[name] = section
            if self._place.indexOf(section) != place:
                self._place.insertWidget(place, section)
            section.show_rows(list(group), fold=self._folds and len(rows) > 1)
        self._follow(rows)
        self._settle()
        self.setVisible(bool(rows))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Fold away what waited for the mouse to go."""
        super().leaveEvent(event)
        self._settle_soon()

    def _begin(self, columns: Columns) -> None:
        """Begin anew with these columns."""
        if self._inside is not None:
            discard(self._inside)
        self._columns = columns
        self._sections = {}
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, theme.GRID // 2, 0, theme.GRID // 2)
        column.setSpacing(0)
        column.addWidget(_head(columns, self._value_title))
        self._place = QVBoxLayout()
        self._place.setSpacing(0)
        column.addLayout(self._place)
        self.body.addWidget(self._inside)

    def _make(self, row: Row) -> RowWidget:
        return RowWidget(row, self._columns, self._actions)

    def _rows(self) -> Iterator[RowWidget]:
        for section in self._sections.values():
            yield from section.rows

    def _follow(self, rows: Sequence[Row]) -> None:
        """Mark what has turned; where nothing was missing before, unfold what to begin with.

        The first look turns nothing.
        """
        before, self._states = self._states, {row.key: row.state for row in rows}
        for widget in self._rows():
            state = before.get(widget.row.key, RowState.UNCHECKED)
            if state not in (RowState.UNCHECKED, widget.row.state):
                widget.mark_turned(True)
                self._moment.start()
        missing = [each for each in self._rows() if each.row.state is RowState.MISSING]
        if missing and RowState.MISSING not in before.values() and not self.underMouse():
            missing[0].unfold(True)

    def _rest(self) -> None:
        """Take the marks away, and let go what they kept in its place."""
        for widget in self._rows():
            widget.mark_turned(False)
        self._settle()

    def _settle_soon(self) -> None:
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Bring each row to where it belongs; what people are at stays, also on the screen."""
        steady = self._steady()
        for section in self._sections.values():
            section.settle(self._stays)
        if steady is not None:
            (anchor, top), focus = steady, QApplication.focusWidget()
            QTimer.singleShot(0, anchor, lambda: self._scroll_back(anchor, top, focus))

    def _stays(self, widget: RowWidget) -> bool:
        return widget.turned or self.underMouse() or bool(widget.focus)

    def _steady(self) -> tuple[RowWidget, int] | None:
        """Give the row with the focus, and where it stands on the screen."""
        anchor = next((each for each in self._rows() if each.focus), None)
        return (anchor, self._top_of(anchor)) if anchor is not None else None

    def _scroll_back(self, anchor: RowWidget, top: int, focus: QWidget | None) -> None:
        here, area = QApplication.focusWidget(), self._area()
        if here is not None and here is not focus:  # Tab has led on, and may have scrolled
            reading_order.bring_into_sight(here)
        elif area is not None and anchor.isVisible():
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(anchor) - top)

    def _top_of(self, widget: QWidget) -> int:
        area = self._area()
        return widget.mapTo(area.viewport(), QPoint(0, 0)).y() if area is not None else 0

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent


def _head(columns: Columns, value_title: str) -> QWidget:
    head = QWidget()
    line = QHBoxLayout(head)
    titles = ["", value_title] + ([tr("Halo has"), tr("State")] if columns.checked else [])
    columns.lay_out(line, [_small(title) if title else QWidget() for title in titles])
    return head


def _small(text: str) -> Text:
    label = Text(text, muted=True)
    label.setFont(theme.scaled(label.font(), 0.92))
    return label
