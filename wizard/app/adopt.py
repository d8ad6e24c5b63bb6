"""Adopts a connection that was made by hand: one look for all profiles, then its setup.

Sends GET and the token POST only. A pair of id and secret that is refused is tried once.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager

from wizard.app.eyes import Pair, open_eyes, pair
from wizard.app.wide_look import wide_look
from wizard.checks.fit import application_of, only_mine
from wizard.checks.look import Eyes, Progress
from wizard.checks.rules.case import text
from wizard.halo.limits import Budgets
from wizard.halo.session import Halo
from wizard.language import tr
from wizard.problems import ProblemError
from wizard.profiles.schema import Profile
from wizard.setup.adopt import Access, Connection, Proposal, adopted, known_as
from wizard.setup.discovered import with_discovered
from wizard.setup.flow import Flow
from wizard.setup.ports import Keychain, Records
from wizard.setup.removal import remove
from wizard.setup.reuse import with_access
from wizard.setup.state import SetupState
from wizard.setup.steps import StepKind

_ADMIN_ID, _ADMIN_SECRET = "admin_client_id", "admin_client_secret"


class Adoption:
    """Looks at a connection, and saves it as a setup."""

    def __init__(
        self,
        records: Records,
        keychain: Keychain,
        open_flow: Callable[[Profile, SetupState], Flow],
        budgets: Budgets,
        *,
        practice: bool,
    ) -> None:
        self._records = records
        self._keychain = keychain
        self._open_flow = open_flow
        self._budgets = budgets
        self._practice = practice

    async def keychain_name(self) -> str:
        """Name the keychain that the secrets will go to. Raises ProblemError keychain.missing."""
        return await asyncio.to_thread(self._keychain.backend)

    async def look(
        self, connection: Connection, profiles: Sequence[Profile], progress: Progress
    ) -> Proposal:
        """Find out which profile the connection was made for. Saves nothing.

        A connection that is saved already is not looked at. Raises ProblemError: the instance
        cannot be reached, or it refuses the client id and secret.
        """
        progress(tr("Finding the instance"))
        async with self._halo(connection) as halo:
            answers = with_discovered(_given(connection), halo.instance)
            states = await asyncio.to_thread(self._records.all)
            web, client_id = halo.instance.web, connection.client_id
            known = known_as(states, web, client_id, practice=self._practice)
            if known is not None:
                return Proposal(connection, answers, known=known)
            gate = halo.gate(client_id, connection.client_secret)
            access = _access(answers, states, practice=self._practice)
            wide = await wide_look(
                gate, lambda: self._eyes(halo, connection, access), profiles, halo, progress
            )
        mine = application_of(only_mine(wide.seen, client_id))
        sees = wide.eyes.administrator is not None
        through = {**access.answers, "connection": "admin" if sees else "own"}
        if sees and connection.admin_client_id:
            through[_ADMIN_ID] = connection.admin_client_id
        named = {"agent_name": wide.agent} if wide.agent else {}
        return Proposal(
            connection,
            {**answers, **through, **named},
            wide.agent,
            text(mine.display_name) if mine else None,
            wide.ranked,
            sees,
            wide.eyes.blind,
            access,
        )

    async def adopt(
        self,
        proposal: Proposal,
        profile: Profile,
        progress: Progress,
        *,
        memory_only: bool = False,
    ) -> SetupState:
        """Save the connection as a setup of this profile, and prove it: that is its first run.

        `memory_only` holds the secrets for this session instead of keeping them. Raises
        ProblemError keychain.*, records.* and what the proof could not do; then nothing is saved.
        """
        connection = proposal.connection
        secrets = {"client_secret": connection.client_secret}
        if proposal.administrator and connection.admin_client_secret:
            secrets[_ADMIN_SECRET] = connection.admin_client_secret
        state = adopted(
            proposal, profile, setup_id=uuid.uuid4().hex, practice=self._practice, now=_now()
        )
        flow = self._open_flow(profile, state)
        try:
            for name, secret in secrets.items():
                await flow.keep_secret(name, secret, memory_only=memory_only)
            await _prove(flow, progress)
        except (ProblemError, asyncio.CancelledError):
            with contextlib.suppress(ProblemError):
                await asyncio.to_thread(remove, flow.state, self._records, self._keychain)
            raise
        finally:
            await flow.close()
        return flow.state

    def _halo(self, connection: Connection) -> AbstractAsyncContextManager[Halo]:
        return Halo.open(
            connection.address,
            connection.tenant,
            trust_other_host=connection.trust_other_host,
            budgets=self._budgets,
        )

    async def _eyes(self, halo: Halo, connection: Connection, access: Access) -> Eyes:
        own = pair(connection.client_id, connection.client_secret)
        given = pair(connection.admin_client_id, connection.admin_client_secret)
        return await open_eyes(halo, own, given or await self._kept(access))

    async def _kept(self, access: Access) -> Pair | None:
        """Give the administrator's application that another setup of the instance has.

        A keychain that does not give its secret only means that less can be seen.
        """
        place = access.secrets.get(_ADMIN_SECRET)
        if place is None:
            return None
        with contextlib.suppress(ProblemError):
            secret = await asyncio.to_thread(self._keychain.get, place)
            return pair(access.answers.get(_ADMIN_ID), secret)
        return None


async def _prove(flow: Flow, progress: Progress) -> None:
    """Check all that the profile asks, as on the page of the proof, and go to the end."""
    proof = next((step for step in flow.steps if step.kind is StepKind.PROOF), None)
    if proof is not None:
        flow.go(proof.id)
        await flow.check(progress)
    flow.go(flow.steps[-1].id)


def _given(connection: Connection) -> dict[str, str]:
    """Give the answers that the person gave."""
    given = {
        "address": connection.address,
        "tenant": connection.tenant or "",
        "client_id": connection.client_id,
        "trust_other_host": "yes" if connection.trust_other_host else "",
    }
    return {name: value for name, value in given.items() if value}


def _access(answers: dict[str, str], states: Sequence[SetupState], *, practice: bool) -> Access:
    """Give the administrator's view that an earlier setup of the instance has."""
    blank = SetupState("", "", practice, _now(), answers={"web": answers["web"]})
    mine = with_access(blank, [each for each in states if each.practice == practice])
    taken_over = {name: value for name, value in mine.answers.items() if name != "web"}
    return Access(taken_over, mine.secrets)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
