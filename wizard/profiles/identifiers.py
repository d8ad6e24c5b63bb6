"""Ids within a profile: no two rows may share one, since findings and history hang on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wizard.profiles.mistakes import Mistake
from wizard.profiles.requirements import (
    ProbeRequirement,
    Requirement,
    ScopeRequirement,
    step_requirements,
)
from wizard.profiles.schema import ApplicationStep, ScopeLevel, ScopeRow
from wizard.profiles.shape import Shape


def id_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Name every row whose requirement id an earlier row has already."""
    seen: dict[str, str] = {}
    for index, step in enumerate(shape.profile.steps):
        for requirement in step_requirements(shape.profile, index):
            if isinstance(requirement, ScopeRequirement | ProbeRequirement):
                continue  # their repeats have rules of their own, with a closer place
            place = _place(shape, step, requirement)
            if requirement.id in seen:
                where = seen[requirement.id] or "the profile"
                message = f"{requirement.id} is asked for at {where} already; leave one out"
                if hasattr(getattr(requirement, "row", None), "id"):
                    message += ", or give one an id of its own"
                yield Mistake(place, None, message)
            seen.setdefault(requirement.id, place)


def scope_row_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Judge an application's scope rows against each other: repeats, contradictions, groups."""
    for step in shape.profile.steps:
        if isinstance(step, ApplicationStep):
            yield from _repeats(shape, step.scopes)
            yield from _groups(shape, step.scopes)


def _repeats(shape: Shape, rows: Iterable[ScopeRow]) -> Iterator[Mistake]:
    seen: dict[str, ScopeRow] = {}
    for row in rows:
        first = seen.setdefault(row.name, row)
        if first is row:
            continue
        levels = {first.level, row.level}
        if ScopeLevel.FORBIDDEN in levels and len(levels) > 1:
            message = f"is forbidden and asked for at once (see {shape.place(first)})"
        else:
            message = f"is listed at {shape.place(first)} already"
        yield Mistake(shape.place(row, "name"), None, message)


def _groups(shape: Shape, rows: tuple[ScopeRow, ...]) -> Iterator[Mistake]:
    groups = [row.group for row in rows if row.level is ScopeLevel.ONE_OF]
    for row in rows:
        if row.level is not ScopeLevel.ONE_OF:
            if row.group is not None:
                message = 'only a scope with level = "one_of" belongs to a group'
                yield Mistake(shape.place(row, "group"), None, message)
        elif row.group is None:
            yield Mistake(shape.place(row, "group"), None, "missing key: one of which group?")
        elif groups.count(row.group) == 1:
            message = f"{row.group} is a group of one: there is nothing to choose"
            yield Mistake(shape.place(row, "group"), None, message)


def _place(shape: Shape, step: object, requirement: Requirement) -> str:
    part = getattr(requirement, "row", None) or getattr(requirement, "rule", None)
    return shape.place(part if shape.has(part) else step)
