"""Removing a setup on the home page: asked first, all or nothing, told afterwards."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.fakes import World, day
from tests.ui.person import Person
from wizard.secret import Secret
from wizard.setup.state import SecretPlace, SetupState

pytestmark = pytest.mark.anyio

PLACES = {
    "client_secret": SecretPlace("s/old/client", True, "GNOME Keyring"),
    "admin_client_secret": SecretPlace("s/old/admin", True, "GNOME Keyring"),
}


@pytest.fixture
def world(world: World) -> World:
    """Give two setups that share the secret of the wizard's own application."""
    for number, names in (("old", PLACES), ("other", ["admin_client_secret"])):
        state = SetupState(number, "liongard", False, day("2026-10-01"))
        answers = {"address": "https://acme.halopsa.com", "web": "https://acme.halopsa.com"}
        secrets = {name: PLACES[name] for name in names}
        world.records.save(state.with_(answers=answers, secrets=secrets))
    for place in PLACES.values():
        world.keychain.kept[place.service] = Secret(place.service)
    return world


async def test_it_asks_and_says_what_goes(person: Person, world: World) -> None:
    await person.click("remove:old")
    text = person.page_text()
    assert "Remove this setup from this workstation?" in text
    assert "Its secrets in GNOME Keyring go with it." in text
    assert "The secret of the wizard's own application stays: another setup" in text
    assert "Nothing changes in HaloPSA" in text
    assert person.see("keep:old").hasFocus()
    await person.click("remove:other")  # one question at a time
    assert not person.sees("keep:old")
    assert "go with it" not in person.page_text()
    await person.key(Qt.Key.Key_Escape)
    assert not person.sees("keep:other")
    assert person.see("remove:other").hasFocus()
    assert len(world.records.states) == 2
    assert len(world.keychain.kept) == 2


async def test_it_takes_the_record_and_its_own_secrets_only(person: Person, world: World) -> None:
    await person.click("remove:old")
    await person.click("really-remove:old")
    assert set(world.records.states) == {"other"}
    assert set(world.keychain.kept) == {"s/old/admin"}
    assert not person.sees("setup:old")
    assert "The setup was removed. Nothing was changed in HaloPSA." in person.page_text()
    await person.click("remove:other")
    await person.click("really-remove:other")
    assert world.keychain.kept == {}
    assert person.reads("title") == "Welcome"


async def test_a_keychain_that_refuses_is_told_and_nothing_is_gone(
    person: Person, world: World
) -> None:
    world.keychain.locked = True
    await person.click("remove:old")
    assert not person.sees("record-only:old")
    await person.click("really-remove:old")
    assert "so nothing was removed" in person.reads("error")
    assert set(world.records.states) == {"old", "other"}
    assert len(world.keychain.kept) == 2
    await person.click("record-only:old")
    assert set(world.records.states) == {"other"}
    assert len(world.keychain.kept) == 2
    assert not person.sees("error")


async def test_many_setups_can_be_searched(world: World) -> None:
    base = world.records.states["old"]
    person = Person(world)
    assert not person.sees("search")
    await person.leave()
    for number in range(5):
        web = f"https://client{number}.halopsa.com"
        more = base.with_(id=f"m{number}", profile_id="topleft", answers={"web": web}, secrets={})
        world.records.save(more)
    person = Person(world)
    await person.enter("search", "TOPLEFT client3")
    assert {name for name in person.names() if name.startswith("setup:")} == {"setup:m3"}
    await person.enter("search", "nobody")
    assert "No setup of this name." in person.page_text()
    await person.leave()
