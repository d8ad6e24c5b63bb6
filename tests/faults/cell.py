"""One cell of the matrix: a fault, where it strikes, in which world, and how each look must end."""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.checks.findings import State
from wizard.practice.faults import Fault, Place
from wizard.problems import Layer, known_codes, problem

OWN, OWN_CLAIMS, EASY = "own-blind-refused", "own-claims-dropped", "easy"
TOPLEFT = "easy/topleft"  # a guide with a role and with a probe of the teams; others are Liongard
WORLDS = (OWN, OWN_CLAIMS, EASY)


@dataclass(frozen=True)
class Change:
    """How a row must end, and why: words, the layer and what it follows from (None: any)."""

    state: State
    words: str
    layer: Layer | None = None
    because: str | None = None

    @property
    def said(self) -> str:
        return problem(self.words).happened if self.words in known_codes() else self.words


Changes = dict[str, Change]  # by the requirement's id, or the beginning of it and a star


def unknown(words: str, *rows: str) -> Changes:
    return {row: Change(State.UNKNOWN, words) for row in rows}


def missing(
    words: str, *rows: str, layer: Layer | None = None, because: str | None = None
) -> Changes:
    return {row: Change(State.MISSING, words, layer, because) for row in rows}


_ADMIN = "admin_application"
_STEPS: dict[Place, tuple[str, ...]] = {
    Place.EVERYTHING: ("instance",),
    Place.DISCOVERY: ("instance", "permissions"),
    Place.TOKEN: (_ADMIN, "credentials", "scopes"),
    Place.ME: ("application",),
    Place.AGENTS: (_ADMIN, "agent", "permissions"),
    Place.AGENT: ("permissions", "teams"),
    Place.ROLES: ("role",),
    Place.APPLICATIONS: (_ADMIN, "application"),
    Place.TEAMS: ("proof",),
    Place.PROBES: ("proof",),
}


@dataclass(frozen=True)
class Cell:
    """One cell of the matrix.

    `stops` is the code with which a step ends that cannot even find the instance. `at_steps` are
    changes of single steps, which do not look at everything that `check` looks at.
    """

    fault: Fault
    world: str
    changes: Changes = field(default_factory=dict)
    stops: str | None = None
    at_steps: Changes = field(default_factory=dict)

    @property
    def id(self) -> str:
        fault = self.fault
        often = "" if fault.times is None else f"-x{fault.times}"
        detail = f"-{fault.detail.replace(' ', '+')}" if fault.detail else ""
        return f"{self.world}-{fault.where[0]}-{fault.kind}{detail}{often}"

    @property
    def places(self) -> tuple[str, ...]:
        """Where to look: `check`, and the steps that send what this fault strikes."""
        steps = _STEPS[self.fault.where[0]]
        return ("check", *(each for each in steps if self.world == EASY or each != _ADMIN))
