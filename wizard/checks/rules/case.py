"""What every rule works on: the profile, what was seen, and the findings so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from msgspec import UNSET, UnsetType

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Observation, Read, Seen, Through
from wizard.halo.records import Agent
from wizard.language import tr
from wizard.problems import Layer, Problem
from wizard.profiles.requirements import Requirement
from wizard.profiles.schema import Profile

Link = Callable[[str, str | int | None], str | None]


def no_link(screen: str, key: str | int | None = None) -> str | None:  # noqa: ARG001
    """Give no link: where no instance is known."""
    return None


def same(left: str, right: str) -> bool:
    """Compare two names as a person would: case and surrounding white space do not count."""
    return " ".join(left.split()).casefold() == " ".join(right.split()).casefold()


def text(value: str | UnsetType | None) -> str | None:
    """Give a text that is there, else None."""
    return value if isinstance(value, str) else None


def number(value: int | UnsetType | None) -> int | None:
    """Give a number that is there, else None."""
    return value if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class Subject:
    """What the setup says about itself; None where it does not.

    `agent` is who the application should log in as. `setting_up` is true until the setup is
    finished: rights that are only needed during set-up count until then. `given` are the values
    that the vendor gave first, by name.
    """

    agent: str | None = None
    application: str | None = None
    client_id: str | None = None
    setting_up: bool = False
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Case:
    """One check being judged. `done` fills up as the rules go; later rules look at it."""

    profile: Profile
    requirements: tuple[Requirement, ...]
    subject: Subject
    seen: Observation
    link: Link = no_link
    done: dict[str, Finding] = field(default_factory=dict)

    def add(self, finding: Finding) -> None:
        """Put a finding into the case; the first one of an id stands."""
        self.done.setdefault(finding.requirement, finding)

    def is_missing(self, requirement: str) -> bool:
        """Tell whether this requirement was found missing."""
        finding = self.done.get(requirement)
        return finding is not None and finding.state is State.MISSING

    def first_missing(self, *requirements: str) -> str | None:
        """Give the first of these ids that was found missing."""
        return next((each for each in requirements if self.is_missing(each)), None)

    def agent_link(self) -> str | None:
        """Give the deep link to the agent, or to the list of agents."""
        agent = self.agent()
        key = number(agent.id) if agent else None
        return self.link("agent", key) if key is not None else self.link("agents", None)

    def role_link(self, name: str) -> str | None:
        """Give the deep link to a role that the agent holds, or to the list of roles."""
        agent = self.agent()
        roles = agent.roles if agent and not isinstance(agent.roles, UnsetType) else ()
        held = next((each.id for each in roles if same(text(each.name) or "", name)), UNSET)
        return self.link("roles", None) if held is UNSET else self.link("role", held)

    def agent(self) -> Agent | None:
        """Give the agent as it was read."""
        return self.seen.agent.value if isinstance(self.seen.agent, Seen) else None


def unknown(
    requirement: str,
    layer: Layer,
    wanted: str,
    cause: Problem | str,
    *,
    because: str | None = None,
    link: str | None = None,
    evidence: tuple[str, ...] = (),
    remedy: str | None = None,
) -> Finding:
    """Say that a requirement could not be judged, with its cause and what a person can do."""
    if isinstance(cause, Problem):
        found = tr("unknown: {what} {code}", what=cause.happened, code=f"[{cause.code}]")
        evidence = (*evidence, *((cause.detail,) if cause.detail else ()))
        remedy = remedy or cause.remedy
    else:
        found = tr("unknown: {cause}", cause=cause)
    return Finding(
        requirement,
        State.UNKNOWN,
        layer,
        wanted,
        found,
        evidence,
        remedy or tr("Look in HaloPSA and confirm it by hand."),
        link,
        KnownBy.NONE,
        because,
    )


def through(read: Read[Agent]) -> str:
    """Say whose eyes an agent was read through."""
    if not isinstance(read, Seen):
        return tr("not read")
    if read.through is Through.ADMINISTRATOR:
        return tr("read through an administrator's connection")
    return tr("read through the integration's own credentials")
