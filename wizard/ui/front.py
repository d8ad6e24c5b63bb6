"""The page that the program opens with: how to begin, or the setups of this workstation."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.profiles.schema import Profile
from wizard.setup.removal import going
from wizard.setup.state import SetupState
from wizard.ui.bridge import Bridge
from wizard.ui.first_run import FirstRunPage
from wizard.ui.home import HomePage
from wizard.ui.services import Services


def front_page(
    services: Services, profiles: Sequence[Profile], bridge: Bridge
) -> FirstRunPage | HomePage:
    """Give the page; setups that cannot be read are told, and home is empty then."""
    saved: list[SetupState] = []
    read = bridge.attempt(lambda: saved.extend(services.records.all()))
    # Practice and real setups do not mix.
    shown = [each for each in saved if each.practice == services.practice]
    may_practise = services.open_practice is not None
    if read and not shown:
        return FirstRunPage(may_practise=may_practise)
    what_goes = (lambda state: going(state, shown)) if services.remove else None
    return HomePage(shown, profiles, what_goes, may_practise=may_practise)
