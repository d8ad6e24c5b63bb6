"""What every part of the running practice instance shares."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from wizard.practice.behaviour import Behaviour
from wizard.practice.faults import Faults
from wizard.practice.request_log import RequestLog
from wizard.practice.sign_ins import SignIns
from wizard.practice.throttle import Throttle
from wizard.practice.tokens import TokenStore
from wizard.practice.world import World


@dataclass(frozen=True)
class Instance:
    """The world, how it behaves, what goes wrong, and its address, say http://127.0.0.1:8123.

    `clock` gives the seconds by which the rate limit counts.
    """

    world: World
    behaviour: Behaviour
    address: str
    log: RequestLog = field(default_factory=RequestLog)
    faults: Faults = field(default_factory=Faults)
    clock: Callable[[], float] = time.monotonic
    tokens: TokenStore = field(init=False)
    throttle: Throttle = field(init=False)
    sign_ins: SignIns = field(default_factory=SignIns)

    def __post_init__(self) -> None:
        limit, window = self.behaviour.rate_limit, self.behaviour.rate_window
        object.__setattr__(self, "tokens", TokenStore(self.authorisation_server))
        object.__setattr__(self, "throttle", Throttle(limit, window, self.clock))

    @property
    def resource_server(self) -> str:
        """As API Details shows it: the web address; the API root is /api under it (§1, L)."""
        return self.address

    @property
    def authorisation_server(self) -> str:
        """The address under which /token answers."""
        return f"{self.address}/auth"
