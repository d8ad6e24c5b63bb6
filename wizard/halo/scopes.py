"""The permissions of an API application (OAuth scopes): which exist, and what covers what.

Source: halo-api.md §3. Names are compared as written, as OAuth does; `nearest` is there for the
ones that a guide writes differently.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from functools import cache

import msgspec
from msgspec import Struct

from wizard.resource import resource


class ScopeKind(StrEnum):
    """What a name is."""

    API = "api"
    IDENTITY = "identity"  # OpenID's own
    ABSENT = "absent"  # not a scope: HaloPSA answers invalid_scope
    MISTAKE = "mistake"  # in a guide, in no list of HaloPSA's


class Scope(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One name. `wide`: stands for many permissions. `instead`: what to use in its place."""

    name: str
    kind: ScopeKind
    evidence: tuple[str, ...]
    wide: bool = False
    instead: str | None = None
    note: str = ""


class ScopeTable:
    """Every name that is known, as a scope or as none."""

    def __init__(self, scopes: Iterable[Scope]) -> None:
        self._by_name = {scope.name: scope for scope in scopes}
        self._api = {
            scope.name.casefold(): scope.name for scope in self if scope.kind is ScopeKind.API
        }

    def get(self, name: str) -> Scope | None:
        """Find a name as HaloPSA writes it (`editMine:timesheets`)."""
        return self._by_name.get(name)

    def nearest(self, name: str) -> str | None:
        """Propose the API scope that a name probably means; None where nothing is near.

        A name that the table knows as none gives what the table says to use instead, or nothing:
        that `read:sites` looks like `read:items` is chance.
        """
        known = self.get(name)
        if known is not None and known.kind in (ScopeKind.ABSENT, ScopeKind.MISTAKE):
            return known.instead
        near = difflib.get_close_matches(name.strip().casefold(), self._api, n=1, cutoff=0.75)
        return self._api[near[0]] if near else None

    def wide_among(self, granted: Collection[str]) -> frozenset[str]:
        """Give those granted names that stand for many: what they open is not listed anywhere."""
        return frozenset(name for name in granted if (known := self.get(name)) and known.wide)

    def __iter__(self) -> Iterator[Scope]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    scope: tuple[Scope, ...]


@cache
def scope_table() -> ScopeTable:
    """Give the table of resources/halo/scopes.toml, read once."""
    text = resource("halo", "scopes.toml").read_bytes()
    return ScopeTable(msgspec.toml.decode(text, type=_File).scope)


def covered_by(granted: Collection[str], name: str) -> str | None:
    """Give the granted scope that does what `name` does: itself, or `edit:x` for `read:x`.

    That `edit:x` reads too was probed live for tickets and assets (halo-api.md §2.4, L).
    """
    if name in granted:
        return name
    action, colon, subject = name.partition(":")
    edit = f"edit:{subject}"
    return edit if action == "read" and colon and edit in granted else None


def covers(granted: Collection[str], name: str) -> bool:
    """Tell whether the granted scopes do what `name` does."""
    return covered_by(granted, name) is not None
