"""One check from end to end, and what its findings come to."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace as with_

from tests.checks import observations as o
from tests.checks.test_look import ROLE, FakeReader, door
from wizard.checks.findings import Finding, Report, State
from wizard.checks.look import Eyes
from wizard.checks.rules.case import Subject
from wizard.checks.run import run
from wizard.halo.links import site_link
from wizard.problems import Layer
from wizard.profiles.requirements import requirements


class Site:
    """The instance as the rules need it: where its screens are."""

    def link(self, screen: str, key: str | int | None = None) -> str | None:
        return site_link("https://acme.test", screen, key)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def nothing(_: str) -> None:
    """Take a progress line that nobody wants."""


@pytest.mark.anyio
class TestRun:
    async def test_all_of_a_profile_and_what_is_held_beyond(self):
        gate = door(agent={12: with_(o.AGENT, claims=o.claims({**o.CLAIMS, "Rx": "2"}))})
        found = await run(o.PROFILE, o.SUBJECT, Site(), Eyes(gate, None), nothing)
        names = [each.requirement for each in found]
        assert [each.id for each in requirements(o.PROFILE)] == [
            name for name in names if name != "permission:Reporting Access Level"
        ][: len(requirements(o.PROFILE))]
        assert "permission:Reporting Access Level" in names
        assert "probe /Invoice" in gate.behind.asked

    async def test_only_what_is_wanted_is_read_and_judged(self):
        for wanted, read in (("token", []), ("identity", ["me", "agent 12"])):
            gate = door()
            found = await run(
                o.PROFILE, o.SUBJECT, Site(), Eyes(gate, None), nothing, wanted=[wanted]
            )
            assert [(each.requirement, each.state) for each in found] == [(wanted, State.MET)]
            assert gate.behind.asked == read

    async def test_a_role_by_itself_is_judged_before_any_agent_holds_it(self):
        wanted = ["role:TopLeft Role", "permission:Is a HaloPSA Administrator"]
        gate, reader = door(), FakeReader()
        found = await run(
            o.TOPLEFT, Subject(), Site(), Eyes(gate, reader), nothing, wanted=wanted, role_only=True
        )
        assert [(each.requirement, each.state) for each in found] == [
            (name, State.MET) for name in wanted
        ]
        assert gate.asked == []
        low = FakeReader(roles=(with_(ROLE, claims=o.claims({"SA": "false"})),))
        low_role = await run(
            o.TOPLEFT, Subject(), Site(), Eyes(None, low), nothing, wanted=wanted, role_only=True
        )
        assert low_role[1].state is State.MISSING
        assert low_role[1].link == "https://acme.test/config/agents/roles?id=guid"

    async def test_findings_lead_to_the_very_agent(self):
        found = await run(
            o.PROFILE, o.SUBJECT, Site(), Eyes(None, FakeReader()), nothing, wanted=["team:any"]
        )
        assert found[0].link == "https://acme.test/config/agents/agents?agentid=12"


def report(*states: State) -> Report:
    findings = tuple(Finding(str(n), state, Layer.AGENT, "", "") for n, state in enumerate(states))
    now = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    return Report("liongard", now.date(), "https://acme.test", now, findings)


class TestReport:
    def test_every_state_has_a_count(self):
        assert report(State.MET, State.MET, State.UNKNOWN).summary() == {
            State.MET: 2, State.MISSING: 0, State.EXCESS: 0, State.UNKNOWN: 1,
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("states", "code", "strict"),
        [
            ([], 0, 0),
            ([State.MET], 0, 0),
            ([State.MET, State.EXCESS], 0, 1),
            ([State.UNKNOWN, State.MET], 3, 3),
            ([State.UNKNOWN, State.EXCESS], 3, 1),
            ([State.UNKNOWN, State.MISSING], 1, 1),
        ],
    )
    def test_the_exit_code_names_the_worst(self, states, code, strict):
        assert report(*states).exit_code() == code
        assert report(*states).exit_code(strict=True) == strict
