"""Whole setups, as a person clicks through them."""

import asyncio
import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.fakes import World, finding
from tests.ui.person import Person
from wizard.checks.findings import State
from wizard.halo.records import Instance
from wizard.problems import problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements
from wizard.secret import Secret
from wizard.setup.flow import Flow
from wizard.setup.steps import InputKind, Step

pytestmark = pytest.mark.anyio
SECRET = "sup3r-s3cret-" + "x" * 24


@pytest.mark.parametrize("profile", Catalog().ids())
async def test_a_whole_setup_by_clicks(person: Person, world: World, profile: str) -> None:
    asked = requirements(next(each for each in world.profiles if each.id == profile))
    world.inspector.everything = tuple(each.id for each in asked)
    await person.begin(profile)
    pages = 0
    while world.flow.state.finished is None:
        step = world.flow.current
        assert person.reads("title") == step.title
        for item in step.inputs:
            if item.kind is InputKind.SECRET:
                await person.enter(f"input:{item.name}", SECRET)
            elif item.kind is InputKind.TEXT and item.required:
                await person.enter(f"input:{item.name}", f"https://{item.name}.example")
        if person.sees("check"):
            await person.click("check")
            assert not person.sees("error")
        await person.click("next")
        pages += 1
        assert pages < 30
    assert person.reads("title") == "Done"
    assert "The connection works" in person.reads("verdict")
    assert all(
        world.flow.state.checked.get(each.id) for each in world.flow.steps if each.requirements
    )
    assert person.reads("next") == "Finish"
    await person.click("next")
    assert person.reads("title") == "Your setups"
    assert "Proven" in person.page_text()


async def test_back_loses_nothing(person: Person, world: World) -> None:
    await person.begin("liongard")
    await person.find_instance()
    await person.click("next")
    await person.click("input:connection:own")
    await person.click("next")
    await person.enter("input:agent_name", "Schöner Name")
    await person.click("back")
    assert world.flow.state.answers["agent_name"] == "Schöner Name"
    await person.click("back")
    assert person.see("input:address", QLineEdit).text() == "https://acme.halopsa.com"
    await person.go("agent")
    assert person.see("input:agent_name", QLineEdit).text() == "Schöner Name"


async def test_next_says_which_input_is_needed(person: Person, world: World) -> None:
    await person.begin("liongard")
    await person.click("next")
    assert person.reads("title") == "Find your HaloPSA"
    assert person.reads("status") == "Still needed: Web address."
    assert person.see("input:address").hasFocus()
    assert "Enter the Web address first." in person.page_text()
    await person.click("check")
    assert world.inspector.looks == 0


async def test_rows_left_do_not_trap(person: Person, world: World) -> None:
    world.inspector.states["permission:Tickets Access Level"] = State.MISSING
    await at(person, "permissions")
    await person.click("check")
    assert person.reads("next") == "Continue with 1 left"
    assert person.reads("step:permissions") == "Permissions: 1 left, this page"
    rows = [name for name in person.names() if name.startswith("row:")]
    assert "row:permission:Tickets Access Level" in rows
    await person.click("next")
    assert person.reads("step:permissions") == "Permissions: 1 left"
    assert person.reads("title") != "Set the agent's permissions"


async def test_a_problem_stands_on_the_page(person: Person, world: World) -> None:
    await person.begin("liongard")
    world.inspector.problem = problem("network.dns", "no such host")
    await person.find_instance()
    assert "not known to the network" in person.reads("error")
    assert "Check the spelling" in person.reads("error")
    assert "no such host" not in person.page_text()  # folded
    await person.click("error-details")
    assert "no such host" in person.page_text()
    assert "network.dns" in person.page_text()
    await person.click("check")
    assert not person.sees("error")
    assert person.sees("found")


async def test_an_unexpected_error_shows_its_code_and_logs_its_traceback(
    person: Person, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await person.begin("liongard")
    world.inspector.problem = ZeroDivisionError("deep inside")
    with caplog.at_level(logging.ERROR, "wizard.ui.bridge"):
        await person.find_instance()
    await person.click("error-details")
    assert "internal" in person.page_text()
    assert "deep inside" not in person.page_text()
    assert "deep inside" in caplog.text
    assert "Traceback" in caplog.text


async def test_cancel_leaves_what_was_found_before(person: Person, world: World) -> None:
    await at(person, "permissions")
    await person.click("check")
    before = world.flow.findings("permissions")
    world.inspector.gate = asyncio.Event()
    world.inspector.started.clear()
    person.press("check")
    await world.inspector.started.wait()
    assert not person.sees("check")
    await person.click("cancel")
    assert world.flow.findings("permissions") == before
    assert person.reads("status").startswith("Cancelled")
    assert person.see("check").isEnabled()


async def test_escape_cancels(person: Person, world: World) -> None:
    await at(person, "permissions")
    world.inspector.gate = asyncio.Event()
    world.inspector.started.clear()
    person.press("check")
    await world.inspector.started.wait()
    await person.key(Qt.Key.Key_Escape)
    assert "permissions" not in world.flow.state.checked


async def test_a_check_does_not_run_twice_at_once(person: Person, world: World) -> None:
    await at(person, "permissions")
    world.inspector.gate = asyncio.Event()
    world.inspector.started.clear()
    looks = world.inspector.looks
    person.press("check")
    person.window.footer.check.emit()
    await world.inspector.started.wait()
    person.window.footer.check.emit()
    world.inspector.gate.set()
    await person.rest()
    assert world.inspector.looks == looks + 1


async def test_leaving_a_page_cancels_its_check(person: Person, world: World) -> None:
    await at(person, "permissions")
    world.inspector.gate = asyncio.Event()
    world.inspector.started.clear()
    person.press("check")
    await world.inspector.started.wait()
    await person.go("agent")
    assert person.reads("title") == "Create the agent"
    assert "permissions" not in world.flow.state.checked
    assert not person.sees("cancel")


async def test_a_secret_goes_to_the_keychain_and_is_never_shown(
    person: Person, world: World
) -> None:
    await at(person, "credentials")
    await person.enter("input:client_secret", f"  {SECRET}\n")
    await person.key(Qt.Key.Key_Tab)  # leaving the field is enough
    assert person.reads("place:client_secret") == "kept in GNOME Keyring"
    assert list(world.keychain.kept.values()) == [Secret(SECRET)]
    assert not person.sees("input:client_secret")
    assert SECRET not in person.page_text()
    assert all(SECRET not in each.text() for each in person.window.findChildren(QLineEdit))
    await person.click("replace:client_secret")
    assert person.see("input:client_secret", QLineEdit).text() == ""


async def test_a_secret_is_kept_before_a_check_and_before_next(
    person: Person, world: World
) -> None:
    await at(person, "credentials")
    await person.enter("input:client_id", "8f1f2a39")
    await person.enter("input:client_secret", SECRET)
    await person.click("check")
    assert world.flow.secret_place("client_secret") is not None
    assert person.reads("step:credentials").startswith("Id and secret: done")
    await person.click("next")
    assert person.reads("title") == "Tick the application's permissions"


async def test_an_address_that_is_half_typed_is_kept_and_traps_nobody(person: Person) -> None:
    await person.begin("liongard")
    await person.enter("input:address", "http://[acme")
    await person.click("home")
    assert person.reads("title") == "Your setups"
    assert "http://[acme" in person.page_text()


async def test_without_a_keychain_the_secret_can_be_held(person: Person, world: World) -> None:
    world.keychain.missing = True
    await at(person, "credentials")
    await person.enter("input:client_id", "8f1f2a39")
    await person.enter("input:client_secret", SECRET)
    await person.click("next")
    assert person.reads("title") == "Take the client id and secret"
    assert "no keychain" in person.reads("error")
    assert person.see("input:client_secret", QLineEdit).text() == SECRET  # not lost
    assert person.reads("refused").startswith("The secret is still in the field above.")
    await person.click("hold-in-memory")
    assert person.reads("place:client_secret") == "held in memory for this session only"
    assert person.see("replace:client_secret").hasFocus()
    assert list(world.keychain.held.values()) == [Secret(SECRET)]
    await person.click("next")
    assert person.reads("title") == "Tick the application's permissions"


async def test_a_secret_that_is_gone_is_asked_for_again(person: Person, world: World) -> None:
    world.keychain.missing = True
    await at(person, "credentials")
    await person.enter("input:client_secret", SECRET)
    await person.key(Qt.Key.Key_Tab)
    await person.click("hold-in-memory")
    await person.click("home")
    world.keychain.held.clear()  # as after a restart
    await person.click(f"go-on:{world.flow.state.id}")
    assert person.reads("title") == "Take the client id and secret"
    assert "Client Secret (Id and secret)" in person.reads("notice")
    assert person.sees("input:client_secret")


async def test_a_word_is_given_shown_and_taken_back(person: Person, world: World) -> None:
    row = "permission:Can edit closed Tickets"
    world.inspector.states[row] = State.UNKNOWN
    await at(person, "permissions")
    await person.click("check")
    assert person.reads("step:permissions") == "Permissions: 1 unknown, this page"
    await person.click(f"confirm:{row}")
    assert world.flow.state.confirmed[row].person == "anna"
    assert "confirmed by anna on" in person.page_text()
    assert "confirmed" in person.see(f"row:{row}").accessibleName()
    await person.click(f"undo:{row}")
    assert row not in world.flow.state.confirmed
    assert person.sees(f"confirm:{row}")


async def test_another_host_needs_a_yes(person: Person, world: World) -> None:
    world.inspector.instance = Instance(
        "https://acme.halopsa.com",
        "https://acme.halopsa.com/api",
        "https://login.elsewhere.example/auth",
        "acme",
        discovered=True,
    )
    await person.begin("liongard")
    await person.find_instance()
    await person.click("next")
    assert person.reads("title") == "Find your HaloPSA"
    await person.click("input:trust_other_host:yes")
    assert world.flow.state.answers["trust_other_host"] == "yes"
    await person.click("next")
    assert person.reads("title") == "Choose how the wizard may look"


async def test_a_new_address_makes_void_what_was_found(person: Person, world: World) -> None:
    await person.begin("liongard")
    await person.find_instance()
    assert person.sees("found")
    await person.enter("input:address", "https://other.halopsa.com")
    await person.key(Qt.Key.Key_Tab)
    assert not person.sees("found")


async def test_the_link_is_opened_outside(person: Person, world: World) -> None:
    await at(person, "agent")
    await person.click("open-in-halo")
    assert world.opened == ["https://acme.halopsa.com/config/agents"]


async def test_only_web_addresses_are_opened(person: Person, world: World) -> None:
    person.window.open_url("file:///etc/passwd")
    person.window.open_url("javascript:alert(1)")
    assert world.opened == []


async def test_do_it_for_me_plays_the_technician(world: World) -> None:
    played: list[str] = []

    async def helper(flow: Flow, step: Step) -> dict[str, str | Secret]:
        played.append(step.id)
        return {"client_id": "8f1f2a39", "client_secret": Secret(SECRET)}

    person = Person(world, practice=True, helper=helper)
    assert person.sees("badge")
    await at(person, "credentials")
    await person.click("do-it")
    assert played == ["credentials"]
    assert person.see("input:client_id", QLineEdit).text() == "8f1f2a39"
    assert list(world.keychain.kept.values()) == [Secret(SECRET)]
    await person.leave()


async def test_enter_presses_the_primary_button(person: Person, world: World) -> None:
    await person.begin("liongard")
    await person.enter("input:address", "https://acme.halopsa.com")
    await person.key(Qt.Key.Key_Return)
    assert person.sees("found")
    await person.key(Qt.Key.Key_Return)
    assert person.reads("title") == "Choose how the wizard may look"


async def test_a_full_disk_is_told_and_loses_nothing(person: Person, world: World) -> None:
    await person.begin("liongard")
    world.records.full = True
    await person.enter("input:address", "https://acme.halopsa.com")
    await person.click("next")
    assert "could not be saved" in person.reads("error")
    assert person.see("input:address", QLineEdit).text() == "https://acme.halopsa.com"
    world.records.full = False
    await person.click("check")
    assert person.sees("found")


async def test_closing_keeps_a_secret_that_was_just_typed(world: World) -> None:
    person = Person(world)
    await at(person, "credentials")
    await person.enter("input:client_secret", SECRET)
    person.window.close()
    await person.rest()
    assert not person.window.isVisible()
    assert list(world.keychain.kept.values()) == [Secret(SECRET)]
    await person.leave()
    assert world.inspector.closed == 1


async def test_closing_while_a_page_is_left_waits_for_it(world: World) -> None:
    person = Person(world)
    await person.begin("liongard")
    await person.enter("input:address", "https://acme.halopsa.com")
    person.press("next")
    person.window.close()
    assert person.window.isVisible()
    await person.rest()
    assert not person.window.isVisible()
    assert world.flow.state.step == "connection"
    await person.leave()


async def test_closing_tells_once_when_the_secret_cannot_be_kept(world: World) -> None:
    world.keychain.missing = True
    person = Person(world)
    await at(person, "credentials")
    await person.enter("input:client_secret", SECRET)
    person.window.close()
    await person.rest()
    assert person.window.isVisible()
    assert person.sees("hold-in-memory")
    person.window.close()
    assert not person.window.isVisible()
    await person.leave()


async def test_the_proof_shows_its_progress_and_one_verdict(person: Person, world: World) -> None:
    world.inspector.everything = ("token", "permission:A", "permission:B", "permission:C")
    world.inspector.states = {"permission:A": State.MISSING, "permission:B": State.UNKNOWN}
    world.inspector.findings = {"scope:all": finding("scope:all", State.EXCESS)}
    await at(person, "proof")
    assert "Not proven yet" in person.reads("verdict")
    world.inspector.gate = asyncio.Event()
    world.inspector.started.clear()
    person.press("check")
    await world.inspector.started.wait()
    assert "Signing in as the integration" in person.reads("progress")
    world.inspector.gate.set()
    await person.rest()
    assert person.reads("verdict") == (
        "Not yet: 1 of 5 is missing, and 1 could not be checked. 1 goes beyond what the guide asks."
    )
    assert person.sees("row:permission:A")
    assert not person.sees("row:token")  # met is folded
    await person.click("group:Met")
    assert person.sees("row:token")


async def at(person: Person, step: str) -> None:
    """Bring a new setup to a step."""
    await person.begin("liongard")
    await person.find_instance()
    await person.go(step)
