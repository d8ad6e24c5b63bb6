"""Takes setups off this workstation, from home or from a setup's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.language import tr
from wizard.problems import ProblemError
from wizard.setup.removal import going
from wizard.setup.state import SetupState

if TYPE_CHECKING:
    from wizard.ui.home import HomePage
    from wizard.ui.story.page import StoryPage
    from wizard.ui.window import Window


class Removing:
    """Asks on a setup's page, removes, and tells on home that it is done."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def ask(self, page: StoryPage) -> None:
        """Ask on the page of a setup whether to remove it."""
        window = self._window
        page.really_remove.connect(
            lambda leave: self.remove(page, page.story.state, leave_secrets=leave)
        )
        window.bridge.attempt(
            lambda: page.ask(going(page.story.state, window.services.records.all()))
        )

    def remove(self, page: HomePage | StoryPage, state: SetupState, *, leave_secrets: bool) -> None:
        """Remove a setup that the page was asked to remove."""
        window, remove = self._window, self._window.services.remove
        assert remove is not None  # noqa: S101 - nothing offers it otherwise

        async def work() -> None:
            window.problem.clear()
            page.setEnabled(False)  # nothing else may be begun meanwhile
            try:
                await remove(state, leave_secrets)
            except ProblemError as error:
                page.setEnabled(True)
                if error.problem.code == "removal.keychain":
                    page.offer_record_only(state)
                raise
            window.show_home()
            window.tell(tr("The setup was removed. Nothing was changed in HaloPSA."))

        window.bridge.start(work, cancellable=False)
