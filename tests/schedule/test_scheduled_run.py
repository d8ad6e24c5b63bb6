"""The command that a scheduler runs, with a real keychain and a desktop on a private D-Bus."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import keyring
import pytest

from tests.fleet_world.breaking import BREAKS
from tests.fleet_world.mould import Cast, mould
from tests.fleet_world.served import Fleet
from tests.schedule.conftest import Stubs
from tests.schedule.desktop import Desktop
from tests.secret_service import SecretService
from wizard.app.schedule import Schedule
from wizard.cli import main
from wizard.practice.world import World
from wizard.store.places import places
from wizard.store.records import SqliteRecords

PATIENCE = 60  # seconds; a run takes about one


@dataclass
class Scheduled:
    """A workstation on which a re-check was scheduled, its instance and its desktop."""

    words: tuple[str, ...]
    fleet: Fleet
    cast: Cast
    keychain: SecretService
    desktop: Desktop

    def run(self) -> tuple[int, list[str]]:
        """Run what was set up; give the exit code and the notifications."""
        done = subprocess.run(
            self.words,
            env={**os.environ, **self.keychain.environment},
            timeout=PATIENCE,
            capture_output=True,
            check=False,
        )
        told = []
        while not self.desktop.got.empty():
            told.append(self.desktop.got.get()[4])
        return done.returncode, told


@pytest.fixture
def scheduled(
    stubs: Stubs, secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Scheduled]:
    monkeypatch.setenv("HALO_SETUP_HOME", str(stubs.folder / "files"))
    stubs.add("systemctl")
    assert main(["schedule", "set", "--daily"]) == 0
    present = Schedule().present()
    assert present is not None
    casts: list[Cast] = []

    def build(number: int, address: str) -> World:
        casts.append(mould(("liongard",)).at(number, address))
        return casts[-1].world()

    desktop = Desktop()
    try:
        with Fleet(1, build) as fleet:
            SqliteRecords(places().records).save_all(casts[0].setups)
            for service, text in casts[0].secrets.items():
                keyring.set_password(service, "halo-setup", text)
            yield Scheduled(present.words, fleet, casts[0], secret_service, desktop)
    finally:
        secret_service.kill_bus()
        desktop.end()


def test_the_desktop_is_told_once_of_what_became_worse(scheduled: Scheduled) -> None:
    assert scheduled.run() == (0, [])
    way, world = BREAKS[0], scheduled.fleet.members[0].world
    way.breaks(world, scheduled.cast.setups[0])
    host = scheduled.fleet.members[0].address.removeprefix("http://")
    text = f"1 setup is worse than before: liongard@{host}"
    assert scheduled.run() == (1, [text])
    assert scheduled.run() == (1, [])


def test_the_desktop_is_told_of_a_run_that_was_impossible(scheduled: Scheduled) -> None:
    places().records.write_bytes(b"no database" * 100)
    code, (told,) = scheduled.run()
    assert code == 4
    assert told == (
        "The regular re-check could not run. The file with the saved setups is damaged."
    )


def test_a_locked_keychain_is_unknown_and_never_a_hang(scheduled: Scheduled) -> None:
    scheduled.keychain.lock()
    code, told = scheduled.run()
    assert (code, told) == (3, [])
    # Only what needs no secret was asked.
    asked = {each.path for each in scheduled.fleet.members[0].instance.log.all()}
    assert asked
    assert "/auth/token" not in asked
