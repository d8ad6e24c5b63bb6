"""A field for a secret that not even a screen reader's bus is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu

from wizard.language import tr

_DOT = "\u25cf"
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NO_TEXT = (_CONTROL, _CONTROL | Qt.KeyboardModifier.ShiftModifier)  # AltGr has Alt beside Control


class SecretEdit(QLineEdit):
    """Keeps what is entered to itself, and gives Qt a dot for each character.

    Of every change of a line edit, Qt tells the accessibility bus the text that was put in, as it
    is, also where the field shows only dots; on Linux each program of the person can listen there.

    `text`, `setText` and `clear` mean the secret; the signals carry dots.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held = ""
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAcceptDrops(False)
        self.textChanged.connect(self._follow)

    def text(self) -> str:
        """Give what was entered."""
        return self._held

    def setText(self, text: str | None) -> None:  # noqa: N802 - Qt's name
        """Replace what was entered."""
        self._held = text or ""
        super().setText(_DOT * len(self._held))

    def clear(self) -> None:
        """Forget what was entered."""
        self.setText("")

    def paste(self) -> None:
        """Put in what is on the clipboard."""
        self._put(QGuiApplication.clipboard().text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take what is typed and pasted; Qt does the rest."""
        typed = event.text()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif typed and typed.isprintable() and event.modifiers() not in _NO_TEXT:
            self._put(typed)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Paste the selection with the middle button, where the system has this custom."""
        clipboard = QGuiApplication.clipboard()
        if event.button() is Qt.MouseButton.MiddleButton and clipboard.supportsSelection():
            self._put(clipboard.text(QClipboard.Mode.Selection))
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to paste: the one thing of Qt's menu that a secret needs."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = QAction(tr("&Paste"), menu)
        paste.setEnabled(not self.isReadOnly())
        paste.triggered.connect(self.paste)
        menu.addAction(paste)
        menu.popup(event.globalPos())

    def _put(self, text: str) -> None:
        """Put a text in the place of the selection, or where the cursor is."""
        text = "".join(text.splitlines())
        if self.isReadOnly() or not text:
            return
        start = self.selectionStart() if self.hasSelectedText() else self.cursorPosition()
        end = start + len(self.selectedText())
        self._held = self._held[:start] + text + self._held[end:]
        self.insert(_DOT * len(text))

    def _follow(self, shown: str) -> None:
        """Follow a change that was made in Qt: a deletion, or a text from a screen reader."""
        held = self._held
        plain = [place for place, each in enumerate(shown) if each != _DOT]
        if plain:
            after = len(shown) - plain[-1] - 1
            self.setText(
                held[: plain[0]] + shown[plain[0] : plain[-1] + 1] + held[len(held) - after :]
            )
        elif len(shown) < len(held):
            cursor = self.cursorPosition()
            self._held = held[:cursor] + held[cursor + len(held) - len(shown) :]
