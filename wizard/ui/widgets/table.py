"""The rows of a step: what the guide asks, what Halo has, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.rows import Row, RowState
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.row import Actions, Columns, RowWidget
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Text


class Table(Card):
    """Rows grouped by section, under one head."""

    def __init__(self, actions: Actions, value_title: str = "", *, copy: bool = True) -> None:
        """`value_title` heads the column of what is wanted; `copy` adds a button to copy it."""
        super().__init__(padding=0)
        self._actions = actions
        self._value_title = value_title or tr("The guide asks")
        self._copy = copy
        self._inside: QWidget | None = None
        self.body.setSpacing(0)
        self.setObjectName("table")
        self.setAccessibleName(tr("Rows to fill in"))

    def show_rows(self, rows: Sequence[Row], *, open_first: bool = True) -> None:
        """Show these rows; what was unfolded and had the focus stays so."""
        unfolded, focused = self._unfolded(), self._focused()
        checked = any(row.finding is not None for row in rows)
        columns = Columns(checked=checked, copy=self._copy)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.GRID // 2, 0, theme.GRID // 2)
        column.setSpacing(0)
        column.addWidget(_head(columns, self._value_title))
        widgets = []
        for section, group in groupby(rows, key=lambda row: row.section):
            if section:
                column.addWidget(_section(section))
            for row in group:
                widget = RowWidget(row, columns, self._actions)
                column.addWidget(widget)
                widgets.append(widget)
        self._replace(inside)
        if unfolded is None and open_first:
            first = next((each for each in widgets if each.row.state is RowState.MISSING), None)
            unfolded = {first.row.requirement} if first else set()
        for widget in widgets:
            widget.unfold(widget.row.requirement in (unfolded or ()))
        self.setVisible(bool(rows))
        self._refocus(focused)

    def _replace(self, inside: QWidget) -> None:
        if self._inside is not None:
            discard(self._inside)
        self._inside = inside
        self.body.addWidget(inside)

    def _unfolded(self) -> set[str] | None:
        if self._inside is None:
            return None
        rows = self._inside.findChildren(RowWidget)
        if all(row.row.finding is None for row in rows):
            return None
        return {row.row.requirement for row in rows if row.unfolded}

    def _focused(self) -> str:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        return focus.objectName() if inside and focus is not None else ""

    def _refocus(self, name: str) -> None:
        if not name:
            return
        kept = self.findChild(QWidget, name)
        if kept is None and name.startswith(("confirm:", "undo:")):
            requirement = name.partition(":")[2]
            kept = self.findChild(QWidget, f"unfold:{requirement}")
        if kept is not None:
            kept.setFocus()


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


def _section(name: str) -> QWidget:
    holder = QFrame()
    line = QHBoxLayout(holder)
    line.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID // 2)
    label = Text(name)
    label.setFont(theme.scaled(label.font(), 1, theme.BOLD))
    line.addWidget(label)
    return holder
