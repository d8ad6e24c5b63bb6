"""The frame of the window: title line, steps at the side, a page, the foot. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wizard.language import tr
from wizard.ui import reading_order, theme
from wizard.ui.announce import announce
from wizard.ui.appearance import Appearance
from wizard.ui.banner import Banner
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.hands import Hands
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.rule import Rule
from wizard.ui.widgets.surface import Strip
from wizard.ui.widgets.text import Text

# What the first page does without is loaded and made when it is needed first.
if TYPE_CHECKING:
    from wizard.problems import Problem
    from wizard.ui.footer import Footer
    from wizard.ui.sidebar import Sidebar
    from wizard.ui.widgets.focus import FocusRing
    from wizard.ui.widgets.problem_strip import ProblemStrip

_WANTED = QSize(1040, 720)  # px
_LEAST = QSize(800, 400)  # px; a screen of 1366 × 768 at 150 % leaves a window 910 × 430
_FRAME = QSize(2 * theme.GRID, 5 * theme.GRID)  # px, what a title bar and borders may take


class Shell(QMainWindow):
    """The window's parts, and what a person asks of them.

    `home` and `help_me` are buttons at the top, `back` to `watch` are those at the foot, and `step`
    carries the id of the one that was clicked at the side.
    """

    home = Signal()
    help_me = Signal()
    escape = Signal()
    back = Signal()
    check = Signal()
    forward = Signal()
    cancel = Signal()
    watch = Signal(bool)
    step = Signal(str)

    def __init__(self, *, practice: bool) -> None:
        super().__init__()
        self.setWindowTitle("Halo Setup Wizard")
        self.setMinimumSize(_LEAST)
        self.resize(_WANTED)
        self._appearance = Appearance(self)
        self._strips: list[Strip] = []
        self._side, self._foot = QWidget(), QWidget()
        self._banner = Banner(practice=practice)
        self._banner.home.connect(self.home)
        self._head = self._build_head()
        self._page: QWidget | None = None
        self._scroll = self._build_scroll()
        self._lay_out()
        self._hands = Hands(self)
        self._hands.moved.connect(lambda to_keys: self._ring.mark(by_key=to_keys))

    @cached_property
    def footer(self) -> Footer:
        """The foot: what goes on, and the buttons that move."""
        from wizard.ui.footer import Footer  # noqa: PLC0415

        footer = Footer()
        footer.back.connect(self.back)
        footer.check.connect(self.check)
        footer.forward.connect(self.forward)
        footer.cancel.connect(self.cancel)
        footer.watch.connect(self.watch)
        _fill(QVBoxLayout(self._foot), Rule(), footer)
        return footer

    @cached_property
    def sidebar(self) -> Sidebar:
        """The steps at the side."""
        from wizard.ui.sidebar import Sidebar  # noqa: PLC0415

        sidebar = Sidebar()
        sidebar.chosen.connect(self.step)
        _fill(QHBoxLayout(self._side), sidebar, Rule(vertical=True))
        return sidebar

    @cached_property
    def problem(self) -> ProblemStrip:
        """What went wrong, above the page."""
        from wizard.ui.widgets.problem_strip import ProblemStrip  # noqa: PLC0415

        strip = ProblemStrip()
        strip.shown.connect(self._to_top)
        self._strips.append(strip)
        self._messages.addWidget(strip)
        return strip

    @cached_property
    def notice(self) -> Strip:
        """What is worth knowing, above the page."""
        strip = Strip("info", theme.Tone.UNKNOWN, name="notice")
        strip.hide()
        self._strips.append(strip)
        self._messages.insertWidget(0, strip)
        return strip

    @cached_property
    def _do_it(self) -> Button:
        button = Button(tr("&Do it for me"), "do-it", icon="practice")
        button.setAccessibleDescription(tr("Plays the technician in the practice instance"))
        button.clicked.connect(self.help_me)
        button.hide()
        self._title_line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    @cached_property
    def _ring(self) -> FocusRing:
        from wizard.ui.widgets.focus import FocusRing  # noqa: PLC0415

        return FocusRing(self)

    def fit(self, screen: QRect) -> None:
        """Be no larger than what a screen has to offer (px, without its task bar)."""
        room = screen.size() - _FRAME
        self.resize(_WANTED.boundedTo(room).expandedTo(_LEAST))

    def show_page(self, page: QWidget, title: str, lead: str) -> None:
        """Show a page under its title and sentence; the page before it is gone."""
        if title != self.title.plain and self.isVisible():  # else it is read with the window
            announce(self, title)
        self.title.say(title)
        self.lead.say(lead)
        self.lead.setVisible(bool(lead))
        self._scroll.setAccessibleName(title)
        old, self._page = self._page, page
        self._place.addWidget(page, 1)
        page.show()  # a layout would only do it a moment later
        if old is not None:
            discard(old)
        self._to_top()
        here = self.focusWidget()
        if here is None or not here.isVisible():
            self._focus_first(page)

    def in_place(self, change: Callable[[], None]) -> None:
        """Change the page under the person's eyes: what is scrolled to stays."""
        before = self._scroll.verticalScrollBar().value()
        change()
        focus = self.focusWidget()

        def stay() -> None:
            self._scroll.verticalScrollBar().setValue(before)  # a kept one may have lost its object
            here = self.focusWidget()
            if here is not None and here is not focus:  # Tab has led on meanwhile
                reading_order.bring_into_sight(here)

        QTimer.singleShot(0, self, stay)

    def show_frame(self, *, steps: bool, foot: bool, setup: str = "") -> None:
        """Show or hide the steps and the foot; `setup` is the line at the top."""
        self._side.setVisible(steps)
        self._foot.setVisible(foot)
        self._banner.say(setup, home=foot)
        self.setWindowTitle(f"{setup} – Halo Setup Wizard" if setup else "Halo Setup Wizard")

    def offer_help(self, offered: bool) -> None:
        """Show or hide the button that plays the technician."""
        self._do_it.setVisible(offered)

    def show_busy(self, busy: bool, *, may_cancel: bool) -> None:
        """Show that something runs."""
        self.footer.show_busy(busy, may_cancel=may_cancel)
        self._do_it.setEnabled(not busy)

    def clear_messages(self) -> None:
        """Take away what stood above the page."""
        for strip in self._strips:
            strip.hide()

    def show_problem(self, problem: Problem) -> None:
        """Show what went wrong above the page."""
        self.problem.show_problem(problem)

    def tell(self, text: str) -> None:
        """Show something to know above the page."""
        self.notice.say(text)
        self.notice.show()
        announce(self.notice, text)
        self._to_top()

    def _focus_first(self, page: QWidget) -> None:
        for first in reading_order.stops(page)[:1]:
            first.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Go with Tab in the order in which the window is read."""
        here = self.focusWidget()
        if here is None or not here.isVisible():  # Qt asks also when what has the focus goes away
            return super().focusNextPrevChild(forward)
        there = reading_order.step(self, here, forward=forward)
        reason = Qt.FocusReason
        if there is not None:
            there.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
            reading_order.bring_into_sight(there)
        return there is not None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to notice keys and the mouse."""
        super().showEvent(event)
        self._hands.listen()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the primary button; Escape cancels."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._foot.isVisible():
            self.footer.press_primary()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape.emit()
        else:
            super().keyPressEvent(event)

    def _build_head(self) -> QWidget:
        head = QWidget()
        words = QVBoxLayout(head)
        words.setContentsMargins(3 * theme.GRID, 2 * theme.GRID, 3 * theme.GRID, theme.GRID)
        words.setSpacing(theme.GRID // 2)
        line = QHBoxLayout()
        line.setSpacing(2 * theme.GRID)
        self.title = Text()
        self.title.setObjectName("title")
        self.title.setFont(theme.scaled(self.font(), 1.7, theme.BOLD))
        line.addWidget(self.title, 1)
        self._title_line = line
        self.lead = Text(muted=True)
        self.lead.setObjectName("lead")
        words.addLayout(line)
        words.addWidget(self.lead)
        return head

    def _build_scroll(self) -> QScrollArea:
        """Give what scrolls: messages, which may be long, and the page under them."""
        self._messages = QVBoxLayout()
        self._messages.setContentsMargins(3 * theme.GRID, 0, 3 * theme.GRID, 0)
        self._messages.setSpacing(theme.GRID)
        inside = QWidget()
        self._place = QVBoxLayout(inside)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(theme.GRID)
        self._place.addLayout(self._messages)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    def _to_top(self) -> None:
        """Show the beginning of the page, as soon as what is new there has its place."""
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(0))

    def _lay_out(self) -> None:
        work = QVBoxLayout()
        work.setSpacing(0)
        work.addWidget(self._head)
        work.addWidget(self._scroll, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._side)
        middle.addLayout(work, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(Rule())
        column.addLayout(middle, 1)
        column.addWidget(self._foot)
        self.setCentralWidget(centre)


def _fill(layout: QBoxLayout, *widgets: QWidget) -> None:
    """Put widgets side by side, or one under the other, without a gap."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()  # the layout itself would only do it a moment later
