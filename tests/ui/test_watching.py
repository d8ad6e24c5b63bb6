"""HaloPSA is watched while a page is open, and nobody is kept from anything by it."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea

from tests.ui.fakes import World, finding
from tests.ui.person import Person
from tests.ui.test_journey import at
from wizard.checks.findings import State
from wizard.problems import ProblemError, problem
from wizard.setup.watch import Pace, Why
from wizard.ui import journey, watch_words
from wizard.ui.journey import Journey
from wizard.ui.watching import Watching

pytestmark = pytest.mark.anyio

PERMISSION = "permission:Tickets Access Level"
QUICK = Pace(
    rests=((1e9, 0.02),), settled=0.02, soon=0.02, pause=0.05,
    after_trouble=(60, 60), after_refusal=(90, 90),
)  # fmt: skip
_PATIENCE = 20  # seconds


class Chosen:
    """What a person chose, in memory. `full`: it cannot be remembered."""

    def __init__(self, watch: bool = True) -> None:
        self.watch = watch
        self.full = False

    def set_watch(self, watch: bool) -> None:
        self.watch = watch
        if self.full:
            raise ProblemError(problem("records.unwritable"))


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
async def person(world: World, chosen: Chosen, anyio_backend: object) -> AsyncIterator[Person]:
    """Give a person at a window that watches, many times a second."""
    world.inspector.states[PERMISSION] = State.MISSING
    someone = Person(world, preferences=chosen, pace=QUICK)
    yield someone
    world.inspector.gate = None
    await someone.leave()
    await asyncio.sleep(0)


def watching(person: Person) -> Watching:
    return person.window.here._watching


def scroll(person: Person) -> QScrollArea:
    return person.window._scroll


async def look(person: Person, many: int = 1) -> None:
    """Wait for so many looks that begin from now on."""
    await until(lambda: person.window.bridge._look is None)
    done = asyncio.get_running_loop().create_future()
    left = many

    def looked(_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            done.set_result(None)

    watching(person).looked.connect(looked)
    try:
        await asyncio.wait_for(done, _PATIENCE)
    finally:
        watching(person).looked.disconnect(looked)
    await asyncio.sleep(0)


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(_PATIENCE):
        while not holds():  # noqa: ASYNC110 - there is no one signal for it
            await asyncio.sleep(0)


async def hang(world: World) -> None:
    """Wait until a look has begun that does not end."""
    world.inspector.gate = asyncio.Event()
    world.inspector.started.clear()
    await asyncio.wait_for(world.inspector.started.wait(), _PATIENCE)


def idle(person: Person) -> bool:
    """Tell whether it neither looks nor will."""
    return not watching(person)._timer.isActive() and person.window.bridge._look is None


def state(person: Person) -> str:
    return person.see(f"row:{PERMISSION}").accessibleName()


async def test_a_row_turns_to_met_and_nobody_pressed_anything(
    person: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(journey, "announce", lambda _, text: said.append(text))
    await at(person, "permissions")
    await look(person, 2)
    assert ": missing" in state(person)
    assert person.reads("next") == "Continue with 1 left"
    world.inspector.states[PERMISSION] = State.MET
    await look(person)
    assert world.flow.findings("permissions")[0].state is State.MET
    assert person.reads("next") == "Next"
    assert person.reads("step:permissions") == "Permissions: done, this page"
    await look(person, 3)
    assert [text for text in said if text] == ["Tickets Access Level is met now."]
    assert person.reads("status").startswith("Watching Halo · checked ")


async def test_what_is_typed_focused_and_scrolled_to_stays(person: Person, world: World) -> None:
    await at(person, "agent")
    await look(person)
    field = person.see("input:agent_name", QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Anna Lio")
    field.setCursorPosition(3)
    world.inspector.findings["agent:Username"] = finding("agent:Username", State.MISSING)
    await look(person)
    assert ": missing" in person.see("row:agent:Username").accessibleName()
    assert person.see("input:agent_name", QLineEdit) is field
    assert (field.text(), field.cursorPosition()) == ("Anna Lio", 3)
    assert field.hasFocus()
    assert "agent_name" not in world.flow.state.answers or (
        world.flow.state.answers["agent_name"] != "Anna Lio"
    )


async def test_the_page_does_not_move_under_the_eyes(person: Person, world: World) -> None:
    person.window.resize(880, 420)
    await person.begin("watchguard-cloud")
    await person.find_instance()
    await person.go("permissions")
    await look(person, 2)
    bar = scroll(person).verticalScrollBar()
    await until(lambda: bar.maximum() > 200)
    bar.setValue(150)
    asked = [each for each in world.flow.current.requirements if each.startswith("permission:")]
    world.inspector.states[asked[-1]] = State.MISSING
    await look(person)
    await until(lambda: bar.value() == 150)
    await look(person, 2)
    assert bar.value() == 150


async def test_a_look_keeps_nobody_from_going_on(person: Person, world: World) -> None:
    await at(person, "permissions")
    await hang(world)
    before = world.flow.state.checked.get("permissions")
    for name in ("next", "back", "check", "home"):
        assert person.see(name).isEnabled()
    assert not person.sees("cancel")
    await person.click("next")
    assert world.flow.current.id == "teams"
    assert world.flow.state.checked.get("permissions") == before


async def test_a_check_by_hand_wins_over_a_look(person: Person, world: World) -> None:
    await at(person, "permissions")
    await hang(world)
    looks = world.inspector.looks
    world.inspector.started.clear()
    person.press("check")
    await world.inspector.started.wait()
    assert world.inspector.looks == looks + 1
    assert person.window.bridge._look is None
    assert person.sees("cancel")
    world.inspector.gate.set()
    await person.window.bridge.settled()
    assert person.reads("status") == "Checked just now"


async def test_typing_ends_a_look(person: Person, world: World) -> None:
    await at(person, "agent")
    await hang(world)
    QTest.keyClicks(person.see("input:agent_name", QLineEdit), "x")
    await until(lambda: person.window.bridge._look is None)


async def test_hidden_it_does_not_look_and_back_it_looks_at_once(
    person: Person, world: World
) -> None:
    await at(person, "permissions")
    await look(person)
    for hide, show in (
        (person.window.showMinimized, person.window.showNormal),
        (person.window.hide, person.window.show),
    ):
        hide()
        await until(lambda: idle(person))
        looks = world.inspector.looks
        watching(person).typed()
        assert idle(person)
        assert world.inspector.looks == looks
        show()
        await look(person)


async def test_it_can_be_switched_off_which_is_remembered(
    person: Person, world: World, chosen: Chosen
) -> None:
    await at(person, "permissions")
    await look(person)
    assert person.reads("watch") == "Watch Halo"
    assert person.see("watch").isChecked()
    await person.click("watch")
    assert not chosen.watch
    assert idle(person)
    assert person.reads("status").startswith("Not watching: switched off · checked ")
    await person.go("teams")
    assert idle(person)
    assert not person.see("watch").isChecked()
    await person.click("check")
    assert "teams" in world.flow.state.checked
    chosen.full = True
    await person.click("watch")
    assert chosen.watch
    assert "could not be saved" in person.reads("error")
    await look(person)


async def test_a_failed_look_is_told_at_the_foot_only(person: Person, world: World) -> None:
    await at(person, "permissions")
    await look(person)
    before = world.flow.findings("permissions")
    world.inspector.problem = problem("network.connect", "refused")
    await look(person)
    assert not person.sees("error")
    assert world.flow.findings("permissions") == before
    assert ": missing" in state(person)
    assert person.reads("status").startswith(
        "Looking again in 60 s. The instance could not be reached · checked "
    )
    await person.click("check")
    assert person.reads("status") == "Checked just now"
    await look(person)


async def test_a_mistake_in_a_look_is_logged_and_covers_nothing(
    person: Person, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await at(person, "permissions")
    world.inspector.problem = ZeroDivisionError("deep inside")
    await look(person)
    assert not person.sees("error")
    assert "Something went wrong inside this program" in person.reads("status")
    assert "deep inside" in caplog.text


@pytest.mark.parametrize("step", ["instance", "connection", "proof", "hand_over", "note", "done"])
async def test_where_nothing_can_change_in_halo_nothing_is_watched(
    person: Person, world: World, step: str
) -> None:
    await at(person, step)
    assert idle(person)
    assert not person.sees("watch")
    assert "Watching" not in person.see("status").accessibleName()


async def test_an_input_that_is_still_empty_is_named(person: Person, world: World) -> None:
    await at(person, "credentials")
    await until(lambda: person.reads("status").startswith("Not watching yet"))
    assert person.reads("status") == (
        "Not watching yet: Client ID and Client Secret needed · not checked yet"
    )
    assert idle(person)


async def test_at_home_nothing_is_watched(person: Person, world: World) -> None:
    await at(person, "permissions")
    await look(person)
    await hang(world)
    await person.click("home")
    assert not isinstance(person.window.here, Journey)
    assert person.window.bridge._look is None
    assert person.window.findChildren(Watching) == []


async def test_a_window_that_may_not_watch_says_nothing_of_it(world: World) -> None:
    someone = Person(world)
    await at(someone, "permissions")
    assert idle(someone)
    assert not someone.sees("watch")
    await someone.leave()


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_has_its_words(why: Why) -> None:
    said = watch_words.line(
        why, seconds=28, problem=problem("network.dns"), needed=["Client ID"], checked=None
    )
    assert said.endswith(" · not checked yet")
    assert ("28 s" in said) == (why in (Why.ASKED, Why.SPENT, Why.REFUSED, Why.TROUBLE))


def test_rows_that_turned_are_told_in_one_breath() -> None:
    met = [finding(f"permission:P{number}") for number in range(5)]
    missing = finding("scope:edit:tickets", State.MISSING)
    assert watch_words.turned((met[0], missing)) == ("P0 is met now. edit:tickets is missing now.")
    assert watch_words.turned(met) == "5 rows are met now: P0, P1, P2 and …."
    assert watch_words.turned(()) == ""
