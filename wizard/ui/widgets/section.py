"""The rows of one section of a Halo screen: what is left stands first, what is done folds away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.language import mark, plural, tr
from wizard.ui import theme
from wizard.ui.rows import Rank, Row, RowState
from wizard.ui.widgets.columns import Ruled
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.row import RowWidget
from wizard.ui.widgets.text import Text

Key = tuple[str, str, str]
_WORTH_FOLDING = 2  # without a heading, one line would be folded into one line


class Section(QWidget):
    """A heading, the rows in the guide's order, and under "N done" those that are done.

    "N done" stands beside the heading, where it is in nobody's way when rows come and go.
    """

    def __init__(self, name: str, make: Callable[[Row], RowWidget]) -> None:
        """`make` gives a row its widget."""
        super().__init__()
        self._name = name
        self._make = make
        self._folds = False
        self._rows: dict[Key, RowWidget] = {}  # in the guide's order
        self._ranks: dict[Key, Rank] = {}  # where each stands, which may not be where it belongs
        self._least = 1 if name else _WORTH_FOLDING
        self._open = _column()
        self._done = QWidget()
        self._folded = _column(self._done)
        self._fold = Fold(f"done:{name}", self._done, " ")
        self._line = _heading(name, self._fold) if name else _line(self._fold)
        column = _column(self)
        if name:
            column.addWidget(self._line)
        column.addLayout(self._open)
        if not name:
            column.addWidget(self._line)
        column.addWidget(self._done)

    @property
    def rows(self) -> Iterator[RowWidget]:
        """Give the rows in the guide's order."""
        yield from self._rows.values()

    def show_rows(self, rows: Sequence[Row], *, fold: bool) -> None:
        """Show these rows, each where it stands; `settle` then brings them to where they belong.

        `fold` lets what is done fold away.
        """
        self._folds = fold
        gone = self._rows.keys() - {row.key for row in rows}
        for key in gone:
            discard(self._rows.pop(key))
            del self._ranks[key]
        kept, self._rows = self._rows, {}
        for row in rows:
            widget = kept.get(row.key)
            if widget is None:
                widget = self._make(row)
                self._ranks[row.key] = row.rank
            else:
                widget.show_row(row)
            self._rows[row.key] = widget

    def settle(self, stays: Callable[[RowWidget], bool]) -> None:
        """Bring every row to where it belongs; `stays` keeps one from going away for now."""
        for key, widget in self._rows.items():
            if widget.row.rank < self._ranks[key] or not stays(widget):
                self._ranks[key] = widget.row.rank
        done = [key for key in self._rows if self._ranks[key] is Rank.DONE]
        fold = self._folds and len(done) >= self._least
        away = [key for key in done if fold and (self._is_away(key) or not stays(self._rows[key]))]
        left = sorted((key for key in self._rows if key not in away), key=self._ranks.__getitem__)
        _place(self._open, [self._rows[key] for key in left])
        _place(self._folded, [self._rows[key] for key in away])
        self._fold.setVisible(bool(away))
        self._line.setVisible(bool(away or self._name))
        self._tell([self._rows[key].row for key in away])

    def _is_away(self, key: Key) -> bool:
        return self._folded.indexOf(self._rows[key]) >= 0

    def _tell(self, rows: Sequence[Row]) -> None:
        """Say how many rows are done; a person's word is told apart for ever."""
        confirmed = sum(row.state is RowState.CONFIRMED for row in rows)
        one = many = mark("{number} done")
        if confirmed:
            one = many = mark("{number} done, {confirmed} of them confirmed by a person")
        said = plural(len(rows), one, many, confirmed=confirmed)
        self._fold.setText(said)
        named = tr("{section}: {done}", section=self._name, done=said) if self._name else said
        self._fold.setAccessibleName(named)


def _place(layout: QVBoxLayout, rows: Sequence[RowWidget]) -> None:
    """Put the rows into this layout in this order; the focus stays where it is."""
    for number, row in enumerate(rows):
        if layout.indexOf(row) != number:
            focus = row.focus
            layout.insertWidget(number, row)
            row.show()  # a layout would only do it a moment later, and the focus would be lost
            if focus:
                row.take_focus(focus)


def _column(parent: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _heading(name: str, fold: Fold) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(2 * theme.GRID, theme.GRID, theme.GRID, theme.GRID // 2)
    label = Text(name)
    label.setFont(theme.scaled(label.font(), 1, theme.BOLD))
    label.setContentsMargins(0, theme.GRID // 2, 0, theme.GRID // 2)
    line.addWidget(label, 1)
    line.addWidget(fold, 0, Qt.AlignmentFlag.AlignTop)
    return holder


def _line(fold: Fold) -> QWidget:
    holder = Ruled()
    line = QHBoxLayout(holder)
    line.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
    line.addWidget(fold)
    line.addStretch(1)
    return holder
