"""What the window shows, as far as its keys and buttons go: one place at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Place(QObject):
    """A page, or several that belong together. A page of its own does what it wants otherwise.

    `over`: there is nothing more to do here, and home comes next. `unsaved`: answers may have been
    entered that are saved by `commit` only.
    """

    over = Signal()
    unsaved = False

    def show(self) -> None:
        """Show the page; the window stands here by now."""

    def left(self) -> None:
        """Let go: the window stands elsewhere by now. End after the page, not within its end."""
        self.deleteLater()

    async def commit(self) -> None:
        """Save what was entered. Raises ProblemError."""

    def next(self) -> None:
        """Do what the primary button at the foot says."""

    def back(self) -> None:
        """Go back."""
        self.over.emit()

    def home(self) -> None:
        """Leave for home."""
        self.over.emit()

    def escape(self) -> None:
        """Take back what was only begun, or leave, where nothing is lost by it."""

    def check(self) -> None:
        """Look at HaloPSA now."""

    def watch(self, on: bool) -> None:
        """Look at HaloPSA without being asked from now on, or not."""

    def help_me(self) -> None:
        """Let the practice instance's technician do it."""

    def go(self, step_id: str) -> None:
        """Go to a step that was clicked at the side."""
