"""The screens of the API application: its details, its id and secret, its permissions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.language import tr
from wizard.profiles.requirements import application_step
from wizard.profiles.schema import ApplicationStep, ScopeLevel, ScopeRow
from wizard.setup import words
from wizard.setup.screens.draft import APPLICATIONS, Draft
from wizard.setup.steps import FillIn, Input, InputKind, Step, StepKind

Ids = tuple[str, ...]

_ABOUT = "application:name"


def application(draft: Draft, part: ApplicationStep, ids: Ids) -> Iterator[Step]:
    """Give the screens of an application; the setup's id and secret prove the first one only."""
    if part is not application_step(draft.profile):
        yield _further(draft, part, ids)
        return
    name = _name(draft, part)
    yield _details(draft, part, tuple(each for each in ids if each.startswith("application:")))
    yield _credentials(name)
    yield _scopes(draft, part, tuple(each for each in ids if each.startswith("scope:")))


def _name(draft: Draft, part: ApplicationStep) -> str:
    return part.name or part.suggested or draft.profile.name


def _details(draft: Draft, part: ApplicationStep, ids: Ids) -> Step:
    name = _name(draft, part)
    return Step(
        "application",
        StepKind.APPLICATION,
        part.title or tr("Create the application"),
        tr("Fill in the application, but do not close its page yet."),
        instructions=part.text or words.told(words.APPLICATION),
        warning=tr(words.KEEP_OPEN),
        remark=part.remark or "",
        menu=(*APPLICATIONS, "New"),
        link="applications",
        fill_in=(
            FillIn(
                "Application Name",
                name,
                note="" if part.name else tr(words.NAME_FREE),
                requirement="application:name",
            ),
            FillIn(
                "Authentication Method",
                part.authentication_method,
                requirement="application:authentication_method",
            ),
            FillIn("Login Type", part.login_type, requirement="application:login_type"),
            replace(_login_agent(draft), requirement="application:login_agent"),
        ),
        inputs=() if part.name else (Input("application_name", "Application Name", default=name),),
        requirements=ids,
        about=_ABOUT,
    )


def _credentials(name: str) -> Step:
    return Step(
        "credentials",
        StepKind.CREDENTIALS,
        tr("Take the client id and secret"),
        tr("Copy both here while HaloPSA shows them, then save the application."),
        instructions=words.told(words.CREDENTIALS),
        warning=tr(words.KEEP_OPEN),
        menu=(*APPLICATIONS, name),
        link="applications",
        about=_ABOUT,
        inputs=(
            Input("client_id", "Client ID", hint=tr("It can change at the first Save: compare.")),
            Input("client_secret", "Client Secret", InputKind.SECRET),
        ),
        requirements=("token",),
    )


def _scopes(draft: Draft, part: ApplicationStep, ids: Ids) -> Step:
    name = _name(draft, part)
    return Step(
        "scopes",
        StepKind.SCOPES,
        tr("Tick the application's permissions"),
        words.scopes_lead(draft.profile.name, len(part.scopes)),
        instructions=words.told(words.SCOPES),
        menu=(*APPLICATIONS, name, "Permissions"),
        link="applications",
        fill_in=tuple(_scope(row) for row in part.scopes),
        requirements=(*ids, "identity"),
        about=_ABOUT,
    )


def _further(draft: Draft, part: ApplicationStep, ids: Ids) -> Step:
    """One screen to confirm by hand: the setup's id and secret prove the first application only."""
    name = _name(draft, part)
    judged = [
        FillIn("Authentication Method", part.authentication_method),
        FillIn("Login Type", part.login_type),
        *(replace(_scope(row), section=tr("Permissions tab")) for row in part.scopes),
    ]
    rows = [replace(row, requirement=each) for row, each in zip(judged, ids, strict=True)]
    return Step(
        "screen",
        StepKind.SCREEN,
        part.title or tr("Create the application {name}", name=name),
        tr("The wizard proves the first application only. Set this one up, then confirm each row."),
        instructions=part.text or words.told(words.APPLICATION),
        remark=part.remark or "",
        menu=(*APPLICATIONS, "New"),
        link="applications",
        fill_in=(
            FillIn("Application Name", name),
            _login_agent(draft),
            *rows,
        ),
        requirements=ids,
    )


def _login_agent(draft: Draft) -> FillIn:
    agent = draft.answers.get("agent_name")
    if agent:
        return FillIn("Agent to log in as", agent)
    return FillIn("Agent to log in as", tr("the agent of this setup"), described=True)


def _scope(row: ScopeRow) -> FillIn:
    value = tr("leave unticked") if row.level is ScopeLevel.FORBIDDEN else tr("ticked")
    level = ""
    if row.level is ScopeLevel.OPTIONAL:
        level = tr("optional")
    if row.level is ScopeLevel.ONE_OF:
        level = tr("one of the group {group} is enough", group=row.group)
    note = words.sentences(level, row.purpose, row.note)
    return FillIn(row.name, value, note=note, requirement=f"scope:{row.name}", tick=True)
