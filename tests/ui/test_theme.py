"""Colours: each can be read on every ground it stands on, in light and in dark."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.ui.palettes import dark as dark_palette
from wizard.ui import theme
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.text import Text

ENOUGH = 4.5  # to 1, WCAG 2.1, 1.4.3


def light() -> QPalette:
    """Give the light palette of Fusion."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#efefef"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#000000"))
    return palette


def black() -> QPalette:
    """Give a palette with a black ground."""
    palette = dark_palette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    return palette


PALETTES = [light, dark_palette, black]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("tone", theme.Tone)
def test_every_tone_can_be_read(qapp: QApplication, tone: theme.Tone, palette) -> None:
    ground = palette()
    window = ground.color(QPalette.ColorRole.Window)
    text = theme.colour(tone, ground)
    for under in (
        window,
        theme.surface(ground),
        theme.tint(tone, ground),
        theme.mix(theme.colour(theme.Tone.ACCENT, ground), window, 0.14),  # the current step
    ):
        assert contrast(text, under) >= ENOUGH, under.name()


@pytest.mark.parametrize("palette", PALETTES)
def test_plain_and_muted_text_can_be_read_on_every_strip(qapp: QApplication, palette) -> None:
    ground = palette()
    plain = ground.color(QPalette.ColorRole.WindowText)
    under = [theme.tint(tone, ground) for tone in theme.Tone]
    under += [theme.surface(ground), ground.color(QPalette.ColorRole.Window)]
    for each in under:
        assert contrast(plain, each) >= ENOUGH
        assert contrast(theme.muted(ground), each) >= ENOUGH


@pytest.mark.parametrize("palette", [light, dark_palette])
def test_the_primary_button_can_be_read_as_it_is_drawn(qapp: QApplication, palette) -> None:
    before = qapp.palette()
    qapp.setPalette(palette())
    button = Button("", "b")
    button.set_primary(True)
    button.resize(88, 26)
    picture = button.grab().toImage()
    text = theme.on_fill(qapp.palette())
    for y in range(5, 21):
        assert contrast(text, picture.pixelColor(44, y)) >= ENOUGH
    qapp.setPalette(before)


def test_a_text_follows_the_system_from_light_to_dark(qapp: QApplication) -> None:
    before = qapp.palette()
    text = Text("missing", tone=theme.Tone.MISSING)
    text.show()
    try:
        for palette in (light(), dark_palette(), light()):
            qapp.setPalette(palette)
            qapp.processEvents()
            shown = text.palette().color(QPalette.ColorRole.WindowText)
            assert shown == theme.colour(theme.Tone.MISSING, palette)
    finally:
        qapp.setPalette(before)
        text.deleteLater()


def test_the_primary_button_follows_too(qapp: QApplication) -> None:
    before = qapp.palette()
    button = Button("Next", "next", icon="new")
    button.set_primary(True)
    button.show()
    try:
        for palette in (dark_palette(), light(), dark_palette(), light()):
            qapp.setPalette(palette)
            qapp.processEvents()
            shown = button.palette().color(QPalette.ColorRole.Button)
            assert shown == theme.button_fill(palette)
        button.set_primary(False)
        shown = button.palette().color(QPalette.ColorRole.Button)
        assert shown == qapp.palette().color(QPalette.ColorRole.Button)
    finally:
        qapp.setPalette(before)
        button.deleteLater()


def contrast(one: QColor, other: QColor) -> float:
    """Give the contrast of two colours (WCAG 2.1)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(each) for each in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
