"""Colours that carry meaning, for light, dark and high contrast, and the few sizes of the window.

Everything else comes from the system's palette. Every tone, and text of the second rank, has a
contrast of at least 4.5 to 1 on each ground it stands on, and of 7 to 1 in high contrast (WCAG 2.1,
1.4.3 and 1.4.6), whatever palette the system gives: a tone that falls short on it is moved towards
black or white until it does not. tests/ui/test_theme.py computes it.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

GRID = 8  # px; every distance is a multiple of half of it
FIELD = 28  # px, the least height of a line to type in, and of a button
BOLD = QFont.Weight.DemiBold

ENOUGH = 4.5  # to 1
ENOUGH_IN_HIGH_CONTRAST = 7.0  # to 1
ENOUGH_FOR_EDGES = 3.6  # to 1; of these Fusion leaves the 3 of WCAG 2.1, 1.4.11


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
_STEPS = 20  # from a colour to black or white


def is_dark(palette: QPalette) -> bool:
    """Tell whether this palette is a dark one: the palette is what is really painted with."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def is_high_contrast(palette: QPalette) -> bool:
    """Tell whether the system asks for high contrast, or this palette is made for it.

    Such a palette has one ground for everything and a text that stands out from it; in all others
    the ground of text differs from that of the window or of a button.
    """
    hints = QGuiApplication.styleHints()  # in a name: without it PySide loses what belongs to it
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return True
    window = palette.color(QPalette.ColorRole.Window)
    one_ground = window == surface(palette) == palette.color(QPalette.ColorRole.Button)
    text = palette.color(QPalette.ColorRole.WindowText)
    return one_ground and contrast(text, window) >= ENOUGH_IN_HIGH_CONTRAST


def contrast(one: QColor, other: QColor) -> float:
    """Give the contrast of two opaque colours, 1 to 21 (WCAG 2.1)."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def colour(tone: Tone, palette: QPalette) -> QColor:
    """Give the colour of a tone that can be read on this palette."""
    start = _start(tone, palette)
    if is_high_contrast(palette):
        return _readable(start, ENOUGH_IN_HIGH_CONTRAST, palette)
    return _readable(start, ENOUGH, palette, tint(tone, palette), chosen(palette))


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
    ground = surface(palette)
    if is_high_contrast(palette):
        return ground
    return mix(_start(tone, palette), ground, 0.10 if is_dark(palette) else 0.07)


def chosen(palette: QPalette, *, share: float = 0.14) -> QColor:
    """Give the ground of the step that is shown, or with less of it, of one under the mouse."""
    window = palette.color(QPalette.ColorRole.Window)
    if is_high_contrast(palette):
        return window
    return mix(_start(Tone.ACCENT, palette), window, share)


def line(palette: QPalette) -> QColor:
    """Give the colour of a thin border."""
    text = palette.color(QPalette.ColorRole.WindowText)
    if is_high_contrast(palette):
        return text
    return mix(text, palette.color(QPalette.ColorRole.Window), 0.20)


def edge(palette: QPalette) -> QColor:
    """Give the colour of the edge of a field or button, which tells where it is."""
    if is_high_contrast(palette):
        return palette.color(QPalette.ColorRole.WindowText)
    return _readable(line(palette), ENOUGH_FOR_EDGES, palette)


def muted(palette: QPalette) -> QColor:
    """Give the colour of text of the second rank."""
    text = palette.color(QPalette.ColorRole.WindowText)
    if is_high_contrast(palette):
        return text
    softer = mix(text, palette.color(QPalette.ColorRole.Window), 0.72)
    return _readable(softer, ENOUGH, palette, *(tint(tone, palette) for tone in Tone))


def placeholder(palette: QPalette) -> QColor:
    """Give the colour of the example in an empty field; the system's own is often too faint."""
    ground = surface(palette)
    text = palette.color(QPalette.ColorRole.Text)
    if is_high_contrast(palette):
        return text
    return _readable(mix(text, ground, 0.60), ENOUGH, palette)


def button_fill(palette: QPalette) -> QColor:
    """Give the colour to fill Fusion's primary button with: Fusion lightens it when it draws."""
    if is_high_contrast(palette):
        return palette.color(QPalette.ColorRole.WindowText)
    return QColor("#9cc8ff" if is_dark(palette) else "#08467f")


def on_fill(palette: QPalette) -> QColor:
    """Give the colour of text on that fill."""
    if is_high_contrast(palette):
        return palette.color(QPalette.ColorRole.Window)
    return QColor("#06213d" if is_dark(palette) else "#ffffff")


def monospaced(like: QFont) -> QFont:
    """Give the system's monospaced face in the size of `like`, for ids and addresses."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - its enums take time

    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(like.pointSizeF())
    return font


def scaled(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give the font in another size and weight."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * factor)
    other.setWeight(weight)
    return other


def _start(tone: Tone, palette: QPalette) -> QColor:
    return QColor((DARK if is_dark(palette) else LIGHT)[tone])


def _readable(start: QColor, ratio: float, palette: QPalette, *more: QColor) -> QColor:
    """Move a colour away from the grounds until it can be read on the palette's own and on `more`.

    Where no colour can (a dark window with white fields), give the one that is read best.
    """
    grounds = (palette.color(QPalette.ColorRole.Window), surface(palette), *more)
    return QColor(_away(start.name(), ratio, tuple(ground.name() for ground in grounds)))


@lru_cache(maxsize=1024)
def _away(start: str, ratio: float, grounds: tuple[str, ...]) -> str:
    colours = [QColor(ground) for ground in grounds]

    def worst(tried: QColor) -> float:
        return min(contrast(tried, ground) for ground in colours)

    ends = sorted((QColor("#000000"), QColor("#ffffff")), key=worst, reverse=True)
    tried = start
    for step in range(_STEPS + 1):
        tried = mix(ends[0], QColor(start), step / _STEPS).name()
        if worst(QColor(tried)) >= ratio:
            break
    return tried


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(each) for each in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
