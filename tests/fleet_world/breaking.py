"""Breaks finished setups in HaloPSA, each in another way, and mends them again.

What a row of the profile asks is undone by the played technician, who mends it, too. The rest is
what somebody does who knows nothing of the setup.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from tests.fleet_world.home import Home
from wizard.practice.model import Agent, Application
from wizard.practice.technician import Technician
from wizard.practice.world import World
from wizard.profiles.catalog import Catalog
from wizard.setup.state import SetupState
from wizard.setup.steps import StepKind

# In the order of the guides; without the credentials, which would make a new secret.
_STEPS = (
    StepKind.GIVEN, StepKind.ROLE, StepKind.AGENT, StepKind.PERMISSIONS, StepKind.TEAMS,
    StepKind.APPLICATION, StepKind.SCOPES,
)  # fmt: skip


@dataclass(frozen=True)
class Break:
    """One way to break a setup of this profile: `row` is the one that must be named as the root.

    `how` is None where the technician leaves the row undone.
    """

    profile: str
    row: str
    how: Callable[[World, SetupState], None] | None = None

    def breaks(self, world: World, setup: SetupState) -> None:
        """Break the setup in its world."""
        assert setup.profile_id == self.profile
        if self.how is None:
            _play(world, setup, self.row)
        else:
            self.how(world, setup)

    def mend(self, world: World, setup: SetupState, home: Home) -> None:
        """Do what the wizard's step says, until all is as the guide asks."""
        own = _application(world, setup)
        if own is not None and self.how is renew_secret:
            secret = world.regenerate_secret(own.id)
            home.enter({setup.secrets["client_secret"].service: secret.reveal()})
        _put(world, _agent(world, setup), active=True)
        _play(world, setup)


def renew_secret(world: World, setup: SetupState) -> None:
    """Generate a new secret, of which the wizard does not know."""
    own = _application(world, setup)
    assert own is not None
    world.regenerate_secret(own.id)


def disable_agent(world: World, setup: SetupState) -> None:
    """Disable the agent, as when a licence is to be saved."""
    _put(world, _agent(world, setup), active=False)


def _play(world: World, setup: SetupState, *left_undone: str) -> None:
    profile = Catalog().get(setup.profile_id)
    technician = Technician(world, profile, setup.answers, left_undone)
    for step in _STEPS:
        technician.do(step.value, step.value)


def _agent(world: World, setup: SetupState) -> Agent:
    agent = world.state.agent_named(setup.answers["agent_name"])
    assert agent is not None
    return agent


def _application(world: World, setup: SetupState) -> Application | None:
    return world.state.client(setup.answers["client_id"])


def _put(world: World, agent: Agent, **changes: object) -> None:
    world.put_agent(replace(agent, **changes))


LIONGARD, PERIMETERS, TOPLEFT, WATCHGUARD = "liongard", "perimeters", "topleft", "watchguard-cloud"
BREAKS = (
    Break(LIONGARD, "permission:Tickets Access Level"),
    Break(LIONGARD, "permission:Editing of Actions"),
    Break(LIONGARD, "team:any"),
    Break(LIONGARD, "scope:edit:tickets"),
    Break(LIONGARD, "scope:read:customers"),
    Break(LIONGARD, "application:login_agent"),
    Break(LIONGARD, "token", renew_secret),
    Break(PERIMETERS, "permission:Can edit closed Tickets"),
    Break(PERIMETERS, "permission:Allow use of all Ticket Types"),
    Break(PERIMETERS, "application:active"),
    Break(PERIMETERS, "application:name"),
    Break(PERIMETERS, "scope:all:teams"),
    Break(PERIMETERS, "scope:read:projects"),
    Break(PERIMETERS, "team:any"),
    Break(TOPLEFT, "permission:Is a HaloPSA Administrator"),
    Break(TOPLEFT, "role:TopLeft Role"),
    Break(TOPLEFT, "agent:Account Active", disable_agent),
    Break(TOPLEFT, "agent:Default Team"),
    Break(TOPLEFT, "scope:admin:webhooks"),
    Break(TOPLEFT, "application:login_type"),
    Break(WATCHGUARD, "permission:Is a HaloPSA Administrator"),
    Break(WATCHGUARD, "scope:admin"),
    Break(WATCHGUARD, "application:authentication_method"),
    Break(WATCHGUARD, "scope:edit:contracts"),
    Break(WATCHGUARD, "token", renew_secret),
)
