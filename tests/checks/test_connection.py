"""What is said of the wizard's own sign-in: as its application, and as a person."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec import UNSET
from msgspec.structs import replace as with_

from tests.checks import observations as o
from tests.checks.test_look import Door, FakeReader
from tests.checks.test_run import Site
from wizard.checks import connection
from wizard.checks.findings import Finding, KnownBy, State
from wizard.problems import Layer, known_codes, problem

pytestmark = pytest.mark.anyio
LISTS = "https://acme.test/config/agents/agents"
APPLICATIONS = "https://acme.test/config/integrations/api/applications"
ROLES = "https://acme.test/config/agents/roles"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def door(**answers: object) -> Door:
    return Door(FakeReader(**answers), "read:tickets", "all:teams")


def by_id(findings: Iterable[Finding]) -> dict[str, Finding]:
    return {each.requirement: each for each in findings}


class TestApplication:
    async def test_all_is_well(self):
        gate = door()
        assert await connection.check(gate, Site()) == (
            Finding(
                "connection:sign-in", State.MET, Layer.TOKEN, "the wizard can sign in",
                "HaloPSA gave a token", known_by=KnownBy.PROVEN,
            ),
            Finding(
                "connection:agents", State.MET, Layer.AGENT,
                "agents and their permissions can be read", "agents are shown (2)",
                known_by=KnownBy.PROVEN,
            ),
            Finding(
                "connection:applications", State.MET, Layer.INSTANCE,
                "the application's settings can be read", "applications are shown (1)",
                known_by=KnownBy.PROVEN,
            ),
        )  # fmt: skip
        assert gate.asked == [("all", "all:teams")]

    async def test_without_the_right_to_teams_it_asks_for_the_rest(self):
        gate = Door(FakeReader(), "read:tickets")
        found = await connection.check(gate, Site())
        assert {each.state for each in found} == {State.MET}
        assert gate.asked == [("all", "all:teams"), ("all",)]
        assert gate.tokens[0].asked == ("all",)

    @pytest.mark.parametrize("code", ["token.invalid_client", "token.unauthorised_client"])
    async def test_refused_credentials_are_missing(self, code):
        cause = problem(code)
        gate = Door(FakeReader(), fails={("all", "all:teams"): code})
        assert await connection.check(gate, Site()) == (
            Finding(
                "connection:sign-in", State.MISSING, cause.layer, "the wizard can sign in",
                cause.happened, (), cause.remedy, APPLICATIONS, KnownBy.PROVEN,
            ),
        )  # fmt: skip

    async def test_whatever_else_fails_is_unknown(self):
        gate = Door(FakeReader(), fails={("all", "all:teams"): "network.timeout"})
        (found,) = await connection.check(gate, Site())
        assert (found.requirement, found.state) == ("connection:sign-in", State.UNKNOWN)
        assert found.layer is problem("network.timeout").layer
        assert "[network.timeout]" in found.found
        assert found.wanted == "the wizard can sign in"
        assert found.link == APPLICATIONS

    async def test_what_it_may_not_see_is_unknown_and_says_what_to_do(self):
        found = by_id(
            await connection.check(
                door(agents="http.forbidden", applications="http.not_found"), Site()
            )
        )
        agents, applications = found["connection:agents"], found["connection:applications"]
        assert (agents.state, agents.layer, agents.link) == (State.UNKNOWN, Layer.AGENT, LISTS)
        assert agents.wanted == "agents and their permissions can be read"
        assert agents.remedy == "Let the application log in as an agent who is an administrator."
        assert "[http.forbidden]" in agents.found
        assert (applications.state, applications.layer) == (State.UNKNOWN, Layer.INSTANCE)
        assert applications.wanted == "the application's settings can be read"
        assert applications.link == APPLICATIONS
        assert applications.remedy == (
            "The rest works without it: the application's rows are then proven by its token."
        )
        assert "[http.not_found]" in applications.found


class TestPerson:
    async def test_all_is_well(self):
        found = await connection.check_person(door(), Site())
        assert [(each.requirement, each.state, each.found) for each in found] == [
            ("connection:sign-in", State.MET, "signed in as Liongard"),
            ("connection:agents", State.MET, "agents are shown (2)"),
            ("connection:roles", State.MET, "roles are shown (1)"),
            ("connection:applications", State.MET, "applications are shown (1)"),
        ]
        assert {each.known_by for each in found} == {KnownBy.PROVEN}
        assert found[0] == Finding(
            "connection:sign-in", State.MET, Layer.TOKEN, "the wizard can sign in",
            "signed in as Liongard", known_by=KnownBy.PROVEN,
        )  # fmt: skip
        assert (found[2].wanted, found[2].layer) == ("roles can be read", Layer.AGENT)

    async def test_who_it_is_may_be_told_by_the_token_alone_or_not_at_all(self):
        nameless = with_(o.AGENT, name=UNSET)
        found = await connection.check_person(door(me=nameless), Site())
        assert found[0].found == "signed in as Liongard"  # by the id token
        gate = door(me=nameless)
        gate.identity = None
        assert (await connection.check_person(gate, Site()))[0].found == "signed in as an agent"

    @pytest.mark.parametrize("code", sorted(known_codes() & {"http.forbidden", "sign_in.needed"}))
    async def test_nobody_signed_in_is_unknown_with_its_cause(self, code):
        (found,) = await connection.check_person(door(me=code), Site())
        assert found == connection.nobody(problem(code))
        assert (found.requirement, found.state) == ("connection:sign-in", State.UNKNOWN)
        assert found.layer is problem(code).layer
        assert found.wanted == "the wizard can sign in"
        assert f"[{code}]" in found.found

    @pytest.mark.parametrize(
        ("answer", "row", "link", "what"),
        [
            ("agents", "connection:agents", LISTS, "agents"),
            ("roles", "connection:roles", ROLES, "roles"),
            ("applications", "connection:applications", APPLICATIONS, "API applications"),
        ],
    )
    async def test_who_lacks_a_right_is_named_and_who_has_to_do_it(self, answer, row, link, what):
        gate = door(**{answer: "sign_in.lacks_right"})
        found = by_id(await connection.check_person(gate, Site()))
        assert [name for name, each in found.items() if connection.lacks_right(each)] == [row]
        assert found[row].remedy == (
            f"Liongard may not see {what}."
            " An administrator of HaloPSA has to do the steps about them."
        )
        assert (found[row].state, found[row].link) == (State.UNKNOWN, link)

    @pytest.mark.parametrize("answer", ["agents", "roles", "applications"])
    async def test_another_failure_is_not_laid_to_the_person(self, answer):
        found = by_id(await connection.check_person(door(**{answer: "network.timeout"}), Site()))
        row = found[f"connection:{answer}"]
        assert row.state is State.UNKNOWN
        assert "Liongard" not in row.remedy
        assert not connection.lacks_right(row)
