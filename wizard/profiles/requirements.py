"""The requirements of a profile: its lines, each with the id that findings carry.

Ids follow the contract: they split at the first colon; a permission label that repeats in another
section carries its section; a section rule is `permission:<section>/*`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wizard.language import tr
from wizard.profiles.schema import (
    AgentStep,
    ApplicationStep,
    FieldRow,
    PermissionRow,
    Profile,
    RoleStep,
    ScopeLevel,
    ScopeRow,
    ScreenStep,
    SectionRule,
    TeamsStep,
    TestStep,
)

# The agent fields that HaloPSA's API carries (halo-api.md §4.3).
CHECKABLE_AGENT_FIELDS = (
    "Username",
    "Is an API-only Agent",
    "Account Active",
    "Default Team",
    "Work Hours",
)


@dataclass(frozen=True, slots=True)
class TokenRequirement:
    """The client id and secret give a token."""

    id: str = "token"


@dataclass(frozen=True, slots=True)
class IdentityRequirement:
    """The token acts as the agent of this setup; `firm` where the guide fixes the name."""

    username: str | None
    firm: bool
    id: str = "identity"


@dataclass(frozen=True, slots=True)
class PermissionRequirement:
    """One permission row; `role` is the name of the role that should hold it, where one does."""

    id: str
    row: PermissionRow
    role: str | None


@dataclass(frozen=True, slots=True)
class SectionRequirement:
    """A section rule; the finder adds one finding for each known code of the section."""

    id: str
    rule: SectionRule
    role: str | None


@dataclass(frozen=True, slots=True)
class RoleRequirement:
    """The agent holds the role."""

    id: str
    name: str
    recommended: bool


@dataclass(frozen=True, slots=True)
class AgentFieldRequirement:
    """A field of the agent has a value; not `firm` where the guide only suggests it."""

    id: str
    row: FieldRow
    firm: bool = True


@dataclass(frozen=True, slots=True)
class TeamRequirement:
    """The agent is in the named team, or (name None) in any."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True)
class DepartmentRequirement:
    """The agent is in the named department."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ApplicationRequirement:
    """A field of the application: name, authentication_method, login_type, login_agent, active.

    `wanted` None: the guide leaves it free, the setup says.
    """

    id: str
    field: str
    wanted: str | None


@dataclass(frozen=True, slots=True)
class ScopeRequirement:
    """The application holds the scope (or, forbidden, does not)."""

    id: str
    row: ScopeRow


@dataclass(frozen=True, slots=True)
class ProbeRequirement:
    """A harmless GET that must work; `path` starts with a slash, without /api."""

    id: str
    path: str


@dataclass(frozen=True, slots=True)
class ScreenRequirement:
    """A row of another screen that only a person can confirm."""

    id: str
    row: FieldRow
    screen: str


Requirement = (
    TokenRequirement
    | IdentityRequirement
    | PermissionRequirement
    | SectionRequirement
    | RoleRequirement
    | AgentFieldRequirement
    | TeamRequirement
    | DepartmentRequirement
    | ApplicationRequirement
    | ScopeRequirement
    | ProbeRequirement
    | ScreenRequirement
)


def requirements(profile: Profile) -> tuple[Requirement, ...]:
    """Give every requirement of the profile, in the order of its steps.

    Token and identity follow the first application, before its scopes. A profile without an
    application has neither. One pair of client id and secret proves one application, so the rows
    of any further application are a person's to confirm.
    """
    repeated = _repeated_labels(profile)
    found: dict[str, Requirement] = {}
    for step in profile.steps:
        for requirement in _of_step(profile, step, repeated):
            found.setdefault(requirement.id, requirement)
    return tuple(found.values())


def step_requirements(profile: Profile, index: int) -> tuple[Requirement, ...]:
    """Give the requirements that the step with this index asks for."""
    return tuple(_of_step(profile, profile.steps[index], _repeated_labels(profile)))


def agent_step(profile: Profile) -> AgentStep | None:
    """Give the first agent step, if there is one."""
    return next((step for step in profile.steps if isinstance(step, AgentStep)), None)


def application_step(profile: Profile) -> ApplicationStep | None:
    """Give the first application step, if there is one."""
    return next((step for step in profile.steps if isinstance(step, ApplicationStep)), None)


def role_step(profile: Profile) -> RoleStep | None:
    """Give the first role step, if there is one."""
    return next((step for step in profile.steps if isinstance(step, RoleStep)), None)


def _repeated_labels(profile: Profile) -> frozenset[str]:
    sections: dict[str, set[str]] = {}
    for step in profile.steps:
        if isinstance(step, RoleStep | AgentStep):
            for row in step.permissions:
                sections.setdefault(row.label, set()).add(row.section)
    counts = Counter({label: len(places) for label, places in sections.items()})
    return frozenset(label for label, count in counts.items() if count > 1)


def _of_step(  # noqa: C901, PLR0912 - one flat branch a kind of step reads best
    profile: Profile, step: object, repeated: frozenset[str]
) -> Iterator[Requirement]:
    if isinstance(step, RoleStep | AgentStep):
        role = step.name if isinstance(step, RoleStep) else None
        if isinstance(step, RoleStep):
            yield RoleRequirement(f"role:{step.name}", step.name, step.recommended)
        else:
            yield from _agent_fields(step)
        for row in step.permissions:
            label = f"{row.section}/{row.label}" if row.label in repeated else row.label
            yield PermissionRequirement(f"permission:{row.id or label}", row, role)
        for rule in step.sections:
            yield SectionRequirement(f"permission:{rule.section}/*", rule, role)
    elif isinstance(step, TeamsStep):
        if step.any:
            yield TeamRequirement("team:any", None)
        for name in step.names:
            yield TeamRequirement(f"team:{name}", name)
        for name in step.departments:
            yield DepartmentRequirement(f"department:{name}", name)
        yield from _confirmed(step.fields, "Departments & Teams")
    elif isinstance(step, ApplicationStep) and step is application_step(profile):
        yield from _application(profile, step)
    elif isinstance(step, ApplicationStep):
        yield from _further_application(step)
    elif isinstance(step, TestStep):
        for probe in step.probes:
            yield ProbeRequirement(f"probe:{probe}", probe.removeprefix("GET "))
    elif isinstance(step, ScreenStep):
        yield from _confirmed(step.rows, step.title)


def _agent_fields(step: AgentStep) -> Iterator[Requirement]:
    username = FieldRow(label="Username", value=step.username or step.suggested or "")
    yield AgentFieldRequirement("agent:Username", username, firm=step.username is not None)
    for row in step.fields:
        yield AgentFieldRequirement(f"agent:{row.id or row.label}", row)


def _application(profile: Profile, step: ApplicationStep) -> Iterator[Requirement]:
    agent = agent_step(profile)
    username = agent.username if agent else None
    wanted = {
        "name": step.name,
        "authentication_method": step.authentication_method,
        "login_type": step.login_type,
        "login_agent": username,
        "active": "Yes" if step.active else "No",
    }
    for field, value in wanted.items():
        if field == "name" and value is None:
            continue  # the guide leaves it free
        yield ApplicationRequirement(f"application:{field}", field, value)
    yield TokenRequirement()
    yield IdentityRequirement(username or (agent.suggested if agent else None), bool(username))
    for row in step.scopes:
        yield ScopeRequirement(f"scope:{row.name}", row)


def _further_application(step: ApplicationStep) -> Iterator[Requirement]:
    rows = [
        FieldRow(label="Authentication Method", value=step.authentication_method),
        FieldRow(label="Login Type", value=step.login_type),
    ]
    for scope in step.scopes:
        ticked = tr("leave unticked") if scope.level is ScopeLevel.FORBIDDEN else tr("ticked")
        rows.append(FieldRow(label=scope.name, value=ticked))
    yield from _confirmed(rows, f"Application {step.name or step.suggested or ''}".rstrip())


def _confirmed(rows: Iterable[FieldRow], screen: str) -> Iterator[Requirement]:
    for row in rows:
        yield ScreenRequirement(f"screen:{row.id or f'{screen}/{row.label}'}", row, screen)
