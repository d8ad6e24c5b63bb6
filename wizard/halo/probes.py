"""The table of read probes: harmless GETs of one row, each with the scope and right it needs.

Source: halo-api.md §6.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec
from msgspec import Struct

from wizard.resource import resource


class ProbeSpec(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One probe. `path` is below the resource server and starts with a slash.

    `scope` opens it ("" none of its own is known); `permission` is the claim code of the agent's
    right ("" not known); `key` wraps the rows ("" a bare array or any list); `confidence` is that
    of the pairing of scope and path: L live, C from client code, G inferred. `negative` marks the
    ones to try where nothing asks for them and they should be refused.
    """

    path: str
    scope: str
    permission: str
    key: str
    paged: bool
    confidence: str
    negative: bool = False


class ProbeTable:
    """Every known probe, found by its path."""

    def __init__(self, probes: Iterable[ProbeSpec]) -> None:
        self._by_path = {probe.path.casefold(): probe for probe in probes}

    def get(self, path: str) -> ProbeSpec | None:
        """Find a probe; case does not count, as in HaloPSA's paths (§8.4 no. 23, C)."""
        return self._by_path.get(path.casefold())

    def __iter__(self) -> Iterator[ProbeSpec]:
        return iter(self._by_path.values())

    def __len__(self) -> int:
        return len(self._by_path)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    probe: tuple[ProbeSpec, ...]


@cache
def probe_table() -> ProbeTable:
    """Give the table of resources/halo/probes.toml, read once."""
    text = resource("halo", "probes.toml").read_bytes()
    return ProbeTable(msgspec.toml.decode(text, type=_File).probe)
