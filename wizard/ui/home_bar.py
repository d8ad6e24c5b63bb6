"""The buttons at the top of home: what starts something, and what is wanted less often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.start_buttons import start_buttons
from wizard.ui.widgets.buttons import Button


@dataclass(frozen=True, slots=True)
class Way:
    """One entry of the menu: its text, and what it does."""

    text: str
    go: Callable[[], None]


class HomeBar(QWidget):
    """New setup, Practice, what the page adds, and "More" with the rest."""

    new_setup = Signal()
    practice = Signal()

    def __init__(self, *, may_practise: bool, more: Sequence[Way] = ()) -> None:
        """`may_practise`: a practice window can be opened from here."""
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GRID)
        for button in start_buttons(self.new_setup, self.practice, may_practise):
            self._row.addWidget(button)
        self._more = Button(tr("&More…"), "more")
        self._more.setAccessibleDescription(tr("Opens a menu"))
        self._more.clicked.connect(lambda: self._open(more))
        self._more.setVisible(bool(more))
        self._row.addWidget(self._more)
        self._row.addStretch(1)

    def add(self, button: QWidget) -> None:
        """Put a button of the page before "More"."""
        self._row.insertWidget(self._row.indexOf(self._more), button)

    def end_with(self, widget: QWidget) -> None:
        """Put something at the end of the line."""
        self._row.addWidget(widget, 1)

    def _open(self, more: Sequence[Way]) -> None:
        menu = QMenu(self)
        menu.setObjectName("more-menu")
        for way in more:
            menu.addAction(way.text).triggered.connect(lambda _=False, way=way: way.go())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
