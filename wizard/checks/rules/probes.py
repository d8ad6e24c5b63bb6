"""Probes: one harmless GET each. A 200 with rows is the last word on "can read".

A refusal is put down to its layer: the scope if it is missing, else the agent's right, else what
the agent may see (halo-api.md §10).
"""

from __future__ import annotations

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import ProbeFacts, Seen, Unread
from wizard.checks.rules.case import Case, unknown
from wizard.checks.rules.claims import ADMINISTRATOR
from wizard.checks.rules.layers import sentence
from wizard.checks.rules.scopes import opener
from wizard.halo.permissions import permission_table
from wizard.halo.probes import ProbeSpec, probe_table
from wizard.halo.records import ProbeAnswer
from wizard.halo.scopes import scope_table
from wizard.language import mark, tr
from wizard.problems import Layer, problem
from wizard.profiles.requirements import (
    PermissionRequirement,
    ProbeRequirement,
    ScopeRequirement,
    TeamRequirement,
)
from wizard.profiles.schema import ScopeLevel

_WANTED = mark("answers with at least one row")


def judge(case: Case, requirement: ProbeRequirement) -> Finding:
    """Judge one probe."""
    facts, wanted = case.seen.probes.get(requirement.path), tr(_WANTED)
    if case.is_missing("token"):
        broken = tr("without a working token nothing can be read")
        return unknown(requirement.id, Layer.TOKEN, wanted, broken, because="token")
    if facts is None:
        signed_in = case.seen.sign_in
        cause = (
            signed_in.problem if isinstance(signed_in, Unread) else problem("not_yet.credentials")
        )
        return unknown(requirement.id, cause.layer, wanted, cause)
    if isinstance(facts.own, Unread):
        return unknown(requirement.id, facts.own.problem.layer, wanted, facts.own.problem)
    answer = facts.own.value
    spec = probe_table().get(requirement.path)
    if answer.status in (401, 403):
        return _refused(case, requirement, answer, spec)
    if answer.status == 404:
        absent = tr("this instance has no such list (404)")
        return unknown(requirement.id, Layer.INSTANCE, wanted, absent)
    if answer.rows == 0:
        return _empty(case, requirement, facts)
    found = tr("answered") if answer.rows is None else tr("answered with rows")
    return Finding(
        requirement.id, State.MET, Layer.TOKEN, wanted, found,
        (f"HTTP {answer.status}",), known_by=KnownBy.PROVEN,
    )  # fmt: skip


def _refused(
    case: Case, requirement: ProbeRequirement, answer: ProbeAnswer, spec: ProbeSpec | None
) -> Finding:
    """Name the layer that refused: scope, then right, then the agent itself."""
    scope = _open_scope(case, spec.scope if spec else "")
    open_already = spec is not None and opener(case, spec.scope) is not None
    if scope is not None and case.is_missing(scope) and not open_already:
        layer, because = Layer.APPLICATION, scope
    elif scope is not None and _is_unknown(case, scope):
        layer, because = Layer.TOKEN, None
    else:
        layer, because = Layer.AGENT, _right(case, spec.permission if spec else "")
    return Finding(
        requirement.id,
        State.MISSING,
        layer,
        tr(_WANTED),
        tr("refused ({status})", status=answer.status),
        (
            sentence(case, requirement.path, layer, scope=scope, spec=spec),
            f"HTTP {answer.status}",
            *((answer.detail,) if answer.detail else ()),
        ),
        _remedy(layer, because),
        case.link("applications", None) if layer is Layer.APPLICATION else case.agent_link(),
        KnownBy.PROVEN,
        because,
        str(answer.status),
    )


def _open_scope(case: Case, name: str) -> str | None:
    """Give the id of the scope requirement that opens this endpoint."""
    if not name:
        return None
    asked = [
        each.row.name
        for each in case.requirements
        if isinstance(each, ScopeRequirement) and each.row.level is not ScopeLevel.FORBIDDEN
    ]
    subject = name.partition(":")[2]
    exact = [each for each in (name, f"edit:{subject}") if each in asked]
    met = [each for each in exact if not case.is_missing(f"scope:{each}")]
    if met or exact:
        return f"scope:{(met or exact)[0]}"
    wide = scope_table().wide_among(asked)
    return next((f"scope:{each}" for each in asked if each in wide), None)


def _is_unknown(case: Case, requirement: str) -> bool:
    finding = case.done.get(requirement)
    return finding is not None and finding.state is State.UNKNOWN


def _right(case: Case, code: str) -> str | None:
    """Give the finding that a refusal on the agent's side follows from."""
    wanted = {code, ADMINISTRATOR}
    rows = [
        each.id
        for each in case.requirements
        if isinstance(each, PermissionRequirement)
        and (
            found := permission_table().by_label(each.row.label, each.row.section, each.row.aliases)
        )
        and found.code in wanted
    ]
    return case.first_missing(*_roots(case, rows), "agent:Account Active", "identity")


def _roots(case: Case, rows: list[str]) -> list[str]:
    """Follow each row to what it follows from itself."""
    return [
        (finding.because if finding and finding.because else row)
        for row in rows
        for finding in (case.done.get(row),)
    ]


def _empty(case: Case, requirement: ProbeRequirement, facts: ProbeFacts) -> Finding:
    """Judge a 200 with no rows: missing only if an administrator sees rows in the same list."""
    administrator = facts.administrator
    if isinstance(administrator, Seen) and administrator.value.rows:
        teams = [each.id for each in case.requirements if isinstance(each, TeamRequirement)]
        spec = probe_table().get(requirement.path)
        scope = _open_scope(case, spec.scope if spec else "")
        because = case.first_missing(*([scope] if scope else []), *teams, "identity")
        return Finding(
            requirement.id,
            State.MISSING,
            Layer.VISIBILITY,
            tr(_WANTED),
            tr("answered, but the agent sees none of the rows"),
            (
                sentence(case, requirement.path, Layer.VISIBILITY, scope=scope, spec=spec),
                tr("HTTP 200, no rows"),
                tr("an administrator sees rows in the same list"),
            ),
            _remedy(Layer.VISIBILITY, because),
            case.agent_link(),
            KnownBy.PROVEN,
            because,
        )
    cause = tr("empty, or not visible to this agent")
    return unknown(
        requirement.id, Layer.VISIBILITY, tr(_WANTED), cause, evidence=(tr("HTTP 200, no rows"),),
        remedy=tr("If HaloPSA has rows here, look at the agent's teams and departments."),
    )  # fmt: skip


def _remedy(layer: Layer, because: str | None) -> str:
    if because is not None:
        return tr("Mend {requirement} first, then check again.", requirement=because)
    if layer is Layer.APPLICATION:
        return tr("Tick the permission on the application's Permissions tab, and save.")
    if layer is Layer.VISIBILITY:
        return tr("Add the agent to the teams and departments whose records it needs.")
    if layer is Layer.AGENT:
        return tr("The scope is granted, so the agent lacks a right: look at its Permissions tab.")
    return tr("Look at the application's permissions first, then at the agent's rights.")
