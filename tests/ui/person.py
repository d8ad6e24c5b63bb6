"""A person at the window: sees what is visible, clicks and types, and waits for the window."""

import asyncio
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from tests.ui.fakes import World
from wizard.setup.watch import Pace
from wizard.ui.ports import Helper, Preferences
from wizard.ui.services import Services
from wizard.ui.widgets.buttons import Button
from wizard.ui.window import Window

W = TypeVar("W", bound=QWidget)


class Person:
    """Somebody who uses the window as a person does: nothing hidden or disabled can be clicked."""

    def __init__(
        self,
        world: World,
        *,
        practice: bool = False,
        helper: Helper | None = None,
        preferences: Preferences | None = None,
        pace: Pace | None = None,
    ):
        self.world = world
        self.practised = 0
        self.window = Window(
            Services(
                profiles=lambda: world.profiles,
                records=world.records,
                open_flow=world.open_flow,
                practice=practice,
                helper=helper,
                open_url=world.opened.append,
                person="anna",
                open_practice=self._practise,
                remove=world.remove,
                own_profiles=lambda: world.own,
                preferences=preferences,
                schedule=lambda: world.schedule,
                exchange=lambda: world.exchange,
                pace=pace,
            )
        )
        self.window.show_home()
        self.window.show()

    async def begin(self, profile: str) -> None:
        """Begin a new setup from home."""
        await self.click("new-setup")
        await self.click(f"card:{profile}")
        await self.click("next")

    async def go(self, step: str) -> None:
        """Go to a step through the list at the side."""
        await self.click(f"step:{step}")

    async def find_instance(self) -> None:
        """Answer the first page."""
        await self.enter("input:address", "https://acme.halopsa.com")
        await self.click("check")
        assert "web" in self.world.flow.state.answers or self.sees("error")

    async def click(self, name: str) -> None:
        """Click what carries this name, after scrolling to it, and wait until the window rests."""
        self.press(name)
        await self.rest()

    def press(self, name: str) -> None:
        """Click, and do not wait."""
        widget = self.see(name)
        assert widget.isEnabled(), f"{name} is disabled"
        self._scroll_to(widget)
        where = QPoint(min(12, widget.width() // 2), widget.height() // 2)
        spot = self.window.mapFromGlobal(widget.mapToGlobal(where))
        assert self.window.rect().contains(spot), f"{name} is outside the window"
        hit = self.window.childAt(spot)
        assert hit is not None
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(self.window, spot))

    async def enter(self, name: str, text: str) -> None:
        """Replace what stands in a field by pasting."""
        field = self.see(name, QLineEdit)
        self._scroll_to(field)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QApplication.clipboard().setText(text)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    async def key(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        await self.rest()

    async def rest(self) -> None:
        """Wait until the window does nothing any more."""
        for _ in range(3):  # a step may schedule another one, such as the check of a screen
            await asyncio.sleep(0)
            await self.window.bridge.settled()
        QApplication.sendPostedEvents(None, 0)
        self.window.activateWindow()
        while self.window.isVisible() and not self.window.isActiveWindow():  # noqa: ASYNC110
            await asyncio.sleep(0)
        await asyncio.sleep(0)

    def see(self, name: str, kind: type[W] = QWidget) -> W:
        """Give what carries this name and is visible."""
        shown = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert shown, f"{name} is not to be seen; there is {sorted(self.names())}"
        assert len(shown) == 1, f"{name} is there {len(shown)} times"
        return shown[0]

    def sees(self, name: str) -> bool:
        """Tell whether something of this name is visible."""
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))

    def names(self) -> set[str]:
        """Give the names of all that is visible."""
        every = self.window.findChildren(QWidget)
        return {each.objectName() for each in every if each.isVisible() and each.objectName()}

    def reads(self, name: str) -> str:
        """Give the text of a label or button."""
        widget = self.see(name)
        if isinstance(widget, Button):
            return widget.text().replace("&", "")
        text = widget.accessibleName()
        assert text
        return text

    def page_text(self) -> str:
        """Give all text on the window."""
        labels = [each for each in self.window.findChildren(QLabel) if each.isVisible()]
        fields = [each for each in self.window.findChildren(QLineEdit) if each.isVisible()]
        shown = [each.text() for each in labels] + [each.displayText() for each in fields]
        return "\n".join(shown)

    async def leave(self) -> None:
        """Close the window, for good."""
        self.window.close()
        await self.rest()
        self.window.close()
        await self.window.finish()
        self.window.deleteLater()
        await asyncio.sleep(0)

    def _scroll_to(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget, 0, 24)
            parent = parent.parentWidget()

    def _practise(self) -> None:
        self.practised += 1


def visible_part(widget: QWidget) -> QRect:
    """Give the part of a widget that is not hidden by what is around it."""
    return widget.visibleRegion().boundingRect()
