"""What a person chose for the program on this workstation, in one small file."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from wizard.problems import ProblemError, problem


class _Chosen(msgspec.Struct, frozen=True):
    watch: bool = True


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
        self._chosen = msgspec.structs.replace(self._chosen, watch=watch)
        beside = self._path.with_name(self._path.name + ".new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.write_bytes(msgspec.json.encode(self._chosen))
            os.replace(beside, self._path)  # noqa: PTH105 - all or nothing, also on Windows
        except OSError as error:
            raise ProblemError(problem("records.unwritable", type(error).__name__)) from error
