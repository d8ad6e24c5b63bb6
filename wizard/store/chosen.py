"""The choices of a person as one small JSON file holds them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import msgspec

from wizard.problems import ProblemError, problem

KEPT_DAYS = 400  # a year, and the audit that comes after it


class Chosen(msgspec.Struct, frozen=True):
    """What was chosen, or what counts where nothing was."""

    watch: bool = True
    history_days: Annotated[int, msgspec.Meta(ge=1, le=36_500)] = KEPT_DAYS
    requests: Annotated[int, msgspec.Meta(ge=1, le=300)] = 240


def read(path: Path) -> Chosen:
    """Give what the file holds. One that cannot be read counts as nothing chosen."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Chosen)
    except (OSError, msgspec.MsgspecError, ValueError):
        return Chosen()


def changed(chosen: Chosen, **changes: object) -> Chosen:
    """Give a copy with these changes. Raises ValueError for what may not be chosen."""
    return msgspec.convert(msgspec.to_builtins(chosen) | changes, Chosen)


def write(path: Path, chosen: Chosen) -> None:
    """Write the file, all or nothing. Raises ProblemError records.unwritable."""
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.write_bytes(msgspec.json.encode(chosen))
        os.replace(beside, path)  # noqa: PTH105 - all or nothing, also on Windows
    except OSError as error:
        raise ProblemError(problem("records.unwritable", type(error).__name__)) from error
