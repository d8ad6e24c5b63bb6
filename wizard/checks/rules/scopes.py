"""Scopes: what the application may do, as its tokens and (where shown) its own object tell."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import ScopeFacts, Seen, Unread
from wizard.checks.rules.case import Case, text, unknown
from wizard.checks.rules.match import Match, find, link_to
from wizard.halo.scopes import covered_by, scope_table
from wizard.language import tr
from wizard.problems import Layer
from wizard.profiles.requirements import ScopeRequirement
from wizard.profiles.schema import ScopeLevel

_LAYER = Layer.APPLICATION
_REFUSALS = ("token.invalid_client", "token.unauthorised_client")


@dataclass(frozen=True, slots=True)
class _Grant:
    """Whether a scope is held (None: open) and how that is known.

    `shown` where only HaloPSA's view of the application tells it, and no token.
    """

    held: bool | None = None
    how: str = ""
    shown: bool = False


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
    grant = _grant(case, name)
    if requirement.row.level is ScopeLevel.FORBIDDEN:
        return _forbidden(case, requirement, grant)
    if grant.held:
        return _met(case, requirement, tr("granted"), grant)
    edit = _edit_instead(case, name)
    if edit is not None:
        how = tr("works through {scope}", scope=edit)
        return _met(case, requirement, how, _Grant(how=how))
    if grant.held is None or _may_be_covered(case, name):
        return _undecided(case, requirement)
    if requirement.row.level is ScopeLevel.OPTIONAL:
        return _met(case, requirement, tr("not granted"), _Grant(how=tr("optional")))
    return _one_of(case, requirement) or _missing(case, requirement, grant)


def standing(case: Case, name: str) -> str:
    """Say within a sentence how a scope stands that was judged."""
    if _grant(case, name).held:
        return tr("scope {scope} is granted", scope=name)
    edit = _edit_instead(case, name)
    if edit is not None:
        return tr("scope {scope} works through {other}", scope=name, other=edit)
    return tr("scope {scope} is not granted", scope=name)


def _grant(case: Case, name: str) -> _Grant:
    """Tell whether a scope is held, and how it is known."""
    facts = case.seen.scopes
    if isinstance(facts, Seen) and name in facts.value.decided:
        return _Grant(facts.value.decided[name], facts.value.how.get(name, ""))
    own = configured(case)
    if own is not None and (isinstance(facts, Unread) or name not in _held(facts.value)):
        return _Grant(name in own, tr("as HaloPSA shows the application"), shown=True)
    if isinstance(facts, Seen) and facts.value.held is not None:
        if name in facts.value.held:
            return _Grant(held=True, how=tr("listed when all was asked for"))
        return _Grant(None if name.partition(":")[0] not in ("read", "edit") else False)
    return _Grant()


def _edit_instead(case: Case, name: str) -> str | None:
    """Give the held `edit:x` that does the work of `read:x`."""
    edit = f"edit:{name.removeprefix('read:')}"
    return edit if name.startswith("read:") and _grant(case, edit).held else None


def _may_be_covered(case: Case, name: str) -> bool:
    """Tell whether something else may do what this ungranted scope does.

    That is `edit:x` for `read:x` where no answer decides about it, and a wide scope that the
    application holds, as what it stands for is in no list (halo-api.md §10 no. 2).
    """
    edit = f"edit:{name.removeprefix('read:')}"
    if name.startswith("read:") and _grant(case, edit).held is None:
        return True
    facts = case.seen.scopes
    decided = isinstance(facts, Seen) and name in facts.value.decided
    shown = {*(configured(case) or ()), *(_held(facts.value) if isinstance(facts, Seen) else ())}
    wide = scope_table().wide_among(shown)
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
    states = {name: _grant(case, name).held for name in group}
    held = next((name for name in group if states[name]), None)
    if held is not None:
        found = tr("{scope} is granted instead", scope=held)
        return _met(case, requirement, found, _Grant(how=tr("one of the group is enough")))
    if None in states.values():
        return _undecided(case, requirement)
    return None


def _met(case: Case, requirement: ScopeRequirement, found: str, grant: _Grant) -> Finding:
    return Finding(
        requirement.id,
        State.MET,
        _LAYER,
        tr("granted"),
        found,
        _evidence(case, requirement.row.name, grant),
        known_by=KnownBy.CONFIGURED if grant.shown else KnownBy.PROVEN,
    )


def _missing(case: Case, requirement: ScopeRequirement, grant: _Grant) -> Finding:
    name = requirement.row.name
    return Finding(
        requirement.id,
        State.MISSING,
        _LAYER,
        tr("granted"),
        tr("not granted"),
        _evidence(case, name, grant),
        tr(
            "Open the application's Permissions tab, choose Edit, tick {scope}, and save.",
            scope=name,
        ),
        link_to(case),
        KnownBy.CONFIGURED if grant.shown else KnownBy.PROVEN,
        case.first_missing("identity") if _of_another_application(case) else None,
    )


def _of_another_application(case: Case) -> bool:
    match = find(case)
    return isinstance(match, Match) and match.foreign is not None


def _evidence(case: Case, name: str, grant: _Grant) -> tuple[str, ...]:
    """Put what is proven beside what is configured; where they disagree, that is said."""
    own = configured(case)
    if own is None or grant.shown:
        return (grant.how,)
    if name in own:
        return grant.how, tr("the application shows it ticked")
    return grant.how, tr("the application shows it unticked")


def _forbidden(case: Case, requirement: ScopeRequirement, grant: _Grant) -> Finding:
    name = requirement.row.name
    link = link_to(case)
    if grant.held is None:
        cause = tr("HaloPSA does not tell whether it is granted")
        return unknown(requirement.id, _LAYER, tr("not granted"), cause, link=link)
    untick = tr("Open the application's Permissions tab, untick {scope}, and save.", scope=name)
    return Finding(
        requirement.id,
        State.MISSING if grant.held else State.MET,
        _LAYER,
        tr("not granted"),
        tr("granted") if grant.held else tr("not granted"),
        (grant.how,) if grant.how else (),
        untick if grant.held else "",
        link,
        KnownBy.PROVEN,
    )


def _undecided(case: Case, requirement: ScopeRequirement) -> Finding:
    link, wanted = link_to(case), tr("granted")
    facts = case.seen.scopes
    if isinstance(facts, Unread):
        because = "token" if facts.problem.code in _REFUSALS else None
        return unknown(requirement.id, _LAYER, wanted, facts.problem, because=because, link=link)
    cause = tr("HaloPSA's answers do not tell whether it is granted")
    remedy = tr(
        "Open the application's Permissions tab, look at {scope}, confirm it.",
        scope=requirement.row.name,
    )
    return unknown(requirement.id, _LAYER, wanted, cause, link=link, remedy=remedy)
