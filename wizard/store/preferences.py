"""What a person chose for the program on this workstation."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

# What reads the file is loaded when somebody asks: the window's first page does not.
if TYPE_CHECKING:
    from wizard.store.chosen import Chosen


class Preferences:
    """The choices in a JSON file. A file that cannot be read counts as nothing chosen."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def watch(self) -> bool:
        """Tell whether the program may look at HaloPSA by itself."""
        return self._chosen.watch

    def set_watch(self, watch: bool) -> None:
        """Remember whether it may. Raises ProblemError records.unwritable; it counts all the same
        until the program ends.
        """
        self._change(watch=watch)

    @property
    def history_days(self) -> int:
        """Tell for how many days the history keeps a run (`wizard.store.history`), at least 1."""
        return self._chosen.history_days

    def set_history_days(self, days: int) -> None:
        """Remember for how many days, 1 to 36500. Raises ValueError for others, and as above."""
        self._change(history_days=days)

    @property
    def requests(self) -> int:
        """Tell how many requests in 300 seconds an instance may get, of the 300 that HaloPSA takes
        from all programs together (halo-api.md §8.3).
        """
        return self._chosen.requests

    @cached_property
    def _chosen(self) -> Chosen:
        from wizard.store.chosen import read  # noqa: PLC0415

        return read(self._path)

    def _change(self, **changes: object) -> None:
        from wizard.store.chosen import changed, write  # noqa: PLC0415

        self._chosen = changed(self._chosen, **changes)
        write(self._path, self._chosen)
