"""The four guides row by row: what a profile says is what the wizard makes people set."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

import pytest

from tests.profiles.paths import BUILT_IN
from wizard.halo.permissions import permission_table
from wizard.profiles.catalog import Catalog
from wizard.profiles.lint import lint
from wizard.profiles.requirements import requirements
from wizard.profiles.schema import (
    AgentStep,
    ApplicationStep,
    Form,
    HandOverStep,
    Holder,
    NoteStep,
    Profile,
    RoleStep,
    TeamsStep,
    TestStep,
    Value,
)

IDS = ("liongard", "perimeters", "topleft", "watchguard-cloud")
MODIFY, READ, YES = "Read and Modify", "Read Only", "Yes"

PERMISSIONS = {
    "liongard": {
        "Feature Access/Tickets Access Level": MODIFY,
        "Feature Access/Customers Access Level": READ,
        "Tickets Permissions/Can add new Tickets": YES,
        "Tickets Permissions/Can edit closed Tickets": YES,
        "Tickets Permissions/Can edit Advanced Ticket Details": YES,
        "Tickets Permissions/Editing of Actions": "Can Edit Own Actions Only",
    },
    "perimeters": {
        "Feature Access/Tickets Access Level": MODIFY,
        "Feature Access/Clients Access Level": READ,
        "Feature Access/Users Access Level": READ,
        "Feature Access/Assets Access Level": READ,
        "Tickets Permissions/Can add new Tickets": YES,
        "Tickets Permissions/Can edit closed Tickets": YES,
        "Tickets Permissions/Can view Unassigned Tickets": YES,
        "Tickets Permissions/Can view Tickets that are assigned to other Agents": YES,
        "Tickets Permissions/Can change a Ticket's Ticket Type": YES,
        "Tickets Permissions/Can Re-assign Tickets": YES,
        "Tickets Permissions/Can Edit Advanced Ticket Details": YES,
        "Tickets Permissions/Editing of Actions": "Can Edit Own Actions Only",
        "Tickets Permissions/Can assign to Agents in Teams the Agent is not a member of": YES,
        "Tickets Permissions/Can Edit Tickets Which Are Not Assigned To Them": YES,
        "Tickets Permissions/Can always update Ticket Statuses and re-assign Tickets outside of"
        " actions": YES,
        "Asset Type Restrictions/Allow use of all Asset Types": YES,
        "Ticket Type Restrictions/Allow use of all Ticket Types": YES,
        "Asset Field Restrictions/Allow use of all Asset Fields": YES,
    },
    "topleft": {"General Permissions/Is a HaloPSA Administrator": YES},
    "watchguard-cloud": {
        "General Permissions/Is a HaloPSA Administrator": YES,
        "Feature Access/Tickets Access Level": MODIFY,
        "Feature Access/Customers Access Level": MODIFY,
        "Feature Access/Users Access Level": MODIFY,
        "Feature Access/CRM Access Level": MODIFY,
        "Feature Access/Assets Access Level": MODIFY,
        "Feature Access/Products Access Level": MODIFY,
        "Feature Access/Invoices Access Level": MODIFY,
        "Asset Type Restrictions/Allow Users of All Asset Types": YES,
    },
}
SCOPES = {
    "liongard": "read:tickets edit:tickets read:customers",
    "perimeters": "read:tickets edit:tickets read:customers read:assets read:projects all:teams",
    "topleft": "all:standard all:teams admin:webhooks",
    "watchguard-cloud": "admin read:customers edit:customers read:contracts edit:contracts"
    " read:items edit:items read:invoices edit:invoices read:software edit:software read:assets"
    " edit:assets",
}
PROBES = {
    "liongard": "Tickets Client",
    "perimeters": "Tickets Client Users Asset Projects Team",
    "topleft": "Agent Tickets Projects Client Team Webhook",
    "watchguard-cloud": "Client ClientContract Item Invoice Release Asset",
}
_PAIR = {"Client ID": Value.CLIENT_ID, "Client Secret": Value.CLIENT_SECRET}
_SERVERS = {
    "Resource Server": Value.RESOURCE_SERVER,
    "Authorisation Server": Value.AUTHORISATION_SERVER,
}
WANTS_BACK = {
    "liongard": {**_SERVERS, "Tenant": Value.TENANT, **_PAIR},
    "perimeters": {"Namespace": Value.WEB_ADDRESS, **_PAIR},
    "topleft": {**_SERVERS, **_PAIR},
    "watchguard-cloud": _PAIR,
}


T = TypeVar("T")


def only(profile: Profile, kind: type[T]) -> T:
    found = [step for step in profile.steps if isinstance(step, kind)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("name", IDS)
def test_lints_clean_without_a_remark(name: str) -> None:
    assert lint(BUILT_IN / f"{name}.toml", today=dt.date(2026, 11, 22)) == ()


@pytest.mark.parametrize("name", IDS)
def test_every_permission_of_the_guide_and_no_other(name: str) -> None:
    profile = Catalog().get(name)
    rows = [
        row
        for step in profile.steps
        if isinstance(step, RoleStep | AgentStep)
        for row in step.permissions
    ]
    assert {f"{row.section}/{row.label}": row.value for row in rows} == PERMISSIONS[name]
    assert len(rows) == len(PERMISSIONS[name])


@pytest.mark.parametrize("name", IDS)
def test_every_label_and_alias_is_the_same_permission_in_its_own_section(name: str) -> None:
    table = permission_table()
    for step in Catalog().get(name).steps:
        for row in step.permissions if isinstance(step, RoleStep | AgentStep) else ():
            meant = {each and each.code for each in map(table.by_label, (row.label, *row.aliases))}
            assert len(meant) == 1
            permission = table.by_label(row.label)
            assert permission is not None
            assert permission.section == row.section
            assert permission.rank_of_label(row.value) is not None


@pytest.mark.parametrize("name", IDS)
def test_scopes_probes_and_what_the_vendor_wants_back(name: str) -> None:
    profile = Catalog().get(name)
    assert [row.name for row in only(profile, ApplicationStep).scopes] == SCOPES[name].split()
    assert only(profile, TestStep).probes == tuple(f"GET /{each}" for each in PROBES[name].split())
    fields = only(profile, HandOverStep).fields
    assert {field.label: field.value for field in fields} == WANTS_BACK[name]


@pytest.mark.parametrize("name", IDS)
def test_the_order_is_proof_then_hand_over_then_notes(name: str) -> None:
    kinds = [type(step) for step in Catalog().get(name).steps]
    application = kinds.index(ApplicationStep)
    assert kinds[application + 1 : application + 3] == [TestStep, HandOverStep]
    assert set(kinds[application + 3 :]) <= {NoteStep}


@pytest.mark.parametrize("name", IDS)
def test_every_step_says_what_to_do_and_the_source_is_dated(name: str) -> None:
    profile = Catalog().get(name)
    assert all(step.text for step in profile.steps)
    assert profile.source.seen == dt.date(2026, 11, 22)
    assert profile.source.gaps
    assert profile.prerequisites


@pytest.mark.parametrize("name", IDS)
def test_texts_leave_rows_to_the_rows(name: str) -> None:
    profile = Catalog().get(name)
    said = " ".join(line for step in profile.steps for line in step.text)
    assert not [scope for scope in SCOPES[name].split() if ":" in scope and scope in said]
    assert not [row for row in PERMISSIONS[name] if row.partition("/")[2] in said]


def test_who_may_hold_what() -> None:
    topleft = only(Catalog().get("topleft"), RoleStep)
    assert topleft.recommended
    assert [row.holder for row in topleft.permissions] == [Holder.EITHER]
    for name in ("liongard", "perimeters", "watchguard-cloud"):
        rows = only(Catalog().get(name), AgentStep).permissions
        assert {row.holder for row in rows} == {Holder.AGENT}


def test_names_that_are_fixed_and_names_that_are_free() -> None:
    def names(profile: str) -> tuple[str | None, str | None, str | None, str | None, bool]:
        agent = only(Catalog().get(profile), AgentStep)
        app = only(Catalog().get(profile), ApplicationStep)
        return agent.username, agent.suggested, app.name, app.suggested, agent.existing

    assert names("liongard") == (None, "Liongard", "Liongard", None, True)
    assert names("perimeters") == ("Perimeters", None, "Perimeters", None, False)
    assert names("topleft") == ("topleft", None, "TopLeft", None, False)
    assert names("watchguard-cloud") == (None, "WatchGuard Cloud", None, "WatchGuard Cloud", True)


def test_teams_and_agent_fields() -> None:
    for name in ("liongard", "perimeters"):
        assert only(Catalog().get(name), TeamsStep).any
    topleft = Catalog().get("topleft")
    assert {row.label: row.value for row in only(topleft, AgentStep).fields} == {
        "Account Active": YES,
        "Is an API-only Agent": YES,
        "Default Team": "No Default Team",
        "Work Hours": "Default Working Hours",
    }
    for name in ("topleft", "watchguard-cloud"):
        assert not [each for each in requirements(Catalog().get(name)) if each.id[:4] == "team"]


def test_what_only_one_guide_has() -> None:
    watchguard = Catalog().get("watchguard-cloud")
    rules = only(watchguard, AgentStep).sections
    assert [(rule.section, rule.value) for rule in rules] == [("Configuration", YES)]
    assert "no tickets permission" in (only(watchguard, ApplicationStep).remark or "")
    assert "Beta" in watchguard.prerequisites[0]
    assert "administrator" in watchguard.prerequisites[1]

    perimeters = Catalog().get("perimeters")
    hand_over = only(perimeters, HandOverStep)
    assert hand_over.fields[0].form is Form.NAMESPACE
    assert "slip" in (hand_over.remark or "")
    assert all(row.purpose for row in only(perimeters, ApplicationStep).scopes)

    topleft = Catalog().get("topleft")
    assert only(topleft, HandOverStep).address == "https://customers.topleft.team/welcome/"
    assert "not in the guide" in (only(topleft, HandOverStep).remark or "")
    assert "Check Permissions" in " ".join(only(topleft, NoteStep).text)
    assert len(topleft.troubleshooting) == 2
