"""Colours: each can be read on every ground it stands on, whatever palette the system gives."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.ui import palettes
from wizard.ui import theme
from wizard.ui.widgets.buttons import Button

ENOUGH = 4.5  # to 1, WCAG 2.1, 1.4.3
ENOUGH_IN_HIGH_CONTRAST = 7.0  # to 1, 1.4.6

EVERY = [pytest.param(each, ENOUGH, id=each.__name__) for each in palettes.USUAL] + [
    pytest.param(each, ENOUGH_IN_HIGH_CONTRAST, id=each.__name__) for each in palettes.HIGH_CONTRAST
]


@pytest.fixture
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    """Give a palette, which is the system's for the time of the test."""
    before = qapp.palette()
    qapp.setPalette(request.param())
    yield qapp.palette()
    qapp.setPalette(before)


@pytest.mark.parametrize(("palette", "enough"), EVERY, indirect=["palette"])
def test_every_tone_can_be_read(palette: QPalette, enough: float) -> None:
    for tone in theme.Tone:
        text = theme.colour(tone, palette)
        grounds = (
            palette.color(QPalette.ColorRole.Window),
            theme.surface(palette),
            theme.tint(tone, palette),
            theme.chosen(palette),
            theme.chosen(palette, share=0.07),
        )
        for ground in grounds:
            assert contrast(text, ground) >= enough, (tone, text.name(), ground.name())


@pytest.mark.parametrize(("palette", "enough"), EVERY, indirect=["palette"])
def test_plain_and_muted_text_can_be_read(palette: QPalette, enough: float) -> None:
    grounds = [theme.tint(tone, palette) for tone in theme.Tone]
    grounds += [theme.surface(palette), palette.color(QPalette.ColorRole.Window)]
    for ground in grounds:
        assert contrast(palette.color(QPalette.ColorRole.WindowText), ground) >= enough
        assert contrast(theme.muted(palette), ground) >= enough
    assert contrast(theme.placeholder(palette), theme.surface(palette)) >= enough


@pytest.mark.parametrize(("palette", "enough"), EVERY, indirect=["palette"])
def test_the_primary_button_can_be_read_as_it_is_drawn(palette: QPalette, enough: float) -> None:
    button = Button("", "b")
    button.set_primary(True)
    button.resize(88, 28)
    picture = button.grab().toImage()
    for y in range(5, 23):
        assert contrast(theme.on_fill(palette), picture.pixelColor(44, y)) >= enough
    button.deleteLater()


@pytest.mark.parametrize("palette", palettes.HIGH_CONTRAST, indirect=True)
def test_high_contrast_is_noticed_and_has_clear_edges(palette: QPalette) -> None:
    assert theme.is_high_contrast(palette)
    window = palette.color(QPalette.ColorRole.Window)
    assert contrast(theme.line(palette), window) >= ENOUGH_IN_HIGH_CONTRAST
    assert {theme.tint(tone, palette).name() for tone in theme.Tone} == {window.name()}


@pytest.mark.parametrize("palette", palettes.USUAL, indirect=True)
def test_usual_palettes_are_no_high_contrast(palette: QPalette) -> None:
    assert not theme.is_high_contrast(palette)


@pytest.mark.parametrize("palette", [palettes.light, palettes.dark], indirect=True)
def test_on_usual_palettes_every_tone_is_as_in_the_table(palette: QPalette) -> None:
    table = theme.DARK if theme.is_dark(palette) else theme.LIGHT
    assert {tone: theme.colour(tone, palette).name() for tone in theme.Tone} == table


def test_the_contrast_of_known_colours() -> None:
    for one, other, known in (
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#b3261e", "#b3261e", 1.0),
    ):
        assert theme.contrast(QColor(one), QColor(other)) == pytest.approx(known, abs=0.01)
        assert contrast(QColor(one), QColor(other)) == pytest.approx(known, abs=0.01)


def contrast(one: QColor, other: QColor) -> float:
    """Give the contrast of two colours (WCAG 2.1), reckoned apart from the product."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(each) for each in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
