"""The page of the regular re-check: how often, and exactly what is done for that.

Nothing is done before the button at the foot is pressed, and all of it is shown before.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from wizard.fleet.timetable import Plan, Present, When, plan_lines
from wizard.language import day, tr
from wizard.ui import theme
from wizard.ui.announce import announce
from wizard.ui.bridge import Bridge
from wizard.ui.often import Often, weekday_name
from wizard.ui.ports import Schedule
from wizard.ui.widgets.surface import Strip, page_column
from wizard.ui.widgets.text import Text

_MOST_LINES = 17  # of the plan that are in sight


class SchedulePage(QWidget):
    """How often all setups are re-checked by the system.

    `offered`: what the button says that carries the plan out, "" for none, and whether it can now.
    """

    offered = Signal(str, bool)

    def __init__(self, schedule: Schedule, bridge: Bridge) -> None:
        """Take what asks and tells the scheduler, and who runs that beside the window."""
        super().__init__()
        self._schedule = schedule
        self._bridge = bridge
        self._present: Present | None = None
        self._planned: tuple[When | None, Plan] | None = None
        self._strip = Strip("unknown", theme.Tone.UNKNOWN, name="present")
        self._strip.say(tr("It is not known yet whether one is set up."))
        self._often = Often()
        self._often.changed.connect(self._chosen)
        self._head = Text(tr("This will be done, and nothing else:"))
        self._plan = _plan_field()
        self._may = ""  # what the button says that carries it out, while it can be pressed
        self._lay_out()
        for each in (self._often, self._head, self._plan):
            each.hide()

    def read(self) -> None:
        """Ask the system what is set up, and show it."""
        self._bridge.start(self._read, cancellable=False)

    async def _read(self) -> None:
        present = await asyncio.to_thread(self._schedule.present)
        if not isValid(self):
            return  # the person went to another page
        first, self._present = self._often.isHidden(), present
        self._say_present()
        self._often.choose(present.when if present else None, some=present is not None)
        self._often.show()
        if first:
            self._often.begin()
        await self._make_plan()

    def _chosen(self) -> None:
        self._hold()
        self._bridge.start(self._make_plan, cancellable=False)

    async def _make_plan(self) -> None:
        """Show what would be done, for what is chosen when it is ready."""
        while isValid(self) and (self._planned is None or self._planned[0] != self._often.when):
            when = self._often.when
            self._planned = when, await asyncio.to_thread(self._schedule.plan, when)
        if isValid(self):
            self._show_plan()

    def carry_out(self) -> None:
        """Do what is shown, if anything is."""
        if self._planned is None or not self._may:
            return
        _, plan = self._planned
        # A plan is made for what there was: one for a crontab holds the lines of others.
        self._planned = None
        self._hold()

        async def work() -> None:
            try:
                await asyncio.to_thread(self._schedule.carry_out, plan)
            finally:
                await self._read()
            if isValid(self):
                announce(self, self._strip.text.plain)

        self._bridge.start(work, cancellable=False)

    def _say_present(self) -> None:
        present = self._present
        if present is None:
            self._strip.restyle("todo", theme.Tone.TODO)
            self._strip.say(tr("No regular re-check is set up."))
        elif not present.active:
            self._strip.restyle("missing", theme.Tone.MISSING)
            self._strip.say(
                tr("Set up, but switched off in {scheduler}.", scheduler=present.scheduler)
            )
        else:
            self._strip.restyle("met", theme.Tone.MET)
            self._strip.say("\n".join((_how_often(present), _next_run(present))))

    def _show_plan(self) -> None:
        assert self._planned is not None  # noqa: S101 - whoever calls has made it
        when, plan = self._planned
        present = self._present
        if when is None:
            left = present is not None
        else:
            left = present is None or not present.active or present.when != when
        _fill(self._plan, plan_lines(plan))
        for each in (self._head, self._plan):
            each.setVisible(left)
        done = tr("&Remove it") if when is None else tr("Set it &up")
        self._may = done if left else ""
        self.offered.emit(self._may, left)

    def _hold(self) -> None:
        """Let nothing be carried out until the plan is shown."""
        if self._may:
            self.offered.emit(self._may, False)
        self._may = ""

    def _lay_out(self) -> None:
        column = page_column(self)
        for each in (self._strip, self._often, self._head, self._plan):
            column.addWidget(each)
        column.addStretch(1)


def _plan_field() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setObjectName("plan")
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    field.setFont(theme.monospaced(field.font()))
    field.setAccessibleName(tr("What will be done"))
    field.setAccessibleDescription(tr("Files with what is in them, and commands; to read only"))
    return field


def _fill(field: QPlainTextEdit, lines: Sequence[str]) -> None:
    """Show the lines, all of them in sight if they are few."""
    text = "\n".join(lines)
    field.setPlainText(text)
    shown = min(text.count("\n") + 1, _MOST_LINES)
    bar = field.horizontalScrollBar().sizeHint().height()  # a long command is not wrapped
    field.setFixedHeight(shown * field.fontMetrics().lineSpacing() + bar + 2 * theme.GRID)


def _how_often(present: Present) -> str:
    when, by = present.when, present.scheduler
    if when is None:
        return tr("Set up in {scheduler}, at other times than this page knows.", scheduler=by)
    at = f"{when.at:%H:%M}"
    if when.weekday is None:
        return tr("Every day at {time}, by {scheduler}.", time=at, scheduler=by)
    name = weekday_name(when.weekday)
    return tr("Every week on {day} at {time}, by {scheduler}.", day=name, time=at, scheduler=by)


def _next_run(present: Present) -> str:
    following = present.next_run
    if following is None:
        return tr("The system does not say when it runs next.")
    following = following.astimezone()
    return tr("Next time: {day}, {time}.", day=day(following), time=f"{following:%H:%M}")
