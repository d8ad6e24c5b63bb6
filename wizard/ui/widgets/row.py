"""One row: label, what is asked, what was found, its state; evidence and remedy unfold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wizard.checks.findings import Finding
from wizard.language import tr
from wizard.ui import theme, wording
from wizard.ui.rows import Row, RowState
from wizard.ui.widgets.buttons import Button, CopyButton, Fold
from wizard.ui.widgets.states import row_mark
from wizard.ui.widgets.text import Text, tip

_RELEASE = QEvent.Type.MouseButtonRelease
_STATE_WIDTH = 14 * theme.GRID
_TOOL = 3 * theme.GRID  # px, the sides of the arrow and of the copy button


_DROP = 4  # px, brings a line of text to the middle of the tools beside it


@dataclass(frozen=True)
class Actions:
    """What a row can ask for: a person's word on a requirement, its undoing, a deep link."""

    confirm: Callable[[str], None]
    undo: Callable[[str], None]
    open_url: Callable[[str], None]


@dataclass(frozen=True)
class Columns:
    """Which columns there are, the same for head and rows, so that they stand in line."""

    checked: bool
    copy: bool

    def lay_out(
        self,
        line: QHBoxLayout,
        cells: Sequence[QWidget],
        fold: QWidget | None = None,
        copy: QWidget | None = None,
    ) -> None:
        """Put the cells of one row: label, asked, and (checked) found and state."""
        left = theme.GRID if self.checked else 2 * theme.GRID
        line.setContentsMargins(left, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        line.setSpacing(theme.GRID)
        if self.checked:
            line.addWidget(_tool(fold), 0, Qt.AlignmentFlag.AlignTop)
        stretches = (5, 4, 4)
        for cell, stretch in zip(cells[:3], stretches, strict=False):
            policy = cell.sizePolicy()  # a label's own: its height depends on its width
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            cell.setSizePolicy(policy)
            line.addWidget(cell, stretch, Qt.AlignmentFlag.AlignTop)
        for cell in cells[3:]:
            cell.setFixedWidth(_STATE_WIDTH)
            line.addWidget(cell, 0, Qt.AlignmentFlag.AlignTop)
        if self.copy:
            line.addWidget(_tool(copy), 0, Qt.AlignmentFlag.AlignTop)


class RowWidget(QFrame):
    """A row of the table."""

    def __init__(self, row: Row, columns: Columns, actions: Actions) -> None:
        super().__init__()
        self.row = row
        self._actions = actions
        self.setObjectName(f"row:{row.requirement or row.label}")
        self.setAccessibleName(row.spoken())
        self.setAccessibleDescription(row.finding.remedy if row.finding else row.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._details = self._detail_lines()
        self._fold: Fold | None = None
        if row.finding is not None:
            self._fold = Fold(f"unfold:{row.requirement}", self._details)
            self._fold.setAccessibleName(row.spoken())
            self._fold.setToolTip(tr("Evidence and remedy"))
        line = QHBoxLayout()
        copy = CopyButton(row.label, lambda: row.to_copy) if columns.copy else None
        if copy is not None:
            copy.setToolTip(tip(tr("Copy “{text}”", text=row.to_copy)))
        columns.lay_out(line, self._cells(columns), self._fold, copy)
        column.addLayout(line)
        if row.finding is not None and row.state in (RowState.UNKNOWN, RowState.CONFIRMED):
            column.addWidget(self._word(row.finding))
        column.addWidget(self._details)
        self._details.setVisible(False)

    @property
    def unfolded(self) -> bool:
        """Tell whether evidence and remedy are shown."""
        return self._fold is not None and self._fold.unfolded

    def unfold(self, shown: bool) -> None:
        """Show or hide evidence and remedy."""
        if self._fold is not None:
            self._fold.unfold(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let a click on a text unfold the row, unless it selects."""
        if isinstance(event, QMouseEvent) and event.type() == _RELEASE:
            if not (isinstance(watched, QLabel) and watched.hasSelectedText()):
                self.mouseReleaseEvent(event)
            return True
        return super().eventFilter(watched, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Unfold or fold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.unfold(not self.unfolded)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to copy the row as text, for a ticket."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(tr("Copy row as text"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.row.as_text()))
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw a thin line above."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.line(QGuiApplication.palette()), 1))
        edge = 2 * theme.GRID
        painter.drawLine(QPointF(edge, 0.5), QPointF(self.width() - edge, 0.5))

    def _cells(self, columns: Columns) -> list[QWidget]:
        first = QWidget()
        lines = QVBoxLayout(first)
        lines.setContentsMargins(0, _DROP, 0, _DROP)
        lines.setSpacing(2)
        lines.addWidget(self._text(self.row.label))
        if self.row.note:
            lines.addWidget(self._text(self.row.note, muted=True))
        cells: list[QWidget] = [first, self._text(self.row.asks)]
        if columns.checked:
            cells.append(self._text(self.row.found) if self.row.found else QWidget())
            judged = bool(self.row.requirement)
            cells.append(row_mark(self.row.state) if judged else QWidget())
        for cell in cells[1:]:
            cell.setContentsMargins(0, _DROP, 0, _DROP)
        return cells

    def _text(self, text: str, *, muted: bool = False) -> Text:
        label = Text(text, muted=muted)
        label.installEventFilter(self)
        return label

    def _word(self, finding: Finding) -> QWidget:
        """Give the line on which a person gives a word, or takes it back."""
        line, row = _detail_line()
        name, label = self.row.requirement, self.row.label
        unknown = self.row.state is RowState.UNKNOWN
        said = finding.remedy if unknown else finding.evidence[-1]  # the flow adds the word last
        row.addWidget(self._text(said, muted=True), 1)
        if unknown:
            button = Button(tr("I looked: it is set"), f"confirm:{name}")
            meaning = tr("Record your word that {label} is set in HaloPSA", label=label)
            button.setAccessibleDescription(meaning)
            button.clicked.connect(lambda: self._actions.confirm(name))
        else:
            button = Button(tr("Take it back"), f"undo:{name}", icon="undo")
            button.setAccessibleDescription(tr("Forget the word for {label}", label=label))
            button.clicked.connect(lambda: self._actions.undo(name))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _detail_lines(self) -> QWidget:
        details, row = _detail_line()
        column = QVBoxLayout()
        column.setSpacing(theme.GRID // 2)
        row.addLayout(column, 1)
        finding = self.row.finding
        if finding is None:
            return details
        if finding.remedy:
            column.addWidget(Text(finding.remedy))
        for evidence in finding.evidence:
            column.addWidget(Text(tr("Seen: {evidence}", evidence=evidence), muted=True))
        if finding.because:
            cause = wording.requirement(finding.because)[1]
            column.addWidget(Text(tr("Follows from: {requirement}", requirement=cause)))
        column.addWidget(Text(tr(wording.LAYERS[finding.layer]), muted=True))
        buttons = QHBoxLayout()
        link = finding.link
        if link:
            button = Button(tr("Open in HaloPSA"), f"open:{self.row.requirement}", icon="open")
            button.clicked.connect(lambda: self._actions.open_url(link))
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return details


def _detail_line() -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    row = QHBoxLayout(line)
    left = theme.GRID + _TOOL + theme.GRID
    row.setContentsMargins(left, 0, 2 * theme.GRID, theme.GRID)
    row.setSpacing(2 * theme.GRID)
    return line, row


def _tool(widget: QWidget | None) -> QWidget:
    """Give the tool the size of its column; None leaves the column empty."""
    shown = widget or QWidget()
    shown.setFixedSize(QSize(_TOOL, _TOOL if widget else 1))
    return shown
