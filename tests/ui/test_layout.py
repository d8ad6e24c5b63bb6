"""Long texts and small screens: nothing is cut off, nothing overlaps, nothing scrolls sideways."""

import itertools
import re
from collections.abc import Iterator
from html import unescape

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QFocusFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from tests.ui.long_texts import LONGER, lengthened
from tests.ui.scenes import SCENES, WITH_ROWS, settle
from wizard.language import speak
from wizard.ui.sidebar import StepButton
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Elided, Text

pytestmark = pytest.mark.anyio

BREAKS = re.compile("[\\s\u200b/]|(?<=-)")  # where a label may go on in the next line
SMALL = (880, 600)
SMALLEST = (910, 430)  # what a screen of 1366 × 768 at 150 % leaves to the window

# Of the pages that are alike, two states have the longest texts; one page is looked at in all.
ALIKE = {f"{page}-" for page in WITH_ROWS if page != "permissions"}
PAGES = [
    name
    for name in SCENES
    if not name.startswith(tuple(ALIKE)) or name.endswith(("-missing", "-error"))
]


@pytest.fixture
def long_texts() -> Iterator[None]:
    """Let the program speak a language whose texts are longer by three fifths."""
    speak(lengthened)
    yield
    speak(None)


@pytest.mark.parametrize("page", PAGES)
async def test_long_texts_have_their_place(long_texts: None, page: str) -> None:
    async with SCENES[page].shown() as studio:
        for size in (SMALL, SMALLEST):
            studio.window.resize(*size)
            await settle()
            assert (studio.window.width(), studio.window.height()) == size
            assert not (found := faults(studio.window)), "\n".join([str(size), *found])


@pytest.mark.parametrize("page", ["permissions-some", "credentials-no-keychain", "proof-error"])
async def test_at_the_smallest_size_the_page_still_has_room(page: str) -> None:
    async with SCENES[page].shown() as studio:
        studio.window.resize(studio.window.minimumSize())
        await settle()
        assert not (found := faults(studio.window)), "\n".join(found)
        assert studio.window._scroll.viewport().height() >= 200


@pytest.mark.parametrize(
    "page", ["home-error", "import-here", "schedule-none", "adopt-error", "proposal-keychain"]
)
async def test_what_stands_on_a_page_ends_in_one_line(page: str) -> None:
    async with SCENES[page].shown() as studio:
        ends = {
            card.mapTo(studio.window, card.rect().topRight()).x()
            for card in studio.window.findChildren(Card)
            if card.isVisible()
        }
        assert len(ends) == 1, ends


def test_a_text_grows_by_three_fifths() -> None:
    for text in ("&Next", "Not yet: {missing} of {total}", "Set the agent's permissions"):
        longer = lengthened(text)
        assert len(longer) >= LONGER * len(re.sub(r"\{\w+\}", "", text))
        assert longer.count("&") == text.count("&")
        assert re.findall(r"\{\w+\}", longer) == re.findall(r"\{\w+\}", text)


def faults(window: QWidget) -> list[str]:
    """Name everything that is cut off, overlaps or stands outside of what it stands in."""
    found = [
        f"scrolls sideways: {area.accessibleName()}"
        for area in visible(window, QScrollArea)
        if area.widget().width() > area.viewport().width()
    ]
    for each in visible(window, QWidget):
        if stands_out(each):
            found.append(f"outside of {each.parentWidget().rect().getRect()}: {told(each)}")
        if fault := cut(each):
            found.append(f"{fault}: {told(each)}")
        found += [f"overlap: {told(one)} and {told(other)}" for one, other in overlaps(each)]
    return found


def cut(widget: QWidget) -> str:
    """Tell how a widget is too small for what it says; "" if it is not."""
    if isinstance(widget, Elided):
        return ""  # it tells the rest in its tool tip
    if isinstance(widget, QLabel):
        return cut_label(widget)
    if isinstance(widget, QPushButton | QRadioButton | QToolButton):
        needed = widget.sizeHint().width() if widget.text() else 0
        return f"narrower than {needed}" if widget.width() < needed else ""
    if isinstance(widget, StepButton):
        elided = widget.width() < widget.sizeHint().width()
        told_all = widget.text() in unescape(widget.toolTip())
        return "elided without its name in the tool tip" if elided and not told_all else ""
    if isinstance(widget, QLineEdit) and not widget.text():
        example = widget.placeholderText()
        fits = widget.fontMetrics().horizontalAdvance(example) <= widget.width() - 12
        # A field with a description says it again beside it.
        return "" if fits or widget.accessibleDescription() else "its example is cut off"
    return ""


def cut_label(label: QLabel) -> str:
    """Tell how a label is too small; "" if it is not."""
    room = label.contentsRect().width()
    parts = BREAKS.split(label.text()) if label.wordWrap() else [label.text()]
    widest = max(parts, key=label.fontMetrics().horizontalAdvance)
    if label.fontMetrics().horizontalAdvance(widest) > room:
        return f"{widest} is wider than {room}"
    needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
    return f"lower than {needed}" if label.height() < needed else ""


def stands_out(widget: QWidget) -> bool:
    """Tell whether a widget is partly outside of its parent, without being scrolled there."""
    parent = widget.parentWidget()
    if parent is None or parent.objectName().startswith("qt_scrollarea"):
        return False
    room = parent.rect().adjusted(-1, -1, 1, 1)
    return not isinstance(widget, QFocusFrame) and not room.contains(widget.geometry())


def overlaps(parent: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Give the children that stand on each other."""
    if isinstance(parent, QLineEdit | QAbstractButton | QScrollArea):
        return
    children = [
        each
        for each in parent.children()
        if isinstance(each, QWidget)
        and each.isVisible()
        and not each.isWindow()
        and not isinstance(each, QFocusFrame)
    ]
    for one, other in itertools.combinations(children, 2):
        common = one.geometry() & other.geometry()
        if common.width() > 1 and common.height() > 1:
            yield one, other


def visible(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Give what of this kind is shown."""
    return [each for each in window.findChildren(kind) if each.isVisible()]


def told(widget: QWidget) -> str:
    """Name a widget for the reader of a failure."""
    said = widget.plain if isinstance(widget, Text) else widget.accessibleName()
    place = widget.geometry().getRect()
    return f"{type(widget).__name__} {widget.objectName()} {said[:60]!r} {place}"
