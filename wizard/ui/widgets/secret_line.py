"""A secret to hand over: where it is, and a button that copies it without showing it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.secret import Secret
from wizard.setup.state import SecretPlace
from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.clipboard import SECONDS, SecretOnClipboard
from wizard.ui.widgets.beside import Beside
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.secret_field import place_words
from wizard.ui.widgets.surface import Icon
from wizard.ui.widgets.text import Text


class SecretLine(QWidget):
    """Copies for a minute, counts it down, and can take the secret off the clipboard at once."""

    def __init__(
        self,
        label: str,
        place: SecretPlace | None,
        get: Callable[[], Awaitable[Secret | None]],
        bridge: Bridge,
        clipboard: SecretOnClipboard,
    ) -> None:
        """Take what the vendor's form calls it, where it is, and what gives it when asked."""
        super().__init__()
        self._get = get
        self._bridge = bridge
        self._clipboard = clipboard
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        kept = QWidget()
        row = QHBoxLayout(kept)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(Icon("key", theme.Tone.MET if place else theme.Tone.UNKNOWN))
        missing = tr("The wizard does not have it: enter it at Id and secret.")
        where = Text(place_words(place) if place else missing)
        row.addWidget(where, 1, Qt.AlignmentFlag.AlignVCenter)
        copy = Button(tr("Cop&y without showing"), f"copy:{label}", icon="copy")
        copy.setAccessibleDescription(tr("It leaves the clipboard again after a minute"))
        copy.clicked.connect(self._copy)
        column.addWidget(Beside(kept, copy))
        copy.setVisible(place is not None)
        self._copied = self._countdown()
        column.addWidget(self._copied)
        clipboard.left.connect(self._tell)
        self._tell(clipboard.seconds)

    def _countdown(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        self._bar = QProgressBar()
        self._bar.setRange(0, SECONDS)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(QSize(8 * theme.GRID, theme.GRID))
        self._bar.setAccessibleName(tr("Seconds until it leaves the clipboard"))
        row.addWidget(self._bar)
        self._words = Text()
        self._words.setObjectName("countdown")
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        clear = Button(tr("Clear no&w"), "clear-clipboard")
        clear.setAccessibleDescription(tr("Takes the secret off the clipboard"))
        clear.clicked.connect(self._clipboard.clear)
        row.addWidget(clear)
        self._clear = clear
        return holder

    def _tell(self, seconds: int) -> None:
        if not seconds and self._clear.hasFocus():
            self.focusNextPrevChild(False)
        self._bar.setValue(seconds)
        self._words.say(tr("The clipboard is cleared in {seconds} s", seconds=seconds))
        self._copied.setVisible(seconds > 0)

    def _copy(self) -> None:
        async def copy() -> None:
            secret = await self._get()
            if secret is None:
                raise ProblemError(problem("keychain.gone"))
            self._clipboard.copy(secret)

        self._bridge.start(copy)
