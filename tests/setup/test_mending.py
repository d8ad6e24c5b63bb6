"""Guided mending: from what a re-check found to the steps that are left, and to the proof."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.setup.fakes import Saved, Told, flow_of
from tests.ui.fakes import finding
from wizard.checks.acceptance import Accepted
from wizard.checks.drift import DriftKind
from wizard.checks.findings import Finding, State
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements
from wizard.setup.flow import Flow
from wizard.setup.mending import Mend, Mending, root_of, step_of
from wizard.setup.plan import ALL, plan
from wizard.setup.standing import Standing, StepState
from wizard.setup.steps import StepKind

AT = dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC)
RIGHT, PROBE = "permission:Tickets Access Level", "probe:GET /Tickets"
SCOPE = "scope:read:tickets"


def found(*missing: str) -> tuple[Finding, ...]:
    """Give what a re-check of Liongard finds where these are missing, the probe because of it."""
    names = [each.id for each in requirements(Catalog().get("liongard"))]
    assert set(missing) <= set(names)
    return tuple(
        finding(
            name,
            State.MISSING if name in missing else State.MET,
            because=RIGHT if name == PROBE and name in missing else None,
        )
        for name in names
    )


def finished() -> tuple[Flow, Told]:
    inspector = Told()
    flow = flow_of(Catalog().get("liongard"), Saved(), inspector=inspector)
    flow.answer("connection", "admin")
    flow.go("done")
    return flow, inspector


def words(*names: str) -> dict[str, Accepted]:
    """Give a person's word for each of these, that it may stay missing."""
    return {
        name: Accepted(
            requirement=name, kind=DriftKind.LOST, state=State.MISSING, value=None, reason="x",
            person="y", at=AT, until=AT.date(),
        )
        for name in names
    }  # fmt: skip


def ids(mending: Mending) -> list[str]:
    return [step.id for step in mending.steps]


def test_only_the_steps_with_something_left_are_on_the_way() -> None:
    flow, _ = finished()
    mending = Mending(flow, Mend(found(RIGHT, PROBE, SCOPE), AT))
    assert ids(mending) == ["permissions", "scopes", "proof"]
    assert flow.current.id == "permissions"
    assert mending.next().id == "scopes"
    assert not mending.at_end
    assert mending.next().id == "proof"
    assert mending.at_end
    assert mending.back()
    assert flow.current.id == "scopes"
    assert mending.back()
    assert not mending.back()
    assert flow.current.id == "permissions"


def test_a_row_leads_to_its_step_and_what_follows_to_that_of_its_root() -> None:
    for row, step in ((SCOPE, "scopes"), (PROBE, "permissions"), (RIGHT, "permissions")):
        flow, _ = finished()
        mending = Mending(flow, Mend(found(RIGHT, PROBE, SCOPE), AT, row))
        assert flow.current.id == step
        assert mending.root == (RIGHT if row == PROBE else row)


@pytest.mark.anyio
async def test_what_is_mended_on_the_way_is_passed_by_and_stays_in_sight() -> None:
    flow, inspector = finished()
    mending = Mending(flow, Mend(found(RIGHT, SCOPE), AT, RIGHT))
    inspector.findings = (finding(SCOPE), finding(RIGHT))  # both were mended meanwhile
    flow.go("scopes")
    await flow.check()
    flow.go("permissions")
    assert mending.next().id == "proof"
    assert ids(mending) == ["permissions", "scopes", "proof"]


@pytest.mark.anyio
async def test_what_the_proof_finds_joins_the_way() -> None:
    flow, inspector = finished()
    mending = Mending(flow, Mend(found(RIGHT), AT))
    assert ids(mending) == ["permissions", "proof"]
    inspector.findings = found(SCOPE)
    flow.go("scopes")
    await flow.check()
    assert ids(mending) == ["permissions", "scopes", "proof"]


@pytest.mark.anyio
async def test_what_is_accepted_is_passed_by_until_it_changes_again() -> None:
    flow, inspector = finished()
    mending = Mending(flow, Mend(found(RIGHT, PROBE, SCOPE), AT, accepted=words(RIGHT, PROBE)))
    assert ids(mending) == ["scopes", "proof"]
    assert flow.current.id == "scopes"
    assert not mending.back()
    inspector.findings = (finding(RIGHT, State.MISSING, value="No Access"),)
    flow.go("permissions")
    await flow.check()
    assert ids(mending) == ["permissions", "scopes", "proof"]


@pytest.mark.anyio
async def test_what_is_accepted_is_not_left_in_its_step_nor_for_a_live_look() -> None:
    flow, inspector = finished()
    other = "permission:Can add new Tickets"
    Mending(flow, Mend(found(RIGHT, other), AT, accepted=words(RIGHT)))
    assert flow.current.id == "permissions"
    assert flow.standing(flow.current) == Standing(StepState.LEFT, 1, 0, 1)
    assert list(flow.accepted("permissions")) == [RIGHT]
    inspector.findings = (finding(RIGHT, State.MISSING), finding(other))
    look = await flow.look()
    assert not look.left
    assert flow.standing(flow.current) == Standing(StepState.ACCEPTED, 0, 0, 1)
    inspector.findings = (finding(RIGHT, State.MISSING, value="No Access"), finding(other))
    assert (await flow.look()).left
    assert flow.standing(flow.current) == Standing(StepState.LEFT, 1)


def test_an_accepted_row_is_mended_where_somebody_asks_for_it() -> None:
    flow, _ = finished()
    mending = Mending(flow, Mend(found(RIGHT, SCOPE), AT, RIGHT, words(RIGHT)))
    assert flow.current.id == "permissions"
    assert flow.standing(flow.current).missing == 1
    assert mending.next().id == "scopes"


def test_each_step_knows_its_part_of_what_was_found_and_when() -> None:
    flow, _ = finished()
    Mending(flow, Mend(found(RIGHT), AT))
    own = {each.requirement: each.state for each in flow.findings("permissions")}
    assert own[RIGHT] is State.MISSING
    assert len(own) == len(next(s for s in flow.steps if s.id == "permissions").requirements)
    assert len(flow.findings("proof")) == len(found())
    assert flow.state.checked["permissions"] == flow.state.checked["proof"] == AT


def test_a_right_that_no_row_asks_for_leads_to_the_step_of_its_kind() -> None:
    steps = plan(Catalog().get("liongard"), {"connection": "admin"})
    for requirement, kind in (
        ("scope:all", StepKind.SCOPES),
        ("permission:Is a HaloPSA Administrator", StepKind.PERMISSIONS),
        ("token", StepKind.CREDENTIALS),
    ):
        step = step_of(steps, requirement)
        assert step is not None
        assert step.kind is kind
    assert step_of(steps, "connection:agents") is not None
    assert step_of(steps, "nothing:known") is None


@pytest.mark.parametrize("profile", [each.id for each in Catalog().all()])
def test_every_requirement_of_every_guide_has_a_step(profile: str) -> None:
    guide = Catalog().get(profile)
    steps = plan(guide, {"connection": "admin"})
    for each in requirements(guide):
        if not each.id.startswith("probe:"):  # a probe follows from rows that have one
            step = step_of(steps, each.id)
            assert step is not None, each.id
            assert ALL not in step.requirements


def test_a_circle_of_causes_has_an_end() -> None:
    circle = (
        finding("a", State.MISSING, because="b"),
        finding("b", State.MISSING, because="a"),
    )
    assert root_of(circle, "a") in ("a", "b")
    assert root_of((), "a") == "a"
