"""Id and secret: pasted, tidied, kept, tested at once, and shown again only on purpose."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.person import Person
from wizard.checks.findings import State
from wizard.secret import Secret
from wizard.ui.widgets.reveal import SECONDS, Drawn, Reveal

pytestmark = pytest.mark.anyio

ID = "8f1f2a39-6d2a-4f54-8f3e-3a5f0f8a7c21"
SECRET = "11111111-2222-3333-4444-5555555555cc-66666666-7777-8888-9999-0000000000dd"
PLACE = "halo-setup/s1/client_secret"


@pytest.fixture
async def at_credentials(person: Person) -> Person:
    """Give a person before the page of id and secret."""
    await person.begin("liongard")
    await person.find_instance()
    await person.go("credentials")
    person.world.inspector.looks = 0
    return person


def value(person: Person, name: str) -> str:
    return person.see(f"input:{name}", QLineEdit).text()


async def test_the_keychain_is_named_before_and_after(at_credentials: Person) -> None:
    person = at_credentials
    assert person.reads("goes:client_secret") == "Goes straight into GNOME Keyring."
    await person.enter("input:client_secret", SECRET)
    await person.rest()
    assert person.reads("place:client_secret") == "kept in GNOME Keyring"
    assert not person.sees("goes:client_secret")
    assert "The wizard has the secret. Choose Save in HaloPSA now" in person.page_text()
    assert "Keep this page of HaloPSA open" not in person.page_text()
    assert person.world.keychain.kept[PLACE] == Secret(SECRET)


async def test_without_a_keychain_it_is_said_before_anything_is_entered(person: Person) -> None:
    person.world.keychain.missing = True
    await person.begin("liongard")
    await person.find_instance()
    await person.go("credentials")
    assert person.reads("goes:client_secret") == (
        "This workstation has no keychain that the program can use."
    )
    assert not person.sees("error")


async def test_the_pair_is_tested_as_soon_as_both_are_there(at_credentials: Person) -> None:
    person, inspector = at_credentials, at_credentials.world.inspector
    await person.enter("input:client_secret", f" {SECRET}\n")
    await person.rest()
    assert inspector.looks == 0
    await person.enter("input:client_id", f"Client ID: {ID}")
    await person.rest()
    assert inspector.looks == 1
    assert value(person, "client_id") == ID
    assert person.reads("step:credentials") == "Id and secret: done, this page"


async def test_another_secret_of_the_same_place_is_tested_again(at_credentials: Person) -> None:
    person, inspector = at_credentials, at_credentials.world.inspector
    inspector.states["token"] = State.MISSING
    await person.enter("input:client_id", ID)
    await person.enter("input:client_secret", SECRET)
    await person.rest()
    assert inspector.looks == 1
    assert person.reads("step:credentials") == "Id and secret: 1 left, this page"
    inspector.states.clear()
    await person.click("replace:client_secret")
    await person.enter("input:client_secret", SECRET.replace("1", "2"))
    await person.rest()
    assert inspector.looks == 2
    assert person.reads("step:credentials") == "Id and secret: done, this page"


async def test_nothing_is_tested_on_another_page(at_credentials: Person) -> None:
    person = at_credentials
    await person.enter("input:client_id", ID)
    await person.enter("input:client_secret", "a secret of another shape")
    await person.click("back")
    assert person.world.inspector.looks == 0
    await person.go("credentials")
    assert person.world.inspector.looks == 0
    assert person.reads("place:client_secret") == "kept in GNOME Keyring"


@pytest.mark.parametrize("field", ["client_id", "client_secret"])
async def test_both_pasted_into_one_field_are_parted(at_credentials: Person, field: str) -> None:
    person = at_credentials
    await person.enter(f"input:{field}", f"Client ID: {ID}\nClient Secret: {SECRET}")
    await person.rest()
    assert person.reads("pasted").startswith("Both were in what you pasted")
    assert value(person, "client_id") == ID
    assert person.world.keychain.kept[PLACE] == Secret(SECRET)
    assert person.world.inspector.looks == 1


async def test_a_secret_in_the_field_of_the_id_is_saved_nowhere_else(
    at_credentials: Person,
) -> None:
    person = at_credentials
    await person.enter("input:client_id", SECRET)
    await person.rest()
    assert person.reads("pasted").startswith("That was the Client Secret")
    assert value(person, "client_id") == ""
    assert person.world.keychain.kept[PLACE] == Secret(SECRET)
    assert SECRET not in repr(person.world.records.states)


async def test_an_id_in_the_field_of_the_secret_is_moved_or_told(at_credentials: Person) -> None:
    person = at_credentials
    await person.enter("input:client_secret", ID)
    await person.rest()
    assert value(person, "client_id") == ID
    assert value(person, "client_secret") == ""
    assert person.reads("pasted").startswith("That was the Client ID")
    await person.enter("input:client_secret", ID)
    await person.rest()
    assert person.reads("pasted").startswith("That is the Client ID once more")
    assert person.world.keychain.kept == {}


async def test_a_kept_secret_is_shown_on_purpose_and_hides_itself(at_credentials: Person) -> None:
    person = at_credentials
    await person.enter("input:client_secret", SECRET)
    await person.rest()
    drawn = person.window.findChild(Drawn, "shown:client_secret")
    assert drawn is not None
    before = drawn.parentWidget().grab().toImage()
    assert not drawn.isVisible()
    await person.click("show:client_secret")
    assert drawn.isVisible()
    assert drawn.parentWidget().grab().toImage() != before
    assert person.reads("hides:client_secret") == f"Hidden again in {SECONDS} s"
    assert SECRET not in person.page_text()
    reveal = drawn.parentWidget()
    assert isinstance(reveal, Reveal)
    for _ in range(SECONDS - 1):
        reveal.tick()
    assert drawn.isVisible()
    reveal.tick()
    assert not drawn.isVisible()
    assert person.reads("show:client_secret") == "Show"
    await person.click("show:client_secret")
    await person.click("show:client_secret")  # it says Hide now
    assert not drawn.isVisible()


async def test_a_shown_secret_does_not_outlast_its_page(at_credentials: Person) -> None:
    person = at_credentials
    await person.enter("input:client_secret", SECRET)
    await person.rest()
    await person.click("show:client_secret")
    await person.click("back")
    await person.go("credentials")
    assert not person.sees("shown:client_secret")


async def test_a_secret_that_is_gone_is_told(at_credentials: Person) -> None:
    person = at_credentials
    await person.enter("input:client_secret", SECRET)
    await person.rest()
    person.world.keychain.kept.clear()
    await person.click("show:client_secret")
    assert "no longer in the keychain" in person.reads("error")
    QApplication.clipboard().clear()
