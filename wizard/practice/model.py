"""The records of the simulated HaloPSA, as frozen data."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct, field

from wizard.practice.hashing import HashedSecret

UNASSIGNED = 1  # agent 1 is "Unassigned" (halo-api.md §4.1, L)
NO_DEFAULT_TEAM = ""


class Method(StrEnum):
    """The Authentication Method of an application, as the screen names it (§2.1)."""

    SERVICES = "Client ID and Secret (Services)"
    NATIVE = "Authorisation Code (Native Application)"
    WITH_SECRET = "Authorisation Code (with secret)"
    IMPLICIT = "Implicit Flow (Single Page Application)"
    PASSWORD = "Username & Password"


class LoginType(StrEnum):
    """Whom a service application logs in as (§2.1, L)."""

    AGENT = "Agent"
    USER = "User"


class TeamPlace(Struct, frozen=True):
    """Membership of a team."""

    team_id: int
    is_manager: bool = False


class DepartmentPlace(Struct, frozen=True):
    """Membership of a department; level 0 to 3, Basic Member to Department Manager (§4.3, G)."""

    department_id: int
    level: int = 0


class Agent(Struct, frozen=True, kw_only=True):
    """An agent. `claims` are the permissions set on the agent itself, code to value."""

    id: int
    guid: str
    name: str
    email: str = ""
    api_only: bool = False
    active: bool = True
    team: str = NO_DEFAULT_TEAM
    workday_id: int = 1
    roles: tuple[str, ...] = ()
    claims: dict[str, str] = field(default_factory=dict)
    teams: tuple[TeamPlace, ...] = ()
    departments: tuple[DepartmentPlace, ...] = ()


class Role(Struct, frozen=True, kw_only=True):
    """A role; `id` is a GUID (§5)."""

    id: str
    id_int: int
    name: str
    notes: str = ""
    claims: dict[str, str] = field(default_factory=dict)
    teams: tuple[TeamPlace, ...] = ()
    departments: tuple[DepartmentPlace, ...] = ()


class Team(Struct, frozen=True, kw_only=True):
    """A team of a department."""

    id: int
    name: str
    department_id: int
    inactive: bool = False


class Department(Struct, frozen=True, kw_only=True):
    """A department."""

    id: int
    name: str


class Workday(Struct, frozen=True, kw_only=True):
    """Work hours that an agent can have."""

    id: int
    name: str
    timezone: str


class Application(Struct, frozen=True, kw_only=True):
    """An API application.

    A service logs in as an agent or, login type User, as a customer's user. Where people sign in,
    `redirect_uris` are where they may be sent back to, and `allow_agents` is Allow Agent Logins.
    """

    id: str
    client_id: str
    name: str
    method: Method = Method.SERVICES
    login_type: LoginType = LoginType.AGENT
    agent_id: int | None = None
    customer_id: int | None = None
    active: bool = True
    scopes: tuple[str, ...] = ()
    redirect_uris: tuple[str, ...] = ()
    allow_agents: bool = False
    secret: HashedSecret | None = None


class State(Struct, frozen=True, kw_only=True):
    """Everything that people change in the practice instance; this is what the file holds."""

    schema: Literal[1] = 1
    tenant: str
    company: str
    port: int | None = None
    agents: dict[int, Agent]
    roles: dict[str, Role]
    teams: dict[int, Team]
    departments: dict[int, Department]
    workdays: dict[int, Workday]
    applications: dict[str, Application] = field(default_factory=dict)

    def agent_named(self, name: str) -> Agent | None:
        """Find an agent by its username."""
        return next((agent for agent in self.agents.values() if agent.name == name), None)

    def role_named(self, name: str) -> Role | None:
        """Find a role by its name."""
        return next((role for role in self.roles.values() if role.name == name), None)

    def application_named(self, name: str) -> Application | None:
        """Find an application by its name."""
        known = self.applications.values()
        return next((application for application in known if application.name == name), None)

    def client(self, client_id: str) -> Application | None:
        """Find an application by its client id."""
        known = self.applications.values()
        return next((one for one in known if one.client_id == client_id), None)
