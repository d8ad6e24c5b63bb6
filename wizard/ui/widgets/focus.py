"""A ring around what has the focus, for people at the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFocusFrame,
    QLineEdit,
    QProxyStyle,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QToolButton,
    QWidget,
)

_Metric = QStyle.PixelMetric
_WIDTH = 2.0  # px
_AROUND = 3  # px between what has the focus and the outer edge of the ring
_RADIUS = 5.0  # px
_NATIVE = (QPushButton, QToolButton, QRadioButton, QCheckBox, QLineEdit)


class _Above(QProxyStyle):
    """Puts the ring on top, where no parent of what it marks can cut it off, and a bit apart."""

    def styleHint(  # noqa: N802 - Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        """Say that a focus frame stands above its widget."""
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)

    def pixelMetric(  # noqa: N802 - Qt's name
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Give the room around the widget."""
        if metric in (_Metric.PM_FocusFrameHMargin, _Metric.PM_FocusFrameVMargin):
            return _AROUND
        return super().pixelMetric(metric, option, widget)


class FocusRing(QFocusFrame):
    """Follows the focus in one window while a person works by keys.

    What the program draws itself has no other mark of the focus, and Fusion marks its own parts,
    above all the primary button, too faintly. Other native styles mark theirs well.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()  # else it is shown with the window, around nothing
        self._window = window
        self._by_key = False
        self._style = _Above()
        self._style.setParent(self)
        self.setStyle(self._style)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a window stands in one
        app.focusChanged.connect(self._follow)

    def mark(self, *, by_key: bool) -> None:
        """Mark what has the focus from now on, if a person works by keys."""
        self._by_key = by_key
        self._follow(None, QApplication.focusWidget())

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
        if not self._by_key or not self._window.isAncestorOf(widget):
            return False
        return not isinstance(widget, _NATIVE) or QApplication.style().name() == "fusion"
