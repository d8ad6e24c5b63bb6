"""A finished set-up, played before anybody looks: so that a scenario's file is a whole case."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from wizard.practice.technician import Technician
from wizard.practice.world import World
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret

_STEPS = ("given", "role", "agent", "permissions", "teams", "application")


class Prepared(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which profile is set up, and the requirement ids that are left undone."""

    profile: str
    breaks: tuple[str, ...] = ()


class Expected(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What `halo-setup check` must say of the set-up. The instance itself does not look at it.

    `findings` gives the state by requirement id; an id with a star at its end stands for all that
    begin so.
    """

    exit_code: int
    findings: dict[str, str] = field(default_factory=dict)


def prepare(world: World, prepared: Prepared) -> Mapping[str, str | Secret]:
    """Set the profile up in this world; give client_id, client_secret and agent_name.

    Raises ProblemError for a profile that is none, UnbreakableError for what cannot be broken.
    """
    technician = Technician(world, Catalog().get(prepared.profile), {}, prepared.breaks)
    entered: dict[str, str | Secret] = {}
    for kind in _STEPS:
        entered |= technician.do(kind, kind)
    entered |= technician.do("credentials", "credentials")
    technician.do("scopes", "scopes")
    return entered
