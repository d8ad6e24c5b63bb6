"""A text to send to an administrator of HaloPSA, folded away until it is wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.widgets.copy_button import CopyButton
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.surface import Card, Strip
from wizard.ui.widgets.text import Text

_LINES = 12  # of the text that are seen at once


class Request(QWidget):
    """“Ask an administrator…”: shows the text, and copies it."""

    def __init__(self, text: Callable[[], str]) -> None:
        """`text` gives the text as it is now."""
        super().__init__()
        self._text = text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        self._lacking = Strip("warning", theme.Tone.UNKNOWN, name="lacks-right")
        self._lacking.hide()
        column.addWidget(self._lacking)
        self._card = Card()
        self._card.setAccessibleName(tr("Text for an administrator"))
        self._shown = self._field()
        self._build_card()
        self._fold = Fold("ask", self._card, tr("Ask an administrator…"))
        self._fold.toggled_to.connect(lambda _: self.refresh())
        column.addWidget(self._fold)
        column.addWidget(self._card)

    def refresh(self) -> None:
        """Show the text as it is now."""
        if self._fold.unfolded:
            self._shown.setPlainText(self._text())

    def demand(self, lacking: str) -> None:
        """Say who lacks the right to do the step, and offer the text; "" takes it back."""
        self._lacking.setVisible(bool(lacking))
        if lacking:
            self._lacking.say(lacking)
            self._fold.unfold(True)

    def _build_card(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(
            Text(
                tr("Send this to somebody who may do it in HaloPSA. No secret is in it."),
                muted=True,
            ),
            1,
        )
        head.addWidget(CopyButton(tr("the text"), self._text))
        self._card.body.addLayout(head)
        self._card.body.addWidget(self._shown)

    def _field(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setObjectName("request")
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setAccessibleName(tr("Text for an administrator"))
        field.setAccessibleDescription(tr("To read and to copy; it is not sent by this program"))
        field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing() + 2 * theme.GRID)
        return field
