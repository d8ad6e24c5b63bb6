"""What the re-check of many setups needs from outside, as protocols."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from wizard.fleet.outcome import Outcome
from wizard.setup.state import SetupState


class Visit(Protocol):
    """One instance, being looked at. What its setups share is read once, at the first need."""

    async def check(self, state: SetupState) -> Outcome:
        """Check one setup, and write what was found into the history before this returns.

        Several may be under way at once. Sends GET and the token POST only. Raises nothing for
        what a setup or its instance lacks: that is in the outcome.
        """


class Visits(Protocol):
    """Opens instances."""

    def visit(self, host: str) -> AbstractAsyncContextManager[Visit]:
        """Give the instance of this host for the setups that are on it; sends nothing yet."""
