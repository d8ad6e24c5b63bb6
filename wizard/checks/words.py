"""Words for findings that window and report share: requirements, layers, and the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.checks.findings import Finding, KnownBy, State, summarise
from wizard.language import mark, plural, tr
from wizard.problems import Layer

_REQUIREMENTS = {
    "token": mark("Sign-in with client id and secret"),
    "identity": mark("Agent that the application acts as"),
    "application:name": "Application Name",
    "application:authentication_method": "Authentication Method",
    "application:login_type": "Login Type",
    "application:login_agent": "Agent to log in as",
    "application:active": "Active",
    "connection:sign-in": mark("The wizard can sign in"),
    "connection:agents": mark("The wizard can see agents"),
    "connection:roles": mark("The wizard can see roles"),
    "connection:applications": mark("The wizard can see applications"),
    "team:any": mark("Any team"),
}

_SECTIONS = {
    "scope": mark("Application's permissions"),
    "probe": mark("Reading"),
    "application": mark("Application"),
    "connection": mark("Connection"),
    "agent": mark("Agent"),
    "role": mark("Roles"),
    "team": mark("Teams"),
    "department": mark("Departments"),
    "permission": mark("Agent's permissions"),
    "screen": mark("Other screens"),
    "token": mark("Connection"),
    "identity": mark("Connection"),
}

LAYERS = {
    Layer.INSTANCE: mark("Decided by the instance."),
    Layer.APPLICATION: mark("Decided by the application and its permissions."),
    Layer.AGENT: mark("Decided by the rights of the agent and its roles."),
    Layer.VISIBILITY: mark("Decided by what the agent may see: teams, departments, customers."),
    Layer.TOKEN: mark("Decided by the sign-in."),
    Layer.WORKSTATION: mark("Decided by this workstation."),
}


def requirement(name: str) -> tuple[str, str]:
    """Give the section and the label of a requirement from its id (contract: a finding)."""
    kind, _, rest = name.partition(":")
    section = tr(_SECTIONS[kind]) if kind in _SECTIONS else ""
    if name in _REQUIREMENTS:
        return section, tr(_REQUIREMENTS[name])
    if kind in ("permission", "screen") and "/" in rest:
        section, _, rest = rest.partition("/")
    return section, tr("every option of this section") if rest == "*" else rest or name


def verdict(findings: Sequence[Finding], accepted: int = 0) -> tuple[State, str]:
    """Judge all findings in one sentence, with the state that it stands for.

    `accepted` says how many of them are missing and may stay so.
    """
    if not findings:
        return State.UNKNOWN, tr("Nothing was checked.")
    counts = summarise(findings)
    confirmed = sum(each.known_by is KnownBy.PERSON for each in findings)
    unknown = counts[State.UNKNOWN] - confirmed
    total = sum(counts.values())
    missing = counts[State.MISSING] - accepted
    if accepted and not missing and not unknown:
        one = mark("Nothing is left to mend: {number} of {total} is missing and accepted.")
        many = mark("Nothing is left to mend: {number} of {total} are missing and accepted.")
        state, sentence = State.MET, plural(accepted, one, many, total=total)
    else:
        state, sentence = _judgement(missing, unknown, confirmed, total)
        if accepted:
            one = many = mark("Accepted as it is: {number}.")
            sentence = f"{sentence} {plural(accepted, one, many)}"
    excess = counts[State.EXCESS]
    one = mark("{number} goes beyond what the guide asks.")
    many = mark("{number} go beyond what the guide asks.")
    return state, f"{sentence} {plural(excess, one, many)}" if excess else sentence


def _judgement(missing: int, unknown: int, confirmed: int, total: int) -> tuple[State, str]:
    if missing and unknown:
        one = mark("Not yet: {number} of {total} is missing, and {unknown} could not be checked.")
        many = mark("Not yet: {number} of {total} are missing, and {unknown} could not be checked.")
        return State.MISSING, plural(missing, one, many, total=total, unknown=unknown)
    if missing:
        one = mark("Not yet: {number} of {total} is missing.")
        many = mark("Not yet: {number} of {total} are missing.")
        return State.MISSING, plural(missing, one, many, total=total)
    if unknown:
        one = many = mark("Nothing is missing, but {number} of {total} could not be checked.")
        return State.UNKNOWN, plural(unknown, one, many, total=total)
    if confirmed:
        one = mark(
            "Nothing is missing; {number} of {total} is confirmed by a person, the rest was"
            " checked."
        )
        many = mark(
            "Nothing is missing; {number} of {total} are confirmed by a person, the rest was"
            " checked."
        )
        return State.UNKNOWN, plural(confirmed, one, many, total=total)
    one = mark("The connection works: the one requirement is met.")
    many = mark("The connection works: all {number} requirements are met.")
    return State.MET, plural(total, one, many)
