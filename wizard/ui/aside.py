"""A page beside the setups, such as an import: from there Back leads home, and Escape too."""

from __future__ import annotations

from wizard.ui.footer import Buttons
from wizard.ui.place import Place
from wizard.ui.shell import Shell


class Aside(Place):
    """Frames such a page."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell

    def show(self) -> None:
        """Leave the steps away, and all buttons at the foot but Back."""
        self._shell.show_frame(steps=False, foot=True)
        self._shell.footer.say("")
        self._shell.footer.show_buttons(Buttons(next=""))

    def escape(self) -> None:
        """Leave."""
        self.over.emit()
