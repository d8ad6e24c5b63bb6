"""Opens setups for the window: what looks at HaloPSA, and what keeps secrets and records."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Callable

from wizard.app.adopt import Adoption
from wizard.app.inspector import HaloInspector
from wizard.app.kept_secrets import KeptSecrets
from wizard.app.keychain import TellingKeychain
from wizard.app.sessions import Sessions
from wizard.app.visits import HaloVisits
from wizard.checks.snapshots import Check
from wizard.halo.limits import Budgets
from wizard.profiles.schema import Profile
from wizard.setup.flow import Flow, new_state
from wizard.setup.ports import Records
from wizard.setup.removal import going, remove
from wizard.setup.runs import run_of
from wizard.setup.state import SetupState
from wizard.store.history import History
from wizard.store.redaction import Redactor
from wizard.store.secrets import SystemKeychain, service_name


class Flows:
    """Opens flows, and visits for re-checks: all share keychain, records, sign-ins and budgets."""

    def __init__(
        self, records: Records, history: History, redactor: Redactor, *, practice: bool
    ) -> None:
        self._records = records
        self._history = history
        self._practice = practice
        self._budgets = Budgets()
        self._keychain = TellingKeychain(SystemKeychain(), redactor)
        self._sessions = Sessions(
            self._keychain,
            lambda web, client_id: service_name(f"{web} {client_id}", "sign-in", practice=practice),
        )

    def open(self, profile: Profile, state: SetupState | None) -> Flow:
        """Begin a new setup of this profile, or resume a saved one. Its proofs are runs, too."""

        async def proven(started: dt.datetime, check: Check) -> None:
            await asyncio.to_thread(self._keep, flow.state.id, started, check)

        flow = Flow(
            profile,
            state or new_state(profile, setup_id=uuid.uuid4().hex, practice=self._practice),
            inspector=HaloInspector(profile, self._budgets, sessions=self._sessions, proven=proven),
            keychain=self._keychain,
            records=self._records,
            service=lambda setup, name: service_name(setup, name, practice=self._practice),
            sayings=self._history,
        )
        return flow

    def visits(self, profiles: Callable[[str], Profile]) -> HaloVisits:
        """Give what re-checks saved setups; `profiles` gives one by id, or raises ProblemError."""
        return HaloVisits(
            profiles=profiles,
            secrets=KeptSecrets(self._keychain),
            sessions=self._sessions,
            history=self._history,
            budgets=self._budgets,
        )

    def adoption(self) -> Adoption:
        """Give what adopts connections that were made by hand."""
        return Adoption(
            self._records, self._keychain, self.open, self._budgets, practice=self._practice
        )

    async def remove(self, state: SetupState, leave_secrets: bool) -> None:
        """Take a setup off this workstation. Raises ProblemError removal.*."""
        gone = [] if leave_secrets else going(state, self._records.all()).secrets
        await asyncio.to_thread(
            remove, state, self._records, self._keychain, leave_secrets=leave_secrets
        )
        self._sessions.no_longer_kept(place.service for place in gone)

    def _keep(self, setup_id: str, started: dt.datetime, check: Check) -> None:
        """Write a proof into the history, as the re-check that it is."""
        self._history.write(run_of(setup_id, started, check))
