"""Many setups at a glance: how each one stands, the counts, and those that are looked for.

Pure: entries in, entries and numbers out. The window shows it; nothing here knows of it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Stand(StrEnum):
    """How a setup stands, the worst first."""

    FAILED = "failed"  # nothing could be looked at
    HAND = "hand"  # something is missing or has drifted, and nobody accepted it
    UNKNOWN = "unknown"  # nothing of that kind, but something could not be read
    UNCHECKED = "unchecked"  # set up, and never checked as a whole
    BEGUN = "begun"  # not set up to the end
    ACCEPTED = "accepted"  # all that is not as asked is accepted
    CONFIRMED = "confirmed"  # all is as asked, some of it by a person's word
    HOLDS = "holds"


class Group(StrEnum):
    """What a person does about it, the most urgent first."""

    HAND = "hand"
    UNKNOWN = "unknown"
    BEGUN = "begun"
    HOLDS = "holds"


GROUP_OF: Mapping[Stand, Group] = {
    Stand.FAILED: Group.HAND,
    Stand.HAND: Group.HAND,
    Stand.UNKNOWN: Group.UNKNOWN,
    Stand.UNCHECKED: Group.UNKNOWN,
    Stand.BEGUN: Group.BEGUN,
    Stand.ACCEPTED: Group.HOLDS,
    Stand.CONFIRMED: Group.HOLDS,
    Stand.HOLDS: Group.HOLDS,
}
_RANK = {stand: rank for rank, stand in enumerate(Stand)}
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One setup in the overview.

    `integration` and `instance` are names as people read them. `left` rows are missing and not
    accepted, `unknown` ones could not be read; `drifts` changed since the last good state and need
    a hand, `accepted` ones are accepted. `checked` is the last check of the whole, with a time
    zone; `mended`: it found in order what the one before did not.
    """

    setup_id: str
    integration: str
    instance: str
    stand: Stand
    left: int = 0
    unknown: int = 0
    drifts: int = 0
    accepted: int = 0
    checked: dt.datetime | None = None
    mended: bool = False

    @property
    def group(self) -> Group:
        """Tell what is to be done about it."""
        return GROUP_OF[self.stand]


class Order(StrEnum):
    """What a list goes by."""

    STAND = "stand"
    INTEGRATION = "integration"
    INSTANCE = "instance"
    LEFT = "left"
    DRIFT = "drift"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. No group, integration or instance stands for every one of them.

    `words` is what was typed: each word has to be in the names.
    """

    groups: frozenset[Group] = frozenset()
    integration: str | None = None
    instance: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """The setups of one integration or instance, counted by what is to be done."""

    name: str
    counts: Mapping[Group, int]

    @property
    def total(self) -> int:
        """Give how many they are."""
        return sum(self.counts.values())


def chosen(entries: Iterable[Entry], query: Query) -> list[Entry]:
    """Give the entries that are looked for, in the order in which they come."""
    words = query.words.casefold().split()
    return [each for each in entries if _is_chosen(each, query, words)]


def ordered(entries: Iterable[Entry], by: Order, *, backwards: bool = False) -> list[Entry]:
    """Give the entries in order, the worst first among those that are equal.

    The order does not depend on that in which they come. `backwards` turns what it goes by around.
    """
    key = _KEYS[by]
    # Sorted twice, as sorting keeps the order of equals: names stay forward in any case.
    return sorted(sorted(entries, key=_worst), key=key, reverse=backwards)


def counts(entries: Iterable[Entry]) -> Mapping[Group, int]:
    """Count the entries of each group; every group has a count."""
    counted = Counter(each.group for each in entries)
    return {group: counted[group] for group in Group}


def by_integration(entries: Collection[Entry]) -> tuple[Total, ...]:
    """Count by integration, the one with the worst setups first."""
    return _totals(entries, lambda each: each.integration)


def by_instance(entries: Collection[Entry]) -> tuple[Total, ...]:
    """Count by instance, the one with the worst setups first."""
    return _totals(entries, lambda each: each.instance)


def _is_chosen(entry: Entry, query: Query, words: Collection[str]) -> bool:
    if query.groups and entry.group not in query.groups:
        return False
    if query.integration is not None and entry.integration != query.integration:
        return False
    if query.instance is not None and entry.instance != query.instance:
        return False
    names = f"{entry.integration} {entry.instance}".casefold()
    return all(word in names for word in words)


def _worst(entry: Entry) -> tuple[int, int, int, str, str, str]:
    names = entry.integration.casefold(), entry.instance.casefold(), entry.setup_id
    return (_RANK[entry.stand], -entry.drifts, -entry.left, *names)


_KEYS: Mapping[Order, Callable[[Entry], tuple[object, ...]]] = {
    Order.STAND: lambda each: (_RANK[each.stand],),
    Order.INTEGRATION: lambda each: (each.integration.casefold(),),
    Order.INSTANCE: lambda each: (each.instance.casefold(),),
    Order.LEFT: lambda each: (-each.left, -each.unknown),
    Order.DRIFT: lambda each: (-each.drifts, -each.accepted),
    Order.CHECKED: lambda each: (each.checked or _NEVER,),
}


def _totals(entries: Collection[Entry], name: Callable[[Entry], str]) -> tuple[Total, ...]:
    counted: dict[str, Counter[Group]] = {}
    for each in entries:
        counted.setdefault(name(each), Counter())[each.group] += 1
    totals = [Total(key, {group: many[group] for group in Group}) for key, many in counted.items()]
    return tuple(sorted(totals, key=_urgency))


def _urgency(total: Total) -> tuple[object, ...]:
    return (*(-total.counts[group] for group in Group), total.name.casefold(), total.name)
