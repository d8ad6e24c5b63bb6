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
    from wizard.ui.fleet.desk import Desk
    from wizard.ui.fleet.page import FleetPage
    from wizard.ui.home import HomePage
    from wizard.ui.home_bar import HomeBar

MANY = 7  # setups; from here on a list shows more than cards do


def front_page(
    services: Services,
    profiles: Callable[[], Sequence[Profile]],
    show: Callable[[Problem], None],
    bar: Callable[[], HomeBar],
    desk: Callable[[], Desk | None],
) -> FirstRunPage | HomePage | FleetPage:
    """Give the page; setups that cannot be read are told, and home is empty then.

    `bar` and `desk` are called where there are setups; without a desk nothing can be re-checked.
    """
    saved: list[SetupState] = []
    read = attempt(lambda: saved.extend(services.records.all()), show)
    # Practice and real setups do not mix.
    shown = [each for each in saved if each.practice == services.practice]
    if read and not shown:
        return FirstRunPage(
            may_practise=services.open_practice is not None,
            may_import=services.exchange is not None,
        )
    from wizard.fleet.entries import entry_of, newest_of  # noqa: PLC0415 - a first run does
    from wizard.setup.removal import going  # noqa: PLC0415 - without all this

    known, at_desk = {each.id: each for each in profiles()}, desk()
    # The history is read behind the first page; until then a setup tells what it knows itself.
    entries = [entry_of(each, known.get(each.profile_id), newest_of(each, None)) for each in shown]
    page: HomePage | FleetPage
    if at_desk is not None and len(shown) >= MANY:
        from wizard.ui.fleet.page import FleetPage  # noqa: PLC0415

        page = FleetPage(entries, at_desk.rechecking, bar())
        page.opened.connect(at_desk.show)
    else:
        from wizard.ui.home import HomePage  # noqa: PLC0415

        what_goes = (lambda state: going(state, shown)) if services.remove else None
        above = at_desk.strip() if at_desk is not None else None
        page = HomePage(shown, profiles(), what_goes, bar(), above)
        if at_desk is not None:
            page.take_all(entries)
    if at_desk is not None:
        at_desk.attend(page, entries)
    return page
