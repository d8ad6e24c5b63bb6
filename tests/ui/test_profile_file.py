"""A profile from a file: opened, or told what is wrong with it, and where."""

import datetime as dt
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.profiles.paths import GUIDES
from tests.ui.fakes import World
from tests.ui.person import Person
from wizard.profiles.mistakes import Mistake
from wizard.setup.state import SetupState
from wizard.ui.profile_file import in_words

pytestmark = pytest.mark.anyio


async def open_file(person: Person, path: Path) -> None:
    """Pick a file in the dialog."""
    await person.click("open-profile")
    (dialog,) = person.window.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    await person.rest()


async def test_a_sound_one_joins_the_others_and_can_be_started(
    person: Person, world: World
) -> None:
    await person.click("new-setup")
    await open_file(person, GUIDES / "zomentum.toml")
    assert person.see("card:zomentum").isChecked()
    await person.click("next")
    assert world.flow.profile.id == "zomentum"
    await person.click("home")  # and its setup can be gone on with
    await person.click("new-setup")
    assert person.sees("card:zomentum")


async def test_mistakes_are_told_with_their_places(
    person: Person, world: World, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    text = (GUIDES / "zomentum.toml").read_text("utf-8")
    broken.write_text(text.replace('name = "read:', 'name = "raed:', 1), "utf-8")
    await person.click("new-setup")
    await open_file(person, broken)
    assert person.reads("mistakes") == "broken.toml has a mistake and was not opened."
    assert "no scope raed:" in person.page_text()
    assert re.search(r"Line \d+, step \d+ > scope \d+ > name: ", person.page_text())
    assert not person.sees("card:zomentum")
    await open_file(person, GUIDES / "zomentum.toml")
    assert not person.sees("mistakes")


async def test_a_file_that_is_gone_is_told(person: Person, tmp_path: Path) -> None:
    await person.click("new-setup")
    await open_file(person, tmp_path / "gone.toml")
    assert "There is no such profile." in person.reads("error")


async def test_one_is_removed_after_a_question(person: Person, world: World) -> None:
    await person.click("new-setup")
    await person.click("card:liongard")
    assert not person.sees("remove-profile")  # it is built in
    await open_file(person, GUIDES / "zomentum.toml")
    await person.click("remove-profile")
    assert person.see("keep-profile").hasFocus()
    await person.key(Qt.Key.Key_Escape)
    assert not person.sees("profile-question")
    assert person.see("remove-profile").hasFocus()
    assert world.own.all()[-1].id == "zomentum"
    await person.click("remove-profile")
    await person.click("really-remove-profile")
    assert person.reads("notice") == "The profile was removed. Open its file to have it again."
    assert not person.sees("card:zomentum")
    assert not person.see("next").isEnabled()
    assert world.own.all() == world.profiles
    await person.key(Qt.Key.Key_Escape)
    await person.click("new-setup")
    assert not person.sees("card:zomentum")


async def test_one_that_saved_setups_use_is_not_removed(person: Person, world: World) -> None:
    await person.click("new-setup")
    await open_file(person, GUIDES / "zomentum.toml")
    await person.click("next")
    await person.find_instance()
    await person.click("home")
    await person.click("new-setup")
    await person.click("card:zomentum")
    await person.click("remove-profile")
    assert person.reads("profile-asked") == "Saved setups use Zomentum. Remove them first:"
    assert "Zomentum → acme.halopsa.com" in person.page_text()
    assert not person.sees("really-remove-profile")
    await person.click("keep-profile")
    assert person.sees("remove-profile")
    assert world.own.all()[-1].id == "zomentum"


async def test_a_setup_that_was_begun_meanwhile_keeps_its_profile(
    person: Person, world: World
) -> None:
    await person.click("new-setup")
    await open_file(person, GUIDES / "zomentum.toml")
    await person.click("remove-profile")
    world.records.save(SetupState("elsewhere", "zomentum", False, dt.datetime.now(dt.UTC)))
    await person.click("really-remove-profile")
    assert "A saved setup uses this profile" in person.reads("error")
    assert person.see("card:zomentum").isChecked()


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (Mistake("step[2].scope[0].name", 12, "wrong"), "Line 12, step 3 > scope 1 > name: wrong"),
        (Mistake("", 3, "wrong"), "Line 3: wrong"),
        (Mistake("source.title", None, "wrong"), "source > title: wrong"),
        (Mistake("", None, "wrong"), "wrong"),
    ],
)
def test_a_place_in_words(mistake: Mistake, words: str) -> None:
    assert in_words(mistake) == words
