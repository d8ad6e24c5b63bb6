"""Buttons: native ones with an icon that follows the palette, and the few kinds made of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QToolButton

from wizard.ui import icons, theme

_REDRAWN = (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange)


class Button(QPushButton):
    """A native push button. Enter presses the one with the focus, else the window's primary one."""

    def __init__(self, text: str, name: str, *, icon: str = "") -> None:
        """Take a text with its mnemonic, and the object's name."""
        super().__init__(text)
        self._icon = icon
        self._primary = False
        self.setObjectName(name)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if QApplication.style().name() != "macos":  # there, a button has one height or another look
            self.setMinimumHeight(theme.FIELD)
        self._dress()

    def relabel(self, text: str) -> None:
        """Show another text."""
        if self.text() != text:
            self.setText(text)

    def set_primary(self, primary: bool) -> None:
        """Make this the window's one primary button, or not."""
        self._primary = primary
        self.setDefault(primary)
        self._dress()

    @property
    def primary(self) -> bool:
        """Tell whether this is the primary button."""
        return self._primary

    def event(self, event: QEvent) -> bool:
        """Follow the system from light to dark, and the window from screen to screen."""
        done = super().event(event)
        if event.type() in _REDRAWN:
            self._dress()
        return done

    def _dress(self) -> None:
        palette = QPalette()  # takes every colour from the system but those that are set here
        if self._primary and QApplication.style().name() == "fusion":
            # Fusion hardly marks a default button; every other native style does.
            _fill(palette)
        self.setPalette(palette)
        if self._icon:
            role = QPalette.ColorRole.ButtonText
            shown = self.palette().color(QPalette.ColorGroup.Active, role)
            size = self.iconSize().width()
            self.setIcon(icons.icon(self._icon, shown, size, self.devicePixelRatioF()))


class Tool(QToolButton):
    """A small button that is an icon, drawn as muted text unless it is given a tone."""

    def __init__(self, name: str, icon: str) -> None:
        """Take the object's name and the icon's."""
        super().__init__()
        self._icon = icon
        self._tone: theme.Tone | None = None
        self.setObjectName(name)
        self.setAutoRaise(True)
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.draw(icon)

    def draw(self, icon: str, tone: theme.Tone | None = None) -> None:
        """Show this icon."""
        self._icon, self._tone = icon, tone
        palette = QGuiApplication.palette()
        shown = theme.colour(tone, palette) if tone else theme.muted(palette)
        size = self.iconSize().width()
        self.setIcon(icons.icon(icon, shown, size, self.devicePixelRatioF()))

    def event(self, event: QEvent) -> bool:
        """Follow the system from light to dark, and the window from screen to screen."""
        done = super().event(event)
        if event.type() in _REDRAWN:
            self.draw(self._icon, self._tone)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it, too: else it would press the window's primary button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _fill(palette: QPalette) -> None:
    system = QGuiApplication.palette()
    accent = theme.button_fill(system)
    text = theme.on_fill(system)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.Button, accent)
        palette.setColor(group, QPalette.ColorRole.ButtonText, text)
