"""The real window in a process of its own, and a person in front of it."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.end_to_end.display import Display

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 20.0  # seconds for anything to appear
_PAUSE = 0.01  # seconds between two looks
_DOT = "\u25cf"
_ROW = re.compile(r"(.*): ([a-z ]+), the guide asks (.*?)(?:, Halo has (.*))?$")


@dataclass(frozen=True)
class Part:
    """A named widget as it is seen. Places are (x, y, width, height) on the screen."""

    place: tuple[int, int, int, int]
    seen: tuple[int, int, int, int]
    reachable: bool
    pane: tuple[int, int, int, int] | None
    enabled: bool
    focus: bool
    primary: bool
    text: str
    spoken: str
    link: str

    @property
    def whole(self) -> bool:
        """Tell whether nothing of it is cut off."""
        return self.reachable and self.seen == self.place

    @property
    def middle(self) -> tuple[int, int]:
        x, y, width, height = self.seen
        return x + width // 2, y + height // 2


@dataclass(frozen=True)
class Focus:
    """What has the focus: what it is called, and whether it can be pressed, or be chosen."""

    number: int
    name: str
    button: bool
    choice: bool
    chosen: bool
    top: int
    shown: bool


@dataclass(frozen=True)
class Row:
    """A row of the page's table, as a screen reader tells it."""

    label: str
    state: str
    asks: str
    found: str


def told_row(name: str) -> Row | None:
    """Read a row out of what a screen reader is told; None if it is none."""
    told = _ROW.fullmatch(name)
    return Row(*(each or "" for each in told.groups())) if told else None


class Seen:
    """One look at the window."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.window: int | None = told.get("window")
        self.title: str = told.get("title", "")
        self.texts: list[str] = told.get("texts", [])
        self.clicks: int = told["clicks"]
        self.pressed: list[str] = told["pressed"]
        self.focus = Focus(**told["focus"]) if told["focus"] else None
        self.parts = {
            name: Part(**{key: _tuple(value) for key, value in part.items()})
            for name, part in told.get("widgets", {}).items()
        }

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def __getitem__(self, name: str) -> Part:
        return self.parts[name]

    @property
    def busy(self) -> bool:
        """Tell whether something runs: it can be cancelled, or what would start it is off."""
        helps = self.parts.get("do-it")
        return "cancel" in self or (helps is not None and not helps.enabled)

    def names(self, prefix: str) -> list[str]:
        """Give what follows the prefix in the names of the parts that have it."""
        return [name.removeprefix(prefix) for name in self.parts if name.startswith(prefix)]

    @property
    def rows(self) -> list[Row]:
        """Give the rows of the table from top to bottom."""
        parts = [self[f"row:{name}"] for name in self.names("row:")]
        spoken = [part.spoken for part in sorted(parts, key=lambda part: part.place[1])]
        return [row for row in map(told_row, spoken) if row is not None]

    @property
    def step(self) -> str:
        """Give the id of the step that the window shows, "" outside a setup."""
        steps = self.names("step:")
        here = (each for each in steps if self[f"step:{each}"].spoken.endswith(", this page"))
        return next(here, "")

    def standing(self, step: str) -> str:
        """Give the word of a step in the list at the side, such as "done"."""
        return self[f"step:{step}"].spoken.partition(": ")[2].removesuffix(", this page")


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class RealWindow:
    """`python -m wizard practice` on a display, seen and used as by a person."""

    def __init__(
        self, display: Display, environment: dict[str, str], folder: Path, *options: str
    ) -> None:
        """`folder` takes what the program prints."""
        self.display = display
        self.output = folder / f"output-{time.monotonic_ns()}.txt"
        mine, its = socket.socketpair()
        mine.settimeout(_PATIENCE)
        with self.output.open("wb") as output, its:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.end_to_end.program", str(its.fileno()), *options],
                cwd=ROOT,
                env=environment | display.environment | {"PYTHONFAULTHANDLER": "1"},
                pass_fds=[its.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._socket = mine
        self._answers = mine.makefile()
        try:
            seen = self.until(lambda seen: "new-setup" in seen, "the home page")
            assert seen.window is not None
            display.focus(seen.window)
        except BaseException:
            self.kill()
            raise

    # -- seeing -----------------------------------------------------------------------------

    def look(self) -> Seen:
        """Look at the window."""
        return Seen(self._ask("look"))

    def focus(self) -> Focus | None:
        """Look for nothing but the focus, which is quick."""
        return Seen(self._ask("focus")).focus

    def until(self, holds: Callable[[Seen], bool], what: str) -> Seen:
        """Look until something holds."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            seen = self.look()
            if holds(seen):
                return seen
            if time.monotonic() > deadline:
                raise AssertionError(f"not seen: {what}. Seen: {seen.texts}")
            time.sleep(_PAUSE)

    def idle(self) -> Seen:
        """Look until nothing runs any more."""
        return self.until(lambda seen: not seen.busy, "an end of the work")

    def error(self) -> str:
        """Unfold the details of the problem on the page and give all it says."""
        self.until(lambda seen: "error" in seen, "a problem on the page")
        self.click("error-details")
        return self.look()["error"].text

    # -- doing ------------------------------------------------------------------------------

    def click(self, name: str) -> Seen:
        """Click the middle of a part, scrolling to it first; give what is seen afterwards."""
        part = self._bring(name)
        before = self.look().clicks
        self.display.click(*part.middle)
        self.until(lambda seen: seen.clicks > before, f"the click on {name}")
        return self.idle()

    def enter(self, name: str, text: str) -> None:
        """Click into a field and type over what it holds."""
        part = f"input:{name}"
        self.click(part)
        self.until(lambda seen: seen[part].focus, f"the focus in {part}")
        self.display.press("ctrl+a", "BackSpace")
        self.until(lambda seen: not seen[part].text, f"{part} empty")
        self.display.type(text)
        shown = (text, _DOT * len(text))  # a secret shows as dots
        self.until(lambda seen: seen[part].text in shown, f"the text in {part}")

    def begin(self, profile: str) -> Seen:
        """Begin a new setup from the home page."""
        self.click("new-setup")
        self.click(f"card:{profile}")
        return self.next()

    def resume(self) -> Seen:
        """Go on with the one setup of the home page that is not finished."""
        (setup,) = self.look().names("go-on:")
        self.click(f"go-on:{setup}")
        return self.until(lambda seen: seen.step != "", "the setup")

    def go(self, step: str) -> Seen:
        """Choose a step in the list at the side."""
        self.click(f"step:{step}")
        return self.until(lambda seen: seen.step == step, f"the step {step}")

    def check(self) -> Seen:
        """Check the step, and see that the check itself came to its end."""
        seen = self.click("check")
        assert "error" not in seen, seen["error"].text
        return seen

    def next(self) -> Seen:
        """Go on, and wait for the next step."""
        before = self.look().step
        self.click("next")
        return self.until(lambda seen: seen.step not in (before, ""), f"the step after {before}")

    def kill(self) -> None:
        """Kill the program without a warning."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)
        self._let_go()

    def close(self) -> int:
        """Close the window and give the program's exit code."""
        self._socket.sendall(b"close\n")
        code = self.process.wait(_PATIENCE)
        self._let_go()
        return code

    # -- inside -----------------------------------------------------------------------------

    def _bring(self, name: str) -> Part:
        """Scroll until the whole part is seen, and stands still."""
        before: Part | None = None

        def still(seen: Seen) -> bool:
            nonlocal before
            part = seen.parts.get(name)
            if part is not None and part.enabled and part.pane and not part.whole:
                self._scroll(part)
            same, before = part is not None and part == before, part
            return same and part is not None and part.whole and part.enabled

        return self.until(still, f"{name}, ready to be clicked")[name]

    def _scroll(self, part: Part) -> None:
        assert part.pane is not None
        x, y, width, height = part.pane
        way = "up" if part.place[1] < y else "down"
        self.display.turn_wheel(x + width // 2, y + height // 2, way)

    def _ask(self, question: str) -> dict[str, Any]:
        try:
            self._socket.sendall(f"{question}\n".encode())
            line = self._answers.readline()
        except OSError:
            line = ""
        if not line:
            raise AssertionError(f"the program gives no answer: {self.output.read_text()}")
        told: dict[str, Any] = json.loads(line)
        return told

    def _let_go(self) -> None:
        self._answers.close()
        self._socket.close()
