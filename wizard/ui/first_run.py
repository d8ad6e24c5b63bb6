"""The first page on a workstation without setups: what the program does, reads, and never does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.language import mark, tr
from wizard.ui import theme
from wizard.ui.start_buttons import start_buttons
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.surface import Card, Icon, page_column
from wizard.ui.widgets.text import Text

_LINES = (
    (
        "proof",
        mark("What it does"),
        mark(
            "Leads you through a vendor's own guide, step by step, until the integration's"
            " connection to HaloPSA is proven."
        ),
    ),
    (
        "eye",
        mark("What it reads"),
        mark(
            "In HaloPSA: agents, roles, teams and API applications, and one row of each list that"
            " the integration needs."
        ),
    ),
    (
        "key",
        mark("What it never does"),
        mark(
            "It never changes anything in HaloPSA, and never writes a secret to a file: secrets"
            " stay in this workstation's keychain."
        ),
    ),
)


class FirstRunPage(QWidget):
    """Three lines, then the two ways to begin."""

    new_setup = Signal()
    practice = Signal()
    take_file = Signal()

    def __init__(self, *, may_practise: bool, may_import: bool) -> None:
        """`may_practise`: a practice window can be opened from here; `may_import`: setups can be
        taken from a file.
        """
        super().__init__()
        column = page_column(self)
        card = Card(padding=3 * theme.GRID)
        card.body.setSpacing(3 * theme.GRID)
        for icon, head, line in _LINES:
            card.body.addLayout(_line(icon, tr(head), tr(line)))
        column.addWidget(card)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        buttons = start_buttons(self.new_setup, self.practice, may_practise)
        if may_import:
            take = Button(tr("&Import setups…"), "import-setups")
            take.setAccessibleDescription(tr("From a file of another workstation"))
            take.clicked.connect(self.take_file)
            buttons.append(take)
        for button in buttons:
            row.addWidget(button)
        if may_practise:
            hint = tr("Practice runs on a simulated HaloPSA: nothing in it is real.")
            row.addSpacing(theme.GRID)
            row.addWidget(Text(hint, muted=True), 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.first = buttons[0]


def _line(icon: str, head: str, line: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * theme.GRID)
    row.addWidget(Icon(icon, theme.Tone.ACCENT, 4 * theme.GRID), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(theme.GRID // 2)
    title = Text(head)
    title.setFont(theme.scaled(title.font(), 1.1, theme.BOLD))
    words.addWidget(title)
    words.addWidget(Text(line))
    row.addLayout(words, 1)
    return row
