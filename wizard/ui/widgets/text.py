"""Text as it comes: never markup, selectable, and never wider than its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from wizard.language import tr
from wizard.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent

_BREAK = "\u200b"  # a place to wrap that is not seen
_LONG = re.compile(r"\S{24}(?=\S{8})")
_WORD = re.compile(r"\S{20,}")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_JOINT = re.compile(r"(?<=\w\w[._])(?=\w\w)")


class Text(QLabel):
    """A wrapping, selectable label for text from anywhere.

    Words without an end get invisible places to wrap; they never reach the clipboard.
    """

    def __init__(
        self, text: str = "", *, tone: theme.Tone | None = None, muted: bool = False
    ) -> None:
        super().__init__()
        self._plain = ""
        self._tone = tone
        self._muted = muted
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.say(text)
        self._recolour()

    def say(self, text: str) -> None:
        """Show this text."""
        self._plain = text
        self.setText(_WORD.sub(_with_breaks, text))
        self.setAccessibleName(text)

    @property
    def plain(self) -> str:
        """Give the text as it was given."""
        return self._plain

    def tone(self, tone: theme.Tone | None) -> None:
        """Show the text in the colour of a tone."""
        self._tone = tone
        self._recolour()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for one line: how many it takes in a given width, height-for-width tells."""
        return QSize(0, self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the system from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy without the invisible places to wrap."""
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - its enums take time

        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to copy what is selected; a row around it offers its own menu otherwise."""
        if not self.hasSelectedText():
            event.ignore()
            return
        from PySide6.QtGui import QAction  # noqa: PLC0415 - likewise
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = QAction(tr("Copy"), menu)
        copy.triggered.connect(self._copy)
        menu.addAction(copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selectedText().replace(_BREAK, ""))

    def _recolour(self) -> None:
        system = QGuiApplication.palette()
        shown = system.color(QPalette.ColorRole.WindowText)
        if self._tone is not None:
            shown = theme.colour(self._tone, system)
        elif self._muted:
            shown = theme.muted(system)
        if self.palette().color(QPalette.ColorRole.WindowText) != shown:
            palette = QPalette()  # takes every colour from the system but this one
            palette.setColor(QPalette.ColorRole.WindowText, shown)
            self.setPalette(palette)


def _with_breaks(word: re.Match[str]) -> str:
    """Let a long word wrap: a code where its parts meet, anything where it gets too long."""
    code = word.group()
    if "/" not in code:  # else Qt knows where to wrap
        code = _JOINT.sub(_BREAK, code)
    return _LONG.sub(lambda long: long.group() + _BREAK, code)


class Elided(QLabel):
    """One line that ends in "…" where its place is too narrow; then a tool tip has all of it."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show this text."""
        self.setText(" ".join(text.split()))
        self.setAccessibleName(self.text())

    def event(self, event: QEvent) -> bool:
        """Show the tool tip. As a property it would be read out again, with its markup."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            narrow = self.sizeHint().width() > self.width()
            QToolTip.showText(event.globalPos(), tip(self.text()) if narrow else "", self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the size that shows all."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for no width at all."""
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        whole, end = self.text(), Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(whole, end, self.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), flags, shown)


def heading(text: str) -> Text:
    """Give the heading of a part of a page."""
    label = Text(text)
    label.setFont(theme.scaled(label.font(), 1.15, theme.BOLD))
    return label


def tip(text: str) -> str:
    """Give a tool tip that says this and nothing else: Qt guesses at markup in plain ones."""
    return f"<qt>{text.translate(_MARKUP)}</qt>" if text else ""
