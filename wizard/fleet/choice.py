"""Which saved setups a re-check is about: by name, all of them, or one shard of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wizard.fleet.names import host_of, name_of
from wizard.setup.state import SetupState

_SHARD = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number` (from 1) of `of` parts, each setup being in exactly one.

    All setups of an instance are in the same part: it counts requests, whichever machine they come
    from, and what its setups share is read once. Which part that is hangs on the instance's name
    alone, so it stays when other setups come and go.
    """

    number: int
    of: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.of:
            raise ValueError(f"{self.number}/{self.of}")

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Read "2/5". Raises ValueError."""
        found = _SHARD.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))

    def holds(self, state: SetupState) -> bool:
        """Tell whether the setup is in this part."""
        digest = hashlib.sha256(host_of(state).casefold().encode()).digest()
        return int.from_bytes(digest[:8]) % self.of == self.number - 1


class UnknownNamesError(ValueError):
    """No setup has these names."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


def named(states: Iterable[SetupState], names: Collection[str]) -> tuple[SetupState, ...]:
    """Give the setups of these names or ids, each once, in the order of `states`.

    A name that several have stands for all of them; case does not count. Raises UnknownNamesError.
    """
    asked = {name.casefold(): name for name in names}
    chosen, found = [], set()
    for state in states:
        mine = {name_of(state).casefold(), state.id.casefold()} & asked.keys()
        if mine:
            chosen.append(state)
            found |= mine
    unknown = [name for folded, name in asked.items() if folded not in found]
    if unknown:
        raise UnknownNamesError(unknown)
    return tuple(chosen)


def is_set_up(state: SetupState) -> bool:
    """Tell whether there is a connection to check: the setup was finished, or has credentials."""
    return state.finished is not None or "client_id" in state.answers


def by_instance(states: Iterable[SetupState]) -> Mapping[str, tuple[SetupState, ...]]:
    """Group setups by their instance (`host_of`), the one with the most setups first.

    That one takes longest, so it should not be what all others are waited with in the end.
    """
    groups: dict[str, list[SetupState]] = {}
    for state in states:
        groups.setdefault(host_of(state).casefold(), []).append(state)
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return {host: tuple(group) for host, group in ordered}
