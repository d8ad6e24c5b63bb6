"""A profile file as it is read: its text and its TOML tree, before any schema is asked."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from wizard.problems import ProblemError, problem

# The largest built-in profile has about 6 KiB, and a role matrix of all of HaloPSA's settings would
# have 15.
MAX_BYTES = 64 * 1024
# tomllib takes time with the square of a key's dots: half a minute for one key of 64 KiB.
MAX_DOTS = 256

_POSITION = re.compile(r" ?\(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a profile file and the TOML tree in it."""

    text: str
    tree: dict[str, object]


class DocumentError(Exception):
    """The bytes are no TOML document of a reasonable size. `line` counts from 1; 0 is the whole."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def read_bytes(path: Path) -> bytes:
    """Give the file's bytes, one more than MAX_BYTES at most.

    Raises ProblemError profile.not_found where there is no readable file.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise ProblemError(problem("profile.not_found", f"{path}: {reason}")) from error


def parse(data: bytes) -> Document:
    """Read the bytes as UTF-8 TOML, with or without a byte order mark. Raises DocumentError."""
    if len(data) > MAX_BYTES:
        raise DocumentError(0, f"the file is larger than {MAX_BYTES // 1024} KiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data.count(b"\n", 0, error.start)
        raise DocumentError(before + 1, "this is not UTF-8 text") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MAX_DOTS:
            raise DocumentError(number, f"a line with more than {MAX_DOTS} dots")
    try:
        return Document(text, tomllib.loads(text))
    except RecursionError as error:
        raise DocumentError(0, "lists or tables are nested too deeply") from error
    except ValueError as error:  # TOMLDecodeError, and int()'s own limit on digits
        raise _explained(str(error)) from error


def _explained(message: str) -> DocumentError:
    position = _POSITION.search(message)
    line = int(position.group(1)) if position else 0
    return DocumentError(line, f"not valid TOML: {_POSITION.sub('', message)}")
