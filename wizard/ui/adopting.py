"""Takes a technician from a connection made by hand to its setup: asks, proposes, saves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from shiboken6 import isValid

from wizard.language import mark, tr
from wizard.problems import ProblemError
from wizard.profiles.schema import Profile
from wizard.setup.adopt import Connection, Proposal
from wizard.setup.state import SetupState
from wizard.ui.bridge import Bridge
from wizard.ui.footer import Buttons
from wizard.ui.pages.adopt import AdoptPage
from wizard.ui.pages.proposal import ProposalPage
from wizard.ui.place import Place
from wizard.ui.ports import Adoption
from wizard.ui.shell import Shell
from wizard.ui.widgets.held_secret import waits

_OTHER_HOST = "auth_server.other_host"
_LEAD = mark("For an integration that works already, set up without the wizard.")


class Adopting(Place):
    """One adoption in the window. `over`: the technician leaves it for the choice or for home.

    `adopted` carries the profile and the setup that was saved; `known` one that was there already.
    """

    adopted = Signal(object, object)  # Profile, SetupState
    known = Signal(object)  # SetupState

    def __init__(
        self,
        adoption: Adoption,
        profiles: Sequence[Profile],
        bridge: Bridge,
        shell: Shell,
        open_url: Callable[[str], None],
    ) -> None:
        super().__init__()  # gone with the last page of it, and with it the secrets
        self._adoption = adoption
        self._profiles = profiles
        self._bridge = bridge
        self._shell = shell
        self._open_url = open_url
        self._page: AdoptPage | ProposalPage | None = None
        self._connection: Connection | None = None
        self._proposal: Proposal | None = None

    def show(self) -> None:
        """Ask for the connection; what was entered before is there again."""
        self._shell.show_frame(steps=False, foot=True)
        page = AdoptPage(self.known.emit)
        if self._connection is not None:
            page.fill(self._connection)
        self._show(page, tr("Adopt a connection"), tr(_LEAD))
        self._shell.footer.show_buttons(Buttons(next=tr("&Look at it")))
        page.focus_first()
        self._bridge.save(lambda: self._say_where(page))

    def left(self) -> None:
        """Stay until its last page is gone: a look may still be under way."""

    def next(self) -> None:
        """Look at the connection, or adopt it."""
        page = self._page
        if isinstance(page, ProposalPage):
            self._adopt(page, memory_only=False)
        elif page is not None:
            self._look(page)

    def back(self) -> None:
        """Go back to what was entered; from there, leave."""
        if isinstance(self._page, ProposalPage):
            self._bridge.attempt(self.show)
        else:
            self.over.emit()

    def _look(self, page: AdoptPage) -> None:
        connection = page.connection()
        if connection is None:
            labels = page.mark_missing()
            self._shell.footer.say(tr("Still needed: {labels}.", labels=labels), announce=True)
            return
        self._connection = connection

        async def work() -> None:
            self._shell.problem.clear()
            self._shell.footer.say(tr("Looking at HaloPSA…"), announce=True)
            try:
                found = await self._adoption.look(connection, self._profiles, self._tell)
            except ProblemError as error:
                self._shell.footer.say("")
                if error.problem.code != _OTHER_HOST or not page.ask_trust(error.problem.detail):
                    raise
                return
            self._shell.footer.say("")
            if found.known is not None:
                page.show_known(found.known, self._vendor(found.known))
            else:
                self._propose(found)

        self._bridge.start(work)

    def _propose(self, proposal: Proposal) -> None:
        self._proposal = proposal
        page = ProposalPage(proposal, self._open_url)
        page.chosen.connect(lambda _: self._offer(page))
        page.hold.connect(lambda: self._adopt(page, memory_only=True))
        self._show(page, tr("What it looks like"), tr("Nothing is saved until you adopt it."))
        self._offer(page)

    def _offer(self, page: ProposalPage) -> None:
        able = page.fit is not None
        self._shell.footer.show_buttons(Buttons(next=tr("&Adopt"), next_enabled=able))
        if able:
            self._shell.footer.focus_primary()

    def _adopt(self, page: ProposalPage, *, memory_only: bool) -> None:
        proposal, fit = self._proposal, page.fit
        if proposal is None or fit is None:
            return

        async def work() -> None:
            self._shell.problem.clear()
            try:
                state = await self._adoption.adopt(
                    proposal, fit.profile, self._tell, memory_only=memory_only
                )
            except ProblemError as error:
                self._shell.footer.say("")
                if error.problem.code.startswith("keychain."):
                    page.offer_to_hold()
                raise
            self._connection = self._proposal = None
            # What follows looks at HaloPSA, too: first this must end.
            self._bridge.busy.connect(
                lambda _: self.adopted.emit(fit.profile, state),
                Qt.ConnectionType.SingleShotConnection,
            )

        self._bridge.start(work, cancellable=False)

    def _show(self, page: AdoptPage | ProposalPage, title: str, lead: str) -> None:
        self._page = page
        self._shell.clear_messages()
        self._shell.footer.say("")
        self._shell.show_page(page, title, lead)

    def _vendor(self, state: SetupState) -> str:
        names = (each.name for each in self._profiles if each.id == state.profile_id)
        return next(names, state.profile_id)

    def _tell(self, line: str) -> None:
        self._shell.footer.say(line)

    async def _say_where(self, page: AdoptPage) -> None:
        """Name the keychain before a secret is entered, or say that there is none."""
        try:
            text = waits(await self._adoption.keychain_name())
        except ProblemError as error:
            text = error.problem.happened
        if isValid(page):
            page.say_where(text)
