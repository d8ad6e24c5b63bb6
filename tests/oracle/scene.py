"""A scene: one state of a HaloPSA with one setup in it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Holder:
    """An agent's own rights and memberships, or those of a role."""

    claims: dict[str, str] = field(default_factory=dict)
    teams: tuple[int, ...] = ()
    departments: tuple[tuple[int, int], ...] = ()  # (department, level)


@dataclass(frozen=True)
class Person:
    """An agent."""

    name: str
    own: Holder = Holder()
    roles: tuple[str, ...] = ()
    api_only: bool = True
    active: bool = True
    default_team: str = ""
    workday: int = 1


@dataclass(frozen=True)
class Client:
    """An API application. `acts_as` is an agent's name, "user" or "nobody"."""

    name: str
    acts_as: str
    scopes: tuple[str, ...]
    method: str = "Client ID and Secret (Services)"
    active: bool = True


@dataclass(frozen=True)
class World:
    """How this HaloPSA behaves where HaloPSA is not known, or differs."""

    applications_visible: bool = True
    other_agents_readable: bool = True
    own_claims_readable: bool = True
    role_claims_readable: bool = True
    ungranted_refused: bool = True
    wide_expanded: bool = False
    scope_in_answer: bool = True
    id_token: bool = True
    opaque_token: bool = False
    agent_in_access_token: bool = True
    wrong_grant_named: bool = True
    teams_need_all_teams: bool = True
    agent_list_bare: bool = False
    single_in_list: bool = False
    tenant_required: bool = False
    instance_info_public: bool = True
    department_names: bool = True


@dataclass(frozen=True)
class Scene:
    """A setup of `profile`. `clients[0]` is its application; the credentials are `used`'s."""

    profile: str
    people: tuple[Person, ...]
    roles: dict[str, Holder]
    clients: tuple[Client, ...]
    world: World = World()
    used: int = 0
    right_secret: bool = True
    administrator: bool = True
    named: str | None = None  # what --agent says

    @property
    def client(self) -> Client:
        """The application that the credentials belong to."""
        return self.clients[self.used]

    def person(self, name: str) -> Person | None:
        """Find an agent by name, as people compare names."""
        wanted = " ".join(name.split()).casefold()
        return next((one for one in self.people if one.name.casefold() == wanted), None)

    def holders(self, person: Person) -> tuple[Holder, ...]:
        """Give the agent's own rights, then those of its roles."""
        return (person.own, *(self.roles[name] for name in person.roles))
