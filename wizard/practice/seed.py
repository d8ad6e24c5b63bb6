"""The fictional company that a fresh practice instance starts with, from resources/practice."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cache

import msgspec
from msgspec import Struct, field

from wizard.practice.model import (
    NO_DEFAULT_TEAM,
    UNASSIGNED,
    Agent,
    Department,
    DepartmentPlace,
    Role,
    State,
    Team,
    TeamPlace,
    Workday,
)
from wizard.resource import resource

_NAMESPACE = uuid.UUID("6f0b6a0e-5d0a-4f6c-9c39-2f4f2c1a7d10")
_NEVER = "1899-12-30T00:00:00"  # how an unset date is written (halo-api.md §8.1, L)

Row = dict[str, object]


class Ticket(Struct, frozen=True, kw_only=True):
    """A ticket; `agent_id` 1 is unassigned. Tickets never change in the practice instance."""

    id: int
    summary: str
    client_id: int
    client_name: str
    team_id: int
    team: str
    agent_id: int
    tickettype_id: int = 1
    status_id: int = 1
    dateoccurred: str = "2026-03-02T08:15:00"
    dateclosed: str = _NEVER


@dataclass(frozen=True)
class Catalogue:
    """The data that nobody changes here: tickets, and the rows of each list by lower-case path."""

    tickets: tuple[Ticket, ...]
    lists: dict[str, tuple[Row, ...]]


class _Agent(Struct, forbid_unknown_fields=True):
    id: int
    name: str
    email: str = ""
    api_only: bool = False
    active: bool = True
    team: str = NO_DEFAULT_TEAM
    roles: tuple[str, ...] = ()
    claims: dict[str, str] = field(default_factory=dict)
    teams: tuple[int, ...] = ()


class _Role(Struct, forbid_unknown_fields=True):
    id_int: int
    name: str
    notes: str = ""
    claims: dict[str, str] = field(default_factory=dict)
    teams: tuple[int, ...] = ()
    departments: tuple[DepartmentPlace, ...] = ()


class _List(Struct, forbid_unknown_fields=True):
    path: str
    rows: tuple[Row, ...]


class _Tickets(Struct, forbid_unknown_fields=True):
    count: int
    subjects: tuple[str, ...]


class _Seed(Struct, forbid_unknown_fields=True):
    tenant: str
    company: str
    departments: tuple[Department, ...]
    teams: tuple[Team, ...]
    workdays: tuple[Workday, ...]
    roles: tuple[_Role, ...]
    agents: tuple[_Agent, ...]
    tickets: _Tickets
    lists: tuple[_List, ...]


@cache
def _seed() -> _Seed:
    path = resource("practice", "world.toml")
    return msgspec.toml.decode(path.read_bytes(), type=_Seed)


def fresh_state() -> State:
    """Give the state of an untouched practice instance: no application, no port."""
    seed = _seed()
    roles = {_guid("role", role.name): role for role in seed.roles}
    by_name = {role.name: guid for guid, role in roles.items()}
    return State(
        tenant=seed.tenant,
        company=seed.company,
        departments={each.id: each for each in seed.departments},
        teams={each.id: each for each in seed.teams},
        workdays={each.id: each for each in seed.workdays},
        roles={
            guid: Role(
                id=guid,
                id_int=role.id_int,
                name=role.name,
                notes=role.notes,
                claims=role.claims,
                teams=_places(role.teams),
                departments=role.departments,
            )
            for guid, role in roles.items()
        },
        agents={
            agent.id: Agent(
                id=agent.id,
                guid=_guid("agent", agent.name),
                name=agent.name,
                email=agent.email,
                api_only=agent.api_only,
                active=agent.active,
                team=agent.team,
                roles=tuple(by_name[name] for name in agent.roles),
                claims=agent.claims,
                teams=_places(agent.teams),
            )
            for agent in seed.agents
        },
    )


@cache
def catalogue() -> Catalogue:
    """Give the unchanging data."""
    seed = _seed()
    lists = {each.path.casefold(): each.rows for each in seed.lists}
    return Catalogue(_tickets(seed, lists["/client"]), lists)


def _tickets(seed: _Seed, customers: tuple[Row, ...]) -> tuple[Ticket, ...]:
    """Deal the subjects out over teams, customers and agents, the same way every time."""
    teams = [team for team in seed.teams if not team.inactive]
    owners = [UNASSIGNED, *(agent.id for agent in seed.agents if agent.teams)]
    dealt = []
    for number in range(seed.tickets.count):
        team = teams[number % len(teams)]
        customer = customers[number % len(customers)]
        dealt.append(
            Ticket(
                id=2001 + number,
                summary=seed.tickets.subjects[number % len(seed.tickets.subjects)],
                client_id=int(str(customer["id"])),
                client_name=str(customer["name"]),
                team_id=team.id,
                team=team.name,
                # Not in step with the teams, so that each team has unassigned tickets too.
                agent_id=owners[(number // len(teams)) % len(owners)],
            )
        )
    return tuple(dealt)


def _places(team_ids: tuple[int, ...]) -> tuple[TeamPlace, ...]:
    return tuple(TeamPlace(team_id) for team_id in team_ids)


def _guid(kind: str, name: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{kind}/{name}"))
