"""The program's own icons: single-colour SVG files, drawn in whatever colour stands out."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wizard.resource import resource

_SIZES = (16, 20, 24, 32)  # px
_RATIOS = (1.0, 2.0)  # device pixels a px


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))


def paint(painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
    """Draw an icon. Raises FileNotFoundError for a name that is not in resources/icons."""
    _renderer(name, colour.name()).render(painter, place)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str) -> QIcon:
    icon = QIcon()
    for size in _SIZES:
        for ratio in _RATIOS:
            pixmap = QPixmap(round(size * ratio), round(size * ratio))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            paint(painter, name, QColor(colour), QRectF(pixmap.rect()))
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            icon.addPixmap(pixmap)
    return icon


def icon(name: str, colour: QColor) -> QIcon:
    """Give an icon for a button, in this colour."""
    return _icon(name, colour.name())


def window_icon() -> QIcon:
    """Give the program's icon."""
    return _icon("halo-setup", "#000000")
