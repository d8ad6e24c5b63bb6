"""Puts the window together: on this workstation's setups, or on a practice instance."""

from __future__ import annotations

import asyncio
import getpass
import os
import subprocess
import sys
import uuid
from collections.abc import Mapping
from pathlib import Path

from wizard.app.inspector import HaloInspector
from wizard.app.keychain import TellingKeychain
from wizard.app.own_profiles import OwnProfiles
from wizard.app.played import PlayedTechnician
from wizard.app.sessions import Sessions
from wizard.halo.limits import Budgets
from wizard.practice.scenarios import Scenario
from wizard.practice.server import PracticeInstance
from wizard.problems import ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup.flow import Flow, new_state
from wizard.setup.ports import Records
from wizard.setup.removal import going, remove
from wizard.setup.state import SetupState
from wizard.setup.steps import Step
from wizard.store.places import places
from wizard.store.preferences import Preferences
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor
from wizard.store.secrets import SystemKeychain, service_name


def open_window(redactor: Redactor) -> int:
    """Open the window on this workstation's setups and give its exit code."""
    _require_display()
    from wizard.ui.run import run  # noqa: PLC0415 - without a display Qt would abort the process
    from wizard.ui.services import Services  # noqa: PLC0415

    records = SqliteRecords(places().records, redactor)
    flows = Flows(records, redactor, practice=False)
    profiles = OwnProfiles(places().records.with_name("profiles"), Catalog().all())
    return run(
        Services(
            profiles=profiles.all(),
            records=records,
            open_flow=flows.open,
            remove=flows.remove,
            take_profile=profiles.take,
            person=_person(),
            preferences=Preferences(_preferences(places().records)),
            open_practice=_start_practice,
        )
    )


def open_practice_window(scenario: Scenario, redactor: Redactor) -> int:
    """Open the window on a practice instance, whose state and port outlive the program."""
    _require_display()
    from wizard.ui.run import run  # noqa: PLC0415 - without a display Qt would abort the process
    from wizard.ui.services import Services  # noqa: PLC0415

    where = places()
    records = SqliteRecords(where.practice_records, redactor)
    with PracticeInstance(_world(where.practice_records), scenario) as instance:
        flows = Flows(records, redactor, practice=True)
        players = Players(instance)
        profiles = OwnProfiles(where.records.with_name("profiles"), Catalog().all())
        return run(
            Services(
                profiles=profiles.all(),
                records=records,
                open_flow=flows.open,
                remove=flows.remove,
                take_profile=profiles.take,
                practice=True,
                helper=players.play,
                person=_person(),
                preferences=Preferences(_preferences(where.records)),
            )
        )


class Flows:
    """Opens flows: one keychain and one place for records for all of them."""

    def __init__(self, records: Records, redactor: Redactor, *, practice: bool) -> None:
        self._records = records
        self._practice = practice
        self._budgets = Budgets()
        self._keychain = TellingKeychain(SystemKeychain(), redactor)
        self._sessions = Sessions(
            self._keychain,
            lambda web, client_id: service_name(f"{web} {client_id}", "sign-in", practice=practice),
        )

    def open(self, profile: Profile, state: SetupState | None) -> Flow:
        """Begin a new setup of this profile, or resume a saved one."""
        return Flow(
            profile,
            state or new_state(profile, setup_id=uuid.uuid4().hex, practice=self._practice),
            inspector=HaloInspector(profile, self._budgets, sessions=self._sessions),
            keychain=self._keychain,
            records=self._records,
            service=lambda setup, name: service_name(setup, name, practice=self._practice),
        )

    async def remove(self, state: SetupState, leave_secrets: bool) -> None:
        """Take a setup off this workstation. Raises ProblemError removal.*."""
        gone = [] if leave_secrets else going(state, self._records.all()).secrets
        await asyncio.to_thread(
            remove, state, self._records, self._keychain, leave_secrets=leave_secrets
        )
        self._sessions.no_longer_kept(place.service for place in gone)


class Players:
    """One played technician for each setup that is open in the practice window."""

    def __init__(self, instance: PracticeInstance) -> None:
        self._instance = instance
        self._players: dict[str, PlayedTechnician] = {}

    async def play(self, flow: Flow, step: Step) -> Mapping[str, str | Secret]:
        """Do a step's work in the practice instance, and give what to enter."""
        player = self._players.get(flow.state.id)
        if player is None:
            player = self._players[flow.state.id] = PlayedTechnician(self._instance, flow)
        return await player.do(step)


def _preferences(records: Path) -> Path:
    return records.with_name("preferences.json")


def _world(records: Path) -> Path:
    return records.with_name("practice-instance.json")


def _start_practice() -> None:
    """Open the practice window beside this one, as a process of its own."""
    program = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "wizard"]
    )
    subprocess.Popen([*program, "practice"])  # noqa: S603 - this very program


def _person() -> str:
    try:
        return getpass.getuser()
    except OSError:
        return ""  # whoever sits here


def _require_display() -> None:
    """Refuse before Qt does: it would abort the process without a word for a person."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise ProblemError(problem("display.missing"))
