"""Palettes as systems have them: light, dark, black, and the contrast themes of Windows 11."""

from PySide6.QtGui import QColor, QPalette

Role = QPalette.ColorRole


def light() -> QPalette:
    """Give the light palette of Fusion."""
    return _palette("#efefef", "#ffffff", "#efefef", "#000000", "#308cc6", "#ffffff", "#bebebe")


def dark() -> QPalette:
    """Give a dark palette like that of the desktops."""
    return _palette("#2b2b2e", "#1f1f22", "#3a3a3e", "#f2f2f2", "#2f6fb5", "#ffffff", "#85858a")


def black() -> QPalette:
    """Give a dark palette with a black ground."""
    return _palette("#000000", "#000000", "#2b2b2e", "#f2f2f2", "#2f6fb5", "#ffffff", "#85858a")


def warm() -> QPalette:
    """Give a palette on which the usual tones fall short."""
    return _palette("#c8b79a", "#d8c8aa", "#c0ae90", "#1a1a1a", "#805020", "#ffffff", "#807050")


def night_sky() -> QPalette:
    """Give the contrast theme "Night sky"."""
    return _palette("#000000", "#000000", "#000000", "#ffffff", "#d6b4fd", "#2b2b2b", "#a6a6a6")


def aquatic() -> QPalette:
    """Give the contrast theme "Aquatic"."""
    return _palette("#202020", "#202020", "#202020", "#ffffff", "#8ee3f0", "#263b50", "#a6a6a6")


def dusk() -> QPalette:
    """Give the contrast theme "Dusk"."""
    return _palette("#2d3236", "#2d3236", "#2d3236", "#ffffff", "#a1bfde", "#212d3b", "#a6a6a6")


def desert() -> QPalette:
    """Give the contrast theme "Desert"."""
    return _palette("#fffaef", "#fffaef", "#fffaef", "#3d3d3d", "#903909", "#fff5e3", "#676767")


def white() -> QPalette:
    """Give black on white, as GNOME's high contrast."""
    return _palette("#ffffff", "#ffffff", "#ffffff", "#000000", "#000000", "#ffffff", "#595959")


USUAL = (light, dark, black, warm)
HIGH_CONTRAST = (night_sky, aquatic, dusk, desert, white)


def _palette(
    window: str, base: str, button: str, text: str, chosen: str, on_chosen: str, disabled: str
) -> QPalette:
    palette = QPalette()
    for colour, *roles in (
        (window, Role.Window, Role.AlternateBase),
        (base, Role.Base, Role.ToolTipBase),
        (button, Role.Button),
        (text, Role.WindowText, Role.Text, Role.ButtonText, Role.ToolTipText),
        (chosen, Role.Highlight, Role.Accent),
        (on_chosen, Role.HighlightedText),
    ):
        for role in roles:
            palette.setColor(role, QColor(colour))
    palette.setColor(Role.PlaceholderText, QColor(disabled))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(disabled))
    return palette
