"""The foot of the window: a status line and Back, Check, Next."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.announce import announce as say_aloud
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.text import Elided

_SLOW = 200  # ms; what is done sooner needs no sign that it runs


@dataclass(frozen=True)
class Buttons:
    """Which buttons there are and what they say; an empty text hides one."""

    back: str = field(default_factory=lambda: tr("&Back"))
    check: str = ""
    next: str = field(default_factory=lambda: tr("&Next"))
    check_first: bool = False  # Check is the primary button
    next_enabled: bool = True


class Footer(QWidget):
    """Tells what goes on, and moves."""

    back = Signal()
    check = Signal()
    forward = Signal()
    cancel = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, theme.GRID)
        row.setSpacing(theme.GRID)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(QSize(6 * theme.GRID, theme.GRID))
        self._bar.setAccessibleName(tr("Working"))
        self._bar.hide()
        self._status = Elided()
        self._status.setObjectName("status")
        row.addWidget(self._bar)
        row.addWidget(self._status, 1)
        self._cancel = self._button(tr("&Cancel"), "cancel", self.cancel)
        self._back = self._button(tr("&Back"), "back", self.back)
        self._check = self._button(tr("&Check now"), "check", self.check)
        self._next = self._button(tr("&Next"), "next", self.forward)
        for button in (self._back, self._check, self._cancel, self._next):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self._bar.show)
        self._wants_focus = False
        self._buttons = Buttons()
        self._busy = self._may_cancel = False
        self._arrange()

    @property
    def status(self) -> str:
        """Give what the status line says."""
        return self._status.text()

    def say(self, text: str, *, announce: bool = False) -> None:
        """Show a status; `announce` tells it to a screen reader at once."""
        self._status.say(text)
        if announce:
            say_aloud(self._status, text)

    def show_buttons(self, buttons: Buttons) -> None:
        """Show these buttons."""
        self._buttons = buttons
        self._arrange()

    def show_busy(self, busy: bool, *, may_cancel: bool) -> None:
        """Show that something runs, and whether it may be cancelled."""
        self._busy, self._may_cancel = busy, may_cancel
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self._bar.hide()
        self._arrange()

    def press_primary(self) -> None:
        """Press the primary button."""
        self._primary().click()

    def focus_primary(self) -> None:
        """Give the focus to the primary button, as soon as it can take it."""
        self._wants_focus = not self._primary().isEnabled()
        self._primary().setFocus()

    def _primary(self) -> Button:
        return self._check if self._check.primary else self._next

    def _button(self, text: str, name: str, pressed: SignalInstance) -> Button:
        button = Button(text, name)
        button.setMinimumWidth(11 * theme.GRID)
        button.clicked.connect(pressed)
        return button

    def _arrange(self) -> None:
        every = (self._back, self._check, self._cancel, self._next)
        focused = next((each for each in every if each.hasFocus()), None)
        self._show_all()
        lost = focused is not None and not (focused.isVisible() and focused.isEnabled())
        if lost and self._cancel.isVisible():
            self._cancel.setFocus()
        elif lost or (self._wants_focus and not self._busy):
            self.focus_primary()

    def _show_all(self) -> None:
        shown, busy = self._buttons, self._busy
        cancelling = busy and self._may_cancel
        self._cancel.setVisible(cancelling)
        self._back.relabel(shown.back)
        self._back.setVisible(bool(shown.back))
        self._check.relabel(shown.check or tr("&Check now"))
        self._check.setVisible(bool(shown.check) and not cancelling)
        self._check.setEnabled(not busy)
        self._next.relabel(shown.next)
        self._next.setVisible(bool(shown.next))
        self._next.setEnabled(shown.next_enabled)
        check_first = bool(shown.check) and shown.check_first
        self._check.set_primary(check_first)
        self._next.set_primary(not check_first)
