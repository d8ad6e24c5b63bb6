"""Buttons: native ones with an icon that follows the palette, and the few kinds made of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QToolButton, QWidget

from wizard.language import tr
from wizard.ui import icons, theme
from wizard.ui.announce import announce
from wizard.ui.widgets.text import tip

_COPIED_FOR = 1500  # ms that a copy button says so
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


class Fold(Tool):
    """Shows and hides a widget. `toggled_to` tells which."""

    toggled_to = Signal(bool)

    def __init__(self, name: str, body: QWidget, text: str = "") -> None:
        """Take the object's name, what to fold, and the words beside the arrow."""
        super().__init__(name, "folded")
        self._body = body
        self._open = False
        self.setText(text)
        self.setIconSize(QSize(16, 16))
        if text:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(lambda: self.unfold(not self._open))
        self.unfold(False)

    @property
    def unfolded(self) -> bool:
        """Tell whether the body is shown."""
        return self._open

    def unfold(self, shown: bool) -> None:
        """Show or hide the body."""
        changed, self._open = shown != self._open, shown
        self._body.setVisible(shown)
        self.setAccessibleDescription(tr("unfolded") if shown else tr("folded"))
        self.draw("unfolded" if shown else "folded")
        if changed:
            self.toggled_to.emit(shown)


def _fill(palette: QPalette) -> None:
    system = QGuiApplication.palette()
    accent = theme.button_fill(system)
    text = theme.on_fill(system)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.Button, accent)
        palette.setColor(group, QPalette.ColorRole.ButtonText, text)
