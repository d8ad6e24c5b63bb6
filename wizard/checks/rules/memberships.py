"""Teams and departments: what the agent may see (halo-api.md §4.3, §6)."""

from __future__ import annotations

from msgspec import UNSET

from wizard.checks.findings import Finding
from wizard.checks.rules.agent import no_agent, say
from wizard.checks.rules.case import Case, same, text, unknown
from wizard.language import series, tr
from wizard.problems import Layer
from wizard.profiles.requirements import DepartmentRequirement, TeamRequirement


def judge_team(case: Case, requirement: TeamRequirement) -> Finding:
    """Judge whether the agent is in the named team, or in any."""
    wanted = requirement.name or tr("at least one team")
    agent = case.agent()
    if agent is None:
        return no_agent(case, requirement.id, wanted, layer=Layer.VISIBILITY)
    if agent.teams is UNSET:
        cause = tr("HaloPSA's answer does not show the agent's teams")
        return unknown(requirement.id, Layer.VISIBILITY, wanted, cause, link=case.agent_link())
    names = [text(row.team_name) for row in agent.teams]
    found = series(name or tr("a team without a name") for name in names) or tr("no team")
    return _membership(case, requirement.id, wanted, names, found, requirement.name)


def judge_department(case: Case, requirement: DepartmentRequirement) -> Finding:
    """Judge whether the agent is in the named department; names may be absent (§8.4 no. 17)."""
    agent = case.agent()
    if agent is None:
        return no_agent(case, requirement.id, requirement.name, layer=Layer.VISIBILITY)
    if agent.departments is UNSET:
        cause = tr("HaloPSA's answer does not show the agent's departments")
        return unknown(
            requirement.id, Layer.VISIBILITY, requirement.name, cause, link=case.agent_link()
        )
    names = [text(row.department_name) for row in agent.departments]
    shown = (name or tr("a department without a name") for name in names)
    found = series(shown) or tr("no department")
    return _membership(case, requirement.id, requirement.name, names, found, requirement.name)


def _membership(
    case: Case, requirement: str, wanted: str, names: list[str | None], found: str, name: str | None
) -> Finding:
    if any(name is None or (each and same(each, name)) for each in names):
        return say(case, requirement, wanted, found, met=True, layer=Layer.VISIBILITY)
    if name is not None and None in names:
        cause = tr("HaloPSA's answer does not name all of the agent's memberships")
        return unknown(requirement, Layer.VISIBILITY, wanted, cause, link=case.agent_link())
    remedy = tr("Open the agent's Departments & Teams tab, choose Edit, add it, and save.")
    return say(case, requirement, wanted, found, met=False, layer=Layer.VISIBILITY, remedy=remedy)
