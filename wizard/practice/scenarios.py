"""Named worlds to practise in, as data; also loaded from a TOML file.

The client and this simulator come from one fact sheet, so the easy world proves little. In the
hard worlds no administrator's connection is used, as on a tenant that shows nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec import Struct, field

from wizard.practice.behaviour import Behaviour, Ungranted
from wizard.practice.faults import Fault
from wizard.practice.prepared import Expected, Prepared


class UnknownScenarioError(ValueError):
    """There is no such scenario, or its file is no scenario; the message says which."""


class Scenario(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One world. `administrator` tells whether an administrator's connection is used there.

    `prepared` is set up when the instance is served alone; `expected` is what a check then says.
    """

    name: str
    summary: str = ""
    administrator: bool = True
    behaviour: Behaviour = field(default_factory=Behaviour)
    faults: tuple[Fault, ...] = ()
    prepared: Prepared | None = None
    expected: Expected | None = None


def _own(*, claims: bool, ungranted: Ungranted) -> Scenario:
    seen = "readable" if claims else "hidden"
    return Scenario(
        name=f"own-{'claims' if claims else 'blind'}-{ungranted}",
        summary=f"Own credentials only: own claims {seen}, scopes not granted are {ungranted}.",
        administrator=False,
        behaviour=Behaviour(
            applications_visible=False,
            other_agents_readable=False,
            own_claims_readable=claims,
            role_claims_readable=claims,
            ungranted_scope=ungranted,
        ),
    )


_BUILT_IN = (
    Scenario(name="easy", summary="An administrator sees everything."),
    *(_own(claims=claims, ungranted=each) for claims in (True, False) for each in Ungranted),
)

SCENARIOS: Mapping[str, Scenario] = MappingProxyType({each.name: each for each in _BUILT_IN})


def scenario(name: str) -> Scenario:
    """Give the built-in scenario of this name, or load the .toml file at this path.

    Raises UnknownScenarioError.
    """
    if name in SCENARIOS:
        return SCENARIOS[name]
    if not name.endswith(".toml"):
        raise UnknownScenarioError(
            f"There is no scenario {name!r}. Known are: {', '.join(SCENARIOS)}."
        )
    try:
        return msgspec.toml.decode(Path(name).read_bytes(), type=Scenario)
    except (OSError, msgspec.DecodeError, ValueError) as error:
        raise UnknownScenarioError(f"{name} is not a scenario: {error}") from error
