"""HaloPSA's permissions: the table of claim codes, labels and values, and the effective value.

Source: halo-api.md §4.2. A permission is a claim with an opaque, case-sensitive code and a text as
value; the table says what code and value are called in HaloPSA and in which order the values
stand. What is not in the table has no meaning here: it is unknown, never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import msgspec
from msgspec import UNSET, Struct

from wizard.halo.records import Claim
from wizard.halo.wording import fold
from wizard.language import tr
from wizard.resource import resource

_NOT_GRANTED = frozenset({"not set", "no", "no access"})


class PermissionValue(Struct, frozen=True, forbid_unknown_fields=True):
    """One value of a permission: the stored code, and its labels, the newest first."""

    code: str
    labels: tuple[str, ...]


class Permission(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One permission. `values` stand from lowest to highest; empty: the values are not known.

    `legacy` is the long name that older databases hold instead of the code. `confidence` is a mark
    of halo-api.md (L live, R from a report).
    """

    code: str
    section: str
    labels: tuple[str, ...]
    values: tuple[PermissionValue, ...]
    confidence: str
    legacy: str | None = None
    note: str = ""

    def rank(self, value_code: str) -> int | None:
        """Give the place of a stored value in this permission's own order, 0 the lowest.

        None if the value is not in the table. Two codes with the same first label stand for the
        same value (Billing Details 2 and 3, §4.2, L) and share a rank.
        """
        for value in self.values:
            if value.code == value_code:
                return self._order().index(value.labels[0])
        return None

    def rank_of_label(self, label: str) -> int | None:
        """Give the place of a value as HaloPSA or a guide writes it; None if it is not known.

        "Not set", "No" and "No Access" all mean not granted (§4.2, L), so any of them names the
        lowest value of a permission whose lowest value grants nothing.
        """
        wanted = fold(label)
        for value in self.values:
            if wanted in map(fold, value.labels):
                return self._order().index(value.labels[0])
        return 0 if wanted in _NOT_GRANTED and self.lowest_grants_nothing else None

    def label_of_rank(self, rank: int) -> str:
        """Give the newest label of the value at this place of the order."""
        return self._order()[rank]

    @property
    def lowest_grants_nothing(self) -> bool:
        """Whether the lowest value is a refusal: Visibility of Appointments has none."""
        if not self.values:
            return False
        lowest = fold(self.values[0].labels[0])
        return lowest in _NOT_GRANTED or lowest.startswith("cannot ")

    def _order(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value.labels[0] for value in self.values))


class PermissionTable:
    """Every known permission, found by code, by label or by section."""

    def __init__(self, permissions: Iterable[Permission], sections: Iterable[str] = ()) -> None:
        """Take the permissions, and the names of Halo's sections in Halo's order."""
        self._all = tuple(permissions)
        self._sections = tuple(map(fold, sections))
        self._by_code = {p.legacy: p for p in self._all if p.legacy is not None}
        self._by_code |= {p.code: p for p in self._all}
        self._by_label: dict[str, list[Permission]] = {}
        for permission in self._all:
            for label in dict.fromkeys(map(fold, permission.labels)):
                self._by_label.setdefault(label, []).append(permission)

    def by_code(self, code: str) -> Permission | None:
        """Find a permission by its claim code, or by the long name of older databases.

        Case counts: `lc` and `LC` are two permissions (§4.2).
        """
        return self._by_code.get(code)

    def by_label(
        self, label: str, section: str = "", aliases: Collection[str] = ()
    ) -> Permission | None:
        """Find a permission by the label a guide writes, else by one of its aliases.

        Case, white space and typographic quotes do not count. The section only decides between
        permissions of the same label; None if that leaves more than one, or none.
        """
        for name in (label, *aliases):
            found = self._by_label.get(fold(name), [])
            if len(found) > 1:
                found = [p for p in found if fold(p.section) == fold(section)]
            if len(found) == 1:
                return found[0]
        return None

    def in_section(self, section: str) -> tuple[Permission, ...]:
        """Give the known permissions of a section, in the table's order."""
        return tuple(p for p in self._all if fold(p.section) == fold(section))

    def place_of_section(self, section: str) -> int:
        """Give the place of a section on Halo's screen; one that is not known comes last."""
        name = fold(section)
        known = self._sections
        return known.index(name) if name in known else len(known)

    def __iter__(self) -> Iterator[Permission]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    sections: tuple[str, ...]
    permission: tuple[Permission, ...]


@cache
def permission_table() -> PermissionTable:
    """Give the table of resources/halo/permissions.toml, read once."""
    text = resource("halo", "permissions.toml").read_bytes()
    file = msgspec.toml.decode(text, type=_File)
    return PermissionTable(file.permission, file.sections)


class Standing(StrEnum):
    """How much the claims tell of one permission."""

    FOUND = "found"  # at least one value with a place in the order
    UNKNOWN = "unknown"  # only values that are not in the table
    NOTHING = "nothing"  # no claim with a value


@dataclass(frozen=True, slots=True)
class Holding:
    """What one holder (the agent or a role) has: the raw value, and its rank where it is known.

    `raw` is None for a claim that is there and empty (§8.4 no. 27), which grants nothing.
    """

    holder: str
    raw: str | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class Effective:
    """The highest value of one permission over an agent and its roles (§4.2, D).

    `rank` is the highest known one. `certain` is false when some holder has a value that is not
    in the table: it may be higher than the known ones, so nothing can be judged to be *below*.
    """

    permission: Permission
    standing: Standing
    rank: int | None
    certain: bool
    holdings: tuple[Holding, ...]

    @property
    def label(self) -> str | None:
        """The label of the highest known value."""
        return None if self.rank is None else self.permission.label_of_rank(self.rank)

    def at_least(self, rank: int) -> bool | None:
        """Tell whether this reaches a rank; None where the claims cannot tell.

        Nothing found is None too: whether absence means No depends on what else the same answer
        shows (contract: an absent claim), which the caller knows.
        """
        if self.rank is not None and self.rank >= rank:
            return True
        return False if self.certain and self.standing is Standing.FOUND else None


def effective(permission: Permission, claims: Iterable[tuple[str, Claim]]) -> Effective:
    """Judge one permission from pairs of holder's name and claim, of the agent and its roles.

    Claims of other permissions are passed over, so all claims of an answer may be given.
    """
    codes = {permission.code, permission.legacy}
    holdings = tuple(
        _holding(permission, holder, claim) for holder, claim in claims if claim.type in codes
    )
    ranks = [holding.rank for holding in holdings if holding.rank is not None]
    certain = all(holding.rank is not None or holding.raw is None for holding in holdings)
    nothing = Standing.NOTHING if certain else Standing.UNKNOWN
    standing = Standing.FOUND if ranks else nothing
    return Effective(permission, standing, max(ranks, default=None), certain, holdings)


def _holding(permission: Permission, holder: str, claim: Claim) -> Holding:
    if claim.value is UNSET:
        return Holding(holder, tr("(not readable)"), None)
    if claim.value is None or not claim.value.strip():
        return Holding(holder, None, 0 if permission.lowest_grants_nothing else None)
    return Holding(holder, claim.value, permission.rank(claim.value))
