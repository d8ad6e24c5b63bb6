"""Walks for tests: the real flow, client and practice instance, a keychain in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from wizard.app.walk import Walk, walk
from wizard.checks.findings import Finding, Report
from wizard.practice.scenarios import SCENARIOS
from wizard.practice.server import PracticeInstance
from wizard.profiles.catalog import Catalog
from wizard.setup.state import SetupState
from wizard.store.secrets import SessionKeychain

PROFILES = Catalog().ids()
EASY = "easy"
HARD = tuple(name for name, each in SCENARIOS.items() if not each.administrator)


def walked(
    profile: str, scenario: str = EASY, breaks: Collection[str] = ()
) -> tuple[Report, PracticeInstance]:
    """Walk a profile and give the proof's report and the stopped instance with its log."""
    route = Walk(Catalog().get(profile), SCENARIOS[scenario], breaks)
    return asyncio.run(walk(route, SessionKeychain(), Held(), lambda *_: None))


class Held:
    """Records in memory: what SQLite does with them has its own tests."""

    def __init__(self) -> None:
        self._states: dict[str, SetupState] = {}

    def save(self, state: SetupState) -> None:
        self._states[state.id] = state

    def load(self, setup_id: str) -> SetupState | None:
        return self._states.get(setup_id)

    def all(self) -> tuple[SetupState, ...]:
        return tuple(self._states.values())

    def delete(self, setup_id: str) -> None:
        self._states.pop(setup_id, None)


def by_id(report: Report) -> dict[str, Finding]:
    return {finding.requirement: finding for finding in report.findings}
