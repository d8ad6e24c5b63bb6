"""The sentence that joins the layers of a call: the application's scope, the agent's right, what
the agent may see.

"GET /Tickets fails: scope read:tickets is granted; agent “liongard” has Tickets Access Level = No
Access. Agents > liongard > Permissions > Feature Access."
"""

from __future__ import annotations

from wizard.checks.findings import State
from wizard.checks.rules.case import Case, text
from wizard.checks.rules.claims import claims_of, is_administrator
from wizard.checks.rules.scopes import opener
from wizard.halo.permissions import effective, permission_table
from wizard.halo.probes import ProbeSpec
from wizard.problems import Layer


def sentence(
    case: Case, path: str, layer: Layer, *, scope: str | None, spec: ProbeSpec | None
) -> str:
    """Say in one sentence why a call fails, over all layers, and where to mend it.

    `scope` is the id of the scope requirement that opens the call, None where none is known.
    """
    parts = [_scope(case, scope, spec)]
    if layer is not Layer.APPLICATION:
        parts.append(_agent(case, spec))
    if layer is Layer.VISIBILITY:
        parts.append(_sight(case))
    said = "; ".join(part for part in parts if part)
    return f"GET {path} fails: {said}. {_place(case, layer, spec)}."


def _scope(case: Case, scope: str | None, spec: ProbeSpec | None) -> str:
    beside = opener(case, spec.scope) if spec else None
    if beside is not None and (scope is None or case.is_missing(scope)):
        return f"scope {beside} is granted, though the guide does not ask for it"
    if scope is None:
        return "no scope of its own is known for it"
    name = scope.partition(":")[2]
    finding = case.done.get(scope)
    if finding is None or finding.state is State.UNKNOWN:
        return f"whether scope {name} is granted is not known"
    return f"scope {name} {'is ' if finding.found.endswith('granted') else ''}{finding.found}"


def _agent(case: Case, spec: ProbeSpec | None) -> str:
    """Say what the agent has of the right that this call needs."""
    if case.is_missing("identity"):
        identity = case.done["identity"]
        return f"the token acts as “{identity.found}”, not as “{identity.wanted}”"
    agent, claims = case.agent(), claims_of(case)
    who = f"agent {_name(case)}"
    if agent is None or claims is None:
        return f"what {who} may do could not be read"
    if agent.isdisabled is True:
        return f"{who} is disabled"
    if is_administrator(claims):
        return f"{who} is an administrator"
    permission = permission_table().by_code(spec.permission) if spec and spec.permission else None
    if permission is None:
        return f"which right {who} needs for it is not known"
    result = effective(permission, claims.pairs)
    if not (claims.complete and result.certain):
        return f"what {who} has of {permission.labels[0]} is not known for sure"
    return f"{who} has {permission.labels[0]} = {result.label or 'Not set'}"


def _sight(case: Case) -> str:
    """Say which teams the agent sees."""
    agent = case.agent()
    if agent is None or not isinstance(agent.teams, tuple):
        return "which teams it is in could not be read"
    names = [text(row.team_name) or "a team without a name" for row in agent.teams]
    return f"it is in {', '.join(names) or 'no team'} and sees none of the rows"


def _place(case: Case, layer: Layer, spec: ProbeSpec | None) -> str:
    """Say where in HaloPSA to look, as its menus are called."""
    if layer is Layer.APPLICATION:
        return "HaloPSA API > View Applications > the application > Permissions"
    agent = f"Agents > {_name(case, quoted=False)}"
    if layer is Layer.VISIBILITY:
        return f"{agent} > Departments & Teams"
    if layer is Layer.TOKEN:
        return f"Look at the application's Permissions first, then at {agent} > Permissions"
    permission = permission_table().by_code(spec.permission) if spec and spec.permission else None
    return f"{agent} > Permissions" + (f" > {permission.section}" if permission else "")


def _name(case: Case, *, quoted: bool = True) -> str:
    agent = case.agent()
    name = (text(agent.name) if agent else None) or case.subject.agent
    if name is None:
        return "behind the token" if quoted else "the agent"
    return f"“{name}”" if quoted else name
