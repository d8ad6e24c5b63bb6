"""From a profile file to a profile, strictly: what the schema does not know is refused."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from wizard.problems import ProblemError, problem
from wizard.profiles.document import DocumentError, parse, read_bytes
from wizard.profiles.schema import Profile


def load_profile(path: str | os.PathLike[str]) -> Profile:
    """Read one profile file.

    Raises ProblemError: profile.not_found where no file can be read, profile.invalid with the
    first mistake's place in the detail. `lint` finds all of them.
    """
    return parse_profile(read_bytes(Path(path)))


def parse_profile(data: bytes) -> Profile:
    """Read a profile from the bytes of its file. Raises ProblemError profile.invalid."""
    try:
        tree = parse(data).tree
    except DocumentError as mistake:
        place = f"line {mistake.line}: " if mistake.line else ""
        raise ProblemError(problem("profile.invalid", f"{place}{mistake.message}")) from mistake
    try:
        return msgspec.convert(tree, Profile, strict=True)
    except (msgspec.ValidationError, ValueError) as error:
        raise ProblemError(problem("profile.invalid", _placed(str(error)))) from error


def _placed(message: str) -> str:
    """Turn "… - at `$.step[2].title`" of msgspec's messages into "step[2].title: …"."""
    what, separator, where = message.rpartition(" - at `$")
    if not separator:
        return message
    place = where.rstrip("`").removeprefix(".").replace("[...]", "")
    return f"{place}: {what}"
