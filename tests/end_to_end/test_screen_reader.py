"""Each guide goes through for somebody who hears the window: by AT-SPI, and by nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.end_to_end.browser import Browser
from tests.end_to_end.by_hand import ByHand
from tests.end_to_end.conftest import Workstation
from tests.end_to_end.outcome import assert_finished
from tests.end_to_end.person import ADMINISTRATOR, go_through
from tests.end_to_end.screen_reader import ScreenReader, Told
from tests.end_to_end.walks import PROFILES

_CONTROLS = ("push button", "toggle button", "radio button", "check box", "text", "password text")
DOT = "\u25cf"
SECRET = "8f1f2a39-6d2a-4f54"
_UNJUDGED = "not checked"


@pytest.fixture
def reader(workstation: Workstation) -> Iterator[ScreenReader]:
    listener = ScreenReader(workstation)
    yield listener
    listener.end()


@pytest.mark.parametrize("profile", [each for each in PROFILES if each != "liongard"])
def test_a_guide_goes_through_by_ear(workstation, reader, profile):
    go_through(reader, profile, lambda _: False)
    assert [(told.here, each) for told in reader.pages for each in untold(told)] == []
    rows = {(row.state, counted(row.found)) for told in reader.pages for row in told.rows}
    reader.go_on("Finish")
    assert reader.offers("Check again")
    assert list(untold(reader.told)) == []
    assert_finished(workstation, profile)
    (setup,) = workstation.setups()
    for step in set(setup.findings) - {"proof"}:  # which tells what it found under its own heads
        for finding in setup.findings[step]:
            word = "confirmed" if finding.requirement in setup.confirmed else finding.state.value
            found = finding.found or "nothing known"
            assert (word, counted(found)) in rows, (finding, rows)
    for secret in workstation.secrets().values():
        assert not [words for words in reader.everything if secret in words]


def test_liongard_goes_through_by_hand_and_ear(workstation, reader):
    with closing(Browser()) as browser:
        person = ByHand(Hands(reader), browser, lambda: workstation.opened)  # type: ignore[arg-type]

        def work(step: str) -> bool:
            person.work(_STEPS.get(step, ""))
            return step != "Instance"  # nothing else tells where the practice instance is

        go_through(reader, "liongard", work)
    reader.go_on("Finish")
    assert_finished(workstation, "liongard")
    told = [words for told in reader.pages for words in told.words]
    for secret in workstation.secrets().values():
        assert not [words for words in told if secret in words]


def test_a_secret_that_is_typed_or_pasted_is_not_told(workstation, reader):
    go_to_the_first_secret(reader)
    press, type_ = workstation.display.press, workstation.display.type
    reader.focus("Client ID")
    type_(SECRET)
    # What is typed elsewhere is told, as it must be.
    reader.until(lambda _: told_by_itself(reader).endswith(SECRET), "the text in Client ID")
    press("ctrl+a", "ctrl+x")
    reader.until(lambda told: SECRET not in told.words, "the text, taken out again")
    reader.focus("Client Secret")
    reader.heard.clear()
    for number, enter in enumerate((lambda: press("ctrl+v"), lambda: type_(SECRET)), 1):
        enter()
        shown = DOT * len(SECRET) * number
        reader.until(lambda told, shown=shown: shown in told.words, f"{len(shown)} dots")
    reader.until(lambda _: len(told_by_itself(reader)) >= len(shown), "each of them by itself")
    assert set(told_by_itself(reader)) == {DOT}


def go_to_the_first_secret(reader: ScreenReader) -> None:
    reader.press("New setup")
    reader.choose("Liongard")
    reader.go_on("Start")
    reader.let_it_work()
    reader.check("Find")
    reader.go_on("Next")
    reader.choose(ADMINISTRATOR)
    reader.go_on("Next")


def told_by_itself(reader: ScreenReader) -> str:
    return "".join(words for kind, words in reader.heard if kind == "text")


def counted(found: str) -> str:
    """Leave out numbers: a later look may have counted more than the one that was told."""
    return re.sub("[0-9]+", "#", found)


def untold(told: Told) -> Iterator[str]:
    """Give what cannot be made out by ear on a page."""
    for node in told.nodes:
        if "focusable" in node.states and not node.name.strip():
            yield f"no name: {node}"
        if "<qt>" in node.name + node.description:
            yield f"markup: {node}"
        if node.role in _CONTROLS and node.name == node.description:
            yield f"said twice: {node}"
        if node.role == "password text" and node.text.strip(DOT):
            yield f"a secret: {node.name}"
    for row in told.rows:
        if not (row.label and row.state and row.asks):
            yield f"half a row: {row}"
        if row.state != _UNJUDGED and not row.found:
            yield f"nothing found: {row}"


_STEPS = {
    "Wizard's access": "admin_application",
    "Agent": "agent",
    "Permissions": "permissions",
    "Teams": "teams",
    "Application": "application",
    "Id and secret": "credentials",
    "Scopes": "scopes",
}


class Hands:
    """Lets somebody who knows the window by its parts work by ear."""

    _FIELDS = {
        "client_id": "Client ID",
        "client_secret": "Client Secret",
        "admin_client_id": "Client ID",
        "admin_client_secret": "Client Secret",
    }

    def __init__(self, reader: ScreenReader) -> None:
        self._reader = reader

    def look(self) -> Told:
        return self._reader.look()

    def until(self, holds, what):
        return self._reader.until(holds, what)

    def click(self, name: str) -> None:
        self._reader.press({"open-in-halo": "Open in HaloPSA"}[name])

    def enter(self, name: str, text: str) -> None:
        self._reader.write(self._FIELDS[name], text)
