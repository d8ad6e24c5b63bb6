"""What was seen of an instance, each part either read or unread with its cause.

The rules are pure: they get an `Observation` and give findings. An `Unread` part can only ever
give unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from wizard.halo.records import Agent, Application, Identity, ProbeAnswer, Role
from wizard.problems import Problem, problem

T = TypeVar("T")


class Through(StrEnum):
    """Whose eyes something was seen through."""

    ADMINISTRATOR = "administrator"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Seen(Generic[T]):
    """Something that was read."""

    value: T
    through: Through


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read, or was not asked for, and why."""

    problem: Problem


Read = Seen[T] | Unread

NO_CREDENTIALS = Unread(problem("not_yet.credentials"))
NO_ADMINISTRATOR = Unread(problem("not_yet.administrator"))


@dataclass(frozen=True, slots=True)
class SignIn:
    """What the integration's sign-in gave: the pair of id and secret is proven.

    `listed` tells whether any answer carried a scope list. `dead` is true where no answer did
    and HaloPSA refuses the token (halo-api.md §2.4, L: a token without scopes).
    """

    identity: Identity | None
    listed: bool
    dead: bool = False


@dataclass(frozen=True, slots=True)
class ScopeFacts:
    """Which scopes the application holds, as far as its tokens tell.

    `decided` maps a scope to granted or not; `held` is what the answer to `all all:teams` lists,
    None where that was refused or carried no list. `how` says how a scope was decided.
    """

    decided: Mapping[str, bool] = field(default_factory=dict)
    how: Mapping[str, str] = field(default_factory=dict)
    held: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class ProbeFacts:
    """What one probe got with the integration's token and, where there is one, as administrator."""

    own: Read[ProbeAnswer]
    administrator: Read[ProbeAnswer]


@dataclass(frozen=True, slots=True)
class Beyond:
    """A call that nothing asks for and that should be refused, and what it got."""

    path: str
    answer: Read[ProbeAnswer]


@dataclass(frozen=True, slots=True)
class Observation:
    """Everything that was read for one check."""

    sign_in: Read[SignIn] = NO_CREDENTIALS
    scopes: Read[ScopeFacts] = NO_CREDENTIALS
    identity: Read[Identity] = NO_CREDENTIALS
    agents: Read[tuple[Agent, ...]] = NO_ADMINISTRATOR
    agent: Read[Agent] = NO_ADMINISTRATOR
    roles: Read[tuple[Role, ...]] = NO_ADMINISTRATOR
    applications: Read[tuple[Application, ...]] = NO_ADMINISTRATOR
    probes: Mapping[str, ProbeFacts] = field(default_factory=dict)
    beyond: Beyond | None = None
