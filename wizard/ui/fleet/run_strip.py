"""The line that tells how far a re-check is, and lets one cancel it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.announce import announce
from wizard.ui.fleet.rechecking import Progress, Rechecking
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Elided


class RunStrip(Card):
    """Shown while a re-check runs, and with its result until the next one."""

    def __init__(self, rechecking: Rechecking) -> None:
        super().__init__(padding=theme.GRID)
        self._rechecking = rechecking
        self.setObjectName("run")
        row = QHBoxLayout()
        row.setContentsMargins(theme.GRID, 0, 0, 0)  # its text begins where that of a card does
        row.setSpacing(theme.GRID)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(QSize(16 * theme.GRID, theme.GRID))
        self._bar.setAccessibleName(tr("Re-check"))
        self._said = Elided()
        self._said.setObjectName("run-status")
        self._cancel = Button(tr("&Cancel"), "cancel-run")
        self._cancel.setAccessibleDescription(tr("Ends the re-check; what was found stays"))
        self._cancel.clicked.connect(rechecking.cancel)
        row.addWidget(self._bar)
        row.addWidget(self._said, 1)
        row.addWidget(self._cancel)
        self.body.addLayout(row)
        rechecking.moved.connect(self.follow)
        rechecking.ended.connect(self._end)
        self.setVisible(rechecking.running)
        self.follow()

    def follow(self) -> None:
        """Show how far it is."""
        if not self._rechecking.running:
            return
        progress = self._rechecking.progress
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._tell(progress.said())
        self._bar.show()
        self._cancel.show()
        self.show()

    def _end(self, progress: Progress | None) -> None:
        had_focus = self._cancel.hasFocus()
        self._bar.hide()
        self._cancel.hide()
        if progress is None:
            self._tell(tr("Cancelled. What was found before stays."))
        else:
            self._tell(progress.said())
        announce(self._said, self._said.text())
        if had_focus:
            self.focusNextChild()

    def _tell(self, text: str) -> None:
        self._said.say(text)
        self.setAccessibleName(text)
