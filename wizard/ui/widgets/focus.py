"""A ring around what has the focus, for people at the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

_WIDTH = 2.0  # px
_RADIUS = 5.0  # px
_NATIVE = (QPushButton, QToolButton, QRadioButton)


class FocusRing(QFocusFrame):
    """Follows the focus in one window from the first Tab until the next click.

    What the program draws itself has no other mark of the focus, and Fusion marks its buttons,
    above all the primary one, too faintly. Other native styles, and every field, mark it well.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.hide()  # else it is shown with the window, around nothing
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a window stands in one
        app.focusChanged.connect(self._follow)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the ring in the colour of text, which stands out from every ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(text, _WIDTH))
        half = _WIDTH / 2
        place = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        marked = now if now is not None and self._marks(now) else None
        self.setWidget(marked)  # type: ignore[arg-type]  # None is for none, as Qt documents it

    def _marks(self, widget: QWidget) -> bool:
        by_key = self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if not by_key or not self._window.isAncestorOf(widget) or isinstance(widget, QLineEdit):
            return False
        native = isinstance(widget, _NATIVE)
        return not native or QApplication.style().name() == "fusion"
