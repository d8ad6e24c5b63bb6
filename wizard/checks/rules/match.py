"""Which API application is the setup's, and who it should log in as."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import UnsetType

from wizard.checks.observation import Unread
from wizard.checks.rules.case import Case, same, text
from wizard.halo.records import Application
from wizard.profiles.requirements import ApplicationRequirement


@dataclass(frozen=True, slots=True)
class Match:
    """The application that is judged; `foreign` is the one the client id belongs to instead."""

    application: Application | None
    foreign: Application | None = None


def find(case: Case) -> Match | Unread:
    """Find the setup's application by its client id, else by its name.

    Where the client id belongs to an application of another name while one of the wanted name
    exists, the credentials were taken from the wrong one.
    """
    seen = case.seen.applications
    if isinstance(seen, Unread):
        return seen
    wanted = wanted_name(case)
    client_id = case.subject.client_id
    by_id = next(
        (each for each in seen.value if client_id and text(each.client_id) == client_id), None
    )
    by_name = next((each for each in seen.value if wanted and named(each, wanted)), None)
    if by_id is not None and wanted and not named(by_id, wanted) and by_name is not None:
        return Match(by_name, by_id)
    return Match(by_id or by_name)


def link_to(case: Case) -> str | None:
    """Give the deep link to the setup's application, or to the list of applications."""
    match = find(case)
    one = match.application if isinstance(match, Match) else None
    if one is None or isinstance(one.id, UnsetType):
        return case.link("applications", None)
    return case.link("application", one.id)


def wanted_name(case: Case) -> str | None:
    """Give the application's name: the guide's, else the setup's."""
    fixed = next(
        (
            each.wanted
            for each in case.requirements
            if isinstance(each, ApplicationRequirement) and each.field == "name"
        ),
        None,
    )
    return fixed or case.subject.application


def expected_agent(case: Case) -> str | None:
    """Give who the application should log in as: the setup's agent, else the guide's."""
    if case.subject.agent:
        return case.subject.agent
    return next(
        (
            each.wanted
            for each in case.requirements
            if isinstance(each, ApplicationRequirement) and each.field == "login_agent"
        ),
        None,
    )


def rows(case: Case) -> list[ApplicationRequirement]:
    """Give the rows of the application."""
    return [each for each in case.requirements if isinstance(each, ApplicationRequirement)]


def named(application: Application, name: str) -> bool:
    """Tell whether the application has this name."""
    return same(text(application.display_name) or "", name)
