"""What the pages of agents and roles share: permissions, teams and departments of a holder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from wizard.practice.model import Agent, DepartmentPlace, Role, State, TeamPlace
from wizard.practice.tables import Permission, tables

LEVELS = ("Basic Member", "View All", "Modify All", "Department Manager")  # 0 to 3 (§4.3, G)
# A permission whose values no source tells is offered as No and Yes, stored as most are (assumed).
UNTOLD = (("0", "No"), ("1", "Yes"))


Holder = TypeVar("Holder", Agent, Role)


def entered(tab: str, form: Mapping[str, str], holder: Holder, state: State) -> Holder | None:
    """Give an agent or role with what was entered on its tab; None for the tab Details."""
    if tab == "permissions":
        return replace(holder, claims=read_claims(form, holder.claims))
    if tab == "teams":
        teams, departments = read_teams(form, state), read_departments(form, state)
        return replace(holder, teams=teams, departments=departments)
    return None


@dataclass(frozen=True, slots=True)
class PermissionField:
    """One row of the Permissions tab; an option is the stored value and its label."""

    code: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


def permission_sections(claims: Mapping[str, str]) -> dict[str, list[PermissionField]]:
    """Give the rows of the Permissions tab by HaloPSA's section."""
    sections: dict[str, list[PermissionField]] = {}
    for permission in tables().permissions.values():
        value = claims.get(permission.code, "")
        options = choices(permission, value)
        field = PermissionField(permission.code, permission.label, options, value)
        sections.setdefault(permission.section, []).append(field)
    return sections


def choices(permission: Permission, stored: str) -> tuple[tuple[str, str], ...]:
    """Give the options of a permission, each label once, and a stored value that is not known.

    Where two codes share a label the stored one is kept, else the highest is offered
    (halo-api.md §8.4 no. 26: Billing Details is stored as 3).
    """
    if not permission.values:
        options = dict(UNTOLD)
    else:
        by_label: dict[str, str] = {}
        for value in permission.values:
            if by_label.get(value.labels[0]) != stored or not stored:
                by_label[value.labels[0]] = value.code
        options = {code: label for label, code in by_label.items()}
    if stored and stored not in options:
        options[stored] = stored
    return tuple(options.items())


def read_claims(form: Mapping[str, str], claims: Mapping[str, str]) -> dict[str, str]:
    """Give the claims after the Permissions tab was saved; claims without a row stay as they are.

    A value that the page does not offer is ignored.
    """
    result = {code: value for code, value in claims.items() if code not in tables().permissions}
    for code, permission in tables().permissions.items():
        stored = claims.get(code, "")
        wanted = form.get(f"claim:{code}", stored)
        if wanted in dict(choices(permission, stored)):
            result[code] = wanted
        elif wanted and stored:
            result[code] = stored
    return result


def read_teams(form: Mapping[str, str], state: State) -> tuple[TeamPlace, ...]:
    """Give the teams that are ticked."""
    return tuple(TeamPlace(team) for team in state.teams if f"team:{team}" in form)


def read_departments(form: Mapping[str, str], state: State) -> tuple[DepartmentPlace, ...]:
    """Give the departments with a membership level."""
    levels = {str(level): level for level in range(len(LEVELS))}
    chosen = ((each, form.get(f"department:{each}", "")) for each in state.departments)
    return tuple(DepartmentPlace(each, levels[text]) for each, text in chosen if text in levels)
