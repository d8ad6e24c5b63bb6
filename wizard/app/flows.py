"""Opens setups for the window: what looks at HaloPSA, and what keeps secrets and records."""

from __future__ import annotations

import asyncio
import uuid

from wizard.app.inspector import HaloInspector
from wizard.app.keychain import TellingKeychain
from wizard.app.sessions import Sessions
from wizard.halo.limits import Budgets
from wizard.profiles.schema import Profile
from wizard.setup.flow import Flow, new_state
from wizard.setup.ports import Records
from wizard.setup.removal import going, remove
from wizard.setup.state import SetupState
from wizard.store.redaction import Redactor
from wizard.store.secrets import SystemKeychain, service_name


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
