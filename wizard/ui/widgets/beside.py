"""Parts side by side, or one under the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from wizard.ui import theme


class Beside(QWidget):
    """Holds buttons, and what may stand before them: texts grow in other languages."""

    def __init__(self, *parts: QWidget) -> None:
        """What is not a button takes the room that is left."""
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GRID)
        self._parts = parts
        for part in parts:
            if isinstance(part, QPushButton):
                self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._row.addWidget(part, 1)
        if all(isinstance(part, QPushButton) for part in parts):
            self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for as much as the widest part needs: more is welcome, but not needed."""
        needed = [
            max(part.minimumSizeHint().width(), part.minimumWidth()) for part in self._shown()
        ]
        return QSize(max(needed, default=0), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Look at the room again when a part has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        shown = self._shown()
        needed = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in shown)
        needed += self._row.spacing() * max(0, len(shown) - 1)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if needed <= self.width() else down)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]
