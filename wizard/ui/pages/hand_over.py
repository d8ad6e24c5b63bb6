"""The hand-over: each field of the vendor's form, ready to be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from wizard.language import tr
from wizard.setup.hand_over import Item
from wizard.ui import theme
from wizard.ui.pages.base import Context, StepPage
from wizard.ui.widgets.buttons import Button, CopyButton
from wizard.ui.widgets.secret_field import place_words
from wizard.ui.widgets.surface import Card, Icon
from wizard.ui.widgets.text import Text, Value


class HandOverPage(StepPage):
    """Values to copy, values to ask for, and the secret, copied without being shown."""

    def build_work(self) -> None:
        """Put the fields of the form."""
        self._asked: dict[str, QLineEdit] = {}
        card = Card()
        card.setAccessibleName(tr("Fields of the vendor's form"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.setVerticalSpacing(theme.GRID + 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 18 * theme.GRID)
        for row, item in enumerate(self.flow.hand_over(self.step)):
            self._add(grid, 2 * row, item)
        card.body.addLayout(grid)
        self.column.addWidget(card)

    async def commit(self) -> None:
        """Save what was asked for."""
        for name, edit in self._asked.items():
            self.flow.answer(name, edit.text())

    def fill(self) -> None:
        """Show the answers that the flow has now."""
        for name, edit in self._asked.items():
            edit.setText(self.flow.state.answers.get(name, ""))

    def _add(self, grid: QGridLayout, row: int, item: Item) -> None:
        label = Text(item.label)
        label.setFont(theme.scaled(label.font(), 1, theme.BOLD))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        if item.secret:
            line = SecretLine(self.context, item.label, item.secret)
            grid.addWidget(line, row, 1, 1, 2)
        elif item.ask:
            edit = self._ask(item, item.ask)
            grid.addWidget(edit, row, 1)
            grid.addWidget(CopyButton(item.label, edit.text), row, 2)
        elif item.value:
            value = item.value
            grid.addWidget(Value(value, item.label), row, 1)
            grid.addWidget(CopyButton(item.label, lambda: value), row, 2)
        else:
            grid.addWidget(Text(tr("leave empty"), muted=True), row, 1)
        if item.note:
            grid.addWidget(Text(item.note, muted=True), row + 1, 1, 1, 2)

    def _ask(self, item: Item, name: str) -> QLineEdit:
        edit = QLineEdit(item.value or "")
        edit.setObjectName(f"input:{name}")
        edit.setMinimumHeight(theme.FIELD)
        edit.setAccessibleName(item.label)
        hint = tr("Enter it here to keep it with this setup")
        edit.setAccessibleDescription(item.note or hint)
        edit.setPlaceholderText(tr("Not known to the wizard: enter it here"))
        edit.setFont(theme.monospaced(edit.font()))
        edit.editingFinished.connect(lambda: self._answer(name, edit.text()))
        self._asked[name] = edit
        return edit

    def _answer(self, name: str, text: str) -> None:
        if self.context.bridge.attempt(lambda: self.flow.answer(name, text)):
            self.changed.emit()


class SecretLine(QWidget):
    """Where the secret is, and a button that copies it without showing it."""

    def __init__(self, context: Context, label: str, name: str) -> None:
        """Take what the vendor's form calls it, and the name under which the flow keeps it."""
        super().__init__()
        self._context = context
        self._name = name
        self._place = context.flow.secret_place(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(Icon("key", theme.Tone.MET if self._place else theme.Tone.UNKNOWN))
        self._words = Text()
        self._words.setObjectName("countdown")
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._clear = Button(tr("Clear no&w"), "clear-clipboard")
        self._clear.setAccessibleDescription(tr("Takes the secret off the clipboard"))
        self._clear.clicked.connect(context.clipboard.clear)
        row.addWidget(self._clear)
        copy = Button(tr("Cop&y without showing"), f"copy:{label}", icon="copy")
        copy.setAccessibleDescription(tr("It leaves the clipboard again after a minute"))
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        copy.setVisible(self._place is not None)
        context.clipboard.left.connect(self._tell)
        self._tell(0)

    def _tell(self, seconds: int) -> None:
        self._clear.setVisible(seconds > 0)
        if self._place is None:
            self._words.say(tr("The wizard does not have it: enter it at Id and secret."))
        elif seconds:
            self._words.say(tr("on the clipboard for {seconds} s", seconds=seconds))
        else:
            self._words.say(place_words(self._place))

    def _copy(self) -> None:
        async def copy() -> None:
            secret = await self._context.flow.secret(self._name)
            if secret is not None:
                self._context.clipboard.copy(secret)

        self._context.bridge.start(copy)
