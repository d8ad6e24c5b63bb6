"""Findings lead to the very object that was seen, else to the list that it is in."""

from __future__ import annotations

from dataclasses import replace

from msgspec import UNSET
from msgspec.structs import replace as with_

from tests.checks import observations as o
from tests.checks.scenes import ADMIN, TOPLEFT
from wizard.checks.findings import Finding
from wizard.checks.judge import judge, judge_role
from wizard.checks.observation import Observation, Seen
from wizard.checks.rules.case import Subject
from wizard.halo.records import Role
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements


def link(screen: str, key: str | int | None) -> str:
    return f"{screen}/{key}" if key is not None else screen


def found(seen: Observation) -> dict[str, Finding]:
    subject = Subject("Liongard", "Liongard", "8f1f2a39")
    findings = judge(Catalog().get("liongard"), subject, seen, link=link)
    return {each.requirement: each for each in findings}


def test_an_application_is_opened_by_its_id() -> None:
    known = replace(o.good(), applications=Seen((with_(o.APPLICATION, id="ab-7"),), ADMIN))
    assert found(known)["application:name"].link == "application/ab-7"
    assert found(known)["application:login_agent"].link == "application/ab-7"
    assert found(known)["agent:Username"].link == "agent/12"


def test_an_application_that_is_not_shown_is_one_of_the_list() -> None:
    assert found(replace(o.good(), applications=o.FORBIDDEN))["application:name"].link == (
        "applications"
    )
    without_id = replace(o.good(), applications=Seen((with_(o.APPLICATION, id=UNSET),), ADMIN))
    assert found(without_id)["application:name"].link == "applications"


def test_a_role_is_opened_by_its_id() -> None:
    def links(role: Role) -> set[str | None]:
        ids = [each.id for each in requirements(TOPLEFT)]
        seen = replace(o.good(), roles=Seen((role,), ADMIN))
        return {each.link for each in judge_role(TOPLEFT, seen, ids, link=link)}

    role = o.role("TopLeft Role", {"SA": "true"})
    assert links(role) == {f"role/{role.id}"}
    assert links(with_(role, id=UNSET)) == {"roles"}
