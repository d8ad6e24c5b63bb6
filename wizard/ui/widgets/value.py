"""A value to read and to copy."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from wizard.ui import theme


class Value(QLineEdit):
    """An id or address to read and to select: monospaced, on one line, however long."""

    def __init__(self, text: str, name: str) -> None:
        """Take the text, and the name that a screen reader gives it."""
        super().__init__(text)
        self.setReadOnly(True)
        self.setMinimumHeight(theme.FIELD)
        self.setFont(theme.monospaced(self.font()))
        self.setAccessibleName(name)
        self.setCursorPosition(0)
