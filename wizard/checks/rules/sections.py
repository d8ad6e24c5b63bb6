"""Section rules: every option of a section of Halo's permissions has one value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.rules.agent import no_agent
from wizard.checks.rules.case import Case, unknown
from wizard.checks.rules.claims import claims_of
from wizard.checks.rules.permissions import compare, of_role
from wizard.halo.permissions import Permission, permission_table
from wizard.language import tr
from wizard.problems import Layer
from wizard.profiles.requirements import SectionRequirement


def judge(case: Case, requirement: SectionRequirement) -> Iterator[Finding]:
    """Judge a section rule: one finding for each known code, and the rule itself.

    The rule is never met as a whole: HaloPSA has settings without a known code (§10 no. 4).
    """
    rows = [_section_row(case, requirement, each) for each in known(requirement)]
    yield from rows
    missing = next((row for row in rows if row.state is State.MISSING), None)
    unread = next((row for row in rows if row.state is State.UNKNOWN), None)
    section, value = requirement.rule.section, requirement.rule.value
    wanted = tr("every option: {value}", value=value)
    fine = sum(row.state in (State.MET, State.EXCESS) for row in rows)
    evidence = (
        tr("{number} of {all} options with a known code are set", number=fine, all=len(rows)),
    )
    if missing is not None:
        yield Finding(
            requirement.id,
            State.MISSING,
            Layer.AGENT,
            wanted,
            tr("not every option is set"),
            evidence,
            tr(
                "Set every option of the section {section} to “{value}”, and save.",
                section=section,
                value=value,
            ),
            case.agent_link(),
            KnownBy.CONFIGURED,
            missing.because or missing.requirement,
        )
        return
    finding = unknown(
        requirement.id,
        Layer.AGENT,
        wanted,
        tr("HaloPSA has options in this section whose codes are not known"),
        because=unread.because if unread else None,
        link=case.agent_link(),
        evidence=evidence,
        remedy=tr("Look through the section {section} and confirm it here.", section=section),
    )
    yield replace(finding, found=unread.found) if unread and fine == 0 else finding


def ids(requirement: SectionRequirement) -> tuple[str, ...]:
    """Give the requirement ids of the known codes of a section rule."""
    return tuple(f"permission:{each.labels[0]}" for each in known(requirement))


def known(requirement: SectionRequirement) -> tuple[Permission, ...]:
    """Give the permissions of the section that have a known code."""
    return permission_table().in_section(requirement.rule.section)


def _section_row(case: Case, requirement: SectionRequirement, permission: Permission) -> Finding:
    name = f"permission:{permission.labels[0]}"
    wanted = requirement.rule.value
    claims = claims_of(case, requirement.role)
    if claims is None:
        return no_agent(case, name, wanted)
    return of_role(case, compare(case, name, permission, wanted, claims), requirement.role)
