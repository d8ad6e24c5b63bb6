"""How often, and when: off, every day, or every week on a day, at a time."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wizard.fleet.timetable import Weekday, When
from wizard.language import tr
from wizard.ui import theme
from wizard.ui.widgets.radio import Radio
from wizard.ui.widgets.text import Text

_USUAL = dt.time(7, 30)
_OFF, _DAILY, _WEEKLY = "off", "daily", "weekly"


class Often(QWidget):
    """The choice. `changed`: the person chose otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Re-check all setups"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(
            Text(
                tr(
                    "The system's own scheduler re-checks all setups for you alone, while you are"
                    " signed in. A notification comes when one is worse than before."
                )
            )
        )
        self._radios = {
            _OFF: Radio(tr("&Only when I ask")),
            _DAILY: Radio(tr("Every &day")),
            _WEEKLY: Radio(tr("Every &week")),
        }
        for value, radio in self._radios.items():
            radio.setObjectName(f"often:{value}")
            radio.clicked.connect(self._changed)
            column.addWidget(radio)
        self._weekday = _Labelled(tr("Day of the week"), "weekday")
        for weekday in Weekday:
            self._weekday.field.addItem(weekday_name(weekday))
        self._time = _Labelled(tr("Time of day"), "time")
        for number in range(48):
            self._offer(dt.time(number // 2, number % 2 * 30))
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID)
        for each in (self._weekday, self._time):
            each.field.currentIndexChanged.connect(self._changed)
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        self.choose(None, some=False)

    @property
    def when(self) -> When | None:
        """What is chosen; None: off."""
        if self._radios[_OFF].isChecked():
            return None
        at = dt.time.fromisoformat(self._time.field.currentText())
        weekday = Weekday(self._weekday.field.currentIndex())
        return When(at, weekday if self._radios[_WEEKLY].isChecked() else None)

    def begin(self) -> None:
        """Put the focus where one begins."""
        next(each for each in self._radios.values() if each.isChecked()).setFocus()

    def choose(self, when: When | None, *, some: bool) -> None:
        """Show what is set up; `some` of which the time is not known (None) shows as every day."""
        with QSignalBlocker(self._weekday.field), QSignalBlocker(self._time.field):
            self._offer(when.at if when else _USUAL)
            self._weekday.field.setCurrentIndex((when and when.weekday) or 0)
        weekly = when is not None and when.weekday is not None
        self._radios[_WEEKLY if weekly else _DAILY if some else _OFF].setChecked(True)
        self._arrange()

    def _offer(self, at: dt.time) -> None:
        """Choose a time, which may be none of the half hours that there are."""
        text, field = f"{at:%H:%M}", self._time.field
        if field.findText(text) < 0:
            later = (n for n in range(field.count()) if field.itemText(n) > text)
            field.insertItem(next(later, field.count()), text)
        field.setCurrentText(text)

    def _changed(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        self._weekday.setVisible(self._radios[_WEEKLY].isChecked())
        self._time.setVisible(not self._radios[_OFF].isChecked())


class _Labelled(QWidget):
    """A field to choose in, with its name before it."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__()
        self.field = QComboBox()
        self.field.setObjectName(name)
        self.field.setAccessibleName(label)
        self.field.setMinimumHeight(theme.FIELD)
        words = QLabel(label)
        words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(words)
        row.addWidget(self.field)


def weekday_name(weekday: Weekday) -> str:
    """Give the name of a day as the program's language has it."""
    return QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.LongFormat)
