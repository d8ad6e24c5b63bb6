"""Taking a widget out of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Take a widget away now, and delete it when no event needs it any more.

    Hidden first: a layout shows what was just added to it a moment later, and a widget that has
    lost its parent until then would flash up as a window of its own.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
