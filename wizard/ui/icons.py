"""The program's own icons: single-colour SVG files, drawn in whatever colour stands out."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wizard.resource import resource


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(text.encode())


def paint(painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
    """Draw an icon. Raises FileNotFoundError for a name that is not in resources/icons."""
    _renderer(name, colour.name()).render(painter, place)


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap((QSizeF(size, size) * ratio).toSize())  # rounded as Qt does when it asks
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, name, QColor(colour), QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colour: QColor, size: int, ratio: float) -> QIcon:
    """Give an icon for a button: `size` px, drawn for a screen with `ratio` device pixels a px."""
    return QIcon(_pixmap(name, colour.name(), size, ratio))


def window_icon() -> QIcon:
    """Give the program's icon; Qt draws it when the system asks, in the size that it asks for."""
    return QIcon(str(resource("icons", "halo-setup.svg")))
