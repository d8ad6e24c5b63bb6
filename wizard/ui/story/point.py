"""One point on the page of a setup: what is not as asked, how it was, and what one can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wizard.checks.acceptance import Accepted, Weighed, Weight
from wizard.checks.findings import Finding, State
from wizard.language import series, tr
from wizard.ui import theme, wording
from wizard.ui.rows import of_finding
from wizard.ui.story.accepting import AcceptForm
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.columns import INDENT, Ruled
from wizard.ui.widgets.details import Actions, details
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.states import FINDING
from wizard.ui.widgets.surface import Icon
from wizard.ui.widgets.text import Text


@dataclass(frozen=True)
class Ways:
    """What a person can do about a point; `person` is the name to accept with.

    `mend` None: nothing can be mended here.
    """

    mend: Callable[[str], None] | None
    accept: Callable[[Accepted], None]
    unaccept: Callable[[Accepted], None]
    rows: Actions
    person: str


@dataclass(frozen=True)
class Told:
    """What is to be shown of one point.

    `values` are pairs of a head and what stands under it; `weighed` is the change that it is about,
    if it is one; `following` is what will be in order with it.
    """

    name: str
    label: str
    state: State | None
    said: str
    values: Sequence[tuple[str, str]] = ()
    finding: Finding | None = None
    weighed: Weighed | None = None
    accepted: str = ""
    following: Sequence[Finding] = ()

    @property
    def is_accepted(self) -> bool:
        """Tell whether it counts as accepted."""
        return self.weighed is not None and self.weighed.weight is Weight.ACCEPTED

    @property
    def may_be_accepted(self) -> bool:
        """Tell whether a person may say that it can stay so."""
        drift = self.weighed.drift if self.weighed is not None else None
        return drift is not None and drift.stays and drift.requirement is not None

    @property
    def may_be_mended(self) -> bool:
        """Tell whether the wizard has a step for it."""
        return self.finding is not None and self.finding.state in (State.MISSING, State.EXCESS)


class Point(Ruled):
    """A point of a section; its form for an acceptance unfolds under it."""

    def __init__(self, told: Told, ways: Ways) -> None:
        super().__init__()
        self._told = told
        self._ways = ways
        self._form: AcceptForm | None = None
        self.setObjectName(f"point:{told.name}")
        self.setAccessibleName(f"{told.label}. {told.said}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.GRID, 0, theme.GRID)
        self._column.setSpacing(theme.GRID // 2)
        self._column.addLayout(self._head())
        inner = QVBoxLayout()
        inner.setContentsMargins(INDENT, 0, 2 * theme.GRID, 0)
        inner.setSpacing(theme.GRID // 2)
        for text, muted in self._lines():
            inner.addWidget(Text(text, muted=muted))
        if told.values:
            inner.addLayout(_values(told.values))
        self._column.addLayout(inner)
        if told.finding is not None:
            self._add_details(told.finding)

    def open_form(self) -> None:
        """Ask why it may stay so, who says so, and until when."""
        weighed = self._told.weighed
        assert weighed is not None  # noqa: S101 - the button is not there otherwise
        if self._form is None:
            self._form = AcceptForm(
                weighed.drift,
                self._told.label,
                self._ways.person,
                self._ways.accept,
                self._close_form,
            )
            self._column.addWidget(self._form)
            self._form.show()
        self._accept.setEnabled(False)
        self._form.begin()

    def _close_form(self) -> None:
        if self._form is not None:
            discard(self._form)
            self._form = None
        self._accept.setEnabled(True)
        self._accept.setFocus()

    def _head(self) -> QHBoxLayout:
        told = self._told
        row = QHBoxLayout()
        row.setContentsMargins(2 * theme.GRID, 0, 2 * theme.GRID, 0)
        row.setSpacing(theme.GRID)
        icon, tone = FINDING[told.state] if told.state else ("info", theme.Tone.TODO)
        if told.is_accepted:
            icon, tone = "person", theme.Tone.EXCESS
        row.addWidget(Icon(icon, tone, 16), 0, Qt.AlignmentFlag.AlignVCenter)
        label = Text(told.label)
        label.setFont(theme.scaled(label.font(), 1, theme.BOLD))
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in self._buttons():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _buttons(self) -> list[Button]:
        told, ways = self._told, self._ways
        buttons = []
        if told.may_be_mended and not told.is_accepted and ways.mend is not None:
            mend, name = ways.mend, told.name
            button = Button(tr("Mend"), f"mend:{name}")
            button.setAccessibleName(tr("Mend {label}", label=told.label))
            button.setAccessibleDescription(tr("Leads to the step for it"))
            button.clicked.connect(lambda: mend(name))
            buttons.append(button)
        word = told.weighed.accepted if told.weighed is not None else None
        if told.is_accepted and word is not None:
            button = Button(tr("Take it back"), f"unaccept:{told.name}", icon="undo")
            button.setAccessibleName(tr("Take back: {label}", label=told.label))
            button.setAccessibleDescription(tr("Forget that it is accepted"))
            button.clicked.connect(lambda: ways.unaccept(word))
            buttons.append(button)
        elif told.may_be_accepted:
            self._accept = Button(tr("Accept…"), f"accept:{told.name}")
            self._accept.setAccessibleName(tr("Accept {label}…", label=told.label))
            self._accept.setAccessibleDescription(tr("Say why it may stay so, and until when"))
            self._accept.clicked.connect(self.open_form)
            buttons.append(self._accept)
        return buttons

    def _lines(self) -> list[tuple[str, bool]]:
        told = self._told
        lines = [(told.said, False)] if told.said else []
        if told.accepted:
            lines.append((told.accepted, False))
        if told.following:
            names = series(wording.requirement(each.requirement)[1] for each in told.following)
            lines.append((tr("Will be in order with it: {names}", names=names), True))
        return lines

    def _add_details(self, finding: Finding) -> None:
        more = details(of_finding(finding), self._ways.rows)
        fold = Fold(f"evidence:{self._told.name}", more, tr("Evidence and remedy"))
        fold.setAccessibleName(tr("Evidence and remedy of {label}", label=self._told.label))
        line = QHBoxLayout()
        line.setContentsMargins(INDENT - theme.GRID // 2, 0, 2 * theme.GRID, 0)
        line.addWidget(fold)
        line.addStretch(1)
        self._column.addLayout(line)
        self._column.addWidget(more)


def _values(values: Sequence[tuple[str, str]]) -> QGridLayout:
    """Give pairs of a head and a value side by side, so that then and now can be compared."""
    grid = QGridLayout()
    grid.setContentsMargins(0, theme.GRID // 2, 0, 0)
    grid.setHorizontalSpacing(2 * theme.GRID)
    grid.setVerticalSpacing(0)
    for column, (head, value) in enumerate(values):
        title = Text(head, muted=True)
        title.setFont(theme.scaled(title.font(), 0.92))
        grid.addWidget(title, 0, column)
        grid.addWidget(Text(value), 1, column)
        grid.setColumnStretch(column, 1)
        for row in (0, 1):
            item = grid.itemAtPosition(row, column)
            assert item is not None  # noqa: S101 - just put there
            _share(item.widget())
    return grid


def _share(widget: QWidget | None) -> None:
    """Let all columns be as wide, whatever is in them."""
    if widget is not None:
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        widget.setSizePolicy(policy)
