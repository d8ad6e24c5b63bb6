"""Profiles as plain text, for `profiles list` and `profiles show`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from wizard.profiles.given import filled
from wizard.profiles.schema import GivenStep, Profile
from wizard.profiles.step_text import heading, rows

_WIDTH = 96


def list_text(profiles: Iterable[Profile]) -> str:
    """Give one line a profile: id, name, date of its guide, summary."""
    cells = [(each.id, each.name, str(each.source.seen), each.summary) for each in profiles]
    widths = [max((len(row[column]) for row in cells), default=0) for column in range(3)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]])
        for row in cells
    )
    return "\n".join(_printable(line).rstrip() for line in lines)


def show_text(profile: Profile) -> str:
    """Give all that the profile says: its source, what it leaves open, and every step with rows."""
    return "\n".join(line for part in _parts(profile) for line in _wrapped(part)).rstrip() + "\n"


def _parts(profile: Profile) -> Iterator[str]:
    yield f"{profile.name} ({profile.id})"
    yield profile.summary
    source = profile.source
    yield ""
    yield f"Made from: {source.title}, by {source.publisher}, as seen on {source.seen}"
    if source.address:
        yield f"  {source.address}"
    yield from _listed("The guide does not tell:", source.gaps)
    yield from _listed("Before you start:", profile.prerequisites)
    labels = {step.name: f"<{step.label}>" for step in profile.steps if isinstance(step, GivenStep)}
    for number, step in enumerate(profile.steps, start=1):
        yield ""
        yield f"{number}. {heading(step)}"
        yield from (f"   - {line}" for line in step.text)
        yield from (f"     {filled(line, labels)}" for line in rows(step))
        if step.remark:
            yield f"   Remark on the guide: {step.remark}"
    if profile.troubleshooting:
        yield ""
        yield "If it does not work:"
        for trouble in profile.troubleshooting:
            yield f"  - {trouble.symptom} {trouble.remedy}"


def _listed(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  - {line}" for line in lines)


def _wrapped(line: str) -> list[str]:
    text = _printable(line)
    body = text.lstrip(" -")
    if " " not in body:
        return [text.rstrip()]  # an address stays whole, and where it is
    indent = " " * (len(text) - len(body))
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [""]


def _printable(line: str) -> str:
    """Blank out what could steer a terminal: a profile may come from anyone."""
    return "".join(char if char.isprintable() else " " for char in line)
