"""Somebody who has no mouse: real key presses, and eyes to see where the focus is."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from enum import Enum

from tests.end_to_end.person import CONFIRM, DO_IT, Here, here
from tests.end_to_end.window import Focus, Part, RealWindow, Seen

_PATIENCE = 30.0  # seconds for a key to do what it is for
_MOST = 200  # stops on one page


class Way(Enum):
    """How somebody gets about: the keys that lead to a button, and the one that presses it."""

    TAB_AND_SPACE = "Tab", "space"
    BACKWARDS_AND_ENTER = "shift+Tab", "Return"
    LETTERS = "Tab", "space", "letters"
    ENTER = "Tab", "Return", "letters"  # for the primary button, from wherever the focus is


class Keyboard:
    """Works in the window by keys only."""

    def __init__(self, window: RealWindow, way: Way) -> None:
        self._window = window
        self._display = window.display
        self._way = way
        self._step, self._press, *_ = way.value

    # -- seeing -----------------------------------------------------------------------------

    @property
    def here(self) -> Here:
        """Give the step that is shown, and how it stands."""
        found = here(part.spoken for part in self._window.look().parts.values())
        assert found is not None
        return found

    @property
    def primary(self) -> str:
        """Give the name of the button that the window urges to press."""
        parts = self._window.look().parts.values()
        return next((each.text.replace("&", "") for each in parts if each.primary), "")

    def offers(self, name: str) -> bool:
        """Tell whether there is a button that can be pressed, whose name begins so."""
        return _named(self._window.look(), name) is not None

    # -- doing ------------------------------------------------------------------------------

    def press(self, name: str) -> None:
        """Press a button, and see that it was this one."""
        seen = self._until(lambda seen: _named(seen, name), f"{name}, to be pressed")
        key, part = _named(seen, name) or ("", None)
        assert part is not None
        letter = re.search("&([^&])", part.text)
        if self._way is Way.ENTER and part.primary and not _on_another_button(seen, name):
            self._display.press("Return")
        elif self._way in (Way.LETTERS, Way.ENTER) and letter:
            self._display.press(f"alt+{letter[1].lower()}")
        else:
            self._reach(lambda focus: focus.name.startswith(name), name)
            self._display.press(self._press)
        before = len(seen.pressed)
        now = self._until(lambda now: len(now.pressed) > before, f"{name}, pressed")
        assert now.pressed[before:] == [key], (now.pressed[before:], key)

    def choose(self, name: str) -> None:
        """Go to the choices, and with the arrow keys to the one."""
        self._reach(lambda focus: focus.choice, "a choice")
        focus = self._window.focus()
        while focus is not None and not focus.name.startswith(name):
            parts = self._window.look().parts.values()
            (card,) = (each for each in parts if each.enabled and each.spoken.startswith(name))
            focus = self._move("Down" if card.place[1] > focus.top else "Up", focus)
        if focus is not None and not focus.chosen:
            self._display.press("space")
        self._until(lambda seen: seen.focus and seen.focus.chosen, f"{name}, chosen")

    def write(self, name: str, text: str) -> None:
        """Go to a field and type over what it holds."""
        self._reach(lambda focus: focus.name == name, name)
        self._display.press("ctrl+a", "BackSpace")
        self._display.type(text)

    def let_it_work(self) -> None:
        """Press "Do it for me" and wait until it is done."""
        self.press(DO_IT)
        self._window.idle()

    def check(self, button: str) -> None:
        """Press the button that checks, and wait for what was found."""
        self.press(button)
        self._window.idle()

    def confirm(self) -> None:
        """Give one's word for a row, and see that it is taken."""
        before = len(self._window.look().names("undo:"))
        self.press(CONFIRM)
        self._until(lambda seen: len(seen.names("undo:")) > before, "a confirmed row")

    def go_on(self, button: str) -> None:
        """Press the button that goes on, and wait for the next step."""
        before = self._window.look()
        self.press(button)
        self._until(lambda seen: seen.step != before.step, f"what comes after {button}")
        self._window.idle()

    # -- inside -----------------------------------------------------------------------------

    def _reach(self, wanted: Callable[[Focus], bool], what: str) -> None:
        """Press the key that leads from stop to stop until the focus is there, and to be seen."""
        focus = self._window.focus()
        passed = []
        for _ in range(_MOST):
            if focus is not None and wanted(focus):
                self._until(lambda seen: seen.focus and seen.focus.shown, f"{what}, in sight")
                return
            passed.append(focus.name if focus else "nothing")
            focus = self._move(self._step, focus)
        raise AssertionError(f"no way to {what}; on it are {passed}")

    def _move(self, key: str, before: Focus | None) -> Focus | None:
        self._display.press(key)
        deadline = time.monotonic() + _PATIENCE
        while (now := self._window.focus()) is None or (before and now.number == before.number):
            assert time.monotonic() < deadline, f"{key} does not lead away from {before}"
        return now

    def _until(self, holds: Callable[[Seen], object], what: str) -> Seen:
        return self._window.until(lambda seen: bool(holds(seen)), what)


def _on_another_button(seen: Seen, name: str) -> bool:
    """Tell whether Enter presses something else here."""
    focus = seen.focus
    there = focus is not None and focus.name.startswith(name)
    return focus is not None and focus.button and not focus.choice and not there


def _named(seen: Seen, name: str) -> tuple[str, Part] | None:
    """Find a button that can be pressed by what it is called."""
    for key, part in seen.parts.items():
        called = part.spoken or part.text.replace("&", "")
        if part.enabled and called.startswith(name) and not key.startswith("input:"):
            return key, part
    return None
