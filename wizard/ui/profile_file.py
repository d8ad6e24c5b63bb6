"""Opening a profile from a file: the dialog, and its mistakes in words with their places."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from wizard.language import mark, plural, tr
from wizard.profiles.lint import lint
from wizard.profiles.mistakes import Mistake
from wizard.profiles.schema import Profile
from wizard.ui import theme
from wizard.ui.widgets.instruction import bullets
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.surface import Strip

_SHOWN = 12  # mistakes; who has more mends these first
_INDEX = re.compile(r"\[(\d+)\]")


def ask_for_file(parent: QWidget, chosen: Callable[[Path], None]) -> QFileDialog:
    """Let a person pick a profile file; `chosen` takes it. Returns at once."""
    dialog = QFileDialog(parent, tr("Open a profile file"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(tr("Profiles (*.toml)"))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


async def read_profile(
    path: Path, take: Callable[[Path], Profile]
) -> Profile | tuple[Mistake, ...]:
    """Give the profile of a file, by `take`, or what is wrong with it. Raises ProblemError."""
    mistakes = await asyncio.to_thread(lint, path)
    if any(each.serious for each in mistakes):
        return mistakes
    return await asyncio.to_thread(take, path)


class MistakesStrip(Strip):
    """What is wrong in a profile file; hidden while nothing is."""

    def __init__(self) -> None:
        super().__init__("warning", theme.Tone.MISSING, name="mistakes")
        self._list: QWidget | None = None
        self.text.setFont(theme.scaled(self.font(), 1, theme.BOLD))
        self.hide()

    def show_mistakes(self, name: str, mistakes: Sequence[Mistake]) -> None:
        """Show the serious mistakes of the file of this name, the first ones if they are many."""
        serious = [each for each in mistakes if each.serious]
        self.say(
            plural(
                len(serious),
                mark("{name} has a mistake and was not opened."),
                mark("{name} has {number} mistakes and was not opened."),
                name=name,
            )
        )
        lines = [in_words(each) for each in serious[:_SHOWN]]
        if len(serious) > _SHOWN:
            lines.append(tr("and {number} more", number=len(serious) - _SHOWN))
        if self._list is not None:
            discard(self._list)
        self._list = QWidget()
        self._list.setLayout(bullets(lines))
        self.inner.addWidget(self._list)
        self.show()


def in_words(mistake: Mistake) -> str:
    """Say a mistake with its place, such as "Line 12, step 3 > scope 2 > name: …"."""
    place = _INDEX.sub(lambda found: f" {int(found[1]) + 1}", mistake.place).replace(".", " > ")
    if mistake.line is None:
        return f"{place}: {mistake.message}" if place else mistake.message
    values = {"line": mistake.line, "place": place, "message": mistake.message}
    if place:
        return tr("Line {line}, {place}: {message}", **values)
    return tr("Line {line}: {message}", **values)
