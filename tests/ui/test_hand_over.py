"""The hand-over: what is left, the vendor's page, and a secret that leaves the clipboard."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.fakes import World
from tests.ui.person import Person
from wizard.halo.records import Instance
from wizard.secret import Secret
from wizard.ui.clipboard import SECONDS

pytestmark = pytest.mark.anyio


async def at_hand_over(person: Person, profile: str) -> None:
    """Begin a setup and go to its hand-over, with id and secret."""
    await person.begin(profile)
    await person.find_instance()
    person.world.flow.answer("client_id", "8f1f2a39")
    await person.world.flow.keep_secret("client_secret", Secret("the secret"))
    await person.go("hand_over")


async def test_an_empty_field_is_left_until_it_is_filled_in(person: Person, world: World) -> None:
    world.inspector.instance = Instance("https://help.example.com", "", "", None, discovered=True)
    await at_hand_over(person, "perimeters")
    assert person.reads("fields-left") == "1 field is still to be filled in."
    assert person.reads("next") == "Continue with 1 left"
    await person.click("next")
    assert person.reads("step:hand_over").startswith("Hand-over: 1 left")
    assert "Hand-over (1 left)" in person.page_text()
    await person.go("hand_over")
    await person.enter("input:hand_over:Namespace", "acme")
    person.see("copy:Client ID").setFocus()
    assert person.reads("fields-left") == "Everything is here: copy each value into its field."
    assert person.reads("next") == "Next"
    await person.click("copy:Namespace")
    assert QApplication.clipboard().text() == "acme"


async def test_the_vendors_page_is_one_click_away(person: Person, world: World) -> None:
    await at_hand_over(person, "topleft")
    await person.click("open-vendor")
    assert world.opened == ["https://customers.topleft.team/welcome/"]
    await person.click("home")
    await at_hand_over(person, "liongard")
    assert not person.sees("open-vendor")


async def test_the_countdown_outlives_the_page(person: Person, world: World) -> None:
    await at_hand_over(person, "liongard")
    await person.click("copy:Client Secret")
    person.window.clipboard.tick()
    await person.click("back")
    await person.go("hand_over")
    assert person.reads("countdown") == f"The clipboard is cleared in {SECONDS - 1} s"
    for _ in range(SECONDS - 1):
        person.window.clipboard.tick()
    assert not person.sees("countdown")
    assert QApplication.clipboard().text() == ""


async def test_a_secret_leaves_the_clipboard_with_the_program(world: World) -> None:
    person = Person(world)
    await at_hand_over(person, "liongard")
    await person.click("copy:Client Secret")
    assert QApplication.clipboard().text() == "the secret"
    await person.leave()
    assert QApplication.clipboard().text() == ""


async def test_a_secret_leaves_the_clipboard_also_where_the_system_ends_the_program(
    person: Person,
) -> None:
    await at_hand_over(person, "liongard")
    await person.click("copy:Client Secret")
    await person.window.finish()  # without a word to the window
    assert QApplication.clipboard().text() == ""


async def test_a_secret_that_is_gone_is_told(person: Person, world: World) -> None:
    await at_hand_over(person, "liongard")
    world.keychain.kept.clear()
    await person.click("copy:Client Secret")
    assert "no longer in the keychain" in person.reads("error")
    assert not person.sees("countdown")
