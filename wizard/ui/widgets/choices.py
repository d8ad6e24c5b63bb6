"""A choice as cards: each says what choosing it means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from wizard.language import tr
from wizard.setup.steps import Choice, Input
from wizard.ui import theme
from wizard.ui.widgets.radio import RadioCard
from wizard.ui.widgets.text import Text


class ChoiceCard(RadioCard):
    """One answer: its radio button, and what it means; a click anywhere chooses it."""

    def __init__(self, name: str, choice: Choice) -> None:
        super().__init__(f"input:{name}:{choice.value}", choice.label)
        self.radio.setAccessibleDescription(choice.text)
        label, text = Text(choice.label), Text(choice.text)
        label.setFont(theme.scaled(self.font(), 1, theme.BOLD))
        words = QVBoxLayout()
        words.setSpacing(theme.GRID // 2)
        for each in (label, text):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            words.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose it."""
        inside = self.rect().contains(QPoint(event.position().toPoint()))
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.choose()


class ChoiceField(QWidget):
    """All answers of one choice."""

    def __init__(self, item: Input, value: str, answer: Callable[[str, str], None]) -> None:
        """`answer` takes the input's name and the value chosen."""
        super().__init__()
        self.item = item
        self._answer = answer
        self.setAccessibleName(item.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        self._wrong = Text(tone=theme.Tone.MISSING)
        self._wrong.hide()
        for text in (item.label, item.hint):
            if text:
                column.addWidget(Text(text, muted=text is item.hint))
        self._group = QButtonGroup(self)
        self._values: dict[QRadioButton, str] = {}
        for choice in item.choices:
            card = ChoiceCard(item.name, choice)
            card.radio.setChecked(choice.value == (value or item.default))
            self._group.addButton(card.radio)
            self._values[card.radio] = choice.value
            column.addWidget(card)
        column.addWidget(self._wrong)
        self._group.buttonClicked.connect(self.commit)

    def commit(self) -> None:
        """Hand the choice over."""
        chosen = self._group.checkedButton()
        if isinstance(chosen, QRadioButton):
            self.clear_mark()
            self._answer(self.item.name, self._values[chosen])

    def fill(self, value: str) -> None:
        """Show a value that came from elsewhere."""
        for radio, each in self._values.items():
            if each == value:
                radio.setChecked(True)

    def mark_missing(self) -> None:
        """Say that an answer is needed, and take the focus."""
        self._wrong.say(tr("Choose one first."))
        self._wrong.show()
        next(iter(self._values)).setFocus()

    def clear_mark(self) -> None:
        """Take the error back."""
        self._wrong.hide()
