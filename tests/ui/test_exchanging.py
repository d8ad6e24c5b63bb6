"""Setups into a file and out of one, in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.fakes import World, day
from tests.ui.person import Person
from wizard.setup.state import SecretPlace, SetupState
from wizard.store.exchange import export_setups, read_setups

pytestmark = pytest.mark.anyio

WEB = "https://acme.halopsa.com"


def setup(name: str, **changes: object) -> SetupState:
    state = SetupState(name, "liongard", False, day("2026-10-01"), step="done")
    place = SecretPlace(f"halo-setup:{name}", True, "GNOME Keyring")
    usual = {"answers": {"address": WEB, "web": WEB}, "secrets": {"client_secret": place}}
    return state.with_(**{**usual, **changes})


async def pick(person: Person, path: Path) -> None:
    """Pick a file in the dialog."""
    (dialog,) = person.window.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    await person.rest()


async def test_all_real_setups_go_into_a_file(world: World, tmp_path: Path) -> None:
    world.records.save_all([setup("one"), setup("two"), setup("played", practice=True)])
    person = Person(world)
    person.window.export_setups()
    await pick(person, tmp_path / "setups.json")
    assert person.reads("notice") == "2 setups were exported. No secret is in the file."
    assert {each.id for each in read_setups(tmp_path / "setups.json")} == {"one", "two"}
    await person.leave()


async def test_a_file_is_shown_before_it_is_taken(world: World, tmp_path: Path) -> None:
    file = tmp_path / "setups.json"
    file.write_bytes(export_setups([setup("one")]))
    person = Person(world)
    await person.click("import-setups")  # the first page of a new workstation
    await pick(person, file)
    assert "1 setup is new here." in person.page_text()
    assert "liongard@acme.halopsa.com" in person.page_text().replace("\u200b", "")
    assert world.records.all() == ()
    await person.click("next")
    assert person.reads("title") == "Your setups"
    assert "1 setup was imported." in person.reads("notice")
    await person.click("go-on:one")
    assert "Client Secret" in person.reads("notice")
    await person.leave()


async def test_what_is_here_stays_unless_the_person_wishes_otherwise(
    world: World, tmp_path: Path
) -> None:
    mine = setup("one", answers={"address": WEB, "web": WEB, "agent_name": "mine"})
    world.records.save(mine)
    file = tmp_path / "setups.json"
    file.write_bytes(export_setups([setup("one"), setup("two", profile_id="of-our-own")]))
    person = Person(world)
    for wish, agent in (("leave", "mine"), ("replace", None)):
        person.window.import_setups()
        await pick(person, file)
        assert ("unknown-profiles" in person.names()) is True
        await person.click(wish)
        await person.click("next")
        kept = world.records.load("one")
        assert kept is not None
        assert kept.answers.get("agent_name") == agent
        assert kept.secrets == mine.secrets
    await person.leave()


async def test_a_file_of_which_all_is_here_offers_only_to_replace(
    world: World, tmp_path: Path
) -> None:
    world.records.save(setup("one"))
    file = tmp_path / "setups.json"
    file.write_bytes(export_setups([setup("one")]))
    person = Person(world)
    person.window.import_setups()
    await pick(person, file)
    assert not person.see("next").isEnabled()
    await person.click("replace")
    assert person.see("next").isEnabled()
    await person.click("back")
    assert person.reads("title") == "Your setups"
    await person.leave()


async def test_a_bad_file_changes_nothing(world: World, tmp_path: Path) -> None:
    file = tmp_path / "setups.json"
    file.write_text("{}")
    person = Person(world)
    person.window.import_setups()
    await pick(person, file)
    assert "This is no file with setups, or it was changed by hand." in person.page_text()
    assert person.reads("title") == "Welcome"
    await person.leave()
