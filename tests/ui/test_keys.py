"""Every page can be worked by keys: each control has its turn, as it is read, and in sight."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from tests.ui.fakes import World
from tests.ui.person import Person
from tests.ui.scenes import SCENES, WITH_ROWS, settle
from wizard.problems import problem
from wizard.ui.sidebar import StepButton
from wizard.ui.widgets.table import Table
from wizard.ui.window import Window

pytestmark = pytest.mark.anyio

_MOST = 300  # stops
# Pages with rows are alike; of one of them every state is walked through.
ALIKE = {f"{page}-" for page in WITH_ROWS if page != "teams"}
PAGES = [
    name
    for name in SCENES
    if not name.startswith(tuple(ALIKE)) or name.endswith(("-missing", "-busy"))
]


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_is_worked_by_keys(page: str) -> None:
    async with SCENES[page].shown() as studio:
        window = studio.window
        window.activateWindow()
        await settle()
        way = list(tabbed(window, Qt.Key.Key_Tab))
        assert [told(each) for each in controls(window) if each not in way] == []
        # Around the end, there is one step back to the top; every other one is a wrong turn.
        turns = [pair for pair in pairwise([*way, way[0]]) if not reads_on(window, *pair)]
        assert len(turns) <= 1, [(told(one), told(other)) for one, other in turns]
        back = list(tabbed(window, Qt.Key.Key_Backtab))
        assert back == [*reversed(way[:-1]), way[-1]]
        twice = {letter: count for letter, count in letters(window).items() if count > 1}
        assert twice == {}
        for each in way:
            assert_clear(each)


@pytest.mark.parametrize("begun", ["settling", "a look"])
async def test_tab_may_come_while_rows_are_brought_to_their_places(begun: str) -> None:
    async with SCENES["permissions-missing"].shown() as studio:
        window = studio.window
        window.resize(880, 420)
        window.activateWindow()
        await settle()
        table = window.findChild(Table)
        first = QApplication.focusWidget()
        for _ in range(_MOST):
            if begun == "settling":
                table._settle()
            else:
                window.in_place(table._settle)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            await settle()
            stop = QApplication.focusWidget()
            assert not stop.visibleRegion().isEmpty(), f"{told(stop)} has the focus out of sight"
            if stop is first:
                break
        assert stop is first


def assert_clear(widget: QWidget) -> None:
    """Assert that who cannot see it is told what it is, once, and without markup."""
    reader = QAccessible.queryAccessibleInterface(widget)
    name = reader.text(QAccessible.Text.Name)
    description = reader.text(QAccessible.Text.Description)
    assert name.strip(), (type(widget), widget.objectName())
    assert "<qt>" not in name + description, name
    assert name != description


def tabbed(window: Window, key: Qt.Key) -> Iterator[QWidget]:
    """Go around once with Tab; give each stop, the one to begin with as the last."""
    first = QApplication.focusWidget()
    assert first is not None
    for _ in range(_MOST):
        QTest.keyClick(QApplication.focusWidget(), key)
        stop = QApplication.focusWidget()
        assert stop is not None
        assert not stop.visibleRegion().isEmpty(), f"{told(stop)} has the focus out of sight"
        yield stop
        if stop is first:
            return
    raise AssertionError(f"Tab does not come back to {told(first)}")


def controls(window: Window) -> Iterator[QWidget]:
    """Give what can be used now, but for what the arrow keys lead to."""
    for each in window.findChildren(QWidget):
        usable = isinstance(each, QAbstractButton | QAbstractSpinBox | QComboBox | QLineEdit)
        inside_field = isinstance(each.parent(), QLineEdit | QAbstractSpinBox)
        by_arrows = isinstance(each, QRadioButton | StepButton)
        if usable and each.isVisible() and each.isEnabled() and not (inside_field or by_arrows):
            yield each


def area(window: Window, widget: QWidget) -> int:
    """Tell in which part of the window something is: top, steps, page, foot."""
    if window.footer.isAncestorOf(widget):
        return 3
    if window.sidebar.isAncestorOf(widget):
        return 1
    return 0 if widget.objectName() == "home" else 2


def reads_on(window: Window, one: QWidget, other: QWidget) -> bool:
    """Tell whether the other comes later: in a later part, to the right of it, or further down."""
    parts = area(window, one), area(window, other)
    if parts[0] != parts[1]:
        return parts[0] < parts[1]
    here, there = (QRect(each.mapToGlobal(QPoint(0, 0)), each.size()) for each in (one, other))
    return there.left() > here.right() or there.top() >= here.bottom()


def letters(window: Window) -> Counter[str]:
    """Count what the letters stand for that are pressed with Alt."""
    found = []
    for each in window.findChildren(QWidget):
        shortcut = isinstance(each, QAbstractButton) or (isinstance(each, QLabel) and each.buddy())
        if shortcut and each.isVisible():
            found += re.findall("&([^&])", each.text().replace("&&", ""))
    return Counter(letter.casefold() for letter in found)


def told(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


async def test_enter_presses_what_has_the_focus(person: Person, world: World) -> None:
    await person.begin("liongard")
    await person.find_instance()
    title = person.reads("title")
    person.see("copy:Version").setFocus()
    await person.key(Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == world.inspector.instance.version
    assert person.reads("title") == title
    person.see("input:tenant").setFocus()
    await person.key(Qt.Key.Key_Return)  # a field leaves it to the primary button
    assert person.reads("title") != title


async def test_arrows_lead_from_step_to_step_and_enter_goes_there(person: Person) -> None:
    await person.begin("liongard")
    await person.find_instance()
    person.see("step:instance").setFocus()
    for key, name in (
        (Qt.Key.Key_Up, "step:instance"),
        (Qt.Key.Key_Down, "step:connection"),
        (Qt.Key.Key_Down, "step:sign_in"),
        (Qt.Key.Key_Up, "step:connection"),
    ):
        await person.key(key)
        assert person.see(name).hasFocus()
    await person.key(Qt.Key.Key_Return)
    assert person.reads("title") == "Choose how the wizard may look"


async def test_escape_cancels_then_dismisses_and_leaves_nothing_else(
    person: Person, world: World
) -> None:
    await person.begin("liongard")
    world.inspector.gate = asyncio.Event()
    await person.enter("input:address", "https://acme.halopsa.com")
    person.press("check")
    await world.inspector.started.wait()
    await person.key(Qt.Key.Key_Escape)
    assert person.reads("status") == "Cancelled. What was found before stays."
    world.inspector.gate = None
    world.inspector.problem = problem("network.dns")
    await person.click("check")
    assert person.sees("error")
    await person.key(Qt.Key.Key_Escape)
    assert not person.sees("error")
    await person.key(Qt.Key.Key_Escape)
    assert person.reads("title") == "Find your HaloPSA"
