"""A radio button whose ring can be seen in the dark too, and the card that it chooses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QRadioButton

from wizard.ui import theme
from wizard.ui.widgets.surface import Card


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


class RadioCard(Card):
    """A card that stands out while its radio button is chosen."""

    def __init__(self, name: str, called: str) -> None:
        """Take the object's name and the accessible name of the button."""
        super().__init__()
        self.radio = Radio()  # its own text could not wrap
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(called)
        self.radio.toggled.connect(self.update)

    def choose(self) -> None:
        """Choose it, as a click on the button does."""
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self.radio.click()

    def ground(self) -> tuple[QColor, QColor]:
        """Give the colours of ground and border."""
        ground, border = super().ground()
        if not self.radio.isChecked():
            return ground, border
        palette = QGuiApplication.palette()
        return theme.tint(theme.Tone.ACCENT, palette), theme.colour(theme.Tone.ACCENT, palette)
