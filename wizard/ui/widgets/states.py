"""A state as icon, word and colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wizard.checks.findings import State
from wizard.setup.standing import StepState
from wizard.ui.rows import RowState, word
from wizard.ui.theme import GRID, Tone
from wizard.ui.widgets.surface import Icon
from wizard.ui.widgets.text import Text

ROW = {
    RowState.MISSING: ("missing", Tone.MISSING),
    RowState.UNKNOWN: ("unknown", Tone.UNKNOWN),
    RowState.ACCEPTED: ("person", Tone.EXCESS),
    RowState.EXCESS: ("excess", Tone.EXCESS),
    RowState.CONFIRMED: ("person", Tone.UNKNOWN),
    RowState.MET: ("met", Tone.MET),
    RowState.UNCHECKED: ("todo", Tone.TODO),
}
STEP = {
    StepState.TODO: ("todo", Tone.TODO),
    StepState.DONE: ("met", Tone.MET),
    StepState.LEFT: ("missing", Tone.MISSING),
    StepState.UNKNOWN: ("unknown", Tone.UNKNOWN),
    StepState.ACCEPTED: ("person", Tone.EXCESS),
}
FINDING = {
    State.MET: ("met", Tone.MET),
    State.MISSING: ("missing", Tone.MISSING),
    State.UNKNOWN: ("unknown", Tone.UNKNOWN),
    State.EXCESS: ("excess", Tone.EXCESS),
}


class StateMark(QWidget):
    """An icon and a word in the colour of a state."""

    def __init__(self, icon: str, tone: Tone, said: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(Icon(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)  # as high as a line
        row.addWidget(Text(said, tone=tone), 1)
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


def row_mark(state: RowState) -> StateMark:
    """Give the mark of a row's state."""
    icon, tone = ROW[state]
    return StateMark(icon, tone, word(state))
