"""What stands under a row: a person's word, and, unfolded, the evidence and the remedy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.ui import theme, wording
from wizard.ui.rows import Row, RowState
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.columns import INDENT
from wizard.ui.widgets.text import Text


@dataclass(frozen=True)
class Actions:
    """What a row can ask for: a person's word on a requirement, its undoing, a page of HaloPSA.

    `screen` gives the address of the page that the step works on, as far as it is known. Not
    `may_say`: no word is taken here.
    """

    confirm: Callable[[str], None]
    undo: Callable[[str], None]
    open_url: Callable[[str], None]
    screen: Callable[[], str | None]
    may_say: bool = True

    def link(self, row: Row) -> str | None:
        """Give the address of the page of HaloPSA on which a row stands."""
        return (row.finding.link if row.finding else None) or self.screen()


def word(row: Row, actions: Actions) -> QWidget | None:
    """Give the line on which a person gives a word, or takes it back; None where nobody can."""
    if row.finding is None or row.state not in (RowState.UNKNOWN, RowState.CONFIRMED):
        return None
    if not actions.may_say:
        return None
    line, inside = _line()
    name, label = row.requirement, row.label
    said = Text(row.word_given or row.finding.remedy, muted=True)
    inside.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
    if row.word_given:
        button = Button(tr("Take it back"), f"undo:{name}", icon="undo")
        button.setAccessibleDescription(tr("Forget the word for {label}", label=label))
        button.clicked.connect(lambda: actions.undo(name))
    else:
        button = Button(tr("I looked: it is set"), f"confirm:{name}")
        meaning = tr("Record your word that {label} is set in HaloPSA", label=label)
        button.setAccessibleDescription(meaning)
        button.clicked.connect(lambda: actions.confirm(name))
    inside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return line


def details(row: Row, actions: Actions) -> QWidget:
    """Give the evidence and the remedy of a row, with the way to it in HaloPSA."""
    holder, inside = _line()
    column = QVBoxLayout()
    column.setSpacing(theme.GRID // 2)
    inside.addLayout(column, 1)
    for text, muted in _lines(row):
        column.addWidget(Text(text, muted=muted))
    link = actions.link(row)
    if link:
        button = Button(tr("Open in HaloPSA"), f"open:{row.requirement}", icon="open")
        button.setAccessibleDescription(tr("Opens {address} in the browser", address=link))
        button.clicked.connect(lambda: actions.open_url(link))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return holder


def _lines(row: Row) -> list[tuple[str, bool]]:
    """Give the lines of the details, each with whether it is of the second rank."""
    finding = row.finding
    if finding is None:
        if row.requirement:
            return [(tr("Not checked yet."), True)]
        return [(tr("The wizard cannot check this row: compare it yourself."), True)]
    lines = []
    if finding.remedy and row.state is not RowState.UNKNOWN:  # there it stands above
        lines.append((finding.remedy, False))
    seen = finding.evidence[:-1] if row.word_given else finding.evidence
    lines += [(tr("Seen: {evidence}", evidence=evidence), True) for evidence in seen]
    if finding.because:
        cause = wording.requirement(finding.because)[1]
        lines.append((tr("Follows from: {requirement}", requirement=cause), False))
    return [*lines, (tr(wording.LAYERS[finding.layer]), True)]


def _line() -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(INDENT, 0, 2 * theme.GRID, theme.GRID)
    row.setSpacing(2 * theme.GRID)
    return line, row
