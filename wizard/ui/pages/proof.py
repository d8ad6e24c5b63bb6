"""The proof: progress as it comes, one verdict, then the findings by state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.checks.acceptance import Accepted
from wizard.checks.findings import Finding
from wizard.checks.parts import expected
from wizard.language import mark, plural, tr
from wizard.profiles.requirements import requirements
from wizard.setup.steps import Step
from wizard.ui import theme, wording
from wizard.ui.pages.base import Context, StepPage
from wizard.ui.rows import RowState, by_section, of_finding, with_words
from wizard.ui.widgets.group import Groups
from wizard.ui.widgets.parts import Parts
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.states import FINDING
from wizard.ui.widgets.surface import Strip

_GROUPS = (
    (mark("Missing"), RowState.MISSING, True),
    (mark("Unknown"), RowState.UNKNOWN, True),
    (mark("Accepted"), RowState.ACCEPTED, True),
    (mark("Confirmed by a person"), RowState.CONFIRMED, True),
    (mark("More than the guide asks"), RowState.EXCESS, True),
    (mark("Met"), RowState.MET, False),
)


class ProofPage(StepPage):
    """One verdict, and what stands behind it."""

    def __init__(self, context: Context, step: Step) -> None:
        self._groups: QWidget | None = None
        self._open = Groups()
        self._parts: Parts | None = None
        self._before: dt.datetime | None = None
        super().__init__(context, step)

    def build_work(self) -> None:
        """Put verdict, progress and groups."""
        self._verdict = _Verdict()
        self.column.addWidget(self._verdict)
        self._place = QVBoxLayout()
        self._place.setSpacing(2 * theme.GRID)
        self.column.addLayout(self._place)

    def refresh(self) -> None:
        """Show verdict and findings."""
        findings = self.flow.findings(self.step.id)
        accepted = self.flow.accepted(self.step.id)
        self._verdict.judge(findings, len(accepted), checked=self._checked is not None)
        if self._groups is not None:
            discard(self._groups)
        self._groups = self._grouped(findings, accepted)
        self._place.addWidget(self._groups)
        self._groups.setVisible(bool(findings))

    def begin_check(self) -> None:
        """Show that the proof runs, and all that it will look at."""
        self._before = self._checked
        self._drop_parts()
        self._parts = Parts(self._expected())
        self._place.insertWidget(0, self._parts)
        self._parts.show()  # a layout would only do it a moment later
        self._verdict.wait()
        if self._groups is not None:
            self._groups.hide()

    def progress(self, line: str) -> None:
        """Show which part runs now."""
        if self._parts is not None:
            self._parts.run(line)

    def end_check(self) -> None:
        """Show the verdict; where the proof was stopped, say what it left out."""
        parts = self._parts
        self.refresh()
        if self._checked != self._before or parts is None:
            self._drop_parts()
        else:
            self._verdict.stopped(len(parts.stop()), proven=self._before is not None)

    @property
    def _checked(self) -> dt.datetime | None:
        """Give when the proof last came to its end."""
        return self.flow.state.checked.get(self.step.id)

    def _expected(self) -> list[str]:
        every = requirements(self.flow.profile)
        administrator = self.flow.state.answers.get("connection") != "own"
        return list(expected(every, administrator=administrator))

    def _drop_parts(self) -> None:
        if self._parts is not None:
            discard(self._parts)
            self._parts = None

    def _grouped(self, findings: Sequence[Finding], accepted: Mapping[str, Accepted]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        rows = by_section(with_words(map(of_finding, findings), accepted))
        for title, state, unfolded in _GROUPS:
            some = [row for row in rows if row.state is state]
            self._open.add(column, title, some, self.row_actions(), unfolded=unfolded)
        return holder


class _Verdict(Strip):
    """One sentence that says whether the connection works."""

    def __init__(self) -> None:
        super().__init__("proof", theme.Tone.TODO)
        self.text.setObjectName("verdict")
        self.text.setFont(theme.scaled(self.font(), 1.2, theme.BOLD))

    def judge(self, findings: Sequence[Finding], accepted: int, *, checked: bool) -> None:
        """Show the verdict on these findings, of which so many are missing and accepted."""
        if not checked:
            self.restyle("proof", theme.Tone.TODO)
            self.say(tr("Not proven yet. Choose Check now to try it."))
            return
        state, sentence = wording.verdict(findings, accepted)
        self.restyle(*FINDING[state])
        self.say(sentence)

    def wait(self) -> None:
        """Show that the verdict is on its way."""
        self.restyle("proof", theme.Tone.ACCENT)
        self.say(tr("Proving the connection…"))

    def stopped(self, left_out: int, *, proven: bool) -> None:
        """Say that a proof was stopped; `proven`: the findings of an earlier one stand below."""
        self.restyle("unknown", theme.Tone.UNKNOWN)
        some = plural(
            left_out,
            mark("The proof was stopped: {number} part was left out."),
            mark("The proof was stopped: {number} parts were left out."),
        )
        stays = tr("What was found before stays.")
        self.say(f"{some} {stays}" if proven else some)
