"""The ways through the window: which place comes when, and what it is given."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from wizard.ui.front import Front
from wizard.ui.garbage import keep_for_good
from wizard.ui.place import Place
from wizard.ui.services import Services
from wizard.ui.stage import Stage

# The rest is loaded when it is needed first, after the first page stands.
if TYPE_CHECKING:
    from wizard.fleet.story import Story
    from wizard.profiles.schema import Profile
    from wizard.setup.mending import Mend
    from wizard.setup.state import SetupState
    from wizard.setup.steps import StepKind
    from wizard.ui.exchanging import Exchanging
    from wizard.ui.fleet.desk import Desk
    from wizard.ui.removing import Removing


@functools.cache
def _keep_what_flows_need() -> None:
    """Once: the first flow has loaded what looks at HaloPSA, and that stays; pages come and go."""
    keep_for_good()


class Window(Stage):
    """Everything that a person sees of the program.

    To add a page: a `Place` of its own, and a way to it here.
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._desk: Desk | None = None

    # -- what places share ------------------------------------------------------------------

    @functools.cached_property
    def profiles(self) -> list[Profile]:
        """The integrations, in the language of the window."""
        from wizard.profiles.prose import spoken  # noqa: PLC0415

        return [spoken(each) for each in self.services.profiles()]

    @property
    def desk(self) -> Desk | None:
        """What keeps the setups in step with their history; None where nothing can be re-checked.

        It is made when it is asked for.
        """
        if self.services.fleet is None or self._desk is not None:
            return self._desk
        from wizard.ui.fleet.desk import Desk  # noqa: PLC0415

        fleet = self.services.fleet()
        desk = Desk(fleet, self.services, self, lambda: self.bridge, self.open_url)
        desk.resume.connect(self.resume)
        desk.mend.connect(self._mend)
        desk.removal.connect(lambda page: self.removing.ask(page))  # noqa: PLW0108 - loaded then
        desk.over.connect(self.show_home)
        desk.shown.connect(lambda: self.enter(desk))
        self._desk = desk
        return desk

    @functools.cached_property
    def exchanging(self) -> Exchanging:
        """What exports and imports setups."""
        from wizard.ui.exchanging import Exchanging  # noqa: PLC0415

        offered = self.services.exchange
        assert offered is not None  # noqa: S101 - nothing offers it otherwise
        exchanging = Exchanging(offered(), self.services.records, self.bridge, self)
        exchanging.found.connect(self._go)
        exchanging.over.connect(self.show_home)
        return exchanging

    @functools.cached_property
    def removing(self) -> Removing:
        """What takes setups off this workstation."""
        from wizard.ui.removing import Removing  # noqa: PLC0415

        return Removing(self)

    # -- the ways ---------------------------------------------------------------------------

    def show_home(self) -> None:
        """Show the setups of this workstation, or, where there are none yet, how to begin."""
        self._go(Front(self))

    def show_choice(self) -> None:
        """Show the integrations."""

        def place() -> Place:
            from wizard.ui.choosing import Choosing  # noqa: PLC0415

            return Choosing(self)

        self._try(place)

    def show_schedule(self) -> None:
        """Show how often the system re-checks all setups by itself."""

        def place() -> Place:
            from wizard.ui.scheduling import Scheduling  # noqa: PLC0415

            return Scheduling(self)

        self._try(place)

    def show_adopt(self) -> None:
        """Ask for a connection that was made by hand, to be saved as a setup."""

        def place() -> Place:
            from wizard.ui.adopting import Adopting  # noqa: PLC0415

            adoption = self.services.adoption
            assert adoption is not None  # noqa: S101 - nothing offers it otherwise
            adopting = Adopting(adoption(), self.profiles, self.bridge, self, self.open_url)
            adopting.adopted.connect(self._adopted)
            adopting.known.connect(self.resume)
            return adopting

        self._try(place)

    def export_setups(self) -> None:
        """Ask for a file to write all setups into."""
        self.exchanging.export_setups()

    def import_setups(self) -> None:
        """Ask for a file to take setups from."""
        self.exchanging.import_setups()

    def practise(self) -> None:
        """Open a window on the practice instance."""
        start = self.services.open_practice
        if start is not None:
            self.bridge.attempt(start)

    def open_setup(self, state: SetupState) -> None:
        """Show how a finished setup stands; go on with one that is not."""
        if self.desk is not None and state.finished is not None:
            self.desk.show_setup(state.id)
        else:
            self.resume(state)

    def check_again(self, state: SetupState) -> None:
        """Re-check a setup; where nothing does that here, in the wizard, at its proof."""
        if self.desk is not None:
            self.desk.recheck([state.id])
            return
        from wizard.setup.steps import StepKind  # noqa: PLC0415

        self.resume(state, at=StepKind.PROOF)

    def resume(self, state: SetupState, at: StepKind | None = None) -> None:
        """Go on with a setup in the wizard, at its step or at another kind."""
        profile = self._profile(state)
        if profile is not None:
            self.begin(profile, state, at=at)

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

        def place() -> Place:
            from wizard.ui.journey import Journey  # noqa: PLC0415
            from wizard.ui.pages.base import Context  # noqa: PLC0415

            flow = self.services.open_flow(profile, state)
            _keep_what_flows_need()
            person = self.services.person
            context = Context(flow, self.bridge, self.open_url, person, self.clipboard)
            return Journey(context, self.services, self, at=at, mend=mend)

        over = functools.partial(self._mended, state.id) if state and mend else self.show_home
        self._try(place, over)

    def _try(self, make: Callable[[], Place], over: Callable[[], None] | None = None) -> None:
        """Go to a place, unless it cannot be made: then that is told on the page that is shown."""
        self.bridge.attempt(lambda: self._go(make(), over))

    def _go(self, place: Place, over: Callable[[], None] | None = None) -> None:
        """Go to a place; `over` is what comes after it, home unless it is told."""
        place.over.connect(over or self.show_home)
        self.enter(place)
        place.show()

    def _adopted(self, profile: Profile, state: SetupState) -> None:
        """Show the proof of a setup that was adopted."""
        from wizard.setup.plan import ALL, plan  # noqa: PLC0415

        steps = plan(profile, state.answers)
        proof = next((step.id for step in steps if ALL in step.requirements), state.step)
        self.begin(profile, state.with_(step=proof))

    def _mend(self, story: Story, requirement: str) -> None:
        """Open the wizard on what is left of a setup, at the step of a row or at the first."""
        profile = self._profile(story.state)
        if profile is None or story.whole is None:
            return
        from wizard.setup.mending import Mend  # noqa: PLC0415

        whole = story.whole
        mend = Mend(whole.findings, whole.at, requirement or None, story.accepted)
        self.begin(profile, story.state, mend=mend)

    def _mended(self, setup_id: str) -> None:
        """Show what became of a setup that was to be mended."""
        desk, once = self.desk, Qt.ConnectionType.SingleShotConnection
        self.enter(Place())
        if desk is not None:  # the move that leads here must end first
            self.bridge.busy.connect(lambda _: desk.show_setup(setup_id), once)

    def _profile(self, state: SetupState) -> Profile | None:
        return next((each for each in self.profiles if each.id == state.profile_id), None)

    async def finish(self) -> None:
        """End what runs, and let go of everything."""
        if self._desk is not None:
            await self._desk.close()
        await super().finish()
