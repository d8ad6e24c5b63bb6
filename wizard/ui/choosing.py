"""The choice of an integration in the window: from the cards, or from a profile's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.language import tr
from wizard.profiles.prose import spoken
from wizard.profiles.schema import Profile
from wizard.ui.choose import ChoosePage
from wizard.ui.footer import Buttons
from wizard.ui.place import Place
from wizard.ui.profile_file import read_profile

if TYPE_CHECKING:
    from wizard.ui.window import Window


class Choosing(Place):
    """Shows the integrations, and begins the one that is chosen."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        services = window.services
        self.page = ChoosePage(
            window.profiles,
            may_open=services.take_profile is not None,
            may_adopt=services.adoption is not None,
        )
        self.page.adopt.connect(window.show_adopt)
        self.page.chosen.connect(self._offer)
        self.page.started.connect(lambda _: self.next())
        self.page.file_picked.connect(self._open)

    def show(self) -> None:
        """Show the cards; the search has the focus."""
        window = self._window
        window.clear_messages()
        window.show_frame(steps=False, foot=True)
        window.footer.say("")
        self._offer("")
        lead = tr("Each follows its vendor's own guide.")
        window.show_page(self.page, tr("Choose the integration"), lead)
        self.page.search.setFocus()

    def next(self) -> None:
        """Begin a setup of the one that is chosen."""
        if self.page.profile is not None:
            self._window.begin(self.page.profile, None)

    def escape(self) -> None:
        """Leave."""
        self.over.emit()

    def _offer(self, profile_id: str) -> None:
        start = Buttons(next=tr("&Start"), next_enabled=bool(profile_id))
        self._window.footer.show_buttons(start)

    def _open(self, path: Path) -> None:
        window, page, take = self._window, self.page, self._window.services.take_profile
        assert take is not None  # noqa: S101 - nothing offers it otherwise

        async def work() -> None:
            window.problem.clear()
            found = await read_profile(path, take)
            if not isinstance(found, Profile):
                page.show_mistakes(path.name, found)
                return
            profile = spoken(found)
            others = [each for each in window.profiles if each.id != profile.id]
            window.profiles = [*others, profile]
            page.take(profile)

        window.bridge.start(work, cancellable=False)
