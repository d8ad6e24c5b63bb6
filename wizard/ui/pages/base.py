"""The page of a step: warning, remark, what to do in Halo, the inputs, the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.checks.connection import lacks_right
from wizard.language import tr
from wizard.secret import Secret
from wizard.setup import links
from wizard.setup.flow import Flow
from wizard.setup.ports import Progress
from wizard.setup.request import can_be_asked, request_text
from wizard.setup.steps import Step, StepKind
from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.clipboard import SecretOnClipboard
from wizard.ui.rows import merge
from wizard.ui.widgets.details import Actions
from wizard.ui.widgets.form import Form
from wizard.ui.widgets.instruction import InstructionCard
from wizard.ui.widgets.request import Request
from wizard.ui.widgets.surface import Strip, page_column
from wizard.ui.widgets.table import Table


@dataclass(frozen=True)
class Context:
    """What a page works with. `person` gives a word by this name.

    `clipboard` outlives the page: a secret stays on it for its minute, whatever page is shown.
    """

    flow: Flow
    bridge: Bridge
    open_url: Callable[[str], None]
    person: str
    clipboard: SecretOnClipboard


class StepPage(QWidget):
    """A page for any kind of step; kinds with work of their own override `build_work`.

    `changed`: an answer, a secret or a person's word was taken. `ready`: what was entered can be
    tested at once.
    """

    changed = Signal()
    ready = Signal()

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__()
        self.context = context
        self.flow = context.flow
        self.step = step
        self.form: Form | None = None
        self.warning: Strip | None = None
        self.instruction: InstructionCard | None = None
        self._table: Table | None = None
        self._request: Request | None = None
        self.column = page_column(self)
        self.build()
        self.column.addStretch(1)

    def build(self) -> None:
        """Put the parts one under the other."""
        if self.step.warning:
            self.warning = Strip("warning", theme.Tone.UNKNOWN, self.step.warning)
            self.column.addWidget(self.warning)
        if self.step.remark:
            self.column.addWidget(Strip("info", theme.Tone.ACCENT, self.step.remark))
        if self.step.instructions or self.step.menu:
            self.instruction = InstructionCard(self.step, self.link(), self.context.open_url)
            self.column.addWidget(self.instruction)
        if can_be_asked(self.step):
            self.add_request()
        self.build_work()
        self.refresh()

    def link(self) -> str | None:
        """Give the address of the step's screen in HaloPSA, as far as it is known by now."""
        screen = self.flow.link(self.step.link) if self.step.link else None
        return links.exact(self.flow.state, self.step, screen)

    def build_work(self) -> None:
        """Put the inputs and the rows."""
        self.add_form()
        self.add_table()

    def add_request(self) -> None:
        """Put the text for an administrator who does the step in the technician's place."""
        self._request = Request(self._request_text)
        self.column.addWidget(self._request)

    def show_request(self) -> None:
        """Offer that text by itself where the person signed in may not see what is asked here."""
        if self._request is None:
            return
        self._request.refresh()
        name = self.flow.signed_in
        lacking = any(lacks_right(each) for each in self.flow.findings(self.step.id))
        said = tr(
            "{name} may not see this in HaloPSA. An administrator of HaloPSA has to do this step.",
            name=name or tr("The person signed in"),
        )
        self._request.demand(said if lacking else "")

    def _request_text(self) -> str:
        return request_text(self.step, self.flow.profile, self.flow.state.answers, self.link())

    def add_form(self) -> None:
        """Put the inputs, if there are any."""
        if self.step.inputs:
            self.form = Form(self.flow, self.step, self.context.bridge, self.changed.emit)
            self.column.addWidget(self.form)

    def add_table(self) -> None:
        """Put the rows."""
        own = self.step.kind is StepKind.ADMIN_APPLICATION  # the wizard asks, not the guide
        self._table = Table(self.row_actions(), tr("Set to") if own else tr("The guide asks"))
        self.column.addWidget(self._table)

    def row_actions(self) -> Actions:
        """Give what the rows can ask for."""
        return Actions(self._confirm, self._undo, self.context.open_url, self.link)

    def refresh(self) -> None:
        """Show what the flow has now."""
        if self.instruction is not None:
            self.instruction.offer(self.link())
        if self._table is not None:
            found, accepted = self.flow.findings(self.step.id), self.flow.accepted(self.step.id)
            self._table.show_rows(merge(self.step, found, accepted))
        self.show_request()

    def fill(self) -> None:
        """Show the answers that the flow has now."""
        if self.form is not None:
            self.form.fill()

    def enter_secret(self, name: str, secret: Secret) -> None:
        """Put a secret into its field, as if it were pasted; `commit` keeps it."""
        if self.form is not None:
            self.form.enter_secret(name, secret)

    async def commit(self) -> None:
        """Save every answer. Raises ProblemError records.* and keychain.*."""
        if self.form is not None:
            await self.form.commit()

    async def check(self, progress: Progress) -> None:
        """Check the step. Raises ProblemError."""
        await self.flow.check(progress)

    def begin_check(self) -> None:
        """Make ready for progress lines."""

    def progress(self, line: str) -> None:
        """Take a line of progress."""

    def end_check(self) -> None:
        """Take the end of the check, however it ended."""

    def _confirm(self, requirement: str) -> None:
        self._give(lambda: self.flow.confirm(requirement, self.context.person))

    def _undo(self, requirement: str) -> None:
        self._give(lambda: self.flow.unconfirm(requirement))

    def _give(self, action: Callable[[], None]) -> None:
        if self.context.bridge.attempt(action):
            self.refresh()
            self.changed.emit()
