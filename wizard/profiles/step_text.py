"""One step of a profile as plain text: its heading, and its rows one a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from wizard.profiles.schema import (
    AgentStep,
    ApplicationStep,
    FieldRow,
    Form,
    GivenStep,
    HandOverField,
    HandOverStep,
    Holder,
    Hosting,
    Level,
    PermissionRow,
    ProfileStep,
    RoleStep,
    ScopeLevel,
    ScopeRow,
    ScreenStep,
    SectionRule,
    TeamsStep,
    TestStep,
)

_FORMS = {
    Form.AS_SHOWN: "",
    Form.HOST: "host name only",
    Form.NAMESPACE: "only the part before .halopsa.com",
    Form.WITHOUT_API: "without /api",
    Form.NO_TRAILING_SLASH: "without a slash at the end",
    Form.WITHOUT_SCHEME: "without https://",
}
_HOSTINGS = {
    Hosting.ANY: "",
    Hosting.HOSTED: "only where Halo hosts",
    Hosting.ON_PREMISE: "only on your own servers",
}
_LEVELS = {
    ScopeLevel.REQUIRED: "",
    ScopeLevel.OPTIONAL: "optional",
    ScopeLevel.ONE_OF: "one of these is enough",
    ScopeLevel.FORBIDDEN: "must stay unticked",
}


def heading(step: ProfileStep) -> str:
    """Say in a few words what the step is about; its own title wins."""
    free = "the name is free"
    match step:
        case GivenStep():
            usual = f"From the vendor: {step.label}" + _marks(not step.required and "optional")
        case RoleStep():
            recommended = step.recommended and "recommended"
            existing = step.existing and "one that Halo already has"
            usual = f"Role: {step.name}" + _marks(recommended, existing)
        case AgentStep():
            existing = step.existing and "an existing agent will do"
            usual = f"Agent: {step.username or step.suggested or 'any'}"
            usual += _marks(not step.username and free, existing)
        case ApplicationStep():
            usual = f"Application: {step.name or step.suggested or 'any'}"
            usual += _marks(not step.name and free)
        case HandOverStep():
            usual = f"Hand-over: {step.where}" + _marks(step.to_person and "to a person")
        case _:
            usual = {TeamsStep: "Teams", TestStep: "Proof"}.get(type(step), "")
    return step.title or usual


def rows(step: ProfileStep) -> Iterator[str]:
    """Give the rows of the step, one a line, with what is special about each in brackets."""
    match step:
        case RoleStep():
            yield from _permissions(step.permissions, step.sections)
        case AgentStep():
            yield from map(_field, step.fields)
            yield from _permissions(step.permissions, step.sections)
        case TeamsStep():
            yield from ("Team: one or more of your choice",) if step.any else ()
            yield from (f"Team: {name}" for name in step.names)
            yield from (f"Department: {name}" for name in step.departments)
            yield from map(_field, step.fields)
        case ApplicationStep():
            yield f"Authentication Method: {step.authentication_method}"
            yield f"Login Type: {step.login_type}"
            yield from map(_scope, step.scopes)
        case ScreenStep():
            yield " > ".join(step.menu)
            yield from map(_field, step.rows)
        case TestStep():
            yield from step.probes
        case HandOverStep():
            yield from (step.address,) if step.address else ()
            yield from map(_hand_over, step.fields)


def _permissions(
    permissions: tuple[PermissionRow, ...], sections: tuple[SectionRule, ...]
) -> Iterator[str]:
    for section, rows in groupby(permissions, key=lambda row: row.section):
        yield f"{section}:"
        for row in rows:
            value = "leave unset" if row.level is Level.UNSET else row.value
            yield f"  {row.label}: {value}" + _marks(
                row.level is Level.OPTIONAL and "optional",
                row.holder is Holder.EITHER and "on the role or the agent",
                row.temporary and "only during set-up",
                row.note,
            )
    for rule in sections:
        yield f"{rule.section}: every option {rule.value}" + _marks(rule.note)


def _field(row: FieldRow) -> str:
    return f"{row.label}: {row.value}" + _marks(row.note)


def _scope(row: ScopeRow) -> str:
    return row.name + _marks(_LEVELS[row.level], row.purpose, row.note)


def _hand_over(field: HandOverField) -> str:
    value = field.value.value.replace("_", " ")
    same = value.casefold() == field.label.casefold()
    known = "" if same else f": {value}"
    return f"{field.label}{known}" + _marks(
        _FORMS[field.form], _HOSTINGS[field.hosting], field.note
    )


def _marks(*marks: str | Literal[False] | None) -> str:
    said = "; ".join(mark.rstrip(".") for mark in marks if mark)
    return f" ({said})" if said else ""
