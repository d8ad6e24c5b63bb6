"""The sentence that joins the layers of a call: the application's scope, the agent's right, what
the agent may see.

"GET /Tickets fails: scope read:tickets is granted; agent “liongard” has Tickets Access Level = No
Access. Agents > liongard > Permissions > Feature Access."
"""

from __future__ import annotations

from wizard.checks.findings import State
from wizard.checks.rules.case import Case, text
from wizard.checks.rules.claims import claims_of, is_administrator
from wizard.checks.rules.scopes import opener, standing
from wizard.halo.permissions import effective, permission_table
from wizard.halo.probes import ProbeSpec
from wizard.language import series, tr
from wizard.problems import Layer


def sentence(
    case: Case, path: str, layer: Layer, *, scope: str | None, spec: ProbeSpec | None
) -> str:
    """Say in one sentence why a call fails, over all layers, and where to mend it.

    `scope` is the id of the scope requirement that opens the call, None where none is known.
    """
    call, place = f"GET {path}", _place(case, layer, spec)
    one = _scope(case, scope, spec)
    if layer is Layer.APPLICATION:
        return tr("{call} fails: {why}. {place}.", call=call, why=one, place=place)
    two = _agent(case, spec)
    if layer is not Layer.VISIBILITY:
        return tr("{call} fails: {one}; {two}. {place}.", call=call, one=one, two=two, place=place)
    return tr(
        "{call} fails: {one}; {two}; {three}. {place}.",
        call=call,
        one=one,
        two=two,
        three=_sight(case),
        place=place,
    )


def _scope(case: Case, scope: str | None, spec: ProbeSpec | None) -> str:
    beside = opener(case, spec.scope) if spec else None
    if beside is not None and (scope is None or case.is_missing(scope)):
        return tr("scope {scope} is granted, though the guide does not ask for it", scope=beside)
    if scope is None:
        return tr("no scope of its own is known for it")
    name = scope.partition(":")[2]
    finding = case.done.get(scope)
    if finding is None or finding.state is State.UNKNOWN:
        return tr("whether scope {scope} is granted is not known", scope=name)
    return standing(case, name)


def _agent(case: Case, spec: ProbeSpec | None) -> str:
    """Say what the agent has of the right that this call needs."""
    if case.is_missing("identity"):
        identity = case.done["identity"]
        return tr(
            "the token acts as “{found}”, not as “{wanted}”",
            found=identity.found,
            wanted=identity.wanted,
        )
    agent, claims, who = case.agent(), claims_of(case), _who(case)
    if agent is None or claims is None:
        return tr("what {agent} may do could not be read", agent=who)
    if agent.isdisabled is True:
        return tr("{agent} is disabled", agent=who)
    if is_administrator(claims):
        return tr("{agent} is an administrator", agent=who)
    permission = permission_table().by_code(spec.permission) if spec and spec.permission else None
    if permission is None:
        return tr("which right {agent} needs for it is not known", agent=who)
    label, result = permission.labels[0], effective(permission, claims.pairs)
    if not (claims.complete and result.certain):
        return tr("what {agent} has of {right} is not known for sure", agent=who, right=label)
    value = result.label or "Not set"
    return tr("{agent} has {right} = {value}", agent=who, right=label, value=value)


def _sight(case: Case) -> str:
    """Say which teams the agent sees."""
    agent = case.agent()
    if agent is None or not isinstance(agent.teams, tuple):
        return tr("which teams it is in could not be read")
    if not agent.teams:
        return tr("it is in no team and sees none of the rows")
    names = series(text(row.team_name) or tr("a team without a name") for row in agent.teams)
    return tr("it is in {teams} and sees none of the rows", teams=names)


def _place(case: Case, layer: Layer, spec: ProbeSpec | None) -> str:
    """Say where in HaloPSA to look, as its menus are called."""
    if layer is Layer.APPLICATION:
        return tr("HaloPSA API > View Applications > the application > Permissions")
    name = _name(case) or tr("the agent")
    agent = f"Agents > {name}"
    if layer is Layer.VISIBILITY:
        return f"{agent} > Departments & Teams"
    if layer is Layer.TOKEN:
        return tr(
            "Look at the application's Permissions first, then at {place}",
            place=f"{agent} > Permissions",
        )
    permission = permission_table().by_code(spec.permission) if spec and spec.permission else None
    return f"{agent} > Permissions" + (f" > {permission.section}" if permission else "")


def _who(case: Case) -> str:
    """Name the agent within a sentence."""
    name = _name(case)
    return tr("agent “{name}”", name=name) if name else tr("agent behind the token")


def _name(case: Case) -> str | None:
    agent = case.agent()
    return (text(agent.name) if agent else None) or case.subject.agent
