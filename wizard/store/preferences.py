"""What a person chose for the program on this workstation, in one small file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import msgspec

from wizard.problems import ProblemError, problem

KEPT_DAYS = 400  # a year, and the audit that comes after it


class _Chosen(msgspec.Struct, frozen=True):
    watch: bool = True
    history_days: Annotated[int, msgspec.Meta(ge=1, le=36_500)] = KEPT_DAYS


class Preferences:
    """The choices in a JSON file. A file that cannot be read counts as nothing chosen."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._chosen = msgspec.json.decode(path.read_bytes(), type=_Chosen)
        except (OSError, msgspec.MsgspecError, ValueError):
            self._chosen = _Chosen()

    @property
    def watch(self) -> bool:
        """Tell whether the program may look at HaloPSA by itself."""
        return self._chosen.watch

    def set_watch(self, watch: bool) -> None:
        """Remember whether it may. Raises ProblemError records.unwritable; it counts all the same
        until the program ends.
        """
        self._keep(msgspec.structs.replace(self._chosen, watch=watch))

    @property
    def history_days(self) -> int:
        """Tell for how many days the history keeps a run (`wizard.store.history`), at least 1."""
        return self._chosen.history_days

    def set_history_days(self, days: int) -> None:
        """Remember for how many days, 1 to 36500. Raises ValueError for others, and as above."""
        chosen = msgspec.structs.replace(self._chosen, history_days=days)
        self._keep(msgspec.convert(msgspec.to_builtins(chosen), _Chosen))

    def _keep(self, chosen: _Chosen) -> None:
        self._chosen = chosen
        beside = self._path.with_name(self._path.name + ".new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.write_bytes(msgspec.json.encode(self._chosen))
            os.replace(beside, self._path)  # noqa: PTH105 - all or nothing, also on Windows
        except OSError as error:
            raise ProblemError(problem("records.unwritable", type(error).__name__)) from error
