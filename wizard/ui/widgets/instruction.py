"""The card that says what to do in HaloPSA, with the way there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from wizard.language import tr
from wizard.setup.steps import Step
from wizard.ui import theme
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.surface import Card, Icon
from wizard.ui.widgets.text import Text, tip


class InstructionCard(Card):
    """Where to go in HaloPSA and what to do there, numbered."""

    def __init__(self, step: Step, link: str | None, open_url: Callable[[str], None]) -> None:
        """`link` None: the address of this screen is not known yet."""
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        words = QVBoxLayout()
        words.setSpacing(theme.GRID // 2)
        kicker = Text(tr("In Halo") if step.menu or link else tr("What to do"), muted=True)
        kicker.setFont(theme.scaled(self.font(), 0.92))
        words.addWidget(kicker)
        if step.menu:
            path = QHBoxLayout()
            path.setSpacing(theme.GRID)
            path.addWidget(Icon("menu", size=16), 0, Qt.AlignmentFlag.AlignTop)
            where = Text(" › ".join(step.menu))
            where.setFont(theme.scaled(self.font(), 1, theme.BOLD))
            path.addWidget(where, 1)
            words.addLayout(path)
        head.addLayout(words, 1)
        self._link = ""
        self._button = Button(tr("&Open in HaloPSA"), "open-in-halo", icon="open")
        self._button.clicked.connect(lambda: open_url(self._link))
        head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.offer(link)  # not before the button has its place: it would show as a window
        if step.instructions:
            self.body.addLayout(numbered(step.instructions))

    def offer(self, link: str | None) -> None:
        """Offer to open the screen at this address; None while it is not known."""
        self._link = link or ""
        self._button.setToolTip(tip(self._link))
        self._button.setAccessibleDescription(
            tr("Opens {address} in the browser", address=self._link)
        )
        self._button.setVisible(bool(link))


def numbered(lines: Sequence[str]) -> QGridLayout:
    """Give lines with numbers, unless there is only one."""
    marks = [f"{number}." for number in range(1, len(lines) + 1)]
    return _marked(lines, marks if len(lines) > 1 else [])


def bullets(lines: Sequence[str]) -> QGridLayout:
    """Give lines with bullets."""
    return _marked(lines, ["•"] * len(lines))


def _marked(lines: Sequence[str], marks: Sequence[str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GRID)
    grid.setVerticalSpacing(theme.GRID // 2)
    grid.setColumnStretch(1, 1)
    for index, line in enumerate(lines):
        if marks:
            mark = Text(marks[index], muted=True)
            mark.setFixedWidth(2 * theme.GRID)
            grid.addWidget(mark, index, 0)
        grid.addWidget(Text(line), index, 1)
    return grid
