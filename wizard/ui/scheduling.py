"""The regular re-check in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.language import tr
from wizard.ui.aside import Aside
from wizard.ui.footer import Buttons
from wizard.ui.schedule_page import SchedulePage

if TYPE_CHECKING:
    from wizard.ui.window import Window


class Scheduling(Aside):
    """Shows how often the system re-checks all setups by itself."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        offered = window.services.schedule
        assert offered is not None  # noqa: S101 - nothing leads here otherwise
        self._page = SchedulePage(offered(), window.bridge)
        self._page.offered.connect(self._offer)

    def show(self) -> None:
        """Show the page, and read what is set up."""
        self._shell.clear_messages()
        super().show()
        lead = tr("A connection that works today can be broken by an edit tomorrow.")
        self._shell.show_page(self._page, tr("Regular re-check"), lead)
        self._page.read()

    def next(self) -> None:
        """Carry out what is shown."""
        self._page.carry_out()

    def _offer(self, text: str, able: bool) -> None:
        self._shell.footer.show_buttons(Buttons(next=text, next_enabled=able))
