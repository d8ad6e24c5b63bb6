"""A secret on the clipboard, for a minute and not longer."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from wizard.secret import Secret
from wizard.ui import concealed

SECONDS = 60


class SecretOnClipboard(QObject):
    """Copies a secret and takes it away again, if it is still there. `left` tells the seconds."""

    left = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._secret: Secret | None = None
        self._seconds = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)

    @property
    def seconds(self) -> int:
        """Give the seconds that a secret stays on the clipboard, 0 where none is on it."""
        return self._seconds if self._secret is not None else 0

    def copy(self, secret: Secret) -> None:
        """Put the secret on the clipboard and start to count down."""
        data = QMimeData()
        data.setText(secret.reveal())
        for kind, value in concealed.marks().items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._secret = secret
        self._seconds = SECONDS
        self._timer.start()
        self.left.emit(self._seconds)

    def tick(self) -> None:
        """Let a second pass."""
        if self._secret is None:
            return
        self._seconds -= 1
        if self._seconds <= 0 or not self._there():
            self.clear()
        else:
            self.left.emit(self._seconds)

    def clear(self) -> None:
        """Take the secret away now, unless something else was copied since."""
        if self._secret is not None and self._there():
            QGuiApplication.clipboard().clear()
        self._secret = None
        self._timer.stop()
        self.left.emit(0)

    def _there(self) -> bool:
        return Secret(QGuiApplication.clipboard().text()) == self._secret
