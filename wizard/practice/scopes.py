"""Which scopes a token gets and what they open (halo-api.md §2.4).

Assumptions of the simulator, where nothing is documented: `all` stands for every scope except
all:teams, `all:standard` for every read: and edit: scope and for nothing of admin:, `admin` for
itself alone; a held wide scope covers its parts when they are asked for by name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wizard.practice.behaviour import Behaviour, Ungranted, WideAnswer
from wizard.practice.tables import tables

ALL = "all"
ALL_TEAMS = "all:teams"
_STANDARD = "all:standard"


class InvalidScopeError(Exception):
    """The whole request is refused: one scope is unknown, or known and not granted."""


def granted(asked: Iterable[str], held: Collection[str], behaviour: Behaviour) -> frozenset[str]:
    """Give the API scopes of a token: what is asked for and what the application holds.

    One unknown name refuses everything (§2.4, L). `all` gives all that the application holds
    (L) but all:teams, which has to be asked for beside it (G).
    """
    asked = tuple(asked)
    table = tables()
    known = {*table.api_scopes, *table.identity_scopes}
    if any(name not in known for name in asked):
        raise InvalidScopeError
    covered = expanded(held) | set(held)
    result: set[str] = set()
    for name in asked:
        if name in table.identity_scopes:
            continue
        if name == ALL:
            result.update(each for each in held if each != ALL_TEAMS)
        elif name in covered:
            result.add(name)
        elif behaviour.ungranted_scope is Ungranted.REFUSED:
            raise InvalidScopeError
    return frozenset(result)


def expanded(names: Iterable[str]) -> frozenset[str]:
    """Replace each wide scope by the scopes that it stands for."""
    result: set[str] = set()
    for name in names:
        if name == ALL:
            result.update(each for each in tables().api_scopes if each not in (ALL, ALL_TEAMS))
        elif name == _STANDARD:
            result.update(
                each for each in tables().api_scopes if each.startswith(("read:", "edit"))
            )
        else:
            result.add(name)
    return frozenset(result)


def listed(scopes: Collection[str], behaviour: Behaviour) -> str:
    """Write the `scope` of a token answer: identity scopes first (§2.3, L), then the others."""
    names = expanded(scopes) if behaviour.wide_scope_answer is WideAnswer.EXPANDED else scopes
    table = tables()
    ordered = (name for name in table.api_scopes if name in names)
    return " ".join((*table.identity_scopes, *ordered))


def opens(scopes: Iterable[str], needed: str) -> bool:
    """Tell whether these scopes open what `needed` opens; edit: covers read: (L)."""
    held = expanded(scopes)
    kind, _, subject = needed.partition(":")
    return needed in held or (kind == "read" and f"edit:{subject}" in held)
