"""The buttons that start something: on the first page of all, and at home."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance

from wizard.language import tr
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.text import tip


def start_buttons(
    new_setup: SignalInstance, practice: SignalInstance, may_practise: bool
) -> list[Button]:
    """Give the buttons that start something."""
    new = Button(tr("&New setup"), "new-setup", icon="new")
    new.set_primary(True)
    new.clicked.connect(new_setup)
    if not may_practise:
        return [new]
    practise = Button(tr("&Practice"), "practice", icon="practice")
    practise.setAccessibleDescription(tr("Opens a window on a simulated HaloPSA"))
    practise.setToolTip(tip(tr("Try a setup on a simulated HaloPSA")))
    practise.clicked.connect(practice)
    return [new, practise]
