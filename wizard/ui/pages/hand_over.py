"""The hand-over: each field of the vendor's form, ready to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit

from wizard.language import mark, plural, tr
from wizard.setup.hand_over import Item, part_of
from wizard.ui import theme
from wizard.ui.pages.base import StepPage
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.copy_button import CopyButton
from wizard.ui.widgets.secret_line import SecretLine
from wizard.ui.widgets.surface import Card, Icon
from wizard.ui.widgets.text import Text, tip
from wizard.ui.widgets.value import Value


class HandOverPage(StepPage):
    """Values to copy, values to ask for, and the secret, copied without being shown."""

    def build_work(self) -> None:
        """Put the fields of the form."""
        self._asked: dict[str, QLineEdit] = {}
        card = Card()
        card.setAccessibleName(tr("Fields of the vendor's form"))
        card.body.addLayout(self._head())
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.setVerticalSpacing(theme.GRID // 2)
        grid.setColumnStretch(1, 1)
        items = self.flow.hand_over(self.step)
        grid.setColumnMinimumWidth(0, self._label_width(items))
        for row, item in enumerate(items):
            self._add(grid, 3 * row, item)
            grid.setRowMinimumHeight(3 * row + 2, theme.GRID // 2)  # a note stands by its field
        card.body.addSpacing(theme.GRID // 2)
        card.body.addLayout(grid)
        self.column.addWidget(card)

    def refresh(self) -> None:
        """Say how many fields are still empty."""
        left = self.flow.standing(self.step).missing
        if left:
            self._left.show_as("todo", theme.Tone.UNKNOWN)
            some = plural(
                left,
                mark("{number} field is still to be filled in."),
                mark("{number} fields are still to be filled in."),
            )
            self._words.say(some)
        else:
            self._left.show_as("met", theme.Tone.MET)
            self._words.say(tr("Everything is here: copy each value into its field."))

    def _label_width(self, items: Sequence[Item]) -> int:
        metrics = QFontMetrics(theme.scaled(self.font(), 1, theme.BOLD))
        widest = max((metrics.horizontalAdvance(each.label) for each in items), default=0)
        return min(widest + theme.GRID, 20 * theme.GRID)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        self._left = Icon("met", theme.Tone.MET)
        self._words = Text()
        self._words.setObjectName("fields-left")
        row.addWidget(self._left)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        address = part_of(self.flow.profile, self.flow.steps, self.step).address
        if address:
            button = Button(tr("&Open the vendor's page"), "open-vendor", icon="open")
            button.setToolTip(tip(address))
            button.setAccessibleDescription(tr("Opens {address} in the browser", address=address))
            button.clicked.connect(lambda: self.context.open_url(address))
            row.addWidget(button)
        return row

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
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        label.setMinimumHeight(theme.FIELD)  # stands beside the first line, be there two
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        if item.secret:
            grid.addWidget(self._secret(item.label, item.secret), row, 1, 1, 2)
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

    def _secret(self, label: str, name: str) -> SecretLine:
        context = self.context
        place = self.flow.secret_place(name)
        return SecretLine(
            label, place, lambda: self.flow.secret(name), context.bridge, context.clipboard
        )

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
            self.refresh()
            self.changed.emit()
