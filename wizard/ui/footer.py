"""The foot of the window: a status line and Back, Check, Next."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.announce import announce as say_aloud
from wizard.ui.widgets.buttons import Button, Tool
from wizard.ui.widgets.text import Elided, tip

_SLOW = 200  # ms; what is done sooner needs no sign that it runs
_SAID_FOR = 5000  # ms that what was said stays, before what always holds takes its place again


@dataclass(frozen=True)
class Buttons:
    """Which buttons there are and what they say; an empty text hides one."""

    back: str = field(default_factory=lambda: tr("&Back"))
    check: str = ""
    next: str = field(default_factory=lambda: tr("&Next"))
    check_first: bool = False  # Check is the primary button
    next_enabled: bool = True


class WatchSwitch(Tool):
    """Lets the program look at HaloPSA by itself, or not: an open eye, or a struck one."""

    def __init__(self) -> None:
        super().__init__("watch", "watching")
        self.setCheckable(True)
        self.setAccessibleName(tr("Watch Halo"))
        self.toggled.connect(self._show)
        self._show(False)

    def _show(self, on: bool) -> None:
        if on:
            said = tr("Looks at HaloPSA while this page is open. Switch it off to check by hand.")
        else:
            said = tr("Switched off: choose Check now to look at HaloPSA.")
        self.setAccessibleDescription(said)
        self.setToolTip(tip(said))
        self.draw("watching" if on else "not-watching")


class Footer(QWidget):
    """Tells what goes on, and moves. `watch` switches looking by itself on and off."""

    back = Signal()
    check = Signal()
    forward = Signal()
    cancel = Signal()
    watch = Signal(bool)

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
        self._switch = WatchSwitch()
        self._switch.clicked.connect(self.watch)
        self._switch.hide()
        row.addWidget(self._bar)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._status, 1)
        self._cancel = self._button(tr("&Cancel"), "cancel", self.cancel)
        self._back = self._button(tr("&Back"), "back", self.back)
        self._check = self._button(tr("&Check now"), "check", self.check)
        self._next = self._button(tr("&Next"), "next", self.forward)
        for button in (self._back, self._check, self._cancel, self._next):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self._bar.show)
        self._said = QTimer(self, singleShot=True, interval=_SAID_FOR)
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
        if text:
            self._said.start()
        else:
            self._said.stop()
        if announce:
            say_aloud(self._status, text)

    def stand(self, text: str) -> None:
        """Show what holds all the time, unless something was said only just now."""
        if not self._said.isActive() and text != self._status.text():
            self._status.say(text)

    def offer_watch(self, on: bool | None) -> None:
        """Show the switch as it stands; None hides it."""
        self._switch.setVisible(on is not None)
        self._switch.setChecked(bool(on))

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
