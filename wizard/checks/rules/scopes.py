"""Scopes: what the application may do, as its tokens and (where shown) its own object tell."""

from __future__ import annotations

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import ScopeFacts, Seen, Unread
from wizard.checks.rules.case import Case, text, unknown
from wizard.checks.rules.match import Match, find
from wizard.halo.scopes import covered_by, scope_table
from wizard.problems import Layer
from wizard.profiles.requirements import ScopeRequirement
from wizard.profiles.schema import ScopeLevel

_LAYER = Layer.APPLICATION
_REFUSALS = ("token.invalid_client", "token.unauthorised_client")


def configured(case: Case) -> frozenset[str] | None:
    """Give the scopes on the application's own object; None where HaloPSA does not show them.

    Not those of an application that the credentials do not belong to.
    """
    match = find(case)
    if not isinstance(match, Match) or match.application is None or match.foreign is not None:
        return None
    scopes = match.application.scopes
    if not isinstance(scopes, tuple):
        return None
    return frozenset(name for each in scopes if (name := text(each.name)))


def judge(case: Case, requirement: ScopeRequirement) -> Finding:
    """Judge one scope by the contract's order of evidence: the token first."""
    name = requirement.row.name
    granted, how = _granted(case, name)
    if requirement.row.level is ScopeLevel.FORBIDDEN:
        return _forbidden(case, requirement, granted, how)
    if granted:
        return _met(case, requirement, "granted", how)
    through = f"edit:{name.removeprefix('read:')}"
    if name.startswith("read:") and _granted(case, through)[0]:
        return _met(case, requirement, f"works through {through}", f"works through {through}")
    if granted is None or _may_be_covered(case, name):
        return _undecided(case, requirement)
    if requirement.row.level is ScopeLevel.OPTIONAL:
        return _met(case, requirement, "not granted", "optional")
    return _one_of(case, requirement) or _missing(case, requirement, how)


def _granted(case: Case, name: str) -> tuple[bool | None, str]:
    """Tell whether a scope is held, and how it is known; None where that is open."""
    facts = case.seen.scopes
    if isinstance(facts, Seen) and name in facts.value.decided:
        return facts.value.decided[name], facts.value.how.get(name, "")
    own = configured(case)
    if own is not None and (isinstance(facts, Unread) or name not in _held(facts.value)):
        return name in own, "as HaloPSA shows the application"
    if isinstance(facts, Seen) and facts.value.held is not None:
        if name in facts.value.held:
            return True, "listed when all was asked for"
        return (None, "") if name.partition(":")[0] not in ("read", "edit") else (False, "")
    return None, ""


def _may_be_covered(case: Case, name: str) -> bool:
    """Tell whether something else may do what this ungranted scope does.

    That is `edit:x` for `read:x` where no answer decides about it, and a wide scope on the
    application's own page, as what it stands for is in no list (halo-api.md §10 no. 2).
    """
    edit = f"edit:{name.removeprefix('read:')}"
    if name.startswith("read:") and _granted(case, edit)[0] is None:
        return True
    facts = case.seen.scopes
    decided = isinstance(facts, Seen) and name in facts.value.decided
    wide = scope_table().wide_among(configured(case) or ())
    return not decided and any(_stands_for(each, name) for each in wide)


def _stands_for(wide: str, name: str) -> bool:
    # all:teams is asked for beside `all`, so it is not taken to be inside it (§2.4, L).
    return name != "all:teams" if wide == "all" else name.startswith(("read:", "edit"))


def opener(case: Case, name: str) -> str | None:
    """Give the scope that the application is known to hold and that does what `name` does.

    By the token's own list; only where there is none, by the application's page.
    """
    facts = case.seen.scopes
    proven = facts.value.held if isinstance(facts, Seen) else None
    refused = isinstance(facts, Seen) and facts.value.decided.get(name) is False
    held = proven if proven is not None or refused else configured(case)
    return covered_by(held or (), name)


def _held(facts: ScopeFacts) -> frozenset[str]:
    return facts.held or frozenset()


def _one_of(case: Case, requirement: ScopeRequirement) -> Finding | None:
    """Judge an ungranted scope of which one of a group is enough."""
    row = requirement.row
    if row.level is not ScopeLevel.ONE_OF:
        return None
    group = [
        each.row.name
        for each in case.requirements
        if isinstance(each, ScopeRequirement) and each.row.group == row.group
    ]
    states = {name: _granted(case, name)[0] for name in group}
    held = next((name for name in group if states[name]), None)
    if held is not None:
        return _met(case, requirement, f"{held} is granted instead", "one of the group is enough")
    if None in states.values():
        return _undecided(case, requirement)
    return None


def _met(case: Case, requirement: ScopeRequirement, found: str, how: str) -> Finding:
    shown = how.startswith("as HaloPSA")
    known_by = KnownBy.CONFIGURED if shown else KnownBy.PROVEN
    return Finding(
        requirement.id,
        State.MET,
        _LAYER,
        "granted",
        found,
        _evidence(case, requirement.row.name, how),
        known_by=known_by,
    )


def _missing(case: Case, requirement: ScopeRequirement, how: str) -> Finding:
    name = requirement.row.name
    return Finding(
        requirement.id,
        State.MISSING,
        _LAYER,
        "granted",
        "not granted",
        _evidence(case, name, how),
        f"Open the application's Permissions tab, choose Edit, tick {name}, and save.",
        case.link("applications", None),
        KnownBy.CONFIGURED if how.startswith("as HaloPSA") else KnownBy.PROVEN,
        case.first_missing("identity") if _of_another_application(case) else None,
    )


def _of_another_application(case: Case) -> bool:
    match = find(case)
    return isinstance(match, Match) and match.foreign is not None


def _evidence(case: Case, name: str, how: str) -> tuple[str, ...]:
    """Put what is proven beside what is configured; where they disagree, that is said."""
    own = configured(case)
    if own is None or how.startswith("as HaloPSA"):
        return (how,)
    return how, f"the application shows it {'ticked' if name in own else 'unticked'}"


def _forbidden(
    case: Case, requirement: ScopeRequirement, granted: bool | None, how: str
) -> Finding:
    name = requirement.row.name
    link = case.link("applications", None)
    if granted is None:
        cause = "HaloPSA does not tell whether it is granted"
        return unknown(requirement.id, _LAYER, "not granted", cause, link=link)
    return Finding(
        requirement.id,
        State.MISSING if granted else State.MET,
        _LAYER,
        "not granted",
        "granted" if granted else "not granted",
        (how,) if how else (),
        f"Open the application's Permissions tab, untick {name}, and save." if granted else "",
        link,
        KnownBy.PROVEN,
    )


def _undecided(case: Case, requirement: ScopeRequirement) -> Finding:
    link = case.link("applications", None)
    facts = case.seen.scopes
    if isinstance(facts, Unread):
        because = "token" if facts.problem.code in _REFUSALS else None
        return unknown(requirement.id, _LAYER, "granted", facts.problem, because=because, link=link)
    cause = "HaloPSA's answers do not tell whether it is granted"
    remedy = f"Open the application's Permissions tab, look at {requirement.row.name}, confirm it."
    return unknown(requirement.id, _LAYER, "granted", cause, link=link, remedy=remedy)
