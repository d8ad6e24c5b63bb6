"""A connection that somebody broke: found, accepted for a while, and mended, by keys only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from tests.end_to_end.conftest import Workstation
from tests.end_to_end.keyboard import Keyboard, Way
from tests.end_to_end.person import go_through
from tests.end_to_end.screen_reader import ScreenReader
from wizard.practice.world import World
from wizard.profiles.catalog import Catalog
from wizard.setup.flow import new_state
from wizard.store.history import History
from wizard.store.records import SqliteRecords

ROW = "Agent's permissions: Tickets Access Level"


def take_right(workstation: Workstation) -> None:
    """Take a right from the agent in the practice instance, as if somebody had edited it."""
    world = World(workstation.home / "practice-instance.json")
    agent = world.state.agent_named("Liongard")
    assert agent is not None
    assert agent.claims["Tx"] != "1"
    world.put_agent(replace(agent, claims={**agent.claims, "Tx": "1"}))


def test_what_broke_is_found_accepted_and_mended_by_keyboard(workstation: Workstation) -> None:
    window = workstation.open()
    keyboard = Keyboard(window, Way.TAB_AND_SPACE)
    go_through(keyboard, "liongard", lambda _: False)
    keyboard.go_on("Finish")
    assert window.close() == 0
    take_right(workstation)
    (setup,) = workstation.setups()
    history = History(workstation.home / "practice.sqlite3")
    proofs = len(history.runs(setup.id))

    window = workstation.open()
    keyboard = Keyboard(window, Way.TAB_AND_SPACE)
    keyboard.press("Check again")
    said = "Needs a hand, 1 left, 1 changed"
    window.until(lambda seen: any(text.startswith(said) for text in seen.texts), said)
    workstation.picture("recheck-home")
    keyboard.press("Open")
    verdict(window, "Needs a hand: 1 thing changed since it was last good.")

    keyboard.press(f"Accept {ROW}")
    keyboard.write("Reason", "known until Friday")
    workstation.picture("recheck-accepting")
    keyboard.press("Accept it")
    verdict(window, "Holds, with 1 accepted change.")
    workstation.picture("recheck-accepted")
    (word,) = history.accepted(setup.id)
    assert word.reason == "known until Friday"
    keyboard.press(f"Take back: {ROW}")
    verdict(window, "Needs a hand: 1 thing changed since it was last good.")

    keyboard.press(f"Mend {ROW}")
    seen = window.until(lambda seen: seen.step == "permissions", "the step to mend")
    assert set(seen.names("step:")) == {"permissions", "proof"}
    workstation.picture("recheck-mending")
    keyboard.let_it_work()
    keyboard.check("Check now")
    keyboard.go_on("Next")
    window.until(lambda seen: not seen.busy and seen.standing("proof") == "done", "the proof")
    workstation.picture("recheck-proven")
    keyboard.press("Finish")
    verdict(window, "Mended: the connection works again, all 20 requirements are met.")
    assert [each.exit_code for each in history.runs(setup.id)][:2] == [0, 1]
    assert len(history.runs(setup.id)) == proofs + 2
    workstation.picture("recheck-mended")
    keyboard.press("Home")
    window.until(lambda seen: any("Mended today" in text for text in seen.texts), "Mended today")
    assert window.look().clicks == 0
    assert window.close() == 0


def verdict(window, sentence: str) -> None:
    """Wait until the page of the setup says this."""
    window.until(lambda seen: "verdict" in seen and seen["verdict"].spoken == sentence, sentence)


@pytest.fixture
def reader(workstation: Workstation) -> Iterator[ScreenReader]:
    records = SqliteRecords(workstation.home / "practice.sqlite3")
    for number, profile in enumerate(Catalog().all() * 3):
        address = f"http://127.0.0.1:{9000 + number}"
        state = new_state(profile, setup_id=f"s{number}", practice=True)
        records.save(state.with_(answers={"web": address}, finished=state.created))
    listener = ScreenReader(workstation)
    yield listener
    listener.end()


def test_the_list_is_told_row_by_row(reader: ScreenReader) -> None:
    told = reader.until(lambda told: told.of(("table cell",), "not checked: "), "the list")
    rows = [each.name for each in told.of(("table cell",), "not checked: ")]
    assert rows[0] == "not checked: Liongard at 127.0.0.1:9000, last checked: never"
    cells = {each.name for each in told.of(("table cell",))}
    assert {"Integration: Liongard", "Instance: 127.0.0.1:9000", "Last checked: never"} <= cells
    heads = {each.name for each in told.of(("column header", "table column header"))}
    assert {"State", "Integration", "Instance", "Left to do", "Last checked"} <= heads
    buttons = [each.name for each in told.of(("toggle button", "push button", "check box"))]
    assert "12 unknown" in buttons
