"""The page that the program opens with: how to begin, or the setups of this workstation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wizard.problems import Problem
from wizard.ui.attempt import attempt
from wizard.ui.first_run import FirstRunPage
from wizard.ui.services import Services

if TYPE_CHECKING:
    from wizard.profiles.schema import Profile
    from wizard.setup.state import SetupState
    from wizard.ui.home import HomePage


def front_page(
    services: Services, profiles: Callable[[], Sequence[Profile]], show: Callable[[Problem], None]
) -> FirstRunPage | HomePage:
    """Give the page; setups that cannot be read are told, and home is empty then."""
    saved: list[SetupState] = []
    read = attempt(lambda: saved.extend(services.records.all()), show)
    # Practice and real setups do not mix.
    shown = [each for each in saved if each.practice == services.practice]
    may_practise = services.open_practice is not None
    if read and not shown:
        return FirstRunPage(may_practise=may_practise)
    from wizard.setup.removal import going  # noqa: PLC0415 - a first run does without all this
    from wizard.ui.home import HomePage  # noqa: PLC0415

    what_goes = (lambda state: going(state, shown)) if services.remove else None
    return HomePage(shown, profiles(), what_goes, may_practise=may_practise)
