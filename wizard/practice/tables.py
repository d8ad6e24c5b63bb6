"""HaloPSA's tables of permissions, scopes and probes, read by the practice instance for itself.

The data under resources/halo/ is shared with the client, the code that reads it is not: if both
read it wrong in the same way, nothing would tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import msgspec
from msgspec import Struct

from wizard.resource import resource

_T = TypeVar("_T")

ADMINISTRATOR = "SA"  # the claim "Is a HaloPSA Administrator" (halo-api.md §4.2, L)


class PermissionValue(Struct, frozen=True):
    """One value of a permission: the stored code and what the screen calls it."""

    code: str
    labels: tuple[str, ...]


class Permission(Struct, frozen=True):
    """One permission; `values` go from the lowest to the highest.

    `legacy` is the long name that older databases hold in place of the code.
    """

    code: str
    section: str
    labels: tuple[str, ...]
    values: tuple[PermissionValue, ...] = ()
    legacy: str | None = None

    @property
    def label(self) -> str:
        """The newest label."""
        return self.labels[0]

    def is_called(self, label: str) -> bool:
        """Tell whether a guide or screen means this permission by that label."""
        return label.casefold() in (known.casefold() for known in self.labels)

    def rank(self, value: str) -> int | None:
        """Give the place of a stored value in this permission's own order, None if unknown."""
        return next((at for at, known in enumerate(self.values) if known.code == value), None)

    def ranks_called(self, label: str) -> tuple[int, ...]:
        """Give the places of all values with this label (two codes may share one, §8.4 no. 26)."""
        wanted = label.casefold()
        return tuple(
            at
            for at, known in enumerate(self.values)
            if wanted in (name.casefold() for name in known.labels)
        )


class Scope(Struct, frozen=True):
    """One name that a token request may carry; `kind` is api, identity, absent or mistake."""

    name: str
    kind: str
    wide: bool = False
    note: str = ""


class Probe(Struct, frozen=True):
    """One readable list: the scope and the claim that open it, and its wrapper key."""

    path: str
    scope: str
    permission: str
    key: str


@dataclass(frozen=True)
class Tables:
    """All three tables. Permissions by code (case-sensitive), probes by lower-case path."""

    permissions: Mapping[str, Permission]
    scopes: Mapping[str, Scope]
    probes: Mapping[str, Probe]

    @property
    def api_scopes(self) -> tuple[str, ...]:
        """The scopes that an application can hold, in the table's order."""
        return tuple(scope.name for scope in self.scopes.values() if scope.kind == "api")

    @property
    def identity_scopes(self) -> tuple[str, ...]:
        """OpenID's own scopes; every token may carry them."""
        return tuple(scope.name for scope in self.scopes.values() if scope.kind == "identity")

    def permission_called(self, labels: Iterable[str]) -> Permission | None:
        """Find the permission that one of these labels means."""
        for label in labels:
            for permission in self.permissions.values():
                if permission.is_called(label):
                    return permission
        return None

    def section(self, name: str) -> tuple[Permission, ...]:
        """Give the known permissions of a section of the permissions screen."""
        wanted = name.casefold()
        return tuple(
            permission
            for permission in self.permissions.values()
            if permission.section.casefold() == wanted
        )


class _Permissions(Struct):
    permission: tuple[Permission, ...]


class _Scopes(Struct):
    scope: tuple[Scope, ...]


class _Probes(Struct):
    probe: tuple[Probe, ...]


@cache
def tables() -> Tables:
    """Read the three files once."""
    permissions = _read("permissions.toml", _Permissions).permission
    scopes = _read("scopes.toml", _Scopes).scope
    probes = _read("probes.toml", _Probes).probe
    return Tables(
        {permission.code: permission for permission in permissions},
        {scope.name: scope for scope in scopes},
        {probe.path.casefold(): probe for probe in probes},
    )


def _read(name: str, shape: type[_T]) -> _T:
    return msgspec.toml.decode(resource("halo", name).read_bytes(), type=shape)
