"""What went wrong, on the page: what happened, what to do, and the details folded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from wizard.language import tr
from wizard.problems import Problem
from wizard.ui import theme
from wizard.ui.announce import announce
from wizard.ui.widgets.buttons import Tool
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.surface import Strip
from wizard.ui.widgets.text import Text


class ProblemStrip(Strip):
    """Hidden until there is a problem to show."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__("warning", theme.Tone.MISSING, name="error")
        self.text.setFont(theme.scaled(self.font(), 1, theme.BOLD))
        self._remedy = Text()
        self.inner.addWidget(self._remedy)
        self._details = Text(muted=True)
        self._details.setFont(theme.monospaced(self.font()))
        row = QHBoxLayout()
        self._fold = Fold("error-details", self._details, tr("Details"))
        self._fold.setAccessibleName(tr("Details of the problem"))
        row.addWidget(self._fold)
        row.addStretch(1)
        self.inner.addLayout(row)
        self.inner.addWidget(self._details)
        self._dismiss = Tool("dismiss", "close")
        self._dismiss.setAccessibleName(tr("Dismiss the message"))
        self._dismiss.setToolTip(tr("Dismiss"))
        self._dismiss.clicked.connect(self.clear)
        self.row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_problem(self, problem: Problem) -> None:
        """Show a problem."""
        self.say(problem.happened)
        self._remedy.say(problem.remedy)
        details = [f"{problem.code} ({problem.layer.value})", problem.detail]
        if problem.retry_after is not None:
            details.append(tr("try again after {seconds} s", seconds=round(problem.retry_after)))
        self._details.say("\n".join(each for each in details if each))
        self._fold.unfold(False)
        words = f"{problem.happened} {problem.remedy}"
        self.setAccessibleName(words)
        self.show()
        announce(self, words, urgent=True)
        self.shown.emit()

    def clear(self) -> None:
        """Hide it."""
        self.hide()
