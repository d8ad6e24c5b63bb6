"""Showing a kept secret on purpose: for some seconds, then it hides itself again."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.secret import Secret
from wizard.ui import theme
from wizard.ui.bridge import Work
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.text import Text

SECONDS = 15
_TOP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class Drawn(QWidget):
    """A secret as a picture: painted, so that nothing that listens to the window's texts has it."""

    def __init__(self) -> None:
        super().__init__()
        self._secret = Secret("")
        self.setFont(theme.monospaced(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The secret is on the screen"))

    def draw(self, secret: Secret) -> None:
        """Show this secret; an empty one shows nothing."""
        self._secret = secret
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = self._secret.reveal()
        step = math.ceil(len(text) / self._lines())  # lines of one length: two GUIDs stand apart
        for number in range(self._lines()):
            below = QRect(0, number * self.fontMetrics().height(), self.width(), self.height())
            painter.drawText(below, _TOP, text[number * step : (number + 1) * step])

    def _fit(self) -> None:
        self.setFixedHeight(self._lines() * self.fontMetrics().height())

    def _lines(self) -> int:
        width = self.fontMetrics().horizontalAdvance(self._secret.reveal())
        return max(1, math.ceil(width / max(self.width(), 1)))


class Reveal(QWidget):
    """The place where a secret is shown, and the button that does it and takes it back."""

    def __init__(
        self,
        name: str,
        label: str,
        get: Callable[[], Awaitable[Secret | None]],
        start: Callable[[Work], bool],
    ) -> None:
        """`get` reads the secret when it is asked for; `start` runs that and shows its problems."""
        super().__init__()
        self._get = get
        self._start = start
        self._seconds = 0
        self.button = Button(tr("&Show"), f"show:{name}", icon="eye")
        self.button.setAccessibleDescription(tr("Shows the {label} for some seconds", label=label))
        self.button.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        self._drawn = Drawn()
        self._drawn.setObjectName(f"shown:{name}")
        column.addWidget(self._drawn)
        self._left = Text(muted=True)
        self._left.setObjectName(f"hides:{name}")
        column.addWidget(self._left)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)
        self.conceal()

    def conceal(self) -> None:
        """Hide the secret."""
        self._seconds = 0
        self._timer.stop()
        self._drawn.draw(Secret(""))
        self.button.relabel(tr("&Show"))
        self.hide()

    def tick(self) -> None:
        """Let a second pass."""
        self._seconds -= 1
        if self._seconds <= 0:
            self.conceal()
        else:
            self._left.say(tr("Hidden again in {seconds} s", seconds=self._seconds))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Do not outlast the page."""
        super().hideEvent(event)
        if self._seconds:
            self.conceal()

    def _toggle(self) -> None:
        if self._seconds:
            self.conceal()
        else:
            self._start(self._show)

    async def _show(self) -> None:
        secret = await self._get()
        if secret is None:
            raise ProblemError(problem("keychain.gone"))
        self._drawn.draw(secret)
        self._seconds = SECONDS + 1
        self.tick()
        self._timer.start()
        self.button.relabel(tr("&Hide"))
        self.show()
