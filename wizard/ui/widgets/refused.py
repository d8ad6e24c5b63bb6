"""Where the keychain does not take a secret: says so, and offers to hold it in memory."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.surface import Strip


class Refused(Strip):
    """Hidden until the keychain refuses. `hold`: the secret is to be held for this session only."""

    hold = Signal()

    def __init__(self, offer: str) -> None:
        """`offer` stands on the button, with its mnemonic."""
        super().__init__("warning", theme.Tone.UNKNOWN, name="refused")
        button = Button(offer, "hold-in-memory")
        button.setAccessibleDescription(tr("Kept in memory until the program is closed"))
        button.clicked.connect(self.hold)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.inner.addLayout(row)
        self.hide()

    def tell(self, text: str) -> None:
        """Say what was refused and where the secret is, and offer the session."""
        self.say(text)
        self.show()
