"""The question before a setup is removed: what goes, what stays, and the three answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.language import listed, tr
from wizard.setup.removal import Going
from wizard.ui import theme
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.instruction import bullets
from wizard.ui.widgets.text import Text


class RemovalQuestion(QWidget):
    """Nothing happens until it is answered. `remove`: True leaves the secrets."""

    kept = Signal()
    remove = Signal(bool)

    def __init__(self, setup_id: str, title: str, going: Going) -> None:
        super().__init__()
        self.setObjectName(f"question:{setup_id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.setSpacing(theme.GRID)
        head = Text(tr("Remove this setup from this workstation?"))
        head.setFont(theme.scaled(head.font(), 1, theme.BOLD))
        column.addWidget(head)
        column.addLayout(bullets(what_goes(going)))
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        self._keep = Button(tr("&Keep it"), f"keep:{setup_id}")
        self._keep.clicked.connect(self.kept)
        really = Button(tr("&Remove"), f"really-remove:{setup_id}", icon="remove")
        really.setAccessibleDescription(title)
        really.clicked.connect(lambda: self.remove.emit(False))
        self._record_only = Button(tr("Remove the re&cord only"), f"record-only:{setup_id}")
        self._record_only.setAccessibleDescription(tr("The secret stays in the keychain"))
        self._record_only.clicked.connect(lambda: self.remove.emit(True))
        for button in (self._keep, really, self._record_only):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._record_only.hide()

    def begin(self) -> None:
        """Put the focus on the answer that changes nothing."""
        self._keep.setFocus()

    def offer_record_only(self) -> None:
        """Offer to remove the record and leave the secrets, where the keychain refuses."""
        self._record_only.show()


def what_goes(going: Going) -> list[str]:
    """Say what a removal takes away and what it leaves."""
    lines = [tr("Its record here goes: your answers, the findings, what you confirmed.")]
    chains = sorted({each.backend for each in going.secrets if each.in_keychain})
    if chains:
        lines.append(tr("Its secrets in {keychain} go with it.", keychain=listed(chains)))
    if going.shared:
        lines.append(
            tr(
                "The secret of the wizard's own application stays: another setup of this HaloPSA"
                " uses it."
            )
        )
    lines.append(
        tr(
            "Nothing changes in HaloPSA: agent and application stay, and the integration goes on"
            " working."
        )
    )
    return lines
