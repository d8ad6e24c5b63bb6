"""One input with its label above and its hint below, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.setup.steps import Input
from wizard.ui import theme
from wizard.ui.widgets.text import Text

_WIDE = 520  # px; longer lines are hard to read


class Field(QWidget):
    """What every kind of input has."""

    def __init__(self, item: Input) -> None:
        super().__init__()
        self.item = item
        self.setMaximumWidth(_WIDE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.GRID // 2)
        optional = tr("{label} (if there is one)", label=item.label)
        self.label = QLabel(item.label if item.required else optional)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(self.label)
        self._wrong = Text(tone=theme.Tone.MISSING)
        self._wrong.hide()

    def finish(self) -> None:
        """Put hint and error under what the kind of field has added."""
        if self.item.hint:
            self.column.addWidget(Text(self.item.hint, muted=True))
        self.column.addWidget(self._wrong)

    def mark_missing(self) -> None:
        """Say that this input is needed, and take the focus."""
        self._wrong.say(tr("Enter the {label} first.", label=self.item.label))
        self._wrong.show()
        self.setFocus()

    def clear_mark(self) -> None:
        """Take the error back."""
        self._wrong.hide()


class TextField(Field):
    """A line of text, answered when the focus leaves it."""

    def __init__(self, item: Input, value: str, answer: Callable[[str, str], None]) -> None:
        """`answer` takes the input's name and the text."""
        super().__init__(item)
        self._answer = answer
        self.edit = QLineEdit(value or item.default)
        self.edit.setObjectName(f"input:{item.name}")
        self.edit.setMinimumHeight(theme.FIELD)
        self.edit.setPlaceholderText(item.placeholder)
        self.edit.setAccessibleName(item.label)
        self.edit.setAccessibleDescription(item.hint)
        self.edit.setClearButtonEnabled(True)
        if item.name.endswith("_id"):
            self.edit.setFont(theme.monospaced(self.edit.font()))
        self.edit.editingFinished.connect(self.commit)
        self.edit.textEdited.connect(self.clear_mark)
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self.column.addWidget(self.edit)
        self.finish()

    def commit(self) -> None:
        """Hand the text over, trimmed: what is pasted often brings a blank or a line end."""
        text = self.edit.text().strip()
        if text != self.edit.text():
            self.edit.setText(text)
        self._answer(self.item.name, text)

    def fill(self, value: str) -> None:
        """Show a value that came from elsewhere."""
        self.clear_mark()
        self.edit.setText(value)
