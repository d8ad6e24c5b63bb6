"""Signing in with the browser: the wizard's application, made once, and who is signed in."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from wizard.checks.connection import lacks_right
from wizard.checks.findings import State
from wizard.language import tr
from wizard.problems import Problem, ProblemError, problem
from wizard.setup import sign_in
from wizard.setup.ports import Progress
from wizard.setup.steps import Input, Step
from wizard.ui import theme
from wizard.ui.announce import announce
from wizard.ui.pages.base import Context, StepPage
from wizard.ui.rows import merge
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.form import Form
from wizard.ui.widgets.instruction import InstructionCard
from wizard.ui.widgets.table import Table
from wizard.ui.widgets.text import Text
from wizard.ui.widgets.who import Who


class SignInPage(StepPage):
    """The window's Check signs in where nobody is signed in yet; then it checks, as elsewhere."""

    def __init__(self, context: Context, step: Step) -> None:
        self._address = ""  # where the browser is now, while the wizard waits for it
        self._failed: Problem | None = None
        super().__init__(context, step)

    def build(self) -> None:
        """Put who is signed in, the inputs, and what to do in HaloPSA."""
        self.who = Who()
        self.who.open_again.clicked.connect(lambda: self.context.open_url(self._address))
        self.who.copy.clicked.connect(self._copy)
        self.who.sign_out.clicked.connect(lambda: self.context.bridge.start(self._sign_out))
        self.column.addWidget(self.who)
        self._seen = Table(self.row_actions(), tr("Wanted"), copy=False)
        self._seen.setObjectName("seen")
        self.column.addWidget(self._seen)
        made = sign_in.CLIENT_ID in self.flow.state.answers
        asked = [each for each in self.step.inputs if each.name != sign_in.PORT]
        self.form = self._form(tuple(asked))
        if made:  # an application that is there already needs no more work
            self._add_entry()
        self._add_application(unfolded=not made)
        if not made:
            self._add_entry()
        self.changed.connect(self.refresh)  # another port is another Redirect URI
        self.refresh()

    def refresh(self) -> None:
        """Show who is signed in and what was found, with the rows as they are asked for now."""
        current = self.flow.current
        self.step = current if current.id == self.step.id else self.step
        self._show_who()
        self._stay.setChecked(sign_in.stays(self.flow.state.answers))
        self._rows.show_rows(merge(self.step, ()))
        findings = self.flow.findings(self.step.id)
        if self.flow.signed_in is None:  # what an earlier sign-in could see says nothing now
            findings = tuple(each for each in findings if each.state is not State.MET)
        found = merge(replace(self.step, fill_in=()), findings)
        self._seen.show_rows(found)
        self._seen.setVisible(bool(found))
        if self._request is not None:
            self._request.refresh()

    def _show_who(self) -> None:
        flow, name = self.flow, self.flow.signed_in
        if self._address:
            self.who.show_waiting()
        elif name is not None:
            findings = flow.findings(self.step.id)
            self.who.show_person(name, lacking=any(lacks_right(each) for each in findings))
        elif self._failed is not None:
            self.who.show_problem(self._failed)
        elif flow.secret_place(sign_in.REFRESH) is not None:
            self.who.show_kept()
        else:
            self.who.show_nobody(made=sign_in.CLIENT_ID in flow.state.answers)

    async def commit(self) -> None:
        """Save every answer."""
        await super().commit()
        await self._port.commit()

    def fill(self) -> None:
        """Show the answers that the flow has now."""
        super().fill()
        self._port.fill()

    async def check(self, progress: Progress) -> None:
        """Check with the sign-in that there is; where there is none (any more), sign in."""
        self._failed = None
        if self.flow.signed_in or self.flow.secret_place(sign_in.REFRESH):
            await self.flow.check(progress)
        if self.flow.signed_in is None:
            await self._sign_in(progress)
            self._fold.unfold(False)  # the application is made

    def end_check(self) -> None:
        """Take the waiting away, however it ended."""
        self._address = ""
        self.refresh()

    async def _sign_in(self, progress: Progress) -> None:
        progress(tr("Waiting for the browser…"))
        try:
            await self.flow.sign_in(self._opened, progress)
        except asyncio.CancelledError:
            self._failed = problem("sign_in.cancelled")
            raise
        except ProblemError as error:
            # There is what has to be compared now; a secret that is wanted has its own field.
            self._fold.unfold(error.problem.code != "sign_in.secret_needed")
            self._ports.unfold(error.problem.code == "sign_in.port_taken")
            raise

    def _opened(self, address: str) -> None:
        self._address = address
        self.refresh()
        self.context.open_url(address)
        announce(self.who, self.who.text.plain)

    async def _sign_out(self) -> None:
        try:
            await self.flow.sign_out()
        finally:
            self.refresh()
            self.changed.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        announce(self.who, tr("The address is on the clipboard."))

    def _add_entry(self) -> None:
        """Put the inputs, and whether to stay signed in."""
        assert self.form is not None  # noqa: S101 - it was made just now
        self.column.addWidget(self.form)
        self._stay = QCheckBox(tr("S&tay signed in on this workstation"))
        self._stay.setObjectName("stay-signed-in")
        why = tr(
            "Keeps what renews the sign-in in the keychain. Else it is in memory only, and you sign"
            " in again when the program is started again."
        )
        self._stay.setAccessibleDescription(why)
        self._stay.clicked.connect(self._stays)
        hint = Text(why, muted=True)
        hint.setContentsMargins(3 * theme.GRID, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(theme.GRID // 2)
        column.addWidget(self._stay, 0, Qt.AlignmentFlag.AlignLeft)  # no wider than its words
        column.addWidget(hint)
        self.column.addLayout(column)

    def _add_application(self, *, unfolded: bool) -> None:
        """Put what to do in HaloPSA, once."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        self.instruction = InstructionCard(self.step, self.link(), self.context.open_url)
        column.addWidget(self.instruction)
        self._rows = Table(self.row_actions(), tr("Set to"))
        column.addWidget(self._rows)
        port = [each for each in self.step.inputs if each.name == sign_in.PORT]
        self._port = self._form(tuple(port))
        self._ports = Fold("ports", self._port, tr("Use another port"))
        column.addWidget(self._ports)
        column.addWidget(self._port)
        self._fold = Fold("application", body, tr("The wizard's application in HaloPSA"))
        self._fold.setFont(theme.scaled(self._fold.font(), 1, theme.BOLD))
        self.column.addWidget(self._fold)
        self.column.addWidget(body)
        self._fold.unfold(unfolded)
        self.add_request()

    def _form(self, inputs: tuple[Input, ...]) -> Form:
        step = replace(self.step, inputs=inputs)
        return Form(self.flow, step, self.context.bridge, self.changed.emit)

    def _stays(self, stay: bool) -> None:
        async def keep() -> None:
            try:
                await self.flow.stay_signed_in(stay=stay)
            finally:
                self.refresh()

        self.context.bridge.save(keep)
