"""What stands in for time and for HaloPSA where a real one would be slow or is not needed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable

import httpx
from hypothesis import strategies as st

from wizard.halo.limits import Allowance, Budget
from wizard.halo.records import Instance
from wizard.halo.transport import Bounds, Transport

WEB = "https://acme.halopsa.com"
INSTANCE = Instance(
    web=WEB,
    resource_server=WEB,
    authorisation_server=f"{WEB}/auth",
    tenant=None,
    discovered=True,
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "name", "claims", "roles", "type", "value", "scopes", "clientId"]
            )
            | st.text(max_size=3),
            inner,
            max_size=6,
        )
    ),
    max_leaves=10,
)
Handler = Callable[[httpx.Request], httpx.Response]


class SteppingTime:
    """A clock that moves by being slept on; `slept` keeps every wait."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def transport(
    handler: Handler,
    *,
    instance: Instance = INSTANCE,
    bounds: Bounds | None = None,
    budget: Budget | None = None,
) -> Transport:
    """A transport that ends in `handler`."""
    made = Transport(
        budget or Budget(Allowance(requests=10_000)),
        bounds=bounds,
        inner=httpx.MockTransport(handler),
    )
    made.permit(instance)
    return made


def jwt(**claims: object) -> str:
    """An unsigned JWT with these claims."""

    def part(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'none'})}.{part(claims)}.c2lnbmF0dXJl"
