"""Adopting a connection in the window: on the practice instance, by mouse and by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton

from tests.app.by_hand import PROFILES, ByHand, Desk, by_hand
from tests.ui.adoptions import ID, SECRET
from tests.ui.person import Person
from tests.ui.scenes import SCENES
from wizard.checks.findings import State
from wizard.problems import problem
from wizard.ui.adopting import Adopting
from wizard.ui.journey import Journey
from wizard.ui.services import Services
from wizard.ui.window import Window

pytestmark = pytest.mark.anyio

LACKING = ("scope:read:projects", "scope:all:teams")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
async def person(desk: Desk, anyio_backend: object) -> AsyncIterator[Person]:
    """Give a person at a window that looks at real (practice) instances."""
    someone = Person.__new__(Person)
    someone.world = SimpleNamespace(keychain=desk.keychain)  # type: ignore[assignment]
    someone.window = Window(
        Services(
            profiles=lambda: PROFILES,
            records=desk.records,
            open_flow=desk.flows.open,
            remove=desk.flows.remove,
            adoption=desk.flows.adoption,
        )
    )
    someone.window.show_home()
    someone.window.show()
    yield someone
    await someone.leave()


@pytest.fixture
def made() -> Iterator[ByHand]:
    with by_hand("liongard") as one:
        yield one


async def enter(person: Person, made: ByHand, *, administrator: bool = True) -> None:
    """Open the page, and enter the connection."""
    await person.click("new-setup")
    await person.click("adopt")
    await person.enter("input:address", made.instance.address)
    await person.enter("input:client_id", made.own.client_id)
    await person.enter("input:client_secret", made.own.client_secret.reveal())
    if administrator:
        await person.click("administrator")
        await person.enter("input:admin_client_id", made.admin_id)
        await person.enter("input:admin_client_secret", made.admin_secret.reveal())


async def test_from_the_choice_to_the_proof(person: Person, desk: Desk, made: ByHand) -> None:
    await enter(person, made)
    assert "Held in memory; when you adopt the connection it goes into" in person.page_text()
    await person.click("next")
    assert person.reads("verdict") == (
        "This looks like Liongard: all 20 rows are as its guide asks."
    )
    text = person.page_text()
    assert "logs in to" in text
    assert "as the agent “Liongard”" in text
    assert "Nothing differs." in text
    assert desk.empty
    assert person.reads("next") == "Adopt"
    await person.click("next")
    assert person.reads("title") == "Prove the connection"
    assert person.reads("verdict") == "The connection works: all 20 requirements are met."
    (state,) = desk.records.all()
    assert len(desk.history.runs(state.id)) == 1
    assert made.instance.writes == ()


async def test_what_differs_stands_in_rows(person: Person) -> None:
    with by_hand("perimeters", breaks=LACKING) as made:
        await enter(person, made)
        await person.click("next")
        assert person.reads("verdict").startswith("This looks like Perimeters: ")
        rows = {name for name in person.names() if name.startswith("row:")}
        assert rows == {f"row:{name}" for name in LACKING}
        assert person.see("group:Missing").accessibleName() == "Missing: 2"
        assert not person.sees(f"confirm:{LACKING[0]}")


async def test_another_one_can_be_chosen(person: Person, desk: Desk, made: ByHand) -> None:
    await enter(person, made)
    await person.click("next")
    await person.click("others")
    await person.click("input:profile:perimeters")
    assert "What differs from the guide of Perimeters" in person.page_text()
    assert person.sees("row:application:name")
    await person.click("next")
    (state,) = desk.records.all()
    assert state.profile_id == "perimeters"
    assert any(each.state is State.MISSING for each in state.findings["proof"])


async def test_without_an_administrator_it_says_what_it_rests_on(
    person: Person, desk: Desk
) -> None:
    with by_hand("topleft", "own-blind-refused") as made:
        await enter(person, made, administrator=False)
        await person.click("next")
        assert person.reads("verdict").startswith("This looks like TopLeft: ")
        assert "Only the connection's own id and secret looked" in person.page_text()
        assert not person.sees("row:application:name")
        await person.click("group:Unknown")
        assert person.sees("row:application:name")
        await person.click("next")
        (state,) = desk.records.all()
        assert state.answers["connection"] == "own"


async def test_what_is_missing_is_asked_for_first(person: Person) -> None:
    await person.click("new-setup")
    await person.click("adopt")
    assert person.see("input:address", QLineEdit).hasFocus()
    await person.click("next")
    assert "Still needed: Web address, Client ID and Client Secret." in person.window.footer.status
    assert "Enter the Client Secret first." in person.page_text()
    assert person.see("input:address", QLineEdit).hasFocus()


async def test_half_an_administrator_is_a_slip(person: Person, made: ByHand) -> None:
    await enter(person, made, administrator=False)
    await person.click("administrator")
    await person.enter("input:admin_client_id", made.admin_id)
    await person.click("administrator")
    await person.click("next")
    assert made.instance.requests == ()
    assert person.see("input:admin_client_secret", QLineEdit).hasFocus()


async def test_what_is_pasted_is_told_apart(person: Person) -> None:
    await person.click("new-setup")
    await person.click("adopt")
    await person.enter("input:client_secret", f"Client ID: {ID}\nClient Secret: {SECRET}")
    await person.rest()
    assert person.see("input:client_id", QLineEdit).text() == ID
    assert person.see("input:client_secret", QLineEdit).text() == SECRET
    assert person.reads("pasted").startswith("Both were in what you pasted")


async def test_a_refused_secret_stands_on_the_page(
    person: Person, desk: Desk, made: ByHand
) -> None:
    await enter(person, made)
    await person.enter("input:client_secret", SECRET)
    await person.click("next")
    assert person.reads("title") == "Adopt a connection"
    assert problem("token.invalid_client").happened in person.reads("error")
    assert made.token_requests == [401]
    assert desk.empty
    await person.enter("input:client_secret", made.own.client_secret.reveal())
    await person.click("next")
    assert not person.sees("error")
    assert person.reads("title") == "What it looks like"


async def test_back_keeps_what_was_entered(person: Person, made: ByHand) -> None:
    await enter(person, made)
    await person.click("next")
    await person.click("back")
    assert person.see("input:client_id", QLineEdit).text() == made.own.client_id
    secret = person.see("input:client_secret", QLineEdit).text()
    assert secret == made.own.client_secret.reveal()
    assert person.see("input:admin_client_id", QLineEdit).text() == made.admin_id
    await person.click("next")
    assert person.reads("title") == "What it looks like"
    await person.click("back")
    await person.click("back")
    assert person.reads("title") == "Welcome"
    assert not isinstance(person.window.here, Adopting)


async def test_a_keychain_that_is_missing_offers_the_session(
    person: Person, desk: Desk, made: ByHand
) -> None:
    desk.keychain.missing = True
    await enter(person, made)
    assert problem("keychain.missing").happened in person.page_text()
    await person.click("next")
    assert not person.sees("hold-in-memory")
    await person.click("next")
    assert problem("keychain.missing").happened in person.reads("error")
    assert person.reads("title") == "What it looks like"
    assert desk.empty
    said = "Nothing was saved. The wizard still has the secret in memory."
    assert person.reads("refused") == said
    await person.click("hold-in-memory")
    assert person.reads("title") == "Prove the connection"
    (state,) = desk.records.all()
    assert not state.secrets["client_secret"].in_keychain


async def test_a_connection_that_is_saved_is_opened(
    person: Person, desk: Desk, made: ByHand
) -> None:
    found = await desk.look(made.with_administrator)
    state = await desk.adoption.adopt(found, found.best[0].profile, desk.told.append)
    person.window.show_home()
    await enter(person, made)
    await person.click("next")
    assert person.reads("known") == (
        f"This connection is saved already: Liongard on {made.instance.address[7:]}."
    )
    await person.click("open-known")
    assert isinstance(person.window.here, Journey)
    assert person.window.here._flow.state.id == state.id
    assert len(desk.records.all()) == 1


async def test_all_by_keys(person: Person, desk: Desk, made: ByHand) -> None:
    assert person.see("new-setup").hasFocus()
    await person.key(Qt.Key.Key_Return)
    while not person.see("adopt").hasFocus():
        await person.key(Qt.Key.Key_Tab)
    await person.key(Qt.Key.Key_Return)
    assert person.see("input:address", QLineEdit).hasFocus()
    for name, value in (
        ("input:address", made.instance.address),
        ("input:client_id", made.own.client_id),
        ("input:client_secret", made.own.client_secret.reveal()),
    ):
        while not person.see(name, QLineEdit).hasFocus():
            await person.key(Qt.Key.Key_Tab)
        await person.enter(name, value)
    await person.key(Qt.Key.Key_Return)
    assert person.reads("title") == "What it looks like"
    assert person.see("next").hasFocus()
    await person.key(Qt.Key.Key_Return)
    assert person.reads("title") == "Prove the connection"
    assert len(desk.records.all()) == 1


async def test_another_host_needs_a_yes() -> None:
    async with SCENES["adopt-other-host"].shown() as studio:
        page = studio.window.here._page
        studio.window.here.next()
        assert studio.window.here._page is page  # nothing was answered
        page.findChild(QRadioButton, "input:trust_other_host:no").click()
        assert not page.connection().trust_other_host
        studio.adoption.problem = problem("auth_server.other_host", "sign-in.example.net")
        studio.window.here.next()
        await studio.window.bridge.settled()
        assert studio.window.problem.isVisible()
        page.findChild(QRadioButton, "input:trust_other_host:yes").click()
        assert page.connection().trust_other_host
        studio.window.here.next()
        await studio.window.bridge.settled()
        assert studio.window.here._page is not page


async def test_another_address_takes_the_yes_back() -> None:
    async with SCENES["adopt-other-host"].shown() as studio:
        page = studio.window.here._page
        page.findChild(QRadioButton, "input:trust_other_host:yes").click()
        address = page.findChild(QLineEdit, "input:address")
        address.setText("https://other.halopsa.com")
        address.editingFinished.emit()
        assert not page.connection().trust_other_host


async def test_a_look_that_is_cancelled_leaves_the_page() -> None:
    async with SCENES["adopt-busy"].shown() as studio:
        page = studio.window.here._page
        studio.window._cancel()
        await studio.window.bridge.settled()
        assert studio.window.here._page is page
        assert studio.window.footer.status.startswith("Cancelled.")


async def test_back_keeps_the_yes_to_another_host() -> None:
    async with SCENES["adopt-other-host"].shown() as studio:
        window = studio.window
        page = window.here._page
        page.findChild(QRadioButton, "input:trust_other_host:yes").click()
        window.here.next()
        await window.bridge.settled()
        window.here.back()
        again = window.here._page
        assert again is not page
        again.findChild(QLineEdit, "input:address").editingFinished.emit()
        assert again.connection().trust_other_host
