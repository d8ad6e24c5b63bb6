"""One call of the API, as its handlers see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.practice.access import Caller
from wizard.practice.behaviour import Behaviour
from wizard.practice.instance import Instance
from wizard.practice.model import State


@dataclass(frozen=True, slots=True)
class Call:
    """Path parts after the resource (`("4",)` of /api/Agent/4), query names in lower case.

    Parameters that a handler does not look for are ignored silently, as HaloPSA does (§8.4 no. 6).
    """

    instance: Instance
    who: Caller
    resource: str
    parts: tuple[str, ...]
    query: Mapping[str, str]

    @property
    def state(self) -> State:
        """The world's present snapshot."""
        return self.instance.world.state

    @property
    def behaviour(self) -> Behaviour:
        """The switches."""
        return self.instance.behaviour

    def flag(self, name: str) -> bool:
        """Tell whether a true/false parameter is true."""
        return self.query.get(name, "").casefold() in ("true", "1")

    def number(self, name: str) -> int | None:
        """Give a whole, not negative number parameter; None where it is absent or no number."""
        text = self.query.get(name, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
