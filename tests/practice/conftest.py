"""A running practice instance, and a browserless client that signs in to it."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator

import httpx
import pytest
from msgspec.structs import replace

from tests.practice.visitor import Visitor
from wizard.practice.behaviour import Behaviour
from wizard.practice.scenarios import Scenario
from wizard.practice.server import PracticeInstance

Start = Callable[..., Visitor]

# Never used on loopback, and slow to make: one for all clients.
_TLS = ssl.create_default_context()


@pytest.fixture
def start() -> Iterator[Start]:
    """Start an instance with these switches changed, and give a visitor of it."""
    running: list[Visitor] = []

    def start_one(**switches: object) -> Visitor:
        behaviour = replace(Behaviour(rate_limit=None), **switches)
        instance = PracticeInstance(world=Scenario(name="test", behaviour=behaviour))
        visitor = Visitor(instance, httpx.Client(base_url=instance.address, verify=_TLS))
        running.append(visitor)
        return visitor

    yield start_one
    for visitor in running:
        visitor.http.close()
        visitor.instance.stop()


@pytest.fixture
def visitor(start: Start) -> Visitor:
    """A visitor of the easy world without a rate limit."""
    return start()
