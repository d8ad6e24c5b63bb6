"""One finished setup a world, made when the first cell of that world runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack
from typing import Any, TypeVar

import pytest

from tests.faults.rig import Rig, rig

T = TypeVar("T")


class Rigs:
    """The worlds in use, and the one event loop on which everything looks at them."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self._runner = runner
        self._stack = AsyncExitStack()
        self._made: dict[str, Rig] = {}

    def run(self, world: str, look: Callable[[Rig], Coroutine[Any, Any, T]]) -> T:
        """Look at a world; a look that hangs fails."""
        if world not in self._made:
            self._made[world] = self._runner.run(self._stack.enter_async_context(rig(world)))
        return self._runner.run(asyncio.wait_for(look(self._made[world]), timeout=90))

    def close(self) -> None:
        self._runner.run(self._stack.aclose())


@pytest.fixture(scope="session")
def rigs() -> Iterator[Rigs]:
    with asyncio.Runner() as runner:
        made = Rigs(runner)
        yield made
        made.close()
