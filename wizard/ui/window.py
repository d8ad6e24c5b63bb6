"""The window: home, the choice of an integration, or a setup under way; and its orderly end."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent

from wizard.language import tr
from wizard.problems import ProblemError
from wizard.ui.first_run import FirstRunPage
from wizard.ui.front import front_page
from wizard.ui.garbage import keep_for_good
from wizard.ui.services import Services
from wizard.ui.shell import Shell

# The rest is loaded when it is needed first, after the first page stands.
if TYPE_CHECKING:
    from wizard.fleet.story import Story
    from wizard.profiles.schema import Profile
    from wizard.setup.mending import Mend
    from wizard.setup.state import SetupState
    from wizard.setup.steps import StepKind
    from wizard.ui.adopting import Adopting
    from wizard.ui.bridge import Bridge
    from wizard.ui.choose import ChoosePage
    from wizard.ui.clipboard import SecretOnClipboard
    from wizard.ui.exchanging import Exchanging
    from wizard.ui.fleet.desk import Desk
    from wizard.ui.home import HomePage
    from wizard.ui.home_bar import HomeBar
    from wizard.ui.journey import Journey
    from wizard.ui.story.page import StoryPage


class Window(Shell):
    """Everything that a person sees of the program."""

    def __init__(self, services: Services) -> None:
        super().__init__(practice=services.practice)
        self._services = services
        self._journey: Journey | None = None
        self._choose: ChoosePage | None = None
        self._adopting: Adopting | None = None
        self._home_page: HomePage | None = None
        self._aside = False  # a page beside the setups: the regular re-check, or an import
        self._desk: Desk | None = None
        self._may_close = False
        self._closing = False
        self.back.connect(self._back)
        self.forward.connect(self._next)
        self.check.connect(self._check)
        self.cancel.connect(self._cancel)
        self.watch.connect(lambda on: self._journey and self._journey.watch(on))
        self.escape.connect(self._escape)
        self.home.connect(self._leave)
        self.help_me.connect(lambda: self._journey and self._journey.help_me())
        self.step.connect(lambda step: self._journey and self._journey.go(step))

    @cached_property
    def bridge(self) -> Bridge:
        """The one bridge between widgets and coroutines."""
        from wizard.ui.bridge import Bridge  # noqa: PLC0415

        bridge = Bridge(self.problem.show_problem, self)
        bridge.busy.connect(self._busy)
        return bridge

    @cached_property
    def clipboard(self) -> SecretOnClipboard:
        """The clipboard, for secrets."""
        from wizard.ui.clipboard import SecretOnClipboard  # noqa: PLC0415

        return SecretOnClipboard(self)

    @cached_property
    def _profiles(self) -> list[Profile]:
        """The integrations, in the language of the window."""
        from wizard.profiles.prose import spoken  # noqa: PLC0415

        return [spoken(each) for each in self._services.profiles()]

    def show_home(self) -> None:
        """Show the setups of this workstation, or, where there are none yet, how to begin."""
        self._end_journey()
        self._forget_pages()
        self._leave_desk()
        self.clear_messages()
        self.show_frame(steps=False, foot=False)
        page = front_page(
            self._services,
            lambda: self._profiles,
            self.show_problem,
            self._home_bar,
            lambda: self.desk,
        )
        if isinstance(page, FirstRunPage):
            page.new_setup.connect(self.show_choice)
            page.practice.connect(self._practise)
            page.take_file.connect(self.import_setups)
            lead = tr("From a vendor's guide to a proven connection with HaloPSA.")
            self.show_page(page, tr("Welcome"), lead)
            page.first.setFocus()
            return
        from wizard.ui.home import HomePage  # noqa: PLC0415 - a first run does without

        if not isinstance(page, HomePage):
            self.show_page(page, tr("Your setups"), "")
            return
        lead = tr("Each one takes an integration to a proven connection.")
        page.resume.connect(self._open)
        page.check_again.connect(self._check_again)
        page.remove.connect(lambda state, leave: self._remove(page, state, leave_secrets=leave))
        self._home_page = page
        self.show_page(page, tr("Your setups"), lead)

    @property
    def desk(self) -> Desk | None:
        """What keeps the setups in step with their history; None where nothing can be re-checked.

        It is made when it is asked for.
        """
        if self._services.fleet is None or self._desk is not None:
            return self._desk
        from wizard.ui.fleet.desk import Desk  # noqa: PLC0415

        fleet = self._services.fleet()
        desk = Desk(fleet, self._services, self, lambda: self.bridge, self.open_url)
        desk.resume.connect(lambda state: self._resume(state, to_proof=False))
        desk.mend.connect(self._mend)
        desk.removal.connect(self._ask_removal)
        desk.home.connect(self.show_home)
        desk.shown.connect(self._forget_pages)
        self._desk = desk
        return desk

    @cached_property
    def exchanging(self) -> Exchanging:
        """What exports and imports setups."""
        from wizard.ui.exchanging import Exchanging  # noqa: PLC0415

        offered = self._services.exchange
        assert offered is not None  # noqa: S101 - nothing offers it otherwise
        exchanging = Exchanging(offered(), self._services.records, self.bridge, self)
        exchanging.shown.connect(self._show_aside)
        exchanging.over.connect(self.show_home)
        return exchanging

    def export_setups(self) -> None:
        """Ask for a file to write all setups into."""
        self.exchanging.export_setups()

    def import_setups(self) -> None:
        """Ask for a file to take setups from."""
        self.exchanging.import_setups()

    def _show_aside(self) -> None:
        """Frame a page beside the setups, from which Back leads home."""
        from wizard.ui.footer import Buttons  # noqa: PLC0415

        self._choose = self._home_page = self._adopting = None
        self._aside = True
        self._leave_desk()
        self.show_frame(steps=False, foot=True)
        self.footer.say("")
        self.footer.show_buttons(Buttons(next=""))

    def _home_bar(self) -> HomeBar:
        from wizard.ui.home_bar import HomeBar, Way  # noqa: PLC0415

        services = self._services
        desk = self.desk
        more = [Way(tr("Save a report…"), desk.save_report)] if desk else []
        if services.schedule is not None:
            more.append(Way(tr("Regular re-check…"), self.show_schedule))
        if services.adoption is not None:
            more.append(Way(tr("Adopt an existing connection…"), self.show_adopt))
        if services.exchange is not None:
            more.append(Way(tr("Export setups…"), self.export_setups))
            more.append(Way(tr("Import setups…"), self.import_setups))
        bar = HomeBar(may_practise=services.open_practice is not None, more=more)
        bar.new_setup.connect(self.show_choice)
        bar.practice.connect(self._practise)
        return bar

    def show_choice(self) -> None:
        """Show the integrations."""
        self.bridge.attempt(self._show_choice)

    def _show_choice(self) -> None:
        from wizard.ui.choose import ChoosePage  # noqa: PLC0415

        self.clear_messages()
        self._home_page = self._adopting = None
        self._leave_desk()
        page = ChoosePage(
            self._profiles,
            may_open=self._services.take_profile is not None,
            may_adopt=self._services.adoption is not None,
        )
        page.adopt.connect(self.show_adopt)
        page.chosen.connect(self._chosen)
        page.started.connect(lambda _: self._next())
        page.file_picked.connect(lambda path: self._open_profile(page, path))
        self._choose = page
        self.show_frame(steps=False, foot=True)
        self.footer.say("")
        self._chosen("")
        lead = tr("Each follows its vendor's own guide.")
        self.show_page(page, tr("Choose the integration"), lead)
        page.search.setFocus()

    def show_schedule(self) -> None:
        """Show how often the system re-checks all setups by itself."""
        self.bridge.attempt(self._show_schedule)

    def _show_schedule(self) -> None:
        from wizard.ui.schedule_page import SchedulePage  # noqa: PLC0415

        offered = self._services.schedule
        assert offered is not None  # noqa: S101 - nothing leads here otherwise
        self.clear_messages()
        page = SchedulePage(offered(), self.bridge)
        self._show_aside()
        lead = tr("A connection that works today can be broken by an edit tomorrow.")
        self.show_page(page, tr("Regular re-check"), lead)
        page.read()

    def show_adopt(self) -> None:
        """Ask for a connection that was made by hand, to be saved as a setup."""
        self.bridge.attempt(self._show_adopt)

    def _show_adopt(self) -> None:
        from wizard.ui.adopting import Adopting  # noqa: PLC0415

        adoption = self._services.adoption
        assert adoption is not None  # noqa: S101 - nothing offers it otherwise
        self._choose = self._home_page = None
        self._aside = False
        self._leave_desk()
        self.show_frame(steps=False, foot=True)
        adopting = Adopting(adoption(), self._profiles, self.bridge, self, self.open_url)
        adopting.over.connect(self.show_home)
        adopting.adopted.connect(self._adopted)
        adopting.known.connect(lambda state: self._resume(state, to_proof=False))
        self._adopting = adopting
        adopting.begin()

    def _adopted(self, profile: Profile, state: SetupState) -> None:
        """Show the proof of a setup that was adopted."""
        from wizard.setup.plan import ALL, plan  # noqa: PLC0415

        steps = plan(profile, state.answers)
        proof = next((step.id for step in steps if ALL in step.requirements), state.step)
        self.begin(profile, state.with_(step=proof))

    def begin(
        self,
        profile: Profile,
        state: SetupState | None,
        *,
        at: StepKind | None = None,
        mend: Mend | None = None,
    ) -> None:
        """Begin a setup (None), or go on with a saved one, at its step or at another kind.

        `mend`: only through the steps on which something is to be mended.
        """
        self._end_journey()
        self._choose = self._home_page = self._adopting = None
        self._aside = False
        self._leave_desk()
        from wizard.ui.journey import Journey  # noqa: PLC0415
        from wizard.ui.pages.base import Context  # noqa: PLC0415

        def open_flow() -> None:
            flow = self._services.open_flow(profile, state)
            keep_for_good()  # the first flow has loaded what looks at HaloPSA
            context = Context(
                flow, self.bridge, self.open_url, self._services.person, self.clipboard
            )
            self._journey = Journey(context, self._services, self)
            self._journey.over.connect(self._over if mend else self.show_home)
            self._journey.begin(at, mend)

        self.bridge.attempt(open_flow)

    def open_url(self, address: str) -> None:
        """Open a web address in the browser."""
        if urlsplit(address).scheme not in ("https", "http"):
            return  # a link comes from an instance: nothing else may be started by it
        if self._services.open_url is not None:
            self._services.open_url(address)
        else:
            from PySide6.QtCore import QUrl  # noqa: PLC0415
            from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

            QDesktopServices.openUrl(QUrl(address))

    async def finish(self) -> None:
        """End what runs, and let go of everything."""
        if self._desk is not None:
            await self._desk.close()
        await self.bridge.close()
        self._end_journey()
        await self.bridge.close()
        self.clipboard.clear()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Save what was entered, then close; a second try closes whatever happens."""
        if self._may_close or self._journey is None:
            self.clipboard.clear()
            super().closeEvent(event)
            return
        event.ignore()
        journey = self._journey

        async def save() -> None:
            try:
                await journey.commit()
            finally:
                self._may_close = True
            self.close()

        # A move that is still under way is waited for; then the window closes.
        self._closing = not self.bridge.start(save, cancellable=False)

    def _remove(
        self, page: HomePage | StoryPage, state: SetupState, *, leave_secrets: bool
    ) -> None:
        remove = self._services.remove
        assert remove is not None  # noqa: S101 - nothing offers it otherwise

        async def work() -> None:
            self.problem.clear()
            page.setEnabled(False)  # nothing else may be begun meanwhile
            try:
                await remove(state, leave_secrets)
            except ProblemError as error:
                page.setEnabled(True)
                if error.problem.code == "removal.keychain":
                    page.offer_record_only(state)
                raise
            self.show_home()
            self.tell(tr("The setup was removed. Nothing was changed in HaloPSA."))

        self.bridge.start(work, cancellable=False)

    def _open_profile(self, page: ChoosePage, path: Path) -> None:
        take = self._services.take_profile
        assert take is not None  # noqa: S101 - nothing offers it otherwise
        from wizard.profiles.prose import spoken  # noqa: PLC0415
        from wizard.profiles.schema import Profile  # noqa: PLC0415
        from wizard.ui.profile_file import read_profile  # noqa: PLC0415

        async def work() -> None:
            self.problem.clear()
            found = await read_profile(path, take)
            if not isinstance(found, Profile):
                page.show_mistakes(path.name, found)
                return
            profile = spoken(found)
            others = [each for each in self._profiles if each.id != profile.id]
            self._profiles = [*others, profile]
            page.take(profile)

        self.bridge.start(work, cancellable=False)

    def _open(self, state: SetupState) -> None:
        """Show how a finished setup stands; go on with one that is not."""
        if self.desk is not None and state.finished is not None:
            self.desk.show(state.id)
        else:
            self._resume(state, to_proof=False)

    def _check_again(self, state: SetupState) -> None:
        if self.desk is not None:
            self.desk.recheck([state.id])
        else:
            self._resume(state, to_proof=True)

    def _mend(self, story: Story, requirement: str) -> None:
        """Open the wizard on what is left of a setup, at the step of a row or at the first."""
        profile = self._profile(story.state.profile_id)
        if profile is None or story.whole is None:
            return
        from wizard.setup.mending import Mend  # noqa: PLC0415

        whole = story.whole
        self.begin(profile, story.state, mend=Mend(whole.findings, whole.at, requirement or None))

    def _ask_removal(self, page: StoryPage) -> None:
        from wizard.setup.removal import going  # noqa: PLC0415

        def ask() -> None:
            page.ask(going(page.story.state, self._services.records.all()))

        page.really_remove.connect(
            lambda leave: self._remove(page, page.story.state, leave_secrets=leave)
        )
        self.bridge.attempt(ask)

    def _resume(self, state: SetupState, *, to_proof: bool) -> None:
        from wizard.setup.steps import StepKind  # noqa: PLC0415

        profile = self._profile(state.profile_id)
        if profile is None:
            return
        self.begin(profile, state, at=StepKind.PROOF if to_proof else None)

    def _profile(self, profile_id: str) -> Profile | None:
        return next((each for each in self._profiles if each.id == profile_id), None)

    def _practise(self) -> None:
        start: Callable[[], None] | None = self._services.open_practice
        if start is not None:
            self.bridge.attempt(start)

    def _chosen(self, profile_id: str) -> None:
        from wizard.ui.footer import Buttons  # noqa: PLC0415

        self.footer.show_buttons(Buttons(next=tr("&Start"), next_enabled=bool(profile_id)))

    def _forget_pages(self) -> None:
        """Take that none of these is shown any more."""
        self._choose = self._home_page = self._adopting = None
        self._aside = False

    def _leave_desk(self) -> None:
        if self._desk is not None:
            self._desk.leave()

    def _over(self) -> None:
        """Show what became of a setup that was to be mended."""
        setup_id = self._journey.setup_id if self._journey is not None else ""
        desk, once = self.desk, Qt.ConnectionType.SingleShotConnection
        self._end_journey()
        if desk is not None:  # the move that leads here must end first
            self.bridge.busy.connect(lambda _: desk.show(setup_id), once)

    def _check(self) -> None:
        if self._journey is not None:
            self._journey.check()
        elif self._desk is not None:
            self._desk.check()

    def _next(self) -> None:
        if self._journey is not None:
            self._journey.next()
        elif self._desk is not None and self._desk.story is not None:
            self._desk.next()
        elif self._adopting is not None:
            self._adopting.next()
        elif self._choose is not None and self._choose.profile is not None:
            self.begin(self._choose.profile, None)

    def _back(self) -> None:
        if self._journey is not None:
            self._journey.back()
        elif self._adopting is not None:
            self._adopting.back()
        else:
            self.show_home()

    def _leave(self) -> None:
        if self._journey is not None:
            self._journey.leave()
        else:
            self.show_home()

    def _cancel(self) -> None:
        if self.bridge.cancel():
            self.footer.say(tr("Cancelled. What was found before stays."), announce=True)

    def _escape(self) -> None:
        if self.bridge.cancellable:
            self._cancel()
        elif self.problem.isVisible():
            self.problem.clear()
        elif self._choose is not None or self._aside:
            self.show_home()
        elif self._home_page is not None:
            self._home_page.keep()
        elif self._desk is not None and self._desk.story is not None:
            self._desk.story.keep()

    def _busy(self, busy: bool) -> None:
        if busy:
            self._may_close = False
        elif self._closing:
            self._closing = False
            QTimer.singleShot(0, self, self.close)
        self.show_busy(busy, may_cancel=self.bridge.cancellable)

    def _end_journey(self) -> None:
        if self._journey is not None:
            self._journey.end()
            self._journey.deleteLater()
            self._journey = None
