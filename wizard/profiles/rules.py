"""What a profile must keep to within itself: its source, its ids, its scopes, its hand-over."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from wizard.profiles.given import names_in
from wizard.profiles.mistakes import Mistake, nearest
from wizard.profiles.schema import (
    AgentStep,
    ApplicationStep,
    FieldRow,
    Form,
    GivenStep,
    HandOverStep,
    Holder,
    Level,
    PermissionRow,
    RoleStep,
    ScreenStep,
    SectionRule,
    TeamsStep,
    Value,
)
from wizard.profiles.shape import Shape

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_GIVEN_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ADDRESSES = (Value.RESOURCE_SERVER, Value.AUTHORISATION_SERVER, Value.WEB_ADDRESS)
_SERVICES = "Client ID and Secret (Services)"
_UNSET = ("Not set", "No", "No Access")


def source_mistakes(shape: Shape, stem: str | None, today: dt.date) -> Iterator[Mistake]:
    """Judge what the profile is called and where it comes from.

    `stem` is the file's name without .toml for a built-in profile, else None.
    """
    profile = shape.profile
    if not _KEBAB.fullmatch(profile.id):
        yield Mistake("id", None, "an id is of lower-case letters, digits and single hyphens")
    elif stem is not None and profile.id != stem:
        yield Mistake("id", None, f"differs from the file's name, {stem}")
    # A day's grace: further east it is tomorrow already.
    if profile.source.seen > today + dt.timedelta(days=1):
        yield Mistake("source.seen", None, f"{profile.source.seen} is in the future")
    if profile.source.address is not None:
        yield from _address("source.address", profile.source.address)
    if not profile.steps:
        yield Mistake("step", None, "a profile has at least one step")


def _address(place: str, address: str) -> Iterator[Mistake]:
    if not re.fullmatch(r"https://[^\s/]+\.[^\s/]+(/\S*)?", address):
        yield Mistake(place, None, "is not an https:// address")


def row_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Judge each step's rows by themselves: who holds a right, what is free and what is fixed."""
    roles = any(isinstance(step, RoleStep) for step in shape.profile.steps)
    for step in shape.profile.steps:
        if isinstance(step, RoleStep | AgentStep):
            rows: tuple[PermissionRow | SectionRule, ...] = (*step.permissions, *step.sections)
            for row in rows:
                if isinstance(step, RoleStep) and row.holder is Holder.AGENT:
                    message = 'a row of a role step says holder = "role" or "either"'
                    yield Mistake(shape.place(row, "holder"), None, message)
                if isinstance(step, AgentStep) and row.holder is Holder.ROLE and not roles:
                    message = "no step makes a role that could hold it"
                    yield Mistake(shape.place(row, "holder"), None, message)
            yield from _unset(shape, step.permissions)
        if isinstance(step, AgentStep) and step.username and step.suggested:
            message = "username is fixed already: leave suggested out"
            yield Mistake(shape.place(step, "suggested"), None, message)
        if isinstance(step, ApplicationStep) and step.name and step.suggested:
            message = "name is fixed already: leave suggested out"
            yield Mistake(shape.place(step, "suggested"), None, message)
        if isinstance(step, TeamsStep) and not (
            step.any or step.names or step.departments or step.fields
        ):
            yield Mistake(shape.place(step), None, "asks for no team, no department and no flag")


def _unset(shape: Shape, rows: tuple[PermissionRow, ...]) -> Iterator[Mistake]:
    for row in rows:
        if row.level is Level.UNSET and row.value not in _UNSET:
            message = f"must stay unset, so its value is one of {', '.join(_UNSET)}"
            yield Mistake(shape.place(row, "value"), None, message)


def application_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Remark on what this program cannot prove of an application."""
    applications = [each for each in shape.profile.steps if isinstance(each, ApplicationStep)]
    for step in applications[1:]:
        message = "only the first application is proven; a person confirms this one's rows"
        yield Mistake(shape.place(step), None, message, serious=False)
    for step in applications[:1]:
        if not step.scopes:
            # halo-api.md §2.4, L: such a token is given out, and every call with it fails.
            message = "lists no scope: a token without scopes opens nothing"
            yield Mistake(shape.place(step, "scope"), None, message, serious=False)
        if step.authentication_method != _SERVICES:
            message = f"only applications with {_SERVICES} can be proven"
            place = shape.place(step, "authentication_method")
            yield Mistake(place, None, message, serious=False)
        if step.login_type != "Agent":
            message = "only applications with login type Agent can be proven"
            yield Mistake(shape.place(step, "login_type"), None, message, serious=False)


def hand_over_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Judge whether the vendor is given what there is, in a form that it can have."""
    steps = shape.profile.steps
    application = any(isinstance(step, ApplicationStep) for step in steps)
    for step in steps:
        if not isinstance(step, HandOverStep):
            continue
        if step.address is not None:
            yield from _address(shape.place(step, "address"), step.address)
        for field in step.fields:
            if field.form is not Form.AS_SHOWN and field.value not in _ADDRESSES:
                message = f"{field.form.value} is a form of addresses, not of {field.value.value}"
                yield Mistake(shape.place(field, "form"), None, message)
            if field.form is Form.WITHOUT_API and field.value is Value.AUTHORISATION_SERVER:
                message = "an authorisation server has no /api to leave out"
                yield Mistake(shape.place(field, "form"), None, message)
            secret = field.value is Value.CLIENT_SECRET
            if (secret or field.value is Value.CLIENT_ID) and not application:
                message = "no step makes an application that would have one"
                yield Mistake(shape.place(field, "value"), None, message)
            if secret and step.to_person and not step.text:
                message = "a secret for a person: say in text how it travels safely, not by e-mail"
                yield Mistake(shape.place(field, "value"), None, message, serious=False)


def given_mistakes(shape: Shape) -> Iterator[Mistake]:
    """Judge the names of values that the vendor gives, and every `{name}` that refers to one."""
    steps = shape.profile.steps
    every = {step.name for step in steps if isinstance(step, GivenStep)}
    used = {name for step in steps for row in _fields(step) for name in names_in(row.value)}
    before: set[str] = set()
    for step in steps:
        if isinstance(step, GivenStep):
            for message, serious in _given(step, before, used):
                yield Mistake(shape.place(step, "name"), None, message, serious)
            before.add(step.name)
        for row in _fields(step):
            for name in names_in(row.value):
                if name not in before:
                    late = f"{{{name}}} is given only later"
                    message = late if name in every else f"no step gives {{{name}}}"
                    hint = nearest(name, every - {name})
                    yield Mistake(shape.place(row, "value"), None, message + hint)


def _given(step: GivenStep, before: set[str], used: set[str]) -> Iterator[tuple[str, bool]]:
    if not _GIVEN_NAME.fullmatch(step.name):
        yield "a name is of lower-case letters, digits and underscores", True
    elif step.name in before:
        yield "an earlier step gives this name", True
    elif step.name not in used:
        yield f"no field uses {{{step.name}}}", False


def _fields(step: object) -> tuple[FieldRow, ...]:
    if isinstance(step, ScreenStep):
        return step.rows
    return step.fields if isinstance(step, AgentStep | TeamsStep) else ()
