"""The administrator's API application of the practice instance."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.practice import rights
from wizard.practice.model import Agent, Application, State
from wizard.practice.tables import tables
from wizard.practice.world import World
from wizard.secret import Secret

NAME = "Halo Setup Wizard"


def administrator_application(world: World, scopes: Iterable[str]) -> tuple[str, Secret]:
    """Create an application that logs in as an administrator; give its client id and secret.

    An earlier one stays as it is, so that what was set up with it goes on working.
    """
    wanted = set(scopes)
    ticked = tuple(name for name in tables().api_scopes if name in wanted)
    agent = _administrator(world.state)
    draft = world.draft_application()
    page = Application(id="", client_id="", name=NAME, agent_id=agent.id, scopes=ticked)
    return world.save_draft(draft, page).client_id, draft.secret


def _administrator(state: State) -> Agent:
    """Give the first active person who is an administrator; the seed has one."""
    return next(
        agent
        for agent in state.agents.values()
        if agent.active and not agent.api_only and rights.is_administrator(state, agent)
    )
