"""Runs `python -m wizard …` with an eye on its window, for a test in another process.

The eye tells what is to be seen: each named widget with its place on the screen and its words. It
presses nothing: that is done with real X events from outside. The one thing it does is what a
window manager's close button would do.

Started as `python -m tests.end_to_end.program FD ARGUMENT…`; FD is a connected socket. A line in
("look", "focus" or "close") gives one JSON line out.
"""

from __future__ import annotations

import json
import runpy
import socket
import sys
import threading
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from wizard.ui.widgets.buttons import Button


class Eye(QObject):
    """Answers in the window's own thread, when its events before that are done."""

    asked = Signal(str)

    def __init__(self, connection: socket.socket) -> None:
        super().__init__()
        self._connection = connection
        self._clicks = 0
        self._pressed: list[str] = []
        self._watches = False
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Pass each question on to the window's thread."""
        for line in self._connection.makefile():
            self.asked.emit(line.strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(watched, QWindow):
            self._clicks += 1
        return False

    def _answer(self, question: str) -> None:
        if not self._watches:
            QApplication.instance().installEventFilter(self)
            self._watches = True
        window = _window()
        if question == "close" and window is not None:
            window.close()
        answer = _seen(window) if window is not None and question != "focus" else {}
        if window is not None:
            self._watch_buttons(window)
        said = {"clicks": self._clicks, "pressed": self._pressed, "focus": _focus()}
        self._connection.sendall((json.dumps(answer | said) + "\n").encode())

    def _watch_buttons(self, window: QWidget) -> None:
        """Take down which buttons are pressed, whatever presses them."""
        for button in window.findChildren(QAbstractButton):
            if not button.property("watched"):
                button.setProperty("watched", True)
                name = button.objectName()
                button.clicked.connect(lambda *_, name=name: self._pressed.append(name))


def _window() -> QMainWindow | None:
    windows = QApplication.topLevelWidgets()
    return next((w for w in windows if isinstance(w, QMainWindow) and w.isVisible()), None)


def _focus() -> dict[str, Any] | None:
    """Tell what has the focus, and give it a number of its own."""
    widget = QApplication.focusWidget()
    if widget is None:
        return None
    return {
        "number": shiboken6.getCppPointer(widget)[0],
        "name": widget.accessibleName() or _text(widget).replace("&", ""),
        "button": isinstance(widget, QAbstractButton),
        "choice": isinstance(widget, QRadioButton),
        "chosen": isinstance(widget, QRadioButton) and widget.isChecked(),
        "top": widget.mapToGlobal(QPoint(0, 0)).y(),
        "shown": not widget.visibleRegion().isEmpty(),
    }


def _seen(window: QMainWindow) -> dict[str, Any]:
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    named = [each for each in shown if each.objectName() and not _of_qt(each)]
    return {
        "window": int(window.winId()),
        "title": window.windowTitle(),
        "texts": [each.text() for each in shown if isinstance(each, QLabel) and each.text()],
        "widgets": {each.objectName(): _described(each) for each in reversed(named)},
    }


def _of_qt(widget: QWidget) -> bool:
    return widget.objectName().startswith("qt_")


def _described(widget: QWidget) -> dict[str, Any]:
    place = _on_screen(widget, widget.rect())
    region = _on_screen(widget, widget.visibleRegion().boundingRect())
    under = QApplication.widgetAt(region.center())
    pane = _pane(widget)
    return {
        "place": place.getRect(),
        "seen": region.getRect(),
        "reachable": under is not None and (under is widget or widget.isAncestorOf(under)),
        "pane": _on_screen(pane, pane.rect()).getRect() if pane else None,
        "enabled": widget.isEnabled(),
        "focus": widget.hasFocus(),
        "primary": isinstance(widget, Button) and widget.primary,
        "text": _text(widget),
        "spoken": widget.accessibleName(),
        "link": widget.toolTip(),
    }


def _on_screen(widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(rect.x(), rect.y())), rect.size())


def _pane(widget: QWidget) -> QWidget | None:
    """Give the part of the window in which the widget can be scrolled."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent.viewport()
        parent = parent.parentWidget()
    return None


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.displayText()  # of a secret only the dots
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(text for text in labels if text)


def main() -> None:
    eye = Eye(socket.socket(fileno=int(sys.argv[1])))
    threading.Thread(target=eye.listen, daemon=True).start()
    sys.argv[1:] = sys.argv[2:]
    runpy.run_module("wizard", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
