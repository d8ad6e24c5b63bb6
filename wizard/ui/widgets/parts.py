"""The parts of a check as lines that turn from waiting to running to done."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from wizard.language import mark, tr
from wizard.ui import theme
from wizard.ui.widgets.surface import Card, Icon
from wizard.ui.widgets.text import Text


class PartState(StrEnum):
    """How far a part is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    LEFT_OUT = "left_out"


_WORDS = {
    PartState.WAITING: mark("waiting"),
    PartState.RUNNING: mark("running"),
    PartState.DONE: mark("done"),
    PartState.LEFT_OUT: mark("left out"),
}
_SHOWN = {
    PartState.WAITING: ("todo", theme.Tone.TODO),
    PartState.RUNNING: ("current", theme.Tone.ACCENT),
    PartState.DONE: ("met", theme.Tone.MET),
    PartState.LEFT_OUT: ("unknown", theme.Tone.UNKNOWN),
}


class _Line:
    """One part: icon, name, word."""

    def __init__(self, grid: QGridLayout, name: str) -> None:
        row = grid.rowCount()
        self.name = name
        self.state = PartState.WAITING
        self._icon = Icon("todo", theme.Tone.TODO)
        self._text = Text(name)
        self._text.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._word = QLabel()
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(self._icon, row, 0)
        grid.addWidget(self._text, row, 1)
        grid.addWidget(self._word, row, 2, Qt.AlignmentFlag.AlignRight)
        self.turn(PartState.WAITING)

    def turn(self, state: PartState) -> None:
        """Show how far it is."""
        self.state = state
        icon, tone = _SHOWN[state]
        self._icon.show_as(icon, tone)
        weight = theme.BOLD if state is PartState.RUNNING else self._text.font().Weight.Normal
        self._text.setFont(theme.scaled(self._text.font(), 1, weight))
        self._word.setText(tr(_WORDS[state]))
        self._text.setAccessibleName(f"{self.name}: {tr(_WORDS[state])}")


class Parts(Card):
    """The parts in their order; one that nobody announced joins where it is told."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.setObjectName("progress")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID // 2)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._lines = [_Line(self._grid, name) for name in names]
        self._tell()

    def run(self, name: str) -> None:
        """Take that this part runs now, and that the one before is done."""
        self._finish_running()
        line = next((each for each in self._lines if each.name == name), None)
        if line is None:
            line = _Line(self._grid, name)
            self._lines.append(line)
        line.turn(PartState.RUNNING)
        self._tell()

    def stop(self) -> list[str]:
        """Take that it stops before its end; give the names of the parts that are left out."""
        left = [each for each in self._lines if each.state is not PartState.DONE]
        for line in left:
            line.turn(PartState.LEFT_OUT)
        self._tell()
        return [each.name for each in left]

    def _finish_running(self) -> None:
        for line in self._lines:
            if line.state is PartState.RUNNING:
                line.turn(PartState.DONE)

    def _tell(self) -> None:
        done = sum(each.state is PartState.DONE for each in self._lines)
        running = next((each.name for each in self._lines if each.state is PartState.RUNNING), "")
        said = tr("{done} of {all} parts done", done=done, all=len(self._lines))
        self.setAccessibleName(f"{said}. {running}" if running else said)
