"""The proof: progress as it comes, one verdict, then the findings by state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.checks.findings import Finding
from wizard.language import mark, tr
from wizard.setup.steps import Step
from wizard.ui import theme, wording
from wizard.ui.pages.base import Context, StepPage
from wizard.ui.rows import RowState, by_urgency, of_finding
from wizard.ui.widgets.buttons import Fold
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.states import FINDING
from wizard.ui.widgets.surface import Card, Strip
from wizard.ui.widgets.table import Table
from wizard.ui.widgets.text import Text

_GROUPS = (
    (mark("Missing"), (RowState.MISSING,), True),
    (mark("Unknown"), (RowState.UNKNOWN, RowState.CONFIRMED), True),
    (mark("More than the guide asks"), (RowState.EXCESS,), True),
    (mark("Met"), (RowState.MET,), False),
)
_LINES = 6  # lines of progress that stay in sight


class ProofPage(StepPage):
    """One verdict, and what stands behind it."""

    def __init__(self, context: Context, step: Step) -> None:
        self._groups: QWidget | None = None
        self._open: dict[str, bool] = {}
        self._lines: list[str] = []
        super().__init__(context, step)

    def build_work(self) -> None:
        """Put verdict, progress and groups."""
        self._verdict = _Verdict()
        self.column.addWidget(self._verdict)
        self._progress = Card()
        self._progress_text = Text(muted=True)
        self._progress_text.setObjectName("progress")
        self._progress.body.addWidget(self._progress_text)
        self._progress.hide()
        self.column.addWidget(self._progress)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)

    def refresh(self) -> None:
        """Show verdict and findings."""
        findings = self.flow.findings(self.step.id)
        self._verdict.judge(findings, checked=self.step.id in self.flow.state.checked)
        if self._groups is not None:
            discard(self._groups)
        self._groups = self._grouped(findings)
        self._place.addWidget(self._groups)

    def begin_check(self) -> None:
        """Show that the proof runs."""
        self._lines = []
        self._progress_text.say(tr("Starting…"))
        self._progress.show()
        self._verdict.wait()
        if self._groups is not None:
            self._groups.hide()

    def progress(self, line: str) -> None:
        """Show a line of progress under those before it."""
        self._lines = [*self._lines, line][-_LINES:]
        self._progress_text.say("\n".join(self._lines))

    def end_check(self) -> None:
        """Take the progress away."""
        self._progress.hide()
        self.refresh()

    def _grouped(self, findings: Sequence[Finding]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        rows = by_urgency(of_finding(finding) for finding in findings)
        for title, states, shown in _GROUPS:
            some = [row for row in rows if row.state in states]
            if not some:
                continue
            table = Table(self.row_actions(), copy=False)
            fold = Fold(f"group:{title}", table, f"{tr(title)} ({len(some)})")
            fold.setFont(theme.scaled(fold.font(), 1, theme.BOLD))
            fold.setAccessibleName(f"{tr(title)}: {len(some)}")
            fold.toggled_to.connect(lambda open_, title=title: self._open.update({title: open_}))
            column.addWidget(fold)
            column.addWidget(table)
            table.show_rows(some)
            fold.unfold(self._open.get(title, shown))
        return holder


class _Verdict(Strip):
    """One sentence that says whether the connection works."""

    def __init__(self) -> None:
        super().__init__("proof", theme.Tone.TODO)
        self.text.setObjectName("verdict")
        self.text.setFont(theme.scaled(self.font(), 1.2, theme.BOLD))

    def judge(self, findings: Sequence[Finding], *, checked: bool) -> None:
        """Show the verdict on these findings."""
        if not checked:
            self.restyle("proof", theme.Tone.TODO)
            self.say(tr("Not proven yet. Choose Check now to try it."))
            return
        state, sentence = wording.verdict(findings)
        self.restyle(*FINDING[state])
        self.say(sentence)

    def wait(self) -> None:
        """Show that the verdict is on its way."""
        self.restyle("proof", theme.Tone.ACCENT)
        self.say(tr("Proving the connection…"))
