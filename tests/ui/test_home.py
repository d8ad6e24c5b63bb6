"""Home and the choice of an integration."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from tests.ui.fakes import World, day, finding
from tests.ui.person import Person
from wizard.checks.findings import State
from wizard.problems import ProblemError, problem
from wizard.setup.state import SetupState

pytestmark = pytest.mark.anyio


def saved(setup_id: str = "old", profile: str = "liongard", **changes: object) -> SetupState:
    """Give a saved setup."""
    state = SetupState(setup_id, profile, False, day("2026-10-01"), step="permissions")
    answers = {"address": "https://acme.halopsa.com", "web": "https://acme.halopsa.com"}
    return state.with_(**{"answers": answers, **changes})


async def test_the_first_run_says_what_the_program_does_and_offers_a_start(person: Person) -> None:
    assert person.reads("title") == "Welcome"
    text = person.page_text()
    for line in ("What it does", "What it reads", "What it never does"):
        assert line in text
    assert person.see("new-setup").hasFocus()
    await person.click("practice")
    assert person.practised == 1


async def test_an_unfinished_setup_goes_on_where_it_was(world: World) -> None:
    world.records.save(saved())
    person = Person(world)
    assert "Liongard → acme.halopsa.com" in person.reads("setup:old")
    assert "Step 5 of 13: Set the agent's permissions · begun 2026-10-01" in person.page_text()
    await person.click("go-on:old")
    assert person.reads("title") == "Set the agent's permissions"
    assert world.flow.state.id == "old"
    await person.leave()


async def test_a_finished_setup_is_checked_again_at_its_proof(world: World) -> None:
    findings = {"proof": (finding("a"), finding("b", State.MISSING))}
    checked = {"proof": day("2026-10-02")}
    world.records.save(saved(finished=day("2026-10-02"), findings=findings, checked=checked))
    world.inspector.everything = ("a", "b")
    person = Person(world)
    assert "Not yet: 1 of 2 is missing · checked 2026-10-02" in person.page_text()
    await person.click("check-again:old")
    assert person.reads("title") == "Prove the connection"
    assert world.inspector.looks == 1
    assert person.reads("verdict") == "The connection works: all 2 requirements are met."
    await person.leave()


async def test_practice_and_real_setups_do_not_mix(world: World) -> None:
    world.records.save(saved())
    world.records.save(saved("played", practice=True))
    person = Person(world)
    assert person.sees("setup:old")
    assert not person.sees("setup:played")
    assert not person.sees("badge")
    await person.leave()
    player = Person(world, practice=True)
    assert player.sees("setup:played")
    assert not player.sees("setup:old")
    assert player.reads("badge") == "practice instance"
    await player.leave()


async def test_a_setup_without_its_profile_says_so(world: World) -> None:
    world.records.save(saved(profile="gone"))
    person = Person(world)
    assert "Its profile is not on this workstation." in person.page_text()
    assert not person.sees("go-on:old")
    await person.leave()


async def test_damaged_records_are_told(world: World) -> None:
    def broken() -> tuple[SetupState, ...]:
        raise ProblemError(problem("records.damaged"))

    world.records.all = broken  # type: ignore[method-assign]
    person = Person(world)
    assert "damaged" in person.reads("error")
    assert person.sees("new-setup")
    await person.leave()


async def test_the_choice_shows_what_is_needed_before_the_start(
    person: Person, world: World
) -> None:
    await person.click("new-setup")
    assert not person.see("next").isEnabled()
    await person.click("card:watchguard-cloud")
    text = person.page_text()
    assert "Before you start" in text
    assert "WatchGuard Cloud Beta programme" in text
    assert "seen 2026-" in text
    assert world.flows == []
    assert person.reads("next") == "Start"
    await person.click("next")
    assert world.flow.profile.id == "watchguard-cloud"


async def test_the_search_finds_by_every_word(person: Person) -> None:
    await person.click("new-setup")
    await person.enter("search", "projects TICKETS")
    shown = {name for name in person.names() if name.startswith("card:")}
    assert shown == {"card:perimeters", "card:topleft"}
    await person.enter("search", "nobody")
    assert "No integration of this name." in person.page_text()


async def test_what_the_search_hides_is_not_started(person: Person, world: World) -> None:
    await person.click("new-setup")
    await person.click("card:liongard")
    await person.enter("search", "tickets projects")
    assert not person.see("next").isEnabled()
    assert "Before you start" not in person.page_text()
    await person.key(Qt.Key.Key_Return)
    assert world.flows == []
    await person.enter("search", "")
    assert not person.see("card:liongard", QRadioButton).isChecked()


async def test_the_one_that_the_search_leaves_is_started_by_enter(
    person: Person, world: World
) -> None:
    await person.click("new-setup")
    await person.enter("search", "topleft")
    assert person.see("card:topleft", QRadioButton).isChecked()
    await person.key(Qt.Key.Key_Return)
    assert world.flow.profile.id == "topleft"


async def test_the_choice_works_without_a_mouse(person: Person, world: World) -> None:
    await person.click("new-setup")
    await person.key(Qt.Key.Key_Tab)  # from the search to the button beside it
    await person.key(Qt.Key.Key_Tab)  # and on to the first card
    await person.key(Qt.Key.Key_Down)
    await person.key(Qt.Key.Key_Space)
    assert person.see("card:perimeters", QRadioButton).isChecked()
    await person.key(Qt.Key.Key_Return)
    assert world.flow.profile.id == "perimeters"


async def test_escape_leaves_the_choice(person: Person) -> None:
    await person.click("new-setup")
    await person.key(Qt.Key.Key_Escape)
    assert person.reads("title") == "Welcome"


async def test_leaving_a_setup_lets_go_of_the_instance(person: Person, world: World) -> None:
    await person.begin("liongard")
    await person.find_instance()
    assert world.inspector.closed == 0
    await person.click("home")
    assert world.inspector.closed == 1
    assert person.sees(f"go-on:{world.flow.state.id}")
