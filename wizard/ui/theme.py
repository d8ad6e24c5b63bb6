"""Colours that carry meaning, for light and dark, and the few sizes of the window.

Everything else comes from the system's palette. Every tone has a contrast of at least 4.5 to 1 on
each ground it stands on (WCAG 2.1, 1.4.3); tests/ui/test_theme.py computes it.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

GRID = 8  # px; every distance is a multiple of half of it
FIELD = 28  # px, the least height of a line to type in
BOLD = QFont.Weight.DemiBold


class Tone(StrEnum):
    """What a colour says. No colour stands without an icon and a word."""

    MET = "met"
    MISSING = "missing"
    UNKNOWN = "unknown"
    EXCESS = "excess"
    TODO = "todo"
    ACCENT = "accent"
    PRACTICE = "practice"


LIGHT = {
    Tone.MET: "#146c2e",
    Tone.MISSING: "#b3261e",
    Tone.UNKNOWN: "#7a4d00",
    Tone.EXCESS: "#5b3fb0",
    Tone.TODO: "#565d68",
    Tone.ACCENT: "#0b57a4",
    Tone.PRACTICE: "#86196f",
}
DARK = {
    Tone.MET: "#7ddc96",
    Tone.MISSING: "#ffaaa1",
    Tone.UNKNOWN: "#f3c35f",
    Tone.EXCESS: "#c5b5ff",
    Tone.TODO: "#bcc2cb",
    Tone.ACCENT: "#9cc8ff",
    Tone.PRACTICE: "#f2a8e2",
}


def is_dark(palette: QPalette) -> bool:
    """Tell whether this palette is a dark one: the palette is what is really painted with."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def colour(tone: Tone, palette: QPalette) -> QColor:
    """Give the colour of a tone that can be read on this palette."""
    return QColor((DARK if is_dark(palette) else LIGHT)[tone])


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """Give `share` (0 to 1) of one colour in the other."""
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


def surface(palette: QPalette) -> QColor:
    """Give the ground of a card: the palette's own for text."""
    return palette.color(QPalette.ColorRole.Base)


def tint(tone: Tone, palette: QPalette) -> QColor:
    """Give the ground of a strip in this tone."""
    return mix(colour(tone, palette), surface(palette), 0.10 if is_dark(palette) else 0.07)


def line(palette: QPalette) -> QColor:
    """Give the colour of a thin border."""
    text = palette.color(QPalette.ColorRole.WindowText)
    return mix(text, palette.color(QPalette.ColorRole.Window), 0.20)


def muted(palette: QPalette) -> QColor:
    """Give the colour of text of the second rank."""
    text = palette.color(QPalette.ColorRole.WindowText)
    return mix(text, palette.color(QPalette.ColorRole.Window), 0.72)


def button_fill(palette: QPalette) -> QColor:
    """Give the colour to fill Fusion's primary button with: Fusion lightens it when it draws."""
    return QColor("#9cc8ff" if is_dark(palette) else "#08467f")


def on_fill(palette: QPalette) -> QColor:
    """Give the colour of text on that fill."""
    return QColor("#06213d" if is_dark(palette) else "#ffffff")


def monospaced(like: QFont) -> QFont:
    """Give the system's monospaced face in the size of `like`, for ids and addresses."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(like.pointSizeF())
    return font


def scaled(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give the font in another size and weight."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * factor)
    other.setWeight(weight)
    return other
