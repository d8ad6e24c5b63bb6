"""The order of reading, for the Tab key: as things were laid out, not as they came to be.

Qt's own order is the order of birth: a page that is shown later, and every row that is drawn anew,
would come after the buttons at the foot of the window.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


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
    """Give a widget and all that is laid out in it."""
    yield widget
    layout = widget.layout()
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _read(inside)
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item else None
        inner = item.layout() if item else None
        if widget is not None:
            yield from _read(widget)
        elif inner is not None:
            yield from _laid_out(inner)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & by_tab) and widget.isVisible() and widget.isEnabled()
