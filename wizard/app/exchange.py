"""Setups out of this workstation and into it, for the window and for the commands `setups …`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Protocol

from wizard.fleet.arriving import Arriving, arriving, to_save
from wizard.problems import ProblemError, problem
from wizard.setup.state import SetupState
from wizard.store.exchange import export_setups, read_setups
from wizard.store.redaction import Redactor
from wizard.store.whole_file import write_whole


class _Records(Protocol):
    """Saved setups, of which several can be saved at once."""

    def all(self) -> tuple[SetupState, ...]:
        """Give every saved setup."""

    def save_all(self, states: Iterable[SetupState]) -> None:
        """Save all of these or none. Raises ProblemError records.*."""


class Exchange:
    """Writes and reads files with setups. `profiles` gives the ids of the guides that are here."""

    def __init__(
        self, records: _Records, profiles: Callable[[], Collection[str]], redactor: Redactor
    ) -> None:
        self._records = records
        self._profiles = profiles
        self._redactor = redactor

    def export(self, states: Iterable[SetupState], path: Path) -> None:
        """Write the file, whole or not at all. Raises ProblemError records.secret, exchange.*."""
        data = export_setups(states, self._redactor)
        try:
            write_whole(path, data)
        except OSError as error:
            detail = f"{path}: {error.strerror or type(error).__name__}"
            raise ProblemError(problem("exchange.unwritable", detail)) from error

    def read(self, path: Path) -> Arriving:
        """Tell what is in a file; nothing is taken yet. Raises ProblemError, see `read_setups`."""
        return arriving(read_setups(path), self._records.all(), self._profiles())

    def take(self, found: Arriving, *, replace: bool) -> int:
        """Save what was read, all or nothing; give how many. Raises ProblemError records.*."""
        states = to_save(found, self._records.all(), replace=replace)
        self._records.save_all(states)
        return len(states)
