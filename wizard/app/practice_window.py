"""Puts the window together on a practice instance, whose state and port outlive the program."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.app.flows import Flows
from wizard.app.overview import Overview
from wizard.app.own_profiles import OwnProfiles
from wizard.app.played import PlayedTechnician
from wizard.app.window import person, require_display
from wizard.practice.scenarios import Scenario
from wizard.practice.server import PracticeInstance
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup.flow import Flow
from wizard.setup.steps import Step
from wizard.store.history import History
from wizard.store.places import places
from wizard.store.preferences import Preferences
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor


def open_practice_window(scenario: Scenario, redactor: Redactor) -> int:
    """Open the window on a practice instance, whose state and port outlive the program."""
    require_display()
    from wizard.ui.run import run  # noqa: PLC0415 - without a display Qt would abort the process
    from wizard.ui.services import Services  # noqa: PLC0415

    where = places()
    records = SqliteRecords(where.practice_records, redactor)
    with PracticeInstance(where.practice_world, scenario) as instance:
        preferences = Preferences(where.preferences)
        history = History(where.practice_records, redactor, days=preferences.history_days)
        flows = Flows(records, history, redactor, practice=True)
        players = Players(instance)
        real = SqliteRecords(where.records, redactor)
        profiles = OwnProfiles(
            where.profiles, Catalog().all(), lambda: (*records.to_check(), *real.to_check())
        )
        return run(
            Services(
                profiles=profiles.all,
                records=records,
                open_flow=flows.open,
                remove=flows.remove,
                own_profiles=lambda: profiles,
                practice=True,
                helper=players.play,
                person=person(),
                preferences=preferences,
                fleet=lambda: Overview(
                    where.practice_records,
                    records,
                    history,
                    profiles.all,
                    flows.visits,
                    redactor=redactor,
                    practice=True,
                ),
                adoption=flows.adoption,
            )
        )


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
