"""The state of a setup as a flow holds it: every change is saved before it counts."""

from __future__ import annotations

import threading
from collections.abc import Callable

from wizard.setup.ports import Records
from wizard.setup.state import SetupState


class Held:
    """Holds and saves a state. Any thread may change it.

    One change waits for the other and is made to what that one left, so that none is lost. Whoever
    looks at the state first and then changes it does both inside `changing`.
    """

    def __init__(self, state: SetupState, records: Records) -> None:
        self._state = state
        self._records = records
        self.changing = threading.RLock()

    @property
    def state(self) -> SetupState:
        """The setup as saved."""
        return self._state

    def save(self, **changes: object) -> None:
        """Save the state with these fields changed. Raises ProblemError records.*."""
        self.change(lambda state: state.with_(**changes))

    def change(self, change: Callable[[SetupState], SetupState]) -> None:
        """Save the state with this change, then hold it. Raises ProblemError records.*."""
        with self.changing:
            changed = change(self._state)
            self._records.save(changed)
            self._state = changed

    def note(self, **changes: object) -> None:
        """Hold what is not worth a write by itself: it is saved along with the next change."""
        with self.changing:
            self._state = self._state.with_(**changes)
