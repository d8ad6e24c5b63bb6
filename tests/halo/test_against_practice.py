"""The client against the practice instance over real HTTP, in the worlds that it offers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from wizard.halo.auth import AuthGate
from wizard.halo.client import HaloReader
from wizard.halo.discovery import same_host
from wizard.halo.permissions import effective, permission_table
from wizard.halo.session import Halo
from wizard.practice.administrator import administrator_application
from wizard.practice.behaviour import Behaviour, Ungranted, WrongGrant
from wizard.practice.model import Agent, Application, Method
from wizard.practice.scenarios import Scenario
from wizard.practice.server import PracticeInstance
from wizard.problems import ProblemError
from wizard.secret import Secret

pytestmark = pytest.mark.anyio
UNASSIGNED = 1  # nobody: a list leaves it out unless it is asked for (halo-api.md §4.1)


@dataclass
class Place:
    """A practice instance with an administrator's application, and the client opened on it."""

    practice: PracticeInstance
    halo: Halo
    gate: AuthGate

    async def reader(self, *scopes: str) -> HaloReader:
        return self.gate.reader(await self.gate.token(scopes or ("all", "all:teams")))

    def integration(self, *scopes: str, **changes: object) -> AuthGate:
        """Make an agent "bot" and an application that logs in as it."""
        agent = self.practice.world.new_agent("bot")
        draft = self.practice.world.draft_application()
        page = Application(id="", client_id="", name="Test", agent_id=agent.id, scopes=scopes)
        saved = self.practice.world.save_draft(draft, replace(page, **changes))
        return self.halo.gate(saved.client_id, draft.secret)

    def bot(self) -> Agent:
        agent = self.practice.world.state.agent_named("bot")
        assert agent is not None
        return agent


Start = Callable[..., AbstractAsyncContextManager[Place]]


@asynccontextmanager
async def _start(**switches: object) -> AsyncIterator[Place]:
    behaviour = replace(Behaviour(rate_limit=None), **switches)
    with PracticeInstance(world=Scenario(name="test", behaviour=behaviour)) as practice:
        scopes = ("all", "all:teams", "admin", "admin:webhooks")
        client_id, secret = administrator_application(practice.world, scopes)
        async with Halo.open(f"{practice.address}/portal") as halo:
            yield Place(practice, halo, halo.gate(client_id, secret))
            assert not practice.writes


async def _refused(gate: AuthGate, *scopes: str) -> str:
    with pytest.raises(ProblemError) as caught:
        await gate.token(scopes)
    return caught.value.problem.code


async def test_discovery() -> None:
    async with _start() as place:
        found = place.halo.instance
        assert found.web == place.practice.address
        assert found.tenant == place.practice.tenant
        assert found.discovered
        assert found.version is not None
        assert same_host(found)
    async with _start(instance_info_public=False) as place:
        assert place.halo.instance.version is None


async def test_an_administrator_sees_everything() -> None:
    async with _start() as place:
        place.integration("read:tickets")
        reader = await place.reader()
        state = place.practice.world.state
        agents = {agent.name: agent for agent in await reader.agents()}
        assert "bot" in agents
        assert {agent.id for agent in agents.values()} == set(state.agents) - {UNASSIGNED}
        assert {role.name for role in await reader.roles()} >= {
            r.name for r in state.roles.values()
        }
        bot = await reader.agent(place.bot().id)
        assert bot.name == "bot"
        assert isinstance(bot.claims, tuple)
        [listed] = [a for a in await reader.applications() if a.display_name == "Test"]
        application = await reader.application(str(listed.id))
        assert application.loginas_agent_id == bot.id
        assert application.scopes is not UNSET
        assert [scope.name for scope in application.scopes] == ["read:tickets"]


async def test_claims_are_read_as_they_are_set() -> None:
    async with _start() as place:
        place.integration("read:tickets")
        place.practice.world.put_agent(replace(place.bot(), claims={"Tx": "1", "Jx": "3"}))
        agent = await (await place.reader()).agent(place.bot().id)
        assert isinstance(agent.claims, tuple)
        held = [("agent", claim) for claim in agent.claims]
        for code, label in (("Tx", "Read Only"), ("Jx", "Read and Modify")):
            permission = permission_table().by_code(code)
            assert permission is not None
            assert effective(permission, held).label == label


async def test_a_token_says_what_it_may_and_who_it_is() -> None:
    async with _start() as place:
        gate = place.integration("read:tickets", "edit:customers")
        token = await gate.token(["read:tickets", "edit:customers"])
        assert token.granted is not None
        assert token.granted >= {"read:tickets", "edit:customers"}
        assert token.identity is not None
        assert (token.identity.agent_id, token.identity.source) == (place.bot().id, "id_token")
        assert (await gate.reader(token).me()).name == "bot"


@pytest.mark.parametrize(
    ("switches", "source"),
    [
        ({"id_token": False}, "access_token"),
        ({"id_token": False, "agent_in_access_token": False}, None),
        ({"id_token": False, "opaque_token": True}, None),
    ],
)
async def test_where_the_identity_comes_from(
    switches: dict[str, object], source: str | None
) -> None:
    async with _start(**switches) as place:
        token = await place.integration("read:tickets").token(["read:tickets"])
        assert (token.identity.source if token.identity else None) == source


async def test_without_a_scope_in_the_answer_nothing_is_known() -> None:
    async with _start(scope_in_answer=False) as place:
        assert (await place.integration("all").token(["all"])).granted is None


async def test_refusals_of_the_token_endpoint() -> None:
    async with _start() as place:
        gate = place.integration("read:tickets")
        assert await _refused(gate, "read:nonsense") == "token.invalid_scope"
        assert await _refused(gate, "edit:assets") == "token.invalid_scope"
        wrong = place.halo.gate(gate.client_id, Secret("wrong"))
        assert await _refused(wrong, "all") == "token.invalid_client"
        other = place.integration("all", method=Method.NATIVE)
        assert await _refused(other, "all") == "token.unauthorised_client"
        off = place.integration("all", active=False)
        assert await _refused(off, "all") == "token.invalid_client"


async def test_other_ways_to_refuse() -> None:
    async with _start(
        ungranted_scope=Ungranted.DROPPED, wrong_grant=WrongGrant.INVALID_CLIENT
    ) as place:
        token = await place.integration("read:tickets").token(["read:tickets", "edit:assets"])
        assert token.granted is not None
        assert "edit:assets" not in token.granted
        other = place.integration("all", method=Method.NATIVE)
        assert await _refused(other, "all") == "token.invalid_client"


async def test_a_wrong_tenant_is_an_error_of_the_server() -> None:
    async with _start() as place, Halo.open(place.practice.address, "somebody else") as halo:
        assert len(halo.instance.notes) == 1
        client_id, secret = administrator_application(place.practice.world, ("all",))
        assert await _refused(halo.gate(client_id, secret), "all") == "token.server_error"


@pytest.mark.parametrize(
    "switches",
    [
        {},
        {"agent_list_bare": True},
        {"page_cap": 3},
        {"fixed_page": 2},
        {"single_in_list": True},
    ],
)
async def test_every_agent_is_read_in_every_shape(switches: dict[str, object]) -> None:
    async with _start(**switches) as place:
        for number in range(7):
            place.practice.world.new_agent(f"more {number}")
        reader = await place.reader()
        listed = [agent.id for agent in await reader.agents()]
        assert len(listed) == len(set(listed))
        assert set(listed) == set(place.practice.world.state.agents) - {UNASSIGNED}
        assert (await reader.me()).id in listed
        assert (await reader.agent(listed[-1] if isinstance(listed[-1], int) else 0)).name


async def test_what_is_hidden_is_a_problem_or_absent() -> None:
    async with _start(
        applications_visible=False, other_agents_readable=False, own_claims_readable=False
    ) as place:
        gate = place.integration("all")
        reader = gate.reader(await gate.token(["all"]))
        with pytest.raises(ProblemError) as caught:
            await reader.applications()
        assert caught.value.problem.code == "http.not_found"
        assert not (await reader.me()).claims


async def test_probes_answer_with_status_and_rows() -> None:
    async with _start() as place:
        administrator = await place.reader()
        assert await _status(administrator, "/Tickets") == (200, 1)
        gate = place.integration("read:tickets")
        reader = gate.reader(await gate.token(["read:tickets"]))
        status, rows = await _status(reader, "/Asset")
        assert (status in (401, 403), rows) == (True, None)
        assert (await _status(reader, "/Tickets"))[0] in (401, 403)  # no right: Tx is not set
        assert await _status(reader, "/NoSuchThing") == (404, None)


async def _status(reader: HaloReader, path: str) -> tuple[int, int | None]:
    answer = await reader.probe(path)
    return answer.status, answer.rows


async def test_a_token_that_ended_early_is_renewed_once() -> None:
    async with _start() as place:
        reader = await place.reader()
        await reader.me()
        place.practice.expire_tokens()
        place.practice.clear_requests()
        await reader.me()
        seen = [(request.method, request.status) for request in place.practice.requests]
        assert seen == [("GET", 401), ("POST", 200), ("GET", 200)]


async def test_the_limit_is_told_and_not_hammered() -> None:
    async with _start(rate_limit=6, rate_window=300.0) as place:
        reader = await place.reader()
        await reader.me()
        await reader.me()
        await reader.me()
        with pytest.raises(ProblemError) as caught:
            await reader.me()
        assert caught.value.problem.code == "http.rate_limited"
        assert caught.value.problem.retry_after is not None
        with pytest.raises(ProblemError) as caught:
            await reader.me()
        assert caught.value.problem.code == "budget.exhausted"
        assert [r.status for r in place.practice.requests].count(429) == 1
