"""A setup from another workstation, opened in the window."""

from pathlib import Path

import pytest

from tests.ui.fakes import World, day
from tests.ui.person import Person
from wizard.fleet.arriving import arriving, to_save
from wizard.setup.state import SecretPlace, SetupState
from wizard.store.exchange import export_setups, read_setups

pytestmark = pytest.mark.anyio


def imported(tmp_path: Path) -> SetupState:
    """Give a finished setup as it is here when it was imported."""
    web = "https://acme.halopsa.com"
    there = SetupState(
        "old",
        "liongard",
        False,
        day("2026-10-01"),
        step="done",
        answers={"address": web, "web": web, "connection": "own", "client_id": "an-id"},
        secrets={"client_secret": SecretPlace("halo-setup:old:client_secret", True, "KWallet")},
        finished=day("2026-10-02"),
    )
    path = tmp_path / "setups.json"
    path.write_bytes(export_setups([there]))
    (state,) = to_save(arriving(read_setups(path), [], ["liongard"]), [], replace=False)
    return state


async def test_it_asks_for_its_secret(world: World, tmp_path: Path) -> None:
    world.records.save(imported(tmp_path))
    person = Person(world)
    assert "Finished 2026-10-02 · not proven" in person.page_text()
    await person.click("go-on:old")
    assert person.reads("notice") == (
        "Enter Client Secret (Id and secret)."
        " This setup was imported, and a secret is never part of the file."
    )
    assert world.flow.secret_place("client_secret") is None
    assert person.reads("title") == "Find your HaloPSA"
    await person.leave()


async def test_a_check_waits_for_the_secret(world: World, tmp_path: Path) -> None:
    world.records.save(imported(tmp_path))
    person = Person(world)
    await person.click("check-again:old")
    assert world.inspector.looks == 0
    assert "Client Secret" in person.reads("notice")
    await person.leave()
