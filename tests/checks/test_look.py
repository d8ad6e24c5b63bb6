"""What a check reads, through whose eyes, and how a failure becomes a cause."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace

import pytest
from msgspec import UNSET
from msgspec.structs import replace as with_

from tests.checks import observations as o
from tests.checks.gates import FakeGate
from wizard.checks import parts
from wizard.checks.look import Eyes, look
from wizard.checks.observation import NO_ADMINISTRATOR, Beyond, Observation, Seen, Through, Unread
from wizard.checks.ports import Reader
from wizard.checks.rules.case import Subject
from wizard.halo.records import Agent, ProbeAnswer, Role, TokenAnswer
from wizard.problems import ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import Requirement, requirements

pytestmark = pytest.mark.anyio
OWN, ADMIN = Through.OWN, Through.ADMINISTRATOR
ROWS = requirements(o.PROFILE)
OTHER = Agent(id=13, name="Other")
ROLE = Role(id="guid", name="TopLeft Role", claims=o.claims({"SA": "true"}))


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class FakeReader:
    """Answers with what it is given; a text is the code of the problem that it raises."""

    def __init__(self, **answers: object) -> None:
        usual = {
            "me": o.AGENT,
            "agents": (o.AGENT, OTHER),
            "agent": {12: o.AGENT, 13: OTHER},
            "roles": (ROLE,),
            "role": {"guid": ROLE},
            "applications": (o.APPLICATION,),
            "application": {},
            "probe": {},
        }
        self._answers = {**usual, **answers}
        self.asked: list[str] = []

    def _give(self, name: str, key: object = None) -> object:
        self.asked.append(name if key is None else f"{name} {key}")
        answer = self._answers[name]
        if isinstance(answer, dict):
            answer = answer.get(key, ProbeAnswer(200, 1) if name == "probe" else "http.not_found")
        if isinstance(answer, str):
            raise ProblemError(problem(answer))
        return answer

    async def me(self):
        return self._give("me")

    async def agents(self):
        return self._give("agents")

    async def agent(self, agent_id: int):
        return self._give("agent", agent_id)

    async def roles(self):
        return self._give("roles")

    async def role(self, role_id: str):
        return self._give("role", role_id)

    async def applications(self):
        return self._give("applications")

    async def application(self, application_id: str):
        return self._give("application", application_id)

    async def probe(self, path: str):
        return self._give("probe", path)


class Door(FakeGate):
    """A token endpoint with a reader behind it; `tokens` are those that were read with."""

    def __init__(self, reader: FakeReader, *held: str, **manners: object) -> None:
        super().__init__(*held, **manners)  # type: ignore[arg-type]
        self.behind = reader
        self.tokens: list[TokenAnswer] = []

    def reader(self, token: TokenAnswer) -> Reader:
        self.tokens.append(token)
        return self.behind


async def seen_by(
    own: FakeGate | None = None,
    administrator: FakeReader | None = None,
    *,
    subject: Subject = o.SUBJECT,
    rows: Collection[Requirement] = ROWS,
    full: bool = False,
    blind: str | None = None,
) -> Observation:
    eyes = Eyes(own, administrator, problem(blind) if blind else None)
    return await look(eyes, subject, rows, lambda _: None, full=full)


def door(**answers: object) -> Door:
    return Door(FakeReader(**answers), *o.SCOPES, "all:teams")


def code(read: object) -> str:
    assert isinstance(read, Unread)
    return read.problem.code


def value(read: object) -> object:
    assert isinstance(read, Seen)
    return read.value


class TestAdministrator:
    async def test_reads_the_named_agent_with_its_details(self):
        details = with_(o.AGENT, email="from the details")
        seen = await seen_by(administrator=FakeReader(agent={12: details}))
        assert seen.agents == Seen((o.AGENT, OTHER), ADMIN)
        assert seen.agent == Seen(details, ADMIN)
        assert seen.applications == Seen((o.APPLICATION,), ADMIN)
        assert code(seen.sign_in) == "not_yet.credentials"

    async def test_names_are_compared_as_people_do(self):
        seen = await seen_by(
            administrator=FakeReader(), subject=replace(o.SUBJECT, agent=" LIONGARD ")
        )
        assert value(seen.agent) == o.AGENT

    async def test_who_is_not_named_is_looked_for_by_the_guides_name(self):
        seen = await seen_by(administrator=FakeReader(), subject=Subject())
        assert value(seen.agent) == o.AGENT

    async def test_without_any_name_nobody_is_read(self):
        rows = [each for each in ROWS if each.id == "team:any"]
        seen = await seen_by(administrator=FakeReader(), subject=Subject(), rows=rows)
        assert code(seen.agent) == "agent.not_named"

    @pytest.mark.parametrize(
        ("agents", "cause"),
        [
            ((OTHER, with_(OTHER, id=14)), "agent.not_found"),
            ((o.AGENT, with_(o.AGENT, id=14)), "agent.ambiguous"),
            ((with_(o.AGENT, id=UNSET), OTHER), "agent.not_found"),
            ((o.AGENT,), "agent.others_hidden"),
            ((), "agent.others_hidden"),
            ("http.forbidden", "http.forbidden"),
        ],
    )
    async def test_why_no_agent_is_read(self, agents, cause):
        seen = await seen_by(administrator=FakeReader(agents=agents))
        assert code(seen.agent) == cause

    async def test_a_role_that_came_without_claims_is_read_by_itself(self):
        bare = with_(ROLE, claims=UNSET)
        held = with_(o.AGENT, roles=(bare, with_(bare, id=UNSET)))
        reader = FakeReader(agent={12: held})
        roles = value((await seen_by(administrator=reader)).agent).roles
        assert roles == (ROLE, with_(bare, id=UNSET))
        hidden = FakeReader(agent={12: held}, role="http.forbidden")
        roles = value((await seen_by(administrator=hidden)).agent).roles
        assert roles[0].claims is UNSET
        shown = FakeReader(agent={12: with_(o.AGENT, roles=(ROLE,))})
        await seen_by(administrator=shown)
        assert "role guid" not in shown.asked

    async def test_roles_are_read_where_the_guide_has_one_and_only_its_own_with_claims(self):
        bare, other = with_(ROLE, claims=UNSET), Role(id="else", name="Else")
        reader = FakeReader(roles=(bare, other))
        rows = requirements(o.TOPLEFT)
        seen = await seen_by(administrator=reader, rows=rows)
        assert value(seen.roles) == (ROLE, other)
        assert "role else" not in reader.asked
        refused = await seen_by(administrator=FakeReader(roles="http.forbidden"), rows=rows)
        assert code(refused.roles) == "http.forbidden"
        without = await seen_by(administrator=FakeReader())
        assert without.roles == NO_ADMINISTRATOR

    async def test_an_application_is_read_only_for_rows_about_it(self):
        reader = FakeReader()
        rows = [each for each in ROWS if each.id == "team:any"]
        await seen_by(administrator=reader, rows=rows)
        assert "applications" not in reader.asked

    async def test_of_the_applications_only_the_setups_own_is_read_by_itself(self):
        short = with_(o.APPLICATION, id="mine", scopes=UNSET)
        other = with_(short, id="other", client_id="another", display_name="Another")
        nameless = with_(other, id="nameless", display_name=UNSET)
        reader = FakeReader(
            applications=(other, short, nameless, o.APPLICATION),
            application={"mine": o.APPLICATION, "nameless": "http.not_found"},
        )
        seen = await seen_by(administrator=reader)
        assert value(seen.applications) == (other, o.APPLICATION, nameless, o.APPLICATION)
        assert "application other" not in reader.asked

    async def test_an_application_that_cannot_be_read_just_now_leaves_all_of_them_unread(self):
        short = with_(o.APPLICATION, id="mine", scopes=UNSET)
        limited = FakeReader(applications=(short,), application={"mine": "http.rate_limited"})
        seen = await seen_by(administrator=limited)
        assert code(seen.applications) == "http.rate_limited"

    async def test_why_there_is_no_administrator_is_the_cause_of_all_that_is_unseen(self):
        seen = await seen_by(blind="token.invalid_client")
        parts = (seen.agents, seen.agent, seen.roles, seen.applications)
        assert {code(part) for part in parts} == {"token.invalid_client"}


class TestOwnEyes:
    async def test_the_own_agent_is_read_with_its_details(self):
        details = with_(o.AGENT, email="from the details")
        seen = await seen_by(door(agent={12: details}))
        assert seen.agent == Seen(details, OWN)
        assert code(seen.agents) == "not_yet.administrator"

    async def test_else_what_me_tells(self):
        seen = await seen_by(door(agent="http.forbidden"))
        assert seen.agent == Seen(o.AGENT, OWN)

    async def test_the_identity_is_the_tokens_and_me_fills_in_what_it_leaves_out(self):
        seen = await seen_by(door(me=with_(o.AGENT, id=99, name="Not me")))
        identity = value(seen.identity)
        assert (identity.agent_id, identity.name) == (12, "Liongard")
        assert identity.email == o.AGENT.email
        assert identity.source == "the id_token and /Agent/me"

    async def test_without_an_id_token_me_tells_it(self):
        gate = door()
        gate.identity = None
        identity = value((await seen_by(gate)).identity)
        assert (identity.agent_id, identity.name, identity.source) == (12, "Liongard", "/Agent/me")
        silent = door(me="http.forbidden")
        silent.identity = None
        assert code((await seen_by(silent)).identity) == "http.forbidden"

    async def test_where_me_is_refused_the_token_still_tells(self):
        seen = await seen_by(door(me="http.forbidden"))
        assert value(seen.identity).source == "the id_token"

    @pytest.mark.parametrize(
        ("lists", "me", "dead"),
        [
            (False, "http.unauthorised", True),
            (True, "http.unauthorised", False),
            (False, "http.forbidden", False),
            (False, o.AGENT, False),
        ],
    )
    async def test_a_token_is_dead_that_lists_nothing_and_is_refused(self, lists, me, dead):
        gate = Door(FakeReader(me=me), *o.SCOPES, lists=lists)
        assert value((await seen_by(gate)).sign_in).dead is dead

    async def test_a_pair_that_was_asked_for_no_scope_is_not_dead(self):
        rows = [each for each in ROWS if each.id == "token"]
        seen = await seen_by(door(me="http.unauthorised"), rows=rows)
        assert value(seen.sign_in).dead is False

    async def test_a_refused_sign_in_is_the_cause_of_all_that_hangs_on_it(self):
        gate = Door(FakeReader(), fails={o.SCOPES: "token.invalid_client"})
        seen = await seen_by(gate)
        assert {code(each) for each in (seen.sign_in, seen.scopes, seen.identity)} == {
            "token.invalid_client"
        }
        assert seen.probes == {}
        assert gate.tokens == []

    async def test_it_is_not_signed_in_for_what_the_administrator_sees(self):
        gate = door()
        rows = [each for each in ROWS if each.id == "team:any"]
        await seen_by(gate, FakeReader(), rows=rows)
        assert gate.asked == []
        await seen_by(gate, FakeReader(agents="http.forbidden"), rows=rows)
        assert gate.asked == [()]

    async def test_the_agent_behind_the_token_is_read_where_nobody_is_named(self):
        gate, reader = door(), FakeReader(agents=(OTHER, with_(OTHER, id=14)))
        seen = await seen_by(gate, reader, subject=Subject())
        assert seen.agent == Seen(o.AGENT, ADMIN)
        seen = await seen_by(gate, reader)  # named, and not there
        assert code(seen.agent) == "agent.not_found"

    async def test_why_it_sees_nothing_counts_only_without_an_administrator(self):
        gate = Door(FakeReader(), fails={o.SCOPES: "token.invalid_client"})
        assert code((await seen_by(gate)).agent) == "token.invalid_client"
        hidden = FakeReader(agents="http.forbidden")
        assert code((await seen_by(gate, hidden)).agent) == "http.forbidden"
        assert code((await seen_by(gate, blind="network.timeout")).agent) == "network.timeout"
        blind = Door(FakeReader(agent="http.not_found", me="http.unauthorised"), *o.SCOPES)
        assert code((await seen_by(blind)).agent) == "http.unauthorised"
        assert code((await seen_by(blind, hidden)).agent) == "http.forbidden"


class TestProgress:
    async def told(self, own: FakeGate | None, administrator: FakeReader | None, profile) -> list:
        lines: list[str] = []
        eyes = Eyes(own, administrator)
        await look(eyes, o.SUBJECT, requirements(profile), lines.append, full=True)
        return lines

    async def test_it_says_what_it_looks_at_while_it_looks(self):
        assert await self.told(door(), FakeReader(), o.PROFILE) == [
            "Looking at the agents",
            "Looking at the application",
            "Signing in as the integration",
            "Trying GET /Tickets",
            "Trying GET /Client",
            "Trying GET /Invoice, which should be refused",
        ]

    async def test_with_the_integrations_own_eyes_it_looks_at_the_agent_behind_the_token(self):
        lines = await self.told(door(), None, o.PROFILE)
        assert lines[:2] == [
            "Signing in as the integration",
            "Looking at the agent behind the token",
        ]

    @pytest.mark.parametrize("profile", Catalog().all(), ids=lambda each: each.id)
    @pytest.mark.parametrize("administrator", [FakeReader(), None], ids=["with", "without"])
    async def test_it_looks_at_what_was_announced(self, profile, administrator):
        announced = parts.expected(requirements(profile), administrator=administrator is not None)
        assert await self.told(door(), administrator, profile) == list(announced)

    async def test_what_runs_side_by_side_is_told_in_turns(self):
        told: list[str] = []
        turns = parts.Turns(told.append)
        ends = {name: asyncio.Event() for name in "abc"}
        work = [asyncio.ensure_future(turns.during(name, end.wait)) for name, end in ends.items()]
        assert told == ["a"]
        ends["b"].set()
        await work[1]
        assert told == ["a"]
        ends["a"].set()
        await work[0]
        assert told == ["a", "b", "c"]  # b is over, and nobody waits for it
        ends["c"].set()
        await asyncio.gather(*work)
        assert told == ["a", "b", "c"]

    async def test_roles_where_the_guide_has_one(self):
        lines = await self.told(None, FakeReader(), o.TOPLEFT)
        assert lines == [
            "Looking at the agents",
            "Looking at the roles",
            "Looking at the application",
        ]


class TestProbes:
    async def test_each_is_tried_as_the_integration(self):
        seen = await seen_by(door())
        assert set(seen.probes) == {"/Tickets", "/Client"}
        assert seen.probes["/Client"].own == Seen(ProbeAnswer(200, 1), OWN)

    @pytest.mark.parametrize(
        ("answer", "tried"),
        [(ProbeAnswer(200, 0), True), (ProbeAnswer(200, None), False), (ProbeAnswer(403, 0), True)],
    )
    async def test_the_administrator_is_asked_where_nothing_was_seen(self, answer, tried):
        reader = FakeReader()
        seen = await seen_by(door(probe={"/Tickets": answer}), reader)
        assert ("probe /Tickets" in reader.asked) is tried
        administrators = seen.probes["/Tickets"].administrator
        assert administrators == (Seen(ProbeAnswer(200, 1), ADMIN) if tried else NO_ADMINISTRATOR)

    async def test_a_failure_is_kept_as_the_cause(self):
        seen = await seen_by(door(probe={"/Tickets": "network.timeout"}))
        assert code(seen.probes["/Tickets"].own) == "network.timeout"


class TestBeyond:
    async def test_a_full_look_tries_one_call_with_all_that_is_held(self):
        gate = door(probe={"/Invoice": ProbeAnswer(403, None)})
        seen = await seen_by(gate, full=True)
        assert seen.beyond == Beyond("/Invoice", Seen(ProbeAnswer(403, None), OWN))
        assert gate.tokens[-1].asked == ("all", "all:teams")

    async def test_no_other_look_does(self):
        gate = door()
        assert (await seen_by(gate)).beyond is None
        assert "probe /Invoice" not in gate.behind.asked

    async def test_nor_where_nothing_is_known_that_should_be_refused(self):
        gate = Door(FakeReader(), "all:standard")
        seen = await seen_by(gate, rows=requirements(o.TOPLEFT), full=True)
        assert seen.beyond is None

    async def test_nor_without_a_token(self):
        gate = Door(FakeReader(), fails={o.SCOPES: "token.invalid_client"})
        assert (await seen_by(gate, full=True)).beyond is None
