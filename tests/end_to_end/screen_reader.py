"""Somebody who hears the window and presses by name: all of it goes through AT-SPI.

The window runs as it is, in a process of its own; what is asked of it is asked from another one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.conftest import Workstation
from tests.end_to_end.person import CONFIRM, DO_IT, Here, here
from tests.end_to_end.window import ROOT, Row, told_row

_SYSTEM_PYTHON = "/usr/bin/python3"
_TELLING = {
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    "QT_LOGGING_RULES": "qt.accessibility.*=false",  # Qt complains of its own events
}
_PATIENCE = 60.0  # seconds for anything to be told
_HEARKEN = 0.05  # seconds to listen before the next look
_BUTTONS = ("push button", "toggle button")
_CHOICES = ("radio button", "check box")
_DONE = re.compile(r"\b\d+ done")
_FIELDS = ("text", "password text")


@dataclass(frozen=True)
class Node:
    """One thing that the window tells of."""

    place: int
    parent: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    text: str

    @property
    def usable(self) -> bool:
        return "sensitive" in self.states

    @property
    def writable(self) -> bool:
        return self.usable and "editable" in self.states and "read only" not in self.states


class Told:
    """All that one look gave."""

    def __init__(self, nodes: list[list[Any]]) -> None:
        self.nodes = [
            Node(place, parent, role, name, description, frozenset(states), text)
            for place, (parent, role, name, description, states, text) in enumerate(nodes)
        ]

    def of(self, roles: Collection[str], name: str = "") -> list[Node]:
        """Give what has one of these roles, and a name that begins so."""
        return [each for each in self.nodes if each.role in roles and each.name.startswith(name)]

    @property
    def here(self) -> Here | None:
        """Give the step that the list of steps calls this page."""
        return here(each.name for each in self.of(_BUTTONS))

    @property
    def rows(self) -> list[Row]:
        """Give the rows of the tables."""
        rows = (told_row(each.name) for each in self.of(("panel", "list item", "table row")))
        return [row for row in rows if row is not None]

    @property
    def folded(self) -> list[str]:
        """Give the names of the buttons that unfold rows that are done."""
        buttons = (each for each in self.of(_BUTTONS) if each.description == "folded")
        return [each.name for each in buttons if _DONE.search(each.name)]

    @property
    def words(self) -> list[str]:
        """Give every word there is."""
        return [each for node in self.nodes for each in (node.name, node.description, node.text)]


class ScreenReader:
    """Works in the window by what it tells.

    `told` is what it told when it was last asked, `heard` what it told by itself; `pages` is how
    each page was when it was left.
    """

    def __init__(self, workstation: Workstation) -> None:
        _need_a_reader()
        environment = workstation.environment | workstation.display.environment
        self._output = workstation.folder / "output" / "read-aloud.txt"
        with self._output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "wizard", "--log-level", "debug", "practice"],
                cwd=ROOT,
                env=environment | _TELLING,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._reader = subprocess.Popen(
            [_SYSTEM_PYTHON, str(Path(__file__).with_name("reader.py"))],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.told = Told([])
        self.heard: list[tuple[str, str]] = []
        self.pages: list[Told] = []
        self._since = 0
        try:
            self.until(lambda told: told.of(_BUTTONS, "New setup"), "the home page")
            workstation.display.focus(workstation.display.find("Halo Setup Wizard"))
        except BaseException:
            self.end()
            raise

    # -- hearing ----------------------------------------------------------------------------

    def look(self) -> Told:
        """Read the whole window."""
        deadline = time.monotonic() + _PATIENCE
        while "nodes" not in (answer := self._ask(do="look")):
            assert time.monotonic() < deadline, answer
        self.told = Told(answer["nodes"])
        return self.told

    def until(self, holds: Callable[[Told], object], what: str) -> Told:
        """Read the window until something holds."""
        deadline = time.monotonic() + _PATIENCE
        while not holds(told := self.look()):
            if time.monotonic() > deadline or self.process.poll() is not None:
                words = [word for word in told.words if word]
                heard = f"Heard: {self.heard[-20:]}"
                raise AssertionError(
                    f"never told: {what}. Told: {words}\n{heard}\n{self._printed()}"
                )
            self._listen(_HEARKEN)
        return told

    def hear(self, wanted: Callable[[str], object], what: str) -> None:
        """Wait for such an announcement since the last press."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            heard = self.heard[self._since :]
            if any(kind == "announcement" and wanted(words) for kind, words in heard):
                return
            assert time.monotonic() < deadline, f"never heard: {what}; but {heard}"
            self._listen(_HEARKEN)

    @property
    def everything(self) -> list[str]:
        """Give all words that were told so far: by the pages that were left, and by itself."""
        told = [words for page in self.pages for words in page.words]
        return told + [words for _, words in self.heard]

    # -- doing ------------------------------------------------------------------------------

    @property
    def primary(self) -> str:
        """Give the name of the button that the window urges to press."""
        buttons = self.told.of(_BUTTONS)
        return next((each.name for each in buttons if "is default" in each.states), "")

    def offers(self, name: str) -> bool:
        """Tell whether there is a button that can be pressed, whose name begins so."""
        return any(each.usable for each in self.told.of(_BUTTONS, name))

    def press(self, name: str) -> None:
        """Press a button."""
        self._act(_BUTTONS, name, "Press")

    def choose(self, name: str) -> None:
        """Choose one of several; it says then that it is chosen."""
        self._act(_CHOICES, name, "Toggle", "Press")

        def chosen(told: Told) -> bool:
            return any("checked" in each.states for each in told.of(_CHOICES, name))

        self.until(chosen, f"{name}, chosen")

    def write(self, name: str, text: str) -> None:
        """Replace the text of a field."""

        def written(told: Told) -> bool:
            fields = [each for each in told.of(_FIELDS, name) if each.writable]
            return bool(fields) and self._ask(do="write", node=fields[0].place, text=text)["done"]

        self.until(written, f"{name}, to be written in")

    def focus(self, name: str) -> None:
        """Put the keyboard into a field."""
        self._act(_FIELDS, name, "SetFocus")

        def there(told: Told) -> bool:
            return any("focused" in each.states for each in told.of(_FIELDS, name))

        self.until(there, f"the focus in {name}")

    def let_it_work(self) -> None:
        """Press "Do it for me" and wait until it says that it is done."""
        self.press(DO_IT)
        self.hear(lambda words: words.startswith("Done in the practice"), "that it is done")
        self.until(lambda _: self.offers(DO_IT), "an end of the work")

    def check(self, button: str) -> None:
        """Press the button that checks, and wait until it says that it has looked."""
        self.press(button)
        self.hear(lambda words: words.startswith("Checked"), "that it has looked")
        self.until(lambda _: self.offers(button), "an end of the check")

    def confirm(self) -> None:
        """Give one's word for a row, and wait until it says so."""
        before = len(self.told.of(_BUTTONS, CONFIRM))
        self.press(CONFIRM)
        self.until(lambda told: len(told.of(_BUTTONS, CONFIRM)) < before, "a confirmed row")
        self.look()  # the steps are read before the rows: they may have been told too early

    def unfold(self) -> None:
        """Unfold the rows that are done."""
        for fold in self.told.folded:
            self.press(fold)
            self.until(lambda told, fold=fold: fold not in told.folded, f"{fold}, unfolded")

    def go_on(self, button: str) -> None:
        """Press the button that goes on, and hear which page is next."""
        self.unfold()
        before = self.told
        self.pages.append(before)
        self.press(button)
        told = self.until(lambda told: told.here != before.here, f"what comes after {button}")
        self.hear(lambda words: words in told.words, "the name of the page")

    @property
    def here(self) -> Here:
        """Give the step that is shown, and how it stands."""
        assert self.told.here is not None
        return self.told.here

    def close(self) -> int:
        """Close the program as the system does at the end of a session; give its exit code."""
        self.process.terminate()
        code = self.process.wait(_PATIENCE)
        self.end()
        return code

    def end(self) -> None:
        """End program and reader, whatever they do."""
        for process in (self.process, self._reader):
            process.kill()
            process.wait(10)
        for stream in (self._reader.stdin, self._reader.stdout):
            assert stream is not None
            stream.close()

    # -- inside -----------------------------------------------------------------------------

    def _act(self, roles: Collection[str], name: str, *actions: str) -> None:
        def done(told: Told) -> bool:
            usable = [each for each in told.of(roles, name) if each.usable]
            return bool(usable) and any(
                self._ask(do="act", node=usable[0].place, action=action).get("done")
                for action in actions
            )

        self._listen(0)
        self._since = len(self.heard)
        if not done(self.told):
            self.until(done, f"{name}, to be pressed")

    def _listen(self, seconds: float) -> None:
        answer = self._ask(do="listen", seconds=seconds)
        self.heard += [(kind, words) for kind, words in answer["heard"]]

    def _ask(self, **order: object) -> dict[str, Any]:
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(json.dumps(order) + "\n")
        self._reader.stdin.flush()
        line = self._reader.stdout.readline()
        assert line, f"the reader has ended. {self._printed()}"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _printed(self) -> str:
        return self._output.read_text(errors="replace")[-2000:]


def _need_a_reader() -> None:
    asked = [_SYSTEM_PYTHON, "-c", "import pyatspi"]
    if shutil.which(_SYSTEM_PYTHON) and not subprocess.run(asked, check=False).returncode:
        return
    message = "no pyatspi: apt-get install -y at-spi2-core python3-pyatspi gir1.2-atspi-2.0"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
