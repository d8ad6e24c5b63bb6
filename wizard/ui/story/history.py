"""The history of a setup: its runs, and who confirmed what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wizard.fleet.story import Story
from wizard.language import mark, plural, tr
from wizard.setup.runs import Run
from wizard.setup.state import Confirmation
from wizard.ui import theme
from wizard.ui.story import words
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.states import StateMark
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Text

_FIRST = 5  # runs that are shown at once


class HistoryCard(Card):
    """Runs, the newest first, and persons' words; what is older is folded away."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.setObjectName("history")
        self.setAccessibleName(tr("History"))
        self.body.addWidget(_runs(story.runs[:_FIRST]))
        older = story.runs[_FIRST:]
        if older:
            one, many = mark("{number} older run"), mark("{number} older runs")
            self._add_folded("older-runs", _runs(older), plural(len(older), one, many))
        if story.said:
            one, many = mark("{number} confirmation"), mark("{number} confirmations")
            title = plural(len(story.said), one, many)
            self._add_folded("confirmations", _said(story.said), title)

    def _add_folded(self, name: str, inside: QWidget, title: str) -> None:
        fold = Fold(name, inside, title)
        fold.setAccessibleName(title)
        line = QHBoxLayout()
        line.addWidget(fold)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(inside)


def _runs(runs: Sequence[Run]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * theme.GRID)
    grid.setVerticalSpacing(theme.GRID // 2)
    for row, each in enumerate(runs):
        icon, tone, said = words.run(each)
        moment = Text(words.moment(each.check.at))
        moment.setWordWrap(False)
        grid.addWidget(moment, row, 0)
        grid.addWidget(StateMark(icon, tone, said), row, 1, Qt.AlignmentFlag.AlignTop)
        by = tr("{looked} · version {version}", looked=words.looked(each), version=each.program)
        grid.addWidget(Text(by, muted=True), row, 2)
    grid.setColumnStretch(1, 2)
    grid.setColumnStretch(2, 4)
    return holder


def _said(said: Sequence[tuple[str, Confirmation]]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GRID // 2)
    for requirement, word in reversed(said):
        line = tr(
            "{moment}: {person} confirmed {label}",
            moment=words.moment(word.at),
            person=word.person or tr("somebody"),
            label=words.label(requirement),
        )
        column.addWidget(Text(line))
    return holder
