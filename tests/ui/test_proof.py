"""The proof: its parts as they run, and what a proof that was stopped left out."""

import asyncio

import pytest

from tests.ui.fakes import World
from tests.ui.person import Person
from wizard.problems import problem
from wizard.profiles.requirements import requirements
from wizard.ui.widgets.parts import Parts

pytestmark = pytest.mark.anyio


@pytest.fixture
async def at_proof(person: Person, world: World) -> Person:
    """Give a person before the proof of Liongard."""
    liongard = next(each for each in world.profiles if each.id == "liongard")
    world.inspector.everything = tuple(each.id for each in requirements(liongard))
    await person.begin("liongard")
    await person.find_instance()
    await person.go("proof")
    return person


def lines(person: Person) -> dict[str, str]:
    """Give each part with its state, as a screen reader tells them."""
    parts = person.see("progress", Parts)
    told = (each.accessibleName() for each in parts.findChildren(object) if hasattr(each, "plain"))
    return dict(line.rsplit(": ", 1) for line in told)


async def test_its_parts_turn_from_waiting_to_running_to_done(
    at_proof: Person, world: World
) -> None:
    person = at_proof
    gate = world.inspector.gate = asyncio.Event()
    person.press("check")
    await world.inspector.started.wait()
    await asyncio.sleep(0)
    while "running" not in lines(person).values():  # noqa: ASYNC110 - the window is not told
        await asyncio.sleep(0)
    shown = lines(person)
    assert shown["Signing in as the integration"] == "running"
    assert shown["Trying GET /Tickets"] == "waiting"
    assert "0 of" in person.see("progress").accessibleName()
    parts = person.see("progress", Parts)
    parts.run("Trying GET /Tickets")
    parts.run("Something that nobody announced")
    shown = lines(person)
    assert shown["Signing in as the integration"] == shown["Trying GET /Tickets"] == "done"
    assert shown["Something that nobody announced"] == "running"
    world.inspector.gate = None
    gate.set()
    await person.rest()
    assert not person.sees("progress")
    assert person.reads("verdict").startswith("The connection works")


async def test_a_proof_that_is_cancelled_says_what_it_left_out(
    at_proof: Person, world: World
) -> None:
    person = at_proof
    await person.click("check")
    before = person.reads("verdict")
    world.inspector.gate = asyncio.Event()
    person.press("check")
    await asyncio.sleep(0)
    person.window.bridge.cancel()
    await person.rest()
    assert person.reads("verdict").startswith("The proof was stopped: ")
    assert person.reads("verdict").endswith("What was found before stays.")
    assert set(lines(person).values()) == {"left out"}
    assert person.sees("group:Met")
    world.inspector.gate = None
    await person.click("check")
    assert person.reads("verdict") == before
    assert not person.sees("progress")


async def test_a_proof_that_fails_is_not_called_proven(at_proof: Person, world: World) -> None:
    person = at_proof
    world.inspector.problem = problem("network.timeout")
    await person.click("check")
    assert "did not answer" in person.reads("error")
    assert person.reads("verdict").startswith("The proof was stopped: ")
    assert "What was found before" not in person.reads("verdict")


async def test_the_window_can_be_closed_while_the_proof_runs(
    at_proof: Person, world: World
) -> None:
    world.inspector.gate = asyncio.Event()
    at_proof.press("check")
    await world.inspector.started.wait()
    at_proof.window.close()
    await at_proof.rest()
    assert not at_proof.window.isVisible()
    assert "proof" not in world.flow.state.checked


async def test_what_a_person_unfolds_stays_so_through_the_next_proof(at_proof: Person) -> None:
    person = at_proof
    await person.click("check")
    assert not person.sees("row:token")
    await person.click("group:Met")
    assert person.sees("row:token")
    await person.click("check")
    assert person.sees("row:token")
    await person.click("group:Met")
    await person.click("check")
    assert not person.sees("row:token")
