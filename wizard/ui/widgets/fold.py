"""The arrow that shows and hides a widget."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from wizard.language import tr
from wizard.ui.widgets.buttons import Tool


class Fold(Tool):
    """Shows and hides a widget. `toggled_to` tells which."""

    toggled_to = Signal(bool)

    def __init__(self, name: str, body: QWidget, text: str = "") -> None:
        """Take the object's name, what to fold, and the words beside the arrow."""
        super().__init__(name, "folded")
        self._body = body
        self._open = False
        self.setText(text)
        self.setIconSize(QSize(16, 16))
        if text:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(lambda: self.unfold(not self._open))
        self.unfold(False)

    @property
    def unfolded(self) -> bool:
        """Tell whether the body is shown."""
        return self._open

    def unfold(self, shown: bool) -> None:
        """Show or hide the body."""
        changed, self._open = shown != self._open, shown
        self._body.setVisible(shown)
        self.setAccessibleDescription(tr("unfolded") if shown else tr("folded"))
        self.draw("unfolded" if shown else "folded")
        if changed:
            self.toggled_to.emit(shown)
