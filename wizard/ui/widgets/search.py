"""The field in which people type what they look for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from wizard.language import tr
from wizard.ui import theme


def search_field(said: str, typed: Callable[[str], None]) -> QLineEdit:
    """Give the field; `said` names it, and `typed` takes its text at each key."""
    field = QLineEdit()
    field.setObjectName("search")
    field.setMinimumHeight(theme.FIELD)
    field.setPlaceholderText(said)
    field.setAccessibleName(said)
    field.setAccessibleDescription(tr("Shows those that match as you type"))
    field.setClearButtonEnabled(True)
    field.textChanged.connect(typed)
    return field
