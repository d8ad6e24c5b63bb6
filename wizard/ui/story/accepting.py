"""The small form on which a person accepts a change: why, who, and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from wizard.checks.acceptance import Accepted, accept
from wizard.checks.drift import Drift
from wizard.language import tr
from wizard.problems import ProblemError
from wizard.ui import theme
from wizard.ui.announce import announce
from wizard.ui.translation import day_pattern
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.columns import INDENT
from wizard.ui.widgets.text import Text

_DAYS = 90  # a quarter: long enough for a change that is planned, short enough to be seen again
_NARROW = 28 * theme.GRID  # px


class AcceptForm(QWidget):
    """Stands under the change that it is about. Nothing is accepted without a reason."""

    def __init__(
        self,
        drift: Drift,
        label: str,
        person: str,
        take: Callable[[Accepted], None],
        leave: Callable[[], None],
    ) -> None:
        """`take` gets what the person said; `leave` is called when they do not want to."""
        super().__init__()
        self._drift = drift
        self._take = take
        self._leave = leave
        self.setObjectName("accept-form")
        self.setAccessibleName(tr("Accept {label}", label=label))
        grid = QGridLayout(self)
        grid.setContentsMargins(INDENT, 0, 2 * theme.GRID, theme.GRID)
        grid.setHorizontalSpacing(theme.GRID)
        grid.setVerticalSpacing(theme.GRID // 2)
        grid.setColumnStretch(1, 1)
        said = tr("It stays visible, counts as accepted, and comes back when it changes again.")
        grid.addWidget(Text(said, muted=True), 0, 0, 1, 2)
        self._reason = _field("reason", tr("why it may stay so"))
        self._person = _field("person", "")
        self._person.setText(person)
        self._person.setMaximumWidth(_NARROW)
        self._until = _date()
        for row, (name, field) in enumerate(
            (
                (tr("Reas&on"), self._reason),
                (tr("Yo&ur name"), self._person),
                (tr("Unti&l"), self._until),
            ),
            1,
        ):
            title = QLabel(name)
            title.setTextFormat(Qt.TextFormat.PlainText)
            title.setMinimumWidth(title.sizeHint().width() + 2 * theme.GRID)
            title.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            grid.addWidget(title, row, 0)
            grid.addWidget(field, row, 1)
        self._wrong = Text(tone=theme.Tone.MISSING)
        self._wrong.setObjectName("accept-wrong")
        self._wrong.hide()
        grid.addWidget(self._wrong, 4, 0, 1, 2)
        grid.addLayout(self._buttons(), 5, 0, 1, 2)

    def begin(self) -> None:
        """Put the focus where one begins."""
        self._reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave with Escape; Enter in a field accepts."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        until = self._until.date()
        try:
            word = accept(
                self._drift,
                reason=self._reason.text(),
                person=self._person.text(),
                at=dt.datetime.now().astimezone(),
                until=dt.date(until.year(), until.month(), until.day()),
            )
        except ProblemError as error:
            told = f"{error.problem.happened} {error.problem.remedy}"
            self._wrong.say(told)
            self._wrong.show()
            announce(self._wrong, told, urgent=True)
            empty = (each for each in (self._reason, self._person) if not each.text().strip())
            next(empty, self._until).setFocus()
            return
        self._take(word)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        take = Button(tr("&Accept it"), "accept-it")
        take.clicked.connect(self._accept)
        leave = Button(tr("Do not accept"), "accept-not")
        leave.clicked.connect(self._leave)
        row.addWidget(leave)  # what changes nothing stands first, as on every page
        row.addWidget(take)
        row.addStretch(1)
        return row


class _Day(QDateEdit):
    """A day to type or to choose from a calendar. Tab leaves it; arrows move within it."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Lead on at once: Qt would stop at year, month and day."""
        return QWidget.focusNextPrevChild(self, forward)


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(f"accept:{name}")
    field.setMinimumHeight(theme.FIELD)
    field.setPlaceholderText(example)
    return field


def _date() -> QDateEdit:
    today = QDate.currentDate()
    edit = _Day(today.addDays(_DAYS))
    edit.setObjectName("accept:until")
    edit.setMinimumDate(today)
    edit.setDisplayFormat(day_pattern())
    edit.setCalendarPopup(True)
    edit.setMinimumHeight(theme.FIELD)
    edit.setMaximumWidth(_NARROW)
    return edit
