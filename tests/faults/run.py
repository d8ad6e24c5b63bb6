"""Runs cells of the matrix, and says of each look what is not as it must be."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.faults.cell import Cell, Change
from tests.faults.matrix import STALLS
from tests.faults.rig import PATIENT, SHORT, Looked, Rig
from wizard.checks.findings import Finding, State


@dataclass(frozen=True)
class Ended:
    """How one look of a cell ended: in short words, and what is wrong with it ("" nothing)."""

    cell: Cell
    place: str
    how: str
    wrong: str


async def run(cell: Cell, rig: Rig, *, everywhere: bool = False) -> list[Ended]:
    """Look with `check`, and at the steps that the fault strikes (or all), while it is on."""
    bounds = SHORT if cell.fault.kind in {each.kind for each in STALLS} else PATIENT
    ended = []
    for place in rig.clean if everywhere else cell.places:
        with _heard() as log:
            looked = await rig.look(place, [cell.fault], bounds=bounds)
        wrong = _wrong(cell, rig, place, looked) or _told(rig, looked, log.getvalue())
        ended.append(Ended(cell, place, _how(looked, rig.clean[place]), wrong))
    return ended


def change_of(cell: Cell, place: str, requirement: str) -> Change | None:
    """Give what must become of a row: its own change, else that of the longest beginning."""
    changes = cell.changes if place == "check" else cell.changes | cell.at_steps
    if requirement in changes:
        return changes[requirement]
    fitting = [row for row in changes if row.endswith("*") and requirement.startswith(row[:-1])]
    return changes[max(fitting, key=len)] if fitting else None


def _wrong(cell: Cell, rig: Rig, place: str, looked: Looked) -> str:
    if looked.stopped is not None:
        right = place != "check" and looked.stopped.code == cell.stops
        return "" if right else f"stopped with {looked.stopped.code}"
    if place == "instance":
        return f"did not stop with {cell.stops}" if cell.stops else ""
    clean = {each.requirement: each for each in rig.clean[place].findings}
    added = {row for row, change in cell.changes.items() if change.state is State.EXCESS}
    faults = [
        f"{name} is {'gone' if name in clean else 'new'}"
        for name in set(clean) ^ {each.requirement for each in looked.findings}
        if name not in added and not _after_sign_in(name)
    ]
    for each in looked.findings:
        faults += _wrong_row(cell, place, looked.struck > 0, each, clean.get(each.requirement))
    return "; ".join(faults)


def _after_sign_in(name: str) -> bool:
    """Tell a row that is only there when the administrator's application could sign in."""
    return name in ("connection:agents", "connection:applications")


def _wrong_row(
    cell: Cell, place: str, struck: bool, found: Finding, clean: Finding | None
) -> Iterator[str]:
    """Name what is wrong with a row. At a step, which looks at less, a row may be as it was."""
    change = change_of(cell, place, found.requirement) if struck else None
    name, state = found.requirement, found.state
    if clean and state is clean.state and (change is None or place != "check"):
        return
    if change is None:
        yield f"{name} turned {state}"
    elif state is not change.state:
        yield f"{name} is {state}, not {change.state}"
    elif clean and clean.state is State.UNKNOWN:
        return  # it has a cause of its own
    elif change.said not in found.found:
        yield f"{name} says {found.found!r}, not {change.said!r}"
    elif change.layer not in (None, found.layer):
        yield f"{name} is laid to {found.layer}, not {change.layer}"
    elif change.because not in (None, found.because):
        yield f"{name} follows from {found.because}, not {change.because}"


def _told(rig: Rig, looked: Looked, log: str) -> str:
    """Say where a secret or a token got out."""
    texts = rig.texts(looked) + log + repr(rig.state)
    hidden = [secret.reveal() for secret in rig.secrets.values()]
    if any(secret in texts for secret in hidden):
        return "a secret is told"
    return "a token is told" if any(token in texts for token in rig.tokens()) else ""


def _how(looked: Looked, clean: Looked) -> str:
    if looked.stopped is not None:
        return looked.stopped.code
    before = clean.states
    turned = [state for name, state in looked.states.items() if state != before.get(name)]
    counts = [f"{turned.count(state)} {state}" for state in dict.fromkeys(turned)]
    return ", ".join(counts) or "as before"


@contextmanager
def _heard() -> Iterator[io.StringIO]:
    """Catch all that is logged, down to DEBUG."""
    stream = io.StringIO()
    handler, root = logging.StreamHandler(stream), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield stream
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
