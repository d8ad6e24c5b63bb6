from __future__ import annotations

from collections.abc import Iterator

import pytest
import stamina


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def _no_pauses_between_tries() -> Iterator[None]:
    """Keep the number of tries and leave out the waiting."""
    with stamina.set_testing(True, attempts=10, cap=True):
        yield
