"""The API application: what is configured where HaloPSA shows it, else what the token proves.

Value codes of `grant_type` and `type` are unknown (halo-api.md §7), so the authentication method
can only be proven by a token; `/Application` may be out of reach altogether.
"""

from __future__ import annotations

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Unread
from wizard.checks.rules.case import Case, number, same, text, unknown
from wizard.checks.rules.match import Match, expected_agent, find, link_to, rows
from wizard.halo.records import Application
from wizard.language import tr
from wizard.problems import Layer
from wizard.profiles.requirements import ApplicationRequirement

_LAYER = Layer.APPLICATION
_SERVICES = "Client ID and Secret (Services)"


def judge_configured(case: Case) -> None:
    """Judge what the application's own object tells, before the token is looked at."""
    match = find(case)
    for requirement in rows(case):
        finding = None
        if isinstance(match, Match):
            finding = _configured(case, requirement, match)
        elif requirement.field == "authentication_method":
            finding = _method_refused(case, requirement)
        if finding is not None:
            case.add(finding)


def judge_proven(case: Case) -> None:
    """Judge the rest by what the token proves; what stays open is unknown."""
    match = find(case)
    for requirement in rows(case):
        if requirement.id not in case.done:
            case.add(_proven(case, requirement, match))


def _configured(case: Case, requirement: ApplicationRequirement, match: Match) -> Finding | None:
    application = match.application
    if application is None:
        return _absent(case, requirement)
    if requirement.field == "name":
        return _name(case, requirement, application)
    if requirement.field == "active":
        return _active(case, requirement, application)
    if requirement.field == "login_type":
        return _login_type(case, requirement, application)
    if requirement.field == "login_agent":
        return _login_agent(case, requirement, application)
    return _method_refused(case, requirement)


def _absent(case: Case, requirement: ApplicationRequirement) -> Finding | None:
    if case.subject.client_id:
        return None  # it exists, this connection is only not shown it
    if requirement.field == "name":
        return _say(case, requirement, found=tr("no application of this name"), met=False)
    return unknown(
        requirement.id,
        _LAYER,
        _wanted(case, requirement),
        tr("the application does not exist yet"),
        because=case.first_missing("application:name"),
        link=link_to(case),
    )


def _name(
    case: Case, requirement: ApplicationRequirement, application: Application
) -> Finding | None:
    name = text(application.display_name)
    if name is None:
        return None
    met = same(name, requirement.wanted or "")
    return _say(case, requirement, found=name, met=met, value=name)


def _active(
    case: Case, requirement: ApplicationRequirement, application: Application
) -> Finding | None:
    if not isinstance(application.inactive, bool):
        return None
    found = "No" if application.inactive else "Yes"
    return _say(case, requirement, found=found, met=found == requirement.wanted, value=found)


def _login_type(
    case: Case, requirement: ApplicationRequirement, application: Application
) -> Finding | None:
    # Codes of the login type are unknown; which kind of login is filled in tells it (§7, S).
    if requirement.wanted != "Agent":
        return None
    if number(application.loginas_agent_id):
        return _say(case, requirement, found="Agent", met=True)
    if number(application.loginas_client_id):
        return _say(case, requirement, found=tr("not an agent"), met=False)
    return None


def _login_agent(
    case: Case, requirement: ApplicationRequirement, application: Application
) -> Finding | None:
    wanted = expected_agent(case)
    name = text(application.loginas_agent_name) or _agent_name(
        case, number(application.loginas_agent_id)
    )
    nobody = name is None and case.is_missing("application:login_type")
    if wanted is None or (name is None and not nobody):
        return None
    if name is not None and same(name, wanted):
        return _say(case, requirement, found=name, met=True, value=name)
    because = case.first_missing("agent:Username", "application:login_type")
    found = name if name is not None else tr("no agent")
    return _say(case, requirement, found=found, met=False, because=because, value=name)


def _agent_name(case: Case, agent_id: int | None) -> str | None:
    agents = case.seen.agents
    if agent_id is None or isinstance(agents, Unread):
        return None
    return next((text(each.name) for each in agents.value if each.id == agent_id), None)


def _method_refused(case: Case, requirement: ApplicationRequirement) -> Finding | None:
    sign_in = case.seen.sign_in
    if (
        requirement.field == "authentication_method"
        and isinstance(sign_in, Unread)
        and sign_in.problem.code == "token.unauthorised_client"
    ):
        found = tr("the application may not sign in with its id and secret alone")
        return _say(case, requirement, found=found, met=False, known_by=KnownBy.PROVEN)
    return None


def _proven(case: Case, requirement: ApplicationRequirement, match: Match | Unread) -> Finding:
    if isinstance(match, Match) and match.foreign is not None:
        name = text(match.foreign.display_name) or tr("another application")
        cause = tr("the client id belongs to the application “{name}”", name=name)
        return _open(case, requirement, cause, because=case.first_missing("identity"))
    if isinstance(case.seen.sign_in, Unread):
        cause = case.seen.sign_in.problem.happened
        return _open(case, requirement, cause, because=case.first_missing("token"))
    method = requirement.field == "authentication_method" and requirement.wanted == _SERVICES
    if method or requirement.field == "active":
        found = requirement.wanted or ""
        return _say(case, requirement, found=found, met=True, known_by=KnownBy.PROVEN)
    if requirement.field in ("login_type", "login_agent"):
        return _proven_by_identity(case, requirement)
    if isinstance(match, Unread):
        return _open(case, requirement, match.problem.happened)
    cause = tr("HaloPSA does not show the application to this connection")
    return _open(case, requirement, cause)


def _proven_by_identity(case: Case, requirement: ApplicationRequirement) -> Finding:
    identity = case.seen.identity
    finding = case.done.get("identity")
    if isinstance(identity, Unread) or identity.value.agent_id is None:
        cause = tr("the token does not tell which agent it acts as")
        return _open(case, requirement, cause)
    if requirement.field == "login_type" and requirement.wanted == "Agent":
        return _say(case, requirement, found="Agent", met=True, known_by=KnownBy.PROVEN)
    if finding is not None and finding.state is State.MET:
        return _say(case, requirement, found=finding.found, met=True, known_by=KnownBy.PROVEN)
    because = case.first_missing("identity")
    cause = tr("the token acts as another agent") if because else tr("see identity")
    return _open(case, requirement, cause, because=because)


def _wanted(case: Case, requirement: ApplicationRequirement) -> str:
    if requirement.field == "login_agent":
        return expected_agent(case) or tr("the agent of this setup")
    return requirement.wanted or ""


_LABELS = {  # Halo's own
    "name": "Application Name",
    "authentication_method": "Authentication Method",
    "login_type": "Login Type",
    "login_agent": "Agent to log in as",
    "active": "Active",
}


def _say(
    case: Case,
    requirement: ApplicationRequirement,
    *,
    found: str,
    met: bool,
    known_by: KnownBy = KnownBy.CONFIGURED,
    because: str | None = None,
    value: str | None = None,
) -> Finding:
    wanted = _wanted(case, requirement)
    label = _LABELS[requirement.field]
    proven = known_by is KnownBy.PROVEN
    how = tr("proven by the token") if proven else tr("as HaloPSA shows the application")
    remedy = tr(
        "Open the application, set {label} to “{value}”, and save.", label=label, value=wanted
    )
    return Finding(
        requirement.id,
        State.MET if met else State.MISSING,
        _LAYER,
        wanted,
        found,
        (how,),
        "" if met else remedy,
        link_to(case),
        known_by,
        because,
        value,
    )


def _open(
    case: Case, requirement: ApplicationRequirement, cause: str, *, because: str | None = None
) -> Finding:
    label = _LABELS[requirement.field]
    wanted = _wanted(case, requirement)
    return unknown(
        requirement.id,
        _LAYER,
        wanted,
        cause,
        because=because,
        link=link_to(case),
        evidence=_raw(case, requirement),
        remedy=tr("Open the application, look at {label}, and confirm it here.", label=label),
    )


def _raw(case: Case, requirement: ApplicationRequirement) -> tuple[str, ...]:
    """Show what HaloPSA stores for the method: the meaning of its codes is unknown (§7)."""
    match = find(case)
    if requirement.field != "authentication_method" or isinstance(match, Unread):
        return ()
    stored = match.application.grant_type if match.application else None
    return (f"grant_type={stored}",) if isinstance(stored, str | int) else ()
