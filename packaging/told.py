"""How the scripts that make something end: with what was made, or with why it could not be."""

from __future__ import annotations

import sys
from collections.abc import Callable

from stop import StopError


def told(make: Callable[[], object]) -> int:
    """Print what this makes. Gives the exit code; 4 where it cannot be made, with the reason."""
    try:
        print(make())
    except StopError as stop:
        sys.stderr.write(f"{stop}\n")
        return 4
    return 0
