"""Effective rights: the highest over the agent and its roles, by each permission's own order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wizard.practice.model import UNASSIGNED, Agent, DepartmentPlace, Role, State, TeamPlace
from wizard.practice.rights import is_administrator, level, sees_ticket
from wizard.practice.seed import fresh_state
from wizard.practice.tables import tables

CODES = [code for code, each in tables().permissions.items() if each.values and code != "SA"]


@st.composite
def claim_sets(draw: st.DrawFn) -> dict[str, str]:
    codes = draw(st.sets(st.sampled_from(CODES), max_size=6))
    return {
        code: draw(st.sampled_from([v.code for v in tables().permissions[code].values]))
        for code in codes
    }


def world(agent: Agent, *roles: Role) -> State:
    state = fresh_state()
    return replace(
        state,
        agents={**state.agents, agent.id: agent},
        roles={**state.roles, **{role.id: role for role in roles}},
    )


def bot(**changes: object) -> Agent:
    return Agent(id=99, guid="g", name="bot", **changes)


@given(claim_sets(), claim_sets(), st.sampled_from(CODES))
def test_the_effective_level_is_the_highest_of_all_holders(own, of_role, code):
    role = Role(id="r", id_int=90, name="r", claims=of_role)
    agent = bot(claims=own, roles=("r",))
    ranks = [
        tables().permissions[code].values.index(value)
        for held in (own, of_role)
        for value in tables().permissions[code].values
        if held.get(code) == value.code
    ]
    assert level(world(agent, role), agent, code) == max(ranks, default=0)


@given(claim_sets(), st.sampled_from(CODES))
def test_an_administrator_has_the_highest_level(own, code):
    agent = bot(claims={**own, "SA": "true"})
    highest = len(tables().permissions[code].values) - 1
    assert level(world(agent), agent, code) == highest


def test_read_only_timesheets_are_less_than_managed_ones():
    role = Role(id="r", id_int=90, name="r", claims={"Hx": "2"})
    agent = bot(claims={"Hx": "3"}, roles=("r",))
    assert level(world(agent, role), agent, "Hx") == 3


def test_an_unknown_or_empty_value_grants_nothing():
    agent = bot(claims={"Tx": "", "Ux": "9", "SA": "True"})
    assert level(world(agent), agent, "Tx") == 0
    assert level(world(agent), agent, "Ux") == 0
    assert not is_administrator(world(agent), agent)


def test_a_role_makes_an_administrator():
    role = Role(id="r", id_int=90, name="r", claims={"SA": "true"})
    agent = bot(claims={"SA": "false"}, roles=("r",))
    assert is_administrator(world(agent, role), agent)


def test_tickets_are_seen_through_team_role_department_flag_and_assignment():
    other = 3
    nobody = bot()
    assert not sees_ticket(world(nobody), nobody, 1, other)
    assert not sees_ticket(world(nobody), nobody, 1, UNASSIGNED)
    assert sees_ticket(world(nobody), nobody, 1, nobody.id)
    member = bot(teams=(TeamPlace(1),))
    assert sees_ticket(world(member), member, 1, other)
    assert not sees_ticket(world(member), member, 2, other)
    role = Role(id="r", id_int=90, name="r", teams=(TeamPlace(2),))
    holder = bot(roles=("r",))
    assert sees_ticket(world(holder, role), holder, 2, other)
    basic = bot(departments=(DepartmentPlace(1, 0),))
    viewer = bot(departments=(DepartmentPlace(1, 1),))
    assert not sees_ticket(world(basic), basic, 1, other)
    assert sees_ticket(world(viewer), viewer, 1, other)
    assert not sees_ticket(world(viewer), viewer, 4, other)
    flagged = bot(claims={"l9": "1"})
    assert sees_ticket(world(flagged), flagged, 1, UNASSIGNED)
    assert not sees_ticket(world(flagged), flagged, 1, other)
    both = bot(claims={"l8": "1"})
    assert sees_ticket(world(both), both, 1, other)
