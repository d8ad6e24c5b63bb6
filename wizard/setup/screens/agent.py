"""The screens of the role, the agent, its permissions and its teams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.halo.permissions import permission_table
from wizard.halo.wording import fold
from wizard.language import tr
from wizard.profiles.schema import (
    AgentStep,
    Level,
    PermissionRow,
    RoleStep,
    SectionRule,
    TeamsStep,
)
from wizard.setup import words
from wizard.setup.screens.draft import AGENTS, ROLES, Draft
from wizard.setup.steps import FillIn, Input, Step, StepKind

Ids = tuple[str, ...]

_ABOUT = "agent:Username"


def role(draft: Draft, part: RoleStep, ids: Ids) -> Iterator[Step]:  # noqa: ARG001
    """Give the screen of a role."""
    yield Step(
        "role",
        StepKind.ROLE,
        part.title or (tr("Open the role") if part.existing else tr("Create the role")),
        words.role_lead(part.name, existing=part.existing),
        instructions=part.text or words.told(words.EXISTING_ROLE if part.existing else words.ROLE),
        remark=part.remark or "",
        menu=ROLES,
        link="roles",
        fill_in=(
            FillIn("Name", part.name, section=tr("Details tab"), requirement=f"role:{part.name}"),
            *_rows(part, ids),
        ),
        requirements=ids,
        about=f"role:{part.name}",
    )


def agent(draft: Draft, part: AgentStep, ids: Ids) -> Iterator[Step]:
    """Give the screen of the agent, and that of its permissions."""
    name = part.username or part.suggested or draft.profile.name
    fields = [
        FillIn(row.label, row.value, "", row.note or "", f"agent:{row.id or row.label}")
        for row in part.fields
    ]
    if not any(field.label == "Username" for field in fields):
        free = "" if part.username else tr(words.NAME_FREE)
        fields.insert(0, FillIn("Username", name, "", free, "agent:Username"))
    roles = [
        FillIn("Roles", role.name, requirement=f"role:{role.name}")
        for role in draft.profile.steps
        if isinstance(role, RoleStep) and not any(field.label == "Roles" for field in fields)
    ]
    held = tuple(row.requirement for row in roles)
    on_agent = tuple(name for name in ids if name.startswith("agent:"))
    yield Step(
        "agent",
        StepKind.AGENT,
        part.title or tr("Create the agent"),
        words.agent_lead(draft.profile.name, existing=part.existing),
        instructions=part.text or words.told(words.AGENT),
        remark=part.remark or "",
        menu=AGENTS,
        link="agents",
        fill_in=(*fields, *roles),
        inputs=(
            Input(
                "agent_name",
                tr("Username of the agent"),
                hint=tr("As it stands in Halo, so that the wizard looks at the right one."),
                default=name,
            ),
        ),
        requirements=(*on_agent, *held),
        about=_ABOUT,
    )
    if part.permissions or part.sections:
        yield _permissions(draft, part, tuple(name for name in ids if name not in on_agent))


def teams(draft: Draft, part: TeamsStep, ids: Ids) -> Iterator[Step]:
    """Give the screen of the agent's teams and departments."""
    named = [FillIn("Team", name, requirement=f"team:{name}") for name in part.names]
    named += [
        FillIn("Department", name, requirement=f"department:{name}") for name in part.departments
    ]
    if part.any:
        chosen = tr("those that you choose")
        named.append(FillIn("Teams", chosen, requirement="team:any", described=True))
    flags = [name for name in ids if name.startswith("screen:")]
    named += draft.rows(part.fields, flags)
    yield Step(
        "teams",
        StepKind.TEAMS,
        part.title or tr("Add the agent to its teams"),
        tr("The agent only reaches tickets of its teams."),
        instructions=part.text or words.told(words.TEAMS),
        remark=part.remark or "",
        menu=(*AGENTS, draft.agent, "Departments & Teams"),
        link="agent",
        fill_in=tuple(named),
        requirements=ids,
        about=_ABOUT,
    )


def _permissions(draft: Draft, part: AgentStep, ids: Ids) -> Step:
    return Step(
        "permissions",
        StepKind.PERMISSIONS,
        tr("Set the agent's permissions"),
        words.permissions_lead(draft.profile.name, len(part.permissions)),
        instructions=words.told(words.PERMISSIONS),
        menu=(*AGENTS, draft.agent, "Permissions"),
        link="agent",
        fill_in=_rows(part, ids),
        requirements=ids,
        about=_ABOUT,
    )


def _rows(part: RoleStep | AgentStep, ids: Ids) -> tuple[FillIn, ...]:
    """Give the permissions in the order of Halo's sections, and in each in that of the guide."""
    judged = (name for name in ids if name.startswith("permission:"))  # rows, then section rules
    rows = [_permission(row) for row in part.permissions] + [
        _section(each) for each in part.sections
    ]
    found = [replace(row, requirement=next(judged, "")) for row in rows]
    table = permission_table()
    return tuple(sorted(found, key=lambda row: table.place_of_section(row.section)))


def _permission(row: PermissionRow) -> FillIn:
    unset = row.level is Level.UNSET
    return FillIn(
        row.label,
        tr("leave unset") if unset else row.value,
        row.section,
        row.note or "",
        described=unset,
        aliases=_aliases(row),
    )


def _aliases(row: PermissionRow) -> tuple[str, ...]:
    """Give what other versions of Halo call this permission: by the guide, and by Halo's table."""
    known = permission_table().by_label(row.label, row.section, row.aliases)
    others = {fold(label): label for label in (*row.aliases, *(known.labels if known else ()))}
    return tuple(label for folded, label in others.items() if folded != fold(row.label))


def _section(rule: SectionRule) -> FillIn:
    return FillIn(tr("every option of this section"), rule.value, rule.section, rule.note or "")
