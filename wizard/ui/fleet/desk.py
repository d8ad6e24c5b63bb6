"""Keeps home and the page of a setup in step with the history, and does what they ask for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.fleet.overview import Entry, Stand
from wizard.fleet.story import Story
from wizard.language import tr
from wizard.ui.bridge import Bridge
from wizard.ui.fleet.rechecking import Rechecking
from wizard.ui.fleet.refreshing import Refreshing
from wizard.ui.fleet.run_strip import RunStrip
from wizard.ui.footer import Buttons
from wizard.ui.place import Place
from wizard.ui.ports import Fleet
from wizard.ui.services import Services
from wizard.ui.shell import Shell

if TYPE_CHECKING:
    from wizard.checks.acceptance import Accepted
    from wizard.ui.fleet.page import FleetPage
    from wizard.ui.home import HomePage
    from wizard.ui.story.page import StoryPage


class Desk(Place):
    """One for the window, and the place of a setup's page. `resume`: a setup is to be opened in the
    wizard. `mend`: so that a row is mended, "" for all. `removal`: whether to remove the setup of
    the page is to be asked. `shown`: the page of a setup takes the place of another.
    """

    resume = Signal(object)  # SetupState
    mend = Signal(object, str)  # Story, requirement
    removal = Signal(object)  # StoryPage
    shown = Signal()

    def __init__(
        self,
        fleet: Fleet,
        services: Services,
        shell: Shell,
        bridge: Callable[[], Bridge],
        open_url: Callable[[str], None],
    ) -> None:
        super().__init__(shell)
        self._open_url = open_url
        self._fleet = fleet
        self._services = services
        self._shell = shell
        self._bridge = bridge
        self._home: HomePage | FleetPage | None = None
        self._story: StoryPage | None = None
        self._ids: set[str] = set()
        self.rechecking = Rechecking(fleet, shell.show_problem, self)
        self.rechecking.came.connect(self._came)
        self.rechecking.ended.connect(self._ended)
        self._refreshing = Refreshing(fleet, shell, self._take_all, shell.show_problem)

    @property
    def story(self) -> StoryPage | None:
        """Give the page of the setup that is shown, None where none is."""
        return self._story

    def strip(self) -> QWidget:
        """Give the line that tells how far a re-check is, for the top of a page."""
        return RunStrip(self.rechecking)

    def attend(self, page: HomePage | FleetPage, entries: Sequence[Entry]) -> None:
        """Keep a home page in step; `entries` are what it shows so far."""
        self._home, self._story = page, None
        self._ids = {each.setup_id for each in entries}
        page.destroyed.connect(lambda: self._forget(page))
        self._refreshing.anew()

    def left(self) -> None:
        """Take that another page is shown; a desk stays as long as its window."""
        self._home = self._story = None

    def recheck(self, setup_ids: Iterable[str]) -> None:
        """Re-check these setups now, or when the re-check that runs is over."""
        self.rechecking.start(setup_ids)

    def show_setup(self, setup_id: str) -> None:
        """Show the page of a setup; one that is not finished opens in the wizard."""

        async def work() -> None:
            story = await asyncio.to_thread(self._fleet.story, setup_id)
            if story is None:
                self.over.emit()
            elif story.entry.stand is Stand.BEGUN and story.profile is not None:
                self.resume.emit(story.state)
            else:
                self._show(story)

        self._bridge().start(work, cancellable=False)

    def save_report(self, setup_ids: Collection[str] | None = None) -> None:
        """Save a report of these setups; None: of those that home shows or has chosen."""
        from wizard.ui.fleet.saving import save_report  # noqa: PLC0415 - seldom wanted

        ids = setup_ids
        if ids is None:
            ids = self._home.picked if self._home is not None else ()
        save_report(self._shell, self._bridge(), self._fleet.save_report, ids)

    def check(self) -> None:
        """Re-check the setup of the page."""
        if self._story is not None:
            self.recheck([self._story.story.state.id])

    def next(self) -> None:
        """Mend what is left of the setup of the page."""
        if self._story is not None and self._story.may_mend:
            self.mend.emit(self._story.story, "")

    def escape(self) -> None:
        """Take back the question whether to remove the setup of the page."""
        if self._story is not None:
            self._story.keep()

    async def settled(self) -> None:
        """Wait until nothing is re-checked or read."""
        await self.rechecking.settled()
        await self._refreshing.settled()

    async def close(self) -> None:
        """End what runs."""
        await self.rechecking.close()
        await self._refreshing.close()

    def _show(self, story: Story) -> None:
        from wizard.ui.story.page import StoryPage  # noqa: PLC0415 - not for the first page

        shell = self._shell
        shell.clear_messages()
        page = StoryPage(story, self._services.person, self._open_url, self.strip())
        page.offer(remove=self._services.remove is not None)
        page.report.connect(lambda: self.save_report([page.story.state.id]))
        page.mend.connect(lambda requirement: self.mend.emit(page.story, requirement))
        page.accept.connect(lambda word: self._say(page, word, self._fleet.accept))
        page.unaccept.connect(lambda word: self._say(page, word, self._fleet.unaccept))
        page.wizard.connect(lambda: self.resume.emit(page.story.state))
        page.remove.connect(lambda: self.removal.emit(page))
        where = story.entry.instance or tr("HaloPSA not found yet")
        name = f"{story.entry.integration} → {where}"
        shell.show_frame(steps=False, foot=True, setup=name)
        shell.footer.say("")
        self.shown.emit()
        self._home, self._story = None, page
        self._show_buttons()
        shell.show_page(page, tr("How this setup stands"), "")
        shell.footer.focus_primary()

    def _show_buttons(self) -> None:
        page = self._story
        if page is None:
            return
        mend = tr("Me&nd") if page.may_mend else ""
        checks = page.story.profile is not None
        self._shell.footer.show_buttons(
            Buttons(check=tr("R&e-check") if checks else "", next=mend, check_first=not mend)
        )

    def _say(self, page: StoryPage, word: Accepted, write: Callable[[str, Accepted], None]) -> None:
        """Write down what a person said of a change, and show what came of it."""
        setup_id = page.story.state.id

        async def work() -> None:
            await asyncio.to_thread(write, setup_id, word)
            await self._reload(page)
            page.focus_point(word.requirement)

        self._bridge().start(work, cancellable=False)

    async def _reload(self, page: StoryPage) -> None:
        story = await asyncio.to_thread(self._fleet.story, page.story.state.id)
        if page is not self._story:
            return  # another page is shown by now
        if story is None:
            self.over.emit()
            return
        if story != page.story:
            self._shell.in_place(lambda: page.show_story(story))
            self._show_buttons()

    def _came(self, entry: Entry) -> None:
        if self._home is not None:
            self._home.take(entry)
        page = self._story
        if page is not None and page.story.state.id == entry.setup_id:
            self._bridge().save(lambda: self._reload(page))

    def _ended(self, _: object) -> None:
        self._refreshing.look()

    def _take_all(self, entries: Sequence[Entry]) -> None:
        page = self._story
        if page is not None:
            self._bridge().save(lambda: self._reload(page))
        if self._home is None:
            return
        ids = {each.setup_id for each in entries}
        if ids != self._ids and not self._bridge().running:
            self.over.emit()  # setups came or went: the page is another
            return
        self._home.take_all(entries)

    def _forget(self, page: object) -> None:
        if self._home is page:
            self._home = None
