"""The page that signs in with the browser, in each of its states; the text for somebody else."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QRadioButton

from tests.ui.fakes import World, finding
from tests.ui.person import Person
from wizard.checks.findings import Finding
from wizard.checks.rules.case import unknown
from wizard.halo.redirect import PORTS, redirect_uri
from wizard.problems import Layer, problem
from wizard.setup import sign_in

pytestmark = pytest.mark.anyio
ADDRESS = "https://acme.halopsa.com/auth/authorize?state=x"


async def arrive(person: Person, *, made: bool = True) -> None:
    """Go to the page; `made`: the application is made and its id entered."""
    await person.begin("liongard")
    await person.find_instance()
    await person.click("next")
    await person.click("next")
    if made:
        await person.enter("input:sign_in_client_id", "the-id")


async def wait_for_browser(person: Person, world: World) -> asyncio.Event:
    """Choose to sign in, and give what lets the browser come back."""
    gate = world.inspector.gate = asyncio.Event()
    world.inspector.started.clear()
    person.press("check")
    await world.inspector.started.wait()
    return gate


def lacking(requirement: str) -> Finding:
    cause = problem("sign_in.lacks_right", "GET /Agent: 403")
    return unknown(requirement, Layer.AGENT, "Yes", cause)


async def test_what_is_needed_first_is_asked_for(person: Person, world: World) -> None:
    await arrive(person, made=False)
    assert person.reads("title") == "Sign in to HaloPSA"
    assert "Nobody is signed in" in person.page_text()
    assert redirect_uri(PORTS[0]) in person.page_text()
    assert person.reads("check") == "Sign in with the browser"
    await person.click("check")
    assert "Enter the Client ID first." in person.page_text()
    assert world.opened == []


async def test_the_browser_is_opened_and_the_page_says_who_came_back(
    person: Person, world: World
) -> None:
    await arrive(person)
    gate = await wait_for_browser(person, world)
    assert "Waiting for the browser" in person.page_text()
    assert person.reads("status") == "Waiting for the browser…"
    assert world.opened == [ADDRESS]
    person.press("open-again")
    assert world.opened == [ADDRESS, ADDRESS]
    person.press("copy-address")
    assert QApplication.clipboard().text() == ADDRESS
    gate.set()
    await person.rest()
    assert "Signed in as Sam" in person.page_text()
    assert not person.sees("open-again")
    assert person.reads("check") == "Check now"
    assert not person.sees("input:sign_in_port:3000")
    assert world.flow.standing(world.flow.current).state.value == "done"
    await person.click("check")
    assert world.opened == [ADDRESS, ADDRESS]  # who is signed in is only looked at


async def test_a_cancel_is_named_and_another_try_goes(person: Person, world: World) -> None:
    await arrive(person)
    gate = await wait_for_browser(person, world)
    await person.click("cancel")
    assert problem("sign_in.cancelled").happened in person.page_text()
    assert not person.sees("open-again")
    assert world.flow.signed_in is None
    gate.set()
    await person.click("check")
    assert "Signed in as Sam" in person.page_text()


async def test_leaving_the_page_ends_the_wait(person: Person, world: World) -> None:
    await arrive(person)
    await wait_for_browser(person, world)
    await person.click("next")
    assert world.flow.current.id == "agent"
    assert world.flow.signed_in is None


@pytest.mark.parametrize(
    ("code", "unfolded"),
    [("sign_in.refused", True), ("sign_in.port_taken", True), ("sign_in.secret_needed", False)],
)
async def test_a_failure_is_told_with_what_to_do(
    person: Person, world: World, code: str, unfolded: bool
) -> None:
    await arrive(person)
    world.inspector.problem = problem(code)
    await person.click("check")
    assert problem(code).happened in person.page_text()
    assert problem(code).remedy in person.page_text()
    assert "Nobody is signed in" in person.page_text()
    assert person.sees("row:Redirect URI") is unfolded
    assert person.sees(f"input:sign_in_port:{PORTS[1]}") is (code == "sign_in.port_taken")
    assert person.sees("input:sign_in_client_secret")
    await person.click("check")
    assert "Signed in as Sam" in person.page_text()
    assert not person.sees("error")


async def test_another_port_is_another_address_to_register(person: Person, world: World) -> None:
    await arrive(person)
    await person.click("ports")
    await person.click(f"input:sign_in_port:{PORTS[1]}")
    assert sign_in.port_of(world.flow.state.answers) == PORTS[1]
    assert redirect_uri(PORTS[1]) in person.see("row:Redirect URI").accessibleName()
    await person.go("agent")
    await person.go("sign_in")
    await person.click("application")
    await person.click("ports")
    assert person.see(f"input:sign_in_port:{PORTS[1]}", QRadioButton).isChecked()


async def test_staying_signed_in_is_asked_for_and_taken_back(person: Person, world: World) -> None:
    await arrive(person)
    box = person.see("stay-signed-in", QCheckBox)
    assert not box.isChecked()
    await person.click("stay-signed-in")
    assert sign_in.stays(world.flow.state.answers)
    await person.click("check")
    assert world.flow.state.secrets[sign_in.REFRESH].in_keychain
    assert person.see("stay-signed-in", QCheckBox).isChecked()
    await person.click("stay-signed-in")
    assert sign_in.REFRESH not in world.flow.state.secrets
    assert not person.see("stay-signed-in", QCheckBox).isChecked()
    await person.click("stay-signed-in")
    await person.click("sign-out")
    assert world.flow.signed_in is None
    assert sign_in.REFRESH not in world.flow.state.secrets
    assert person.reads("check") == "Sign in with the browser"


async def test_a_kept_sign_in_goes_on_without_the_browser(person: Person, world: World) -> None:
    await arrive(person)
    await person.click("stay-signed-in")
    await person.click("check")
    world.inspector.person = None  # the program was started again
    await person.go("agent")
    await person.go("sign_in")
    assert "You stay signed in on this workstation" in person.page_text()
    assert not person.sees("seen")  # what the earlier sign-in saw is no news of this one
    opened = len(world.opened)
    await person.click("check")  # the fake finds it over: then it signs in anew
    assert len(world.opened) == opened + 1
    assert "Signed in as Sam" in person.page_text()


async def test_who_lacks_a_right_is_told_and_has_a_text_to_send(
    person: Person, world: World
) -> None:
    await arrive(person)
    world.inspector.findings = {"connection:agents": lacking("connection:agents")}
    await person.click("check")
    assert "Sam may not see all that is checked here." in person.page_text()
    name = "permission:Tickets Access Level"
    world.inspector.findings = {name: lacking(name)}
    await person.go("permissions")
    assert not person.sees("lacks-right")
    await person.click("check")
    assert person.sees("lacks-right")
    said = "Sam may not see this in HaloPSA. An administrator of HaloPSA has to do this step."
    assert said in person.page_text()
    shown = person.see("request", QPlainTextEdit).toPlainText()
    assert "- Tickets Access Level: Read and Modify" in shown
    await person.click("copy:the text")
    assert QApplication.clipboard().text() == shown
    world.inspector.findings = {name: finding(name)}
    await person.click("check")
    assert not person.sees("lacks-right")


async def test_the_text_is_offered_quietly_on_every_step_that_is_done_in_halo(
    person: Person, world: World
) -> None:
    await arrive(person)
    for step in world.flow.steps:
        await person.go(step.id)
        assert person.sees("ask") is bool(step.menu), step.id
        assert not person.sees("request")
