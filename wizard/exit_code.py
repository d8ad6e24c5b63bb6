"""What the program tells whoever started it."""

from __future__ import annotations


class ExitCode:
    """Exit codes of the commands (contract: commands)."""

    CLEAN = 0
    MISSING = 1
    USAGE = 2
    UNKNOWN = 3
    FAILED = 4
    INTERRUPTED = 130
