"""The line at the top of the window: which setup this is, and the way home."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.text import Elided


class Banner(QWidget):
    """Names the setup and, in practice, says so. `home` was pressed."""

    home = Signal()

    def __init__(self, *, practice: bool) -> None:
        super().__init__()
        self.setMinimumHeight(6 * theme.GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, theme.GRID)
        row.setSpacing(2 * theme.GRID)
        self._setup = Elided()
        self._setup.setObjectName("setup")
        self._setup.setFont(theme.scaled(self.font(), 1.1, theme.BOLD))
        row.addWidget(self._setup, 1)
        if practice:
            from wizard.ui.widgets.badge import Badge  # noqa: PLC0415 - in practice only

            row.addWidget(Badge(tr("practice instance")))
        self._home = Button(tr("Ho&me"), "home", icon="home")
        self._home.setAccessibleDescription(tr("Leave this setup as it is and show all setups"))
        self._home.clicked.connect(self.home)
        row.addWidget(self._home)

    def say(self, setup: str, *, home: bool) -> None:
        """Name the setup ("": none), and offer the way home or not."""
        self._setup.say(setup or "Halo Setup Wizard")
        self._home.setVisible(home)
