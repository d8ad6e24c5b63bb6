"""Whoever works with the keyboard sees where they are: each control changes clearly with focus."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from tests.ui import palettes
from tests.ui.scenes import SCENES, Studio, settle
from tests.ui.test_theme import contrast

pytestmark = pytest.mark.anyio

CLEAR = 3.0  # to 1, between with and without focus (WCAG 2.2, 2.4.13)
AROUND = 4  # px around a control that belong to its mark
PAGES = (
    "home-full",
    "choose-chosen",
    "permissions-some",
    "credentials-empty",
    "hand_over-met",
)


@pytest.fixture(autouse=True)
def _still(qapp: QApplication) -> Iterator[None]:
    """Let no text cursor blink."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@pytest.mark.parametrize("palette", [palettes.light, palettes.dark, palettes.night_sky])
@pytest.mark.parametrize("page", PAGES)
async def test_the_focus_can_be_seen(qapp: QApplication, page: str, palette) -> None:
    qapp.setPalette(palette())
    async with SCENES[page].shown() as studio:
        window = studio.window
        await active(window)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        met = []
        for control in controls(studio):
            into_sight(control)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            place = QRect(control.mapTo(window, control.rect().topLeft()), control.size())
            place = place.adjusted(-AROUND, -AROUND, AROUND, AROUND) & window.rect()
            focused = window.grab(place).toImage()
            control.clearFocus()
            without = window.grab(place).toImage()
            seen = changed(focused, without)
            assert seen >= control.width() + control.height(), (control.objectName(), seen)
            met.append(control)
        assert len(met) > 3


async def active(window: QWidget) -> None:
    """Wait until the window has the keyboard."""
    window.activateWindow()
    while not window.isActiveWindow():
        await settle()


def controls(studio: Studio) -> list[QWidget]:
    """Give everything that Tab stops at."""
    return [
        each
        for each in studio.window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each, QAbstractScrollArea)
    ]


def into_sight(control: QWidget) -> None:
    """Scroll to a control."""
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(control, 0, 40)
        parent = parent.parentWidget()


def changed(one: QImage, other: QImage) -> int:
    """Count the pixels that clearly differ."""
    pairs = Counter(zip(pixels(one), pixels(other), strict=True))
    return sum(
        number
        for (before, after), number in pairs.items()
        if before != after and contrast(QColor(before), QColor(after)) >= CLEAR
    )


def pixels(image: QImage) -> memoryview:
    """Give the colour of each pixel."""
    return memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")


async def test_the_mark_is_for_the_keyboard(qapp: QApplication) -> None:
    async with SCENES["home-full"].shown() as studio:
        window, ring = studio.window, studio.window._ring
        await active(window)
        assert not ring.isVisible()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert ring.isVisible()
        assert ring.widget() is QApplication.focusWidget()
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
        assert not ring.isVisible()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backtab)
        assert ring.isVisible()
        window.show_choice()  # the focus goes elsewhere without a key
        await settle()
        assert ring.widget() is QApplication.focusWidget()
