"""The fact sheet's tables, as the oracle reads them: the data is shared, the reading is its own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HALO = Path(__file__).parents[2] / "resources" / "halo"
_REFUSALS = ("no", "no access", "not set")


@dataclass(frozen=True)
class Right:
    """A permission: its code, section and labels, and its values from lowest to highest."""

    code: str
    legacy: str | None
    section: str
    labels: tuple[str, ...]
    order: tuple[str, ...]  # the first label of each step
    ranks: dict[str, int]  # value code: place in the order
    by_label: dict[str, int]

    @property
    def names_only(self) -> bool:
        return any("names only" in label for label in self.by_label)

    def wanted(self, label: str) -> int | None:
        """Give the place of a value as a guide writes it; None where no code is known for it."""
        found = self.by_label.get(label.casefold())
        if found is None and label.casefold() in _REFUSALS and self.lowest_is_a_refusal:
            return 0
        return found

    @property
    def lowest_is_a_refusal(self) -> bool:
        lowest = self.order[0].casefold() if self.order else ""
        return lowest in _REFUSALS or lowest.startswith("cannot ")


@dataclass(frozen=True)
class Probe:
    path: str
    scope: str
    code: str


@cache
def rights() -> dict[str, Right]:
    """Give every permission by its code."""
    return {row["code"]: _right(row) for row in _rows("permissions", "permission")}


def right_called(labels: tuple[str, ...]) -> Right | None:
    """Find the permission that a guide's label, or one of its aliases, means."""
    for label in labels:
        for right in rights().values():
            if label.casefold() in [each.casefold() for each in right.labels]:
                return right
    return None


@cache
def api_scopes() -> tuple[str, ...]:
    """Give the scopes that an application can hold."""
    return tuple(row["name"] for row in _rows("scopes", "scope") if row["kind"] == "api")


@cache
def probes() -> dict[str, Probe]:
    """Give every probe by its path."""
    found = _rows("probes", "probe")
    return {row["path"]: Probe(row["path"], row["scope"], row["permission"]) for row in found}


def _right(row: dict) -> Right:
    values = row.get("values", [])
    order = tuple(dict.fromkeys(value["labels"][0] for value in values))
    place = {value["code"]: order.index(value["labels"][0]) for value in values}
    labels = {
        label.casefold(): place[value["code"]] for value in values for label in value["labels"]
    }
    return Right(
        row["code"], row.get("legacy"), row["section"], tuple(row["labels"]), order, place, labels
    )


def _rows(name: str, key: str) -> list[dict]:
    return tomllib.loads((_HALO / f"{name}.toml").read_text(encoding="utf-8"))[key]
