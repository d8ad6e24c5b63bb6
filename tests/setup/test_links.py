"""The way to the very agent, role or application."""

from __future__ import annotations

import datetime as dt

import pytest

from wizard.checks.findings import Finding, State
from wizard.problems import Layer
from wizard.profiles.catalog import Catalog
from wizard.setup.flow import new_state
from wizard.setup.links import exact
from wizard.setup.plan import plan
from wizard.setup.state import SetupState
from wizard.setup.steps import Step

WEB = "https://acme.halopsa.com"
AGENTS = f"{WEB}/config/agents/agents"
APPLICATIONS = f"{WEB}/config/integrations/api/applications"
LIONGARD = Catalog().get("liongard")


def step(name: str, profile: str = "liongard") -> Step:
    return next(each for each in plan(Catalog().get(profile), {}) if each.id == name)


def seen(name: str, link: str, state: State = State.MET, found: str = "liongard") -> SetupState:
    """Give a setup whose check of the agent or application saw this."""
    finding = Finding(name, state, Layer.AGENT, "liongard", found, link=link)
    return new_state(LIONGARD, setup_id="s").with_(
        findings={"seen": (finding,)},
        checked={"seen": dt.datetime.now(dt.UTC)},
        answers={"agent_name": "Liongard"},
    )


@pytest.mark.parametrize("name", ["agent", "permissions", "teams"])
def test_the_agent_is_opened_once_it_was_seen(name: str) -> None:
    setup = seen("agent:Username", f"{AGENTS}?agentid=12")
    assert exact(setup, step(name), AGENTS) == f"{AGENTS}?agentid=12"


@pytest.mark.parametrize("name", ["application", "credentials", "scopes"])
def test_the_application_is_opened_once_it_was_seen(name: str) -> None:
    setup = seen("application:name", f"{APPLICATIONS}?id=7")
    assert exact(setup, step(name), APPLICATIONS) == f"{APPLICATIONS}?id=7"


def test_the_role_is_opened_once_it_was_seen() -> None:
    roles = f"{WEB}/config/agents/roles"
    setup = seen("role:TopLeft Role", f"{roles}?id=ab-1")
    assert exact(setup, step("role", "topleft"), roles) == f"{roles}?id=ab-1"


@pytest.mark.parametrize(
    "setup",
    [
        seen("agent:Username", f"{AGENTS}?agentid=12", State.MISSING),
        seen("agent:Username", f"{AGENTS}?agentid=12", found="somebody else"),
        seen("agent:Username", AGENTS),
        seen("agent:Username", "https://elsewhere.example/config/agents/agents?agentid=12"),
        seen("agent:Email Address", f"{AGENTS}?agentid=12"),
    ],
)
def test_else_the_page_it_stands_on(setup: SetupState) -> None:
    assert exact(setup, step("agent"), AGENTS) == AGENTS


def test_no_page_is_no_link() -> None:
    assert exact(seen("agent:Username", f"{AGENTS}?agentid=12"), step("agent"), None) is None


def test_permissions_stand_in_the_order_of_halos_sections() -> None:
    sections = [row.section for row in step("permissions", "perimeters").fill_in]
    assert list(dict.fromkeys(sections)) == [
        "Feature Access",
        "Tickets Permissions",
        "Ticket Type Restrictions",
        "Asset Field Restrictions",
        "Asset Type Restrictions",
    ]
    judged = {row.label: row.requirement for row in step("permissions", "perimeters").fill_in}
    assert all(name == f"permission:{label}" for label, name in judged.items())


def test_a_row_knows_what_other_versions_of_halo_call_it() -> None:
    rows = {row.label: row.aliases for row in step("permissions", "perimeters").fill_in}
    assert rows["Clients Access Level"] == ("Customers Access Level",)
    assert rows["Tickets Access Level"] == ()
    # another capital is no other name
    mine = {row.label: row.aliases for row in step("permissions").fill_in}
    assert mine["Can edit Advanced Ticket Details"] == ()
