"""The format is general: guides unlike the four fit into it, and say what they ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.profiles.paths import GUIDES
from wizard.profiles.lint import lint
from wizard.profiles.loader import load_profile, parse_profile
from wizard.profiles.requirements import (
    PermissionRequirement,
    Requirement,
    ScopeRequirement,
    ScreenRequirement,
    requirements,
    step_requirements,
)
from wizard.profiles.schema import Hosting, Level, Profile, ScopeLevel

ALL_OF_IT = """
format = 1
id = "x"
name = "X"
summary = "Two applications, and a right on the role and on the agent."
[source]
title = "T"
publisher = "P"
seen = 2026-11-22
[[step]]
kind = "role"
name = "Administrator"
existing = true
[[step.permission]]
section = "Feature Access"
label = "Invoices Access Level"
value = "Read and Modify"
holder = "role"
[[step]]
kind = "agent"
username = "x"
[[step.permission]]
section = "Feature Access"
label = "Invoices Access Level"
value = "Read Only"
id = "invoices on the agent"
[[step.permission]]
section = "Elsewhere"
label = "Invoices Access Level"
value = "Read Only"
[[step]]
kind = "application"
name = "X Chat"
[[step.scope]]
name = "read:tickets"
[[step]]
kind = "application"
name = "X Service"
[[step.scope]]
name = "read:tickets"
[[step.scope]]
name = "all"
level = "forbidden"
"""


def by_id(profile: Profile) -> dict[str, Requirement]:
    return {each.id: each for each in requirements(profile)}


def guide(name: str) -> Profile:
    return load_profile(GUIDES / f"{name}.toml")


@pytest.mark.parametrize("path", sorted(GUIDES.glob("*.toml")), ids=lambda path: path.stem)
def test_lints_without_a_mistake(path: Path) -> None:
    assert [each for each in lint(path) if each.serious] == []


def test_remarks_are_only_on_what_is_not_known() -> None:
    remarks = {
        path.stem: [each.message for each in lint(path)] for path in sorted(GUIDES.glob("*.toml"))
    }
    assert remarks["zomentum"] == remarks["connectsecure"] == []
    assert ["a secret for a person" in each for each in remarks["msp-process"]] == [True]
    invoices, events, scopes = remarks["msportal"]
    assert "Read, Create, Modify and Delete; its code is not known" in invoices
    assert "no known permission is called so" in events
    assert "lists no scope" in scopes


def test_rights_on_a_role_that_must_stay_unset() -> None:
    found = by_id(guide("msportal"))
    administrator = found["permission:Is a HaloPSA Administrator"]
    assert isinstance(administrator, PermissionRequirement)
    assert administrator.row.level is Level.UNSET
    assert administrator.role == "MSPortal"
    tickets = found["permission:Tickets Access Level"]
    assert isinstance(tickets, PermissionRequirement)
    assert tickets.row.level is Level.REQUIRED
    assert "role:MSPortal" in found


def test_no_agent_one_of_and_forbidden_scopes() -> None:
    found = by_id(guide("zomentum"))
    assert not [each for each in found if each.startswith(("agent:", "permission:", "team"))]
    levels = {
        name: (each.row.level, each.row.group)
        for name, each in found.items()
        if isinstance(each, ScopeRequirement)
    }
    assert levels["scope:admin"] == levels["scope:admin:webhooks"]
    assert levels["scope:admin"] == (ScopeLevel.ONE_OF, "webhooks")
    assert levels["scope:all"] == (ScopeLevel.FORBIDDEN, None)
    assert levels["scope:read:assets"] == (ScopeLevel.OPTIONAL, None)
    assert list(found)[-1] == "probe:GET /Agent/me"


def test_a_value_from_the_vendor_a_screen_and_a_right_for_a_while() -> None:
    profile = guide("msp-process")
    found = by_id(profile)
    address = found["screen:Custom tab/URL"]
    assert isinstance(address, ScreenRequirement)
    assert (address.row.value, address.screen) == ("{tab_url}", "Custom tab")
    administrator = found["permission:Is a HaloPSA Administrator"]
    assert isinstance(administrator, PermissionRequirement)
    assert administrator.row.temporary
    assert step_requirements(profile, 0) == ()


def test_teams_with_flags_departments_with_a_level_and_a_tenant_for_some() -> None:
    profile = guide("connectsecure")
    assert [each for each in by_id(profile) if each.startswith(("team", "dep", "screen"))] == [
        "team:Service Desk",
        "department:Support",
        "screen:Departments & Teams/Can be assigned to",
        "screen:Departments & Teams/Membership level",
    ]
    hand_over = profile.steps[-1]
    assert [field.hosting for field in hand_over.fields] == [  # type: ignore[union-attr]
        Hosting.ANY,
        Hosting.ANY,
        Hosting.HOSTED,
        Hosting.ANY,
    ]


def test_only_the_first_application_is_proven_and_ids_stay_apart() -> None:
    found = by_id(parse_profile(ALL_OF_IT.encode()))
    assert [each for each in found if each.startswith("permission:")] == [
        "permission:Feature Access/Invoices Access Level",
        "permission:invoices on the agent",
        "permission:Elsewhere/Invoices Access Level",
    ]
    assert [each for each in found if each.startswith(("scope:", "token", "screen:"))] == [
        "token",
        "scope:read:tickets",
        "screen:Application X Service/Authentication Method",
        "screen:Application X Service/Login Type",
        "screen:Application X Service/read:tickets",
        "screen:Application X Service/all",
    ]
    forbidden = found["screen:Application X Service/all"]
    assert isinstance(forbidden, ScreenRequirement)
    assert forbidden.row.value == "leave unticked"
