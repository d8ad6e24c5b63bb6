"""Every mistake in a profile file, each with its place, its line and what to do."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wizard.profiles.document import DocumentError, parse, read_bytes
from wizard.profiles.halo_names import permission_mistakes, probe_mistakes, scope_mistakes
from wizard.profiles.identifiers import id_mistakes, scope_row_mistakes
from wizard.profiles.lines import LineIndex
from wizard.profiles.mistakes import Mistake, around
from wizard.profiles.rules import (
    application_mistakes,
    given_mistakes,
    hand_over_mistakes,
    row_mistakes,
    source_mistakes,
)
from wizard.profiles.shape import Shape
from wizard.resource import resource


def lint(path: str | os.PathLike[str], *, today: dt.date | None = None) -> tuple[Mistake, ...]:
    """Give every mistake of a profile file, in the order of its lines; none if it is sound.

    `today` is against what the source's date is judged. A built-in profile (in
    resources/profiles) must be named like its id. Raises ProblemError profile.not_found.
    """
    file = Path(path)
    built_in = file.resolve().parent == resource("profiles").resolve()
    return lint_bytes(read_bytes(file), stem=file.stem if built_in else None, today=today)


def lint_bytes(
    data: bytes, *, stem: str | None = None, today: dt.date | None = None
) -> tuple[Mistake, ...]:
    """Give every mistake in the bytes of a profile file. Never fails, whatever they are.

    `stem` is the id that the profile must have, if its place fixes one.
    """
    try:
        document = parse(data)
    except DocumentError as error:
        return (Mistake("", error.line or None, error.message),)
    shape = Shape(document.tree)
    # A part with a mistake of form was judged by what is left of it: not worth a second line.
    broken = {place for mistake in shape.mistakes for place in around(mistake.place)}
    meant = [each for each in _rules(shape, stem, today) if each.place not in broken]
    lines = LineIndex(document.text)
    found = [replace(each, line=lines.line(each.place)) for each in (*shape.mistakes, *meant)]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.line or 0))


def _rules(shape: Shape, stem: str | None, today: dt.date | None) -> Iterator[Mistake]:
    yield from source_mistakes(shape, stem, today or dt.datetime.now().astimezone().date())
    yield from row_mistakes(shape)
    yield from application_mistakes(shape)
    yield from hand_over_mistakes(shape)
    yield from given_mistakes(shape)
    yield from id_mistakes(shape)
    yield from scope_row_mistakes(shape)
    yield from scope_mistakes(shape)
    yield from permission_mistakes(shape)
    yield from probe_mistakes(shape)
