"""The page that the program opens with: how to begin, or the setups of this workstation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wizard.language import tr
from wizard.problems import Problem
from wizard.ui.attempt import attempt
from wizard.ui.first_run import FirstRunPage
from wizard.ui.place import Place
from wizard.ui.services import Services

if TYPE_CHECKING:
    from wizard.profiles.schema import Profile
    from wizard.setup.state import SetupState
    from wizard.ui.fleet.desk import Desk
    from wizard.ui.fleet.page import FleetPage
    from wizard.ui.home import HomePage
    from wizard.ui.home_bar import HomeBar
    from wizard.ui.window import Window

MANY = 7  # setups; from here on a list shows more than cards do


class Front(Place):
    """The setups of this workstation, or, where there are none yet, how to begin."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.page: FirstRunPage | HomePage | FleetPage | None = None

    def show(self) -> None:
        """Show the page, with what can be done there."""
        window = self._window
        window.clear_messages()
        window.show_frame(steps=False, foot=False)
        self.page = page = front_page(
            window.services,
            lambda: window.profiles,
            window.show_problem,
            self._bar,
            lambda: window.desk,
        )
        if isinstance(page, FirstRunPage):
            page.new_setup.connect(window.show_choice)
            page.practice.connect(window.practise)
            page.take_file.connect(window.import_setups)
            lead = tr("From a vendor's guide to a proven connection with HaloPSA.")
            window.show_page(page, tr("Welcome"), lead)
            page.first.setFocus()
            return
        from wizard.ui.home import HomePage  # noqa: PLC0415 - a first run does without

        lead = ""
        if isinstance(page, HomePage):
            lead = tr("Each one takes an integration to a proven connection.")
            self._attend(page)
        window.show_page(page, tr("Your setups"), lead)

    def escape(self) -> None:
        """Take back the question whether to remove a setup."""
        from wizard.ui.home import HomePage  # noqa: PLC0415 - a first run does without

        if isinstance(self.page, HomePage):
            self.page.keep()

    def left(self) -> None:
        """Let the desk know; a first run has none yet, and needs none."""
        at_desk = self.page is not None and not isinstance(self.page, FirstRunPage)
        if at_desk and self._window.desk is not None:
            self._window.desk.left()
        super().left()

    def _attend(self, page: HomePage) -> None:
        window = self._window
        page.resume.connect(window.open_setup)
        page.check_again.connect(window.check_again)
        page.remove.connect(
            lambda state, leave: window.removing.remove(page, state, leave_secrets=leave)
        )

    def _bar(self) -> HomeBar:
        from wizard.ui.home_bar import HomeBar, Way  # noqa: PLC0415 - a first run does without

        window, services = self._window, self._window.services
        desk = window.desk
        more = [Way(tr("Save a report…"), desk.save_report)] if desk else []
        if services.schedule is not None:
            more.append(Way(tr("Regular re-check…"), window.show_schedule))
        if services.adoption is not None:
            more.append(Way(tr("Adopt an existing connection…"), window.show_adopt))
        if services.exchange is not None:
            more.append(Way(tr("Export setups…"), window.export_setups))
            more.append(Way(tr("Import setups…"), window.import_setups))
        bar = HomeBar(may_practise=services.open_practice is not None, more=more)
        bar.new_setup.connect(window.show_choice)
        bar.practice.connect(window.practise)
        return bar


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
        page.opened.connect(at_desk.show_setup)
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
