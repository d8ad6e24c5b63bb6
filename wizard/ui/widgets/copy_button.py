"""The button that copies a text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.announce import announce
from wizard.ui.widgets.buttons import Tool
from wizard.ui.widgets.text import tip

_COPIED_FOR = 1500  # ms that a copy button says so


class CopyButton(Tool):
    """Copies a text with one click and says for a moment that it did."""

    def __init__(self, label: str, text: Callable[[], str]) -> None:
        """Take what the text is called, and what gives it when clicked."""
        super().__init__(f"copy:{label}", "copy")
        self._text = text
        self._label = label
        self.setToolTip(tip(tr("Copy {label}", label=label)))
        self.setAccessibleDescription(tr("Puts it on the clipboard"))
        self.clicked.connect(self._copy)
        self._timer = QTimer(self, singleShot=True, interval=_COPIED_FOR)
        self._timer.timeout.connect(self._rest)
        self._rest()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self.draw("copied", theme.Tone.MET)
        copied = tr("{label} copied", label=self._label)
        self.setAccessibleName(copied)
        announce(self, copied)
        self._timer.start()

    def _rest(self) -> None:
        self.draw("copy")
        self.setAccessibleName(tr("Copy {label}", label=self._label))
