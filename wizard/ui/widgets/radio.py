"""A radio button whose ring can be seen in the dark too."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QRadioButton

from wizard.ui import theme


class Radio(QRadioButton):
    """A native radio button. Fusion draws its ring darker than the window: not on a dark one."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._dress()

    def event(self, event: QEvent) -> bool:
        """Follow the system from light to dark."""
        done = super().event(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        return done

    def _dress(self) -> None:
        palette = QPalette()
        system = QGuiApplication.palette()
        if QApplication.style().name() == "fusion" and theme.is_dark(system):
            palette.setColor(QPalette.ColorRole.Window, theme.muted(system))
        self.setPalette(palette)
