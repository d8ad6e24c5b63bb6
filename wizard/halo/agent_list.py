"""The list of agents from one live look to the next: the dearest part of a look, and seldom new."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from wizard.halo.glance import current
from wizard.halo.records import Agent

_GOOD_FOR = 60.0  # seconds


class AgentList:
    """Holds a list of agents as long as live looks may go by it.

    That is for a minute, and only while the agent that is looked at still has the name that the
    list gives it: who is looked for in vain is looked for in a fresh list each time.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._agents: tuple[Agent, ...] = ()
        self._until = float("-inf")
        self._confirmed = False

    def held(self) -> tuple[Agent, ...] | None:
        """Give the list to a live look; None where a fresh one is needed."""
        good = self._confirmed and self._clock() < self._until and current() is not None
        self._confirmed = False
        return self._agents if good else None

    def hold(self, agents: Sequence[Agent]) -> None:
        """Take a fresh list."""
        self._agents, self._until = tuple(agents), self._clock() + _GOOD_FOR
        self._confirmed = False

    def compare(self, agent: Agent) -> None:
        """Take an agent that was read by itself."""
        named = next((each for each in self._agents if each.id == agent.id), None)
        self._confirmed = named is not None and named.name == agent.name
