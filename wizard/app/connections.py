"""One instance's connections, as its setups share them: each is made once, at the first need.

A connection that several setups have, of the same id and secret, is one: what it reads is read
once, and credentials that are refused are not tried again for the next setup.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from contextlib import AsyncExitStack

from wizard.app.kept_secrets import ADMINISTRATOR, OWN, Secrets
from wizard.app.sessions import Sessions, application_of
from wizard.checks import connection
from wizard.checks.look import Eyes
from wizard.checks.ports import Gate, Reader
from wizard.checks.shared import ClosedGate, Once, SharedGate, SharedReader
from wizard.halo.limits import Budgets
from wizard.halo.session import Halo
from wizard.halo.together import together
from wizard.halo.transport import Bounds
from wizard.problems import Problem, ProblemError
from wizard.secret import Secret
from wizard.setup import sign_in
from wizard.setup.screens.opening import SIGN_IN
from wizard.setup.state import SetupState

# The secrets that each kind of connection needs beside the integration's own.
_NEEDED = {SIGN_IN: (sign_in.CLIENT_SECRET, sign_in.REFRESH), "admin": (ADMINISTRATOR,)}


class Connections:
    """Opens an instance and signs in to it for saved setups. Closed with `stack`.

    No browser is opened: a person's sign-in is used where one was kept.
    """

    def __init__(
        self,
        secrets: Secrets,
        sessions: Sessions,
        budgets: Budgets,
        bounds: Bounds | None,
        stack: AsyncExitStack,
    ) -> None:
        self._secrets_of = secrets
        self._sessions = sessions
        self._budgets = budgets
        self._bounds = bounds
        self._stack = stack
        self._once = Once()
        self._gates: dict[Hashable, SharedGate] = {}
        stack.push_async_callback(sessions.settled)  # a renewal needs the connection
        stack.push_async_callback(self._once.close)

    async def open(self, web: str, state: SetupState) -> tuple[Halo, Eyes]:
        """Give the instance at this web address, and what a setup looks at it with.

        Raises ProblemError where it cannot be found. A sign-in is made by the first look that
        needs it; why one cannot be made is in the eyes.
        """
        halo, found = await together(self._halo(web, state), self._secrets(state))
        return halo, self._eyes(halo, state, found)

    async def _halo(self, web: str, state: SetupState) -> Halo:
        """Give the open instance: one discovery for all setups that see it alike."""
        tenant = state.answers.get("tenant") or None
        trust = state.answers.get("trust_other_host") == "yes"

        async def opened() -> Halo:
            opening = Halo.open(
                web,
                tenant,
                trust_other_host=trust,
                budgets=self._budgets,
                bounds=self._bounds,
            )
            return await self._stack.enter_async_context(opening)

        return await self._once.do(("halo", web, tenant, trust), opened)

    async def _secrets(self, state: SetupState) -> Mapping[str, Secret | Problem]:
        """Get what the setup's connections need, or why it cannot be had."""
        found: dict[str, Secret | Problem] = {}
        for name in (OWN, *_NEEDED.get(state.answers.get("connection", SIGN_IN), ())):
            try:
                secret = await self._secrets_of.get(state, name)
            except ProblemError as error:
                found[name] = error.problem
            else:
                found |= {name: secret} if secret is not None else {}
        return found

    def _eyes(self, halo: Halo, state: SetupState, found: Mapping[str, Secret | Problem]) -> Eyes:
        own = self._own(halo, state, found.get(OWN))
        try:
            return Eyes(own, self._administrator(halo, state, found))
        except ProblemError as error:
            return Eyes(own, None, error.problem)

    def _own(self, halo: Halo, state: SetupState, secret: Secret | Problem | None) -> Gate | None:
        client_id = state.answers.get("client_id")
        if not client_id or secret is None:
            return None
        if isinstance(secret, Problem):
            return ClosedGate(client_id, secret)
        return self._gate(halo, client_id, secret)

    def _administrator(
        self, halo: Halo, state: SetupState, found: Mapping[str, Secret | Problem]
    ) -> Reader | None:
        """Give what an administrator sees, None where the setup has none. Raises ProblemError."""
        kind = state.answers.get("connection", SIGN_IN)
        if kind == SIGN_IN:
            return self._person(halo, state, found)
        client_id = state.answers.get("admin_client_id")
        secret = found.get(ADMINISTRATOR)
        if kind != "admin" or not client_id or secret is None:
            return None
        gate = self._gate(halo, client_id, _had(secret))

        async def opened() -> Reader:
            return gate.reader(await connection.administrator_token(gate))

        return SharedReader(self._once, ("administrator", halo, client_id, secret), opened)

    def _person(
        self, halo: Halo, state: SetupState, found: Mapping[str, Secret | Problem]
    ) -> Reader:
        """Look through a sign-in that the person asked to keep. Raises ProblemError."""
        kept = {name: _had(each) for name, each in found.items() if name in _NEEDED[SIGN_IN]}
        application = application_of(state.answers, kept)
        gate = self._sessions.kept(halo, application, kept.get(sign_in.REFRESH))

        async def opened() -> Reader:
            return gate.reader(await gate.token())

        return SharedReader(self._once, ("person", halo, application.client_id), opened)

    def _gate(self, halo: Halo, client_id: str, secret: Secret) -> SharedGate:
        """Give the gate of an id and secret, the same one to all who have the same."""
        key = (halo, client_id, secret)
        if key not in self._gates:
            self._gates[key] = SharedGate(self._once, key, halo.gate(client_id, secret))
        return self._gates[key]


def _had(found: Secret | Problem) -> Secret:
    if isinstance(found, Problem):
        raise ProblemError(found)
    return found
