"""What the pages of an adoption are drawn with: proposals made of observations, and no HaloPSA."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from msgspec import UNSET
from msgspec.structs import replace as struct_replace

from tests.checks import observations as o
from tests.ui.fakes import WEB, day
from wizard.checks.fit import fits
from wizard.checks.observation import NO_ADMINISTRATOR, Observation, ScopeFacts, Seen, Through
from wizard.checks.rules.case import Subject
from wizard.halo.records import ApplicationScope
from wizard.problems import Problem, ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup.adopt import Connection, Proposal, adopted
from wizard.setup.ports import Progress
from wizard.setup.state import SetupState

ID = "8f1f2a39-6d2a-4f54-8f3e-3a5f0f8a7c21"
SECRET = "11111111-2222-3333-4444-5555555555cc-66666666-7777-8888-9999-0000000000dd"
CONNECTION = Connection(WEB, ID, Secret(SECRET))
WITH_ADMINISTRATOR = replace(
    CONNECTION, admin_client_id=ID.replace("8", "9"), admin_client_secret=Secret(SECRET)
)


def scoped(seen: Observation, *held: str) -> Observation:
    """Let the application hold these scopes."""
    decided = {name: name in held for name in o.SCOPES}
    how = dict.fromkeys(o.SCOPES, "not granted when all was asked for")
    facts = ScopeFacts(decided, how, frozenset(held))
    ticked = tuple(ApplicationScope(name) for name in held)
    page = struct_replace(o.APPLICATION, scopes=ticked)
    return replace(
        seen, scopes=Seen(facts, Through.OWN), applications=Seen((page,), Through.ADMINISTRATOR)
    )


def blind() -> Observation:
    """What a connection's own credentials show where HaloPSA shows them little."""
    own = o.with_agent(o.good(), Through.OWN, claims=UNSET)
    return replace(
        own, agents=NO_ADMINISTRATOR, roles=NO_ADMINISTRATOR, applications=NO_ADMINISTRATOR
    )


def proposal(
    seen: Observation, profiles: Sequence[Profile] | None = None, *, agent: str = "Liongard"
) -> Proposal:
    """Give what is proposed of what was seen."""
    subject = Subject(agent=agent, client_id="the-client-id")
    sees = isinstance(seen.applications, Seen)
    return Proposal(
        CONNECTION,
        {"address": WEB, "web": WEB, "client_id": ID, "connection": "admin" if sees else "own"},
        agent,
        "Liongard" if sees else None,
        fits(profiles or Catalog().all(), subject, seen),
        sees,
    )


def equal() -> Proposal:
    """Give two that ask for the same."""
    liongard = Catalog().get("liongard")
    others = [each for each in Catalog().all() if each.id != liongard.id]
    twin = struct_replace(liongard, id="leopard", name="Leopard")
    return proposal(o.good(), [liongard, twin, *others])


def unlike() -> Proposal:
    """Give what looks like none of the integrations."""
    seen = scoped(o.with_agent(o.good(), claims=(), teams=()), "read:kb", "access:chat")
    return replace(proposal(seen, agent="API user 3"), application="Monitoring")


def state() -> SetupState:
    """Give the setup that this connection is saved as."""
    found, profile = proposal(o.good()), Catalog().get("liongard")
    return adopted(found, profile, setup_id="a0", practice=False, now=day("2026-10-02"))


def known(saved: SetupState) -> Proposal:
    """Give what is found of a connection that is saved already."""
    return Proposal(CONNECTION, saved.answers, known=saved)


class FakeAdoption:
    """Proposes what it is told to. `problem`: the next look or adoption raises it."""

    def __init__(self) -> None:
        self.found = proposal(o.good())
        self.problem: Problem | None = None
        self.gate: asyncio.Event | None = None
        self.missing = False
        self.saved: list[SetupState] = []

    async def keychain_name(self) -> str:
        if self.missing:
            raise ProblemError(problem("keychain.missing"))
        return "GNOME Keyring"

    async def look(
        self, connection: Connection, profiles: Sequence[Profile], progress: Progress, /
    ) -> Proposal:
        progress("Signing in as the integration")
        await self._wait()
        return replace(self.found, connection=connection)

    async def adopt(
        self,
        proposal: Proposal,
        profile: Profile,
        progress: Progress,
        /,
        *,
        memory_only: bool = False,
    ) -> SetupState:
        await self._wait()
        state = adopted(proposal, profile, setup_id="a1", practice=False, now=day("2026-11-22"))
        self.saved.append(state)
        return state

    async def _wait(self) -> None:
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(0)
        if self.problem is not None:
            raised, self.problem = self.problem, None
            raise ProblemError(raised)
