"""Takes a technician through one setup: joins the flow's steps with the window's frame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from wizard.language import listed, tr
from wizard.secret import Secret
from wizard.setup import words
from wizard.setup.looks import Look
from wizard.setup.mending import Mend, Mending
from wizard.setup.steps import StepKind
from wizard.ui import outline, watch_words
from wizard.ui.announce import announce
from wizard.ui.page_watch import PageWatch
from wizard.ui.pages import page_for
from wizard.ui.pages.base import Context, StepPage
from wizard.ui.place import Place
from wizard.ui.services import Services
from wizard.ui.shell import Shell

# Here is nothing to do in Halo.
_UNHELPED = (
    StepKind.CONNECTION,
    StepKind.NOTE,
    StepKind.PROOF,
    StepKind.HAND_OVER,
    StepKind.DONE,
)


class Journey(Place):
    """One setup in the window."""

    unsaved = True

    def __init__(
        self,
        context: Context,
        services: Services,
        shell: Shell,
        *,
        at: StepKind | None = None,
        mend: Mend | None = None,
    ) -> None:
        """Begin at the step that the setup stands at, or at the first of the kind `at`.

        `mend`: go only through the steps on which something is left.
        """
        super().__init__(shell)
        self._at = at
        self._mend = mend
        self._context = context
        self._flow = context.flow
        self._bridge = context.bridge
        self._helper = services.helper
        self._shell = shell
        self._page: StepPage | None = None
        self._mending: Mending | None = None
        self._watch = PageWatch(self._flow, self._bridge, shell, services, self)
        self._watching = self._watch.watching
        self._watching.looked.connect(self._looked)

    def show(self) -> None:
        """Show the first step, after a look which secrets have to be asked for again."""

        async def open_setup() -> None:
            gone = await self._flow.ask_again()
            steps = [step.id for step in self._flow.steps if step.kind is self._at]
            if self._mend is not None:
                self._mending = Mending(self._flow, self._mend)
            elif steps:
                self._flow.go(steps[0])
            self._show()
            if self._mending is not None:
                self._shell.tell(outline.mending(self._mending))
            if gone:
                self._shell.tell(outline.ask_again(self._flow, gone))
            elif steps:  # it was opened to be checked again; first this opening must end
                self._bridge.busy.connect(self.check, Qt.ConnectionType.SingleShotConnection)

        self._shell.footer.say(tr("Opening the setup…"))
        self._bridge.start(open_setup, cancellable=False)

    def left(self) -> None:
        """Stop, and let go of the instance."""
        self._watch.close()
        self._shell.offer_help(False)
        self._bridge.save(self._flow.close)
        super().left()

    # -- moving -----------------------------------------------------------------------------

    def next(self) -> None:
        """Save and go on, unless a required input is empty: then say which."""
        self._move(self._next)

    def back(self) -> None:
        """Save and go back; from the first step, home."""
        first = self._flow.position == 0 and self._mending is None
        self._move(self._leave if first else self._back)

    def go(self, step_id: str) -> None:
        """Save and go to a step."""

        def go() -> None:
            self._flow.go(step_id)
            self._show()

        self._move(go)

    def home(self) -> None:
        """Save and go home."""
        self._move(self._leave)

    async def commit(self) -> None:
        """Save the page's answers. Raises ProblemError."""
        if self._page is not None:
            await self._page.commit()

    def _move(self, move: Callable[[], None]) -> None:
        async def work() -> None:
            await self.commit()
            move()

        self._bridge.start(work, cancellable=False)

    def _next(self) -> None:
        if self._tell_missing():
            return
        mending = self._mending
        at_end = mending.at_end if mending else self._flow.current.kind is StepKind.DONE
        if at_end:
            self._leave()
            return
        (mending or self._flow).next()
        self._show()
        if mending is not None and mending.at_end:  # only the proof tells that it is mended
            self._bridge.busy.connect(self.check, Qt.ConnectionType.SingleShotConnection)

    def _back(self) -> None:
        if self._mending is None:
            self._flow.back()
        elif not self._mending.back():
            self._leave()
            return
        self._show()

    def _leave(self) -> None:
        self.over.emit()

    # -- working ----------------------------------------------------------------------------

    def check(self) -> None:
        """Save and check the step."""
        self._bridge.start(self._check)

    def watch(self, on: bool) -> None:
        """Look at HaloPSA by itself from now on, or not."""
        self._watch.switch(on)

    def help_me(self) -> None:
        """Let the helper play the technician on this step (practice only)."""
        self._bridge.start(self._help)

    async def _check(self) -> None:
        page = self._page
        assert page is not None  # noqa: S101 - a check is asked for on a page
        await page.commit()
        if self._tell_missing():
            return
        self._shell.problem.clear()
        page.begin_check()
        self._shell.footer.say(tr("Looking at HaloPSA…"), announce=True)
        try:
            await page.check(self._progress)
        except Exception:
            self._shell.footer.say("")
            raise
        finally:
            page.end_check()
            self._watching.checked()
        page.refresh()
        self._changed()
        self._watch.tell_age()

    async def _help(self) -> None:
        page, helper = self._page, self._helper
        assert page is not None  # noqa: S101 - the button stands on a page
        assert helper is not None  # noqa: S101 - the button is only shown with a helper
        self._shell.problem.clear()
        await page.commit()
        self._shell.footer.say(tr("Working in the practice instance…"), announce=True)
        values = await helper(self._flow, self._flow.current)
        for name, value in values.items():
            if not isinstance(value, Secret):
                self._flow.answer(name, value)
        page.fill()
        for name, value in values.items():
            if isinstance(value, Secret):
                page.enter_secret(name, value)
        await page.commit()
        self._answered()
        self._shell.footer.say(tr("Done in the practice instance."), announce=True)
        self._shell.footer.focus_primary()  # the button that did it was off, and lost the focus

    def _progress(self, line: str) -> None:
        self._shell.footer.say(line)
        if self._page is not None:
            self._page.progress(line)

    def _looked(self, look: Look) -> None:
        """Show what a look brought that nobody asked for; it must not get into anybody's way."""
        page = self._page
        if look.news and page is not None:
            self._shell.in_place(page.refresh)
            self._update()
            announce(page, watch_words.turned(look.turned))
        self._watch.stand()

    # -- showing ----------------------------------------------------------------------------

    def _answered(self) -> None:
        self._changed()
        self._watching.answered()

    def _changed(self) -> None:
        """Follow an answer; it may have changed what this very step asks."""
        page = self._page
        if page is None:
            return
        if page.step.inputs != self._flow.current.inputs:
            self._watch.open(self._build().step)
        self._update()

    def _show(self) -> None:
        page = self._build()
        step = page.step
        self._shell.clear_messages()
        self._shell.offer_help(self._helper is not None and step.kind not in _UNHELPED)
        if self._helper is not None and step.kind is StepKind.INSTANCE:
            self._shell.tell(tr(words.PRACTICE))
        self._shell.footer.say("")
        self._watch.open(step)
        self._update()
        if page.form is None or not page.form.focus_first():
            self._shell.footer.focus_primary()
        if step.kind is StepKind.SCREEN and step.id not in self._flow.state.checked:
            # A screen that the API does not show: the check only notes what a person must confirm.
            # First the move to this page must end.
            self._bridge.busy.connect(self.check, Qt.ConnectionType.SingleShotConnection)

    def _build(self) -> StepPage:
        step = self._flow.current
        page = page_for(self._context, step)
        page.changed.connect(self._answered)
        page.ready.connect(self.check)
        for edit in page.findChildren(QLineEdit):
            edit.textEdited.connect(self._watching.typed)
        self._page = page
        self._shell.show_page(page, step.title, step.lead)
        return page

    def _update(self) -> None:
        """Show the setup as it stands now: title line, steps, foot."""
        flow = self._flow
        self._shell.show_frame(steps=True, foot=True, setup=outline.heading(flow))
        self._shell.sidebar.show_steps(outline.entries(flow, self._mending))
        self._shell.footer.show_buttons(outline.buttons(flow, self._mending))
        self._watch.stand()

    def _tell_missing(self) -> bool:
        step, page = self._flow.current, self._page
        names = self._flow.missing_inputs(step)
        if not names or page is None or page.form is None:
            return False
        page.form.mark_missing(names)
        labels = listed(page.form.labels(names))
        self._shell.footer.say(tr("Still needed: {labels}.", labels=labels), announce=True)
        return True
