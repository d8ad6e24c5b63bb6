"""The choice of an integration in the window: from the cards, or from a profile's file."""

from __future__ import annotations

import asyncio
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
        super().__init__(window)
        self._window = window
        services = window.services
        self._own = services.own_profiles() if services.own_profiles is not None else None
        self.page = ChoosePage(
            window.profiles,
            may_open=self._own is not None,
            may_adopt=services.adoption is not None,
            may_remove=self._own.is_own if self._own is not None else None,
        )
        self.page.adopt.connect(window.show_adopt)
        self.page.chosen.connect(self._offer)
        self.page.started.connect(lambda _: self.next())
        self.page.file_picked.connect(self._open)
        self.page.removal.connect(self._ask_removal)
        self.page.really_remove.connect(self._remove)

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
        """Take back the question whether to remove a profile, or leave."""
        if not self.page.keep():
            self.over.emit()

    def _offer(self, profile_id: str) -> None:
        start = Buttons(next=tr("&Start"), next_enabled=bool(profile_id))
        self._window.footer.show_buttons(start)

    def _open(self, path: Path) -> None:
        window, page, own = self._window, self.page, self._own
        assert own is not None  # noqa: S101 - nothing offers it otherwise

        async def work() -> None:
            window.problem.clear()
            found = await read_profile(path, own.take)
            if not isinstance(found, Profile):
                page.show_mistakes(path.name, found)
                return
            profile = spoken(found)
            others = [each for each in window.profiles if each.id != profile.id]
            window.profiles = [*others, profile]
            page.take(profile)

        window.bridge.start(work, cancellable=False)

    def _ask_removal(self, profile_id: str) -> None:
        """Ask whether to remove a profile, or say which setups need it."""
        window, page, own = self._window, self.page, self._own
        assert own is not None  # noqa: S101 - nothing offers it otherwise

        async def work() -> None:
            window.problem.clear()
            users = await asyncio.to_thread(own.users, profile_id)
            page.ask_removal(profile_id, users)

        window.bridge.start(work, cancellable=False)

    def _remove(self, profile_id: str) -> None:
        window, page, own = self._window, self.page, self._own
        assert own is not None  # noqa: S101 - nothing offers it otherwise

        async def work() -> None:
            window.problem.clear()
            await asyncio.to_thread(own.remove, profile_id)
            window.profiles = [each for each in window.profiles if each.id != profile_id]
            page.drop(profile_id)
            window.tell(tr("The profile was removed. Open its file to have it again."))

        window.bridge.start(work, cancellable=False)
