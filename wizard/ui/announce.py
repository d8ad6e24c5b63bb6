"""Tells something to whoever listens to the window; who looks at it sees it anyway."""

from __future__ import annotations

from PySide6.QtCore import QObject


def announce(place: QObject, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say this; `urgent` lets it break off what it is saying."""
    from PySide6.QtGui import (  # noqa: PLC0415 - their enums take time, and nobody may listen
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(place, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
