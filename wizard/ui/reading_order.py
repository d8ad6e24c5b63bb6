"""The order of reading, for the Tab key: as things stand, not as they came to be.

Qt's own order is the order of birth: a page that is shown later, and every row that is drawn anew,
would come after the buttons at the foot of the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def stops(root: QWidget) -> list[QWidget]:
    """Give what Tab stops at inside a widget, from the first to the last."""
    return [each for each in _read(root) if _takes_tab(each)]


def step(root: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """Give the stop after this one, or before; around the end. None where there is no stop."""
    every = list(_read(root))
    way = every if forward else every[::-1]
    place = way.index(here) + 1 if here in way else 0
    return next((each for each in way[place:] + way[:place] if _takes_tab(each)), None)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to a widget, whatever scrolls around it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _read(widget: QWidget) -> Iterator[QWidget]:
    """Give a widget and all that is seen in it.

    It goes by where things stand, not by the layouts: Python may hold an item of a layout longer
    than Qt does, and then crashes.
    """
    yield widget
    inside = [each for each in widget.children() if isinstance(each, QWidget)]
    shown = [each for each in inside if each.isVisible() and not each.isWindow()]
    for each in sorted(shown, key=cmp_to_key(_earlier)):
        yield from _read(each)


def _earlier(one: QWidget, other: QWidget) -> int:
    """Compare two neighbours: line by line, and in a line from left to right."""
    here, there = one.geometry(), other.geometry()
    same_line = here.top() <= there.bottom() and there.top() <= here.bottom()
    return here.left() - there.left() if same_line else here.top() - there.top()


def _takes_tab(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus
    if widget.focusProxy() is not None:
        return False  # another one takes it, and has its own turn
    return bool(widget.focusPolicy() & by_tab) and widget.isVisible() and widget.isEnabled()
