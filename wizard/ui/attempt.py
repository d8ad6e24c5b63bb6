"""Does at once what may raise, where nothing may escape into Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable

from wizard.problems import Problem, ProblemError, problem

_log = logging.getLogger(__name__)


def attempt(action: Callable[[], object], show: Callable[[Problem], None]) -> bool:
    """Do it; False if it raised, and the problem was shown."""
    try:
        action()
    except Exception as error:  # noqa: BLE001 - the border: nothing may escape into Qt
        tell(error, show)
        return False
    return True


def tell(error: Exception, show: Callable[[Problem], None]) -> None:
    """Show what went wrong; what has no words of its own is logged too."""
    if isinstance(error, ProblemError):
        show(error.problem)
        return
    _log.error("an unexpected error in the window", exc_info=error)
    show(problem("internal", type(error).__name__))
