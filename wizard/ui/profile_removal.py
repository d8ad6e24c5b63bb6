"""Removing a profile that was opened from a file: the button, and the question or the refusal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.language import tr
from wizard.profiles.schema import Profile
from wizard.setup.state import SetupState
from wizard.ui import theme, wording
from wizard.ui.widgets.beside import Beside
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.instruction import bullets
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Text


class ProfileRemoval(QWidget):
    """Stands beside what the profile needs. Nothing happens until the question is answered.

    `asked`: the button was pressed, and `ask` is to follow. `remove`: it was answered so.
    """

    asked = Signal()
    remove = Signal()

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.profile = profile
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._button = Button(tr("Remo&ve this profile"), "remove-profile", icon="remove")
        self._button.setAccessibleDescription(profile.name)
        self._button.clicked.connect(self.asked)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._question: Card | None = None

    def ask(self, users: Sequence[SetupState]) -> None:
        """Ask whether to remove it; with saved setups that need it, say which ones instead."""
        self.keep()
        self._button.hide()
        self._question = Card()
        self._question.setObjectName("profile-question")
        keep = Button(tr("&Keep it"), "keep-profile")
        keep.clicked.connect(self.keep)
        answers = [keep]
        if users:
            head = tr("Saved setups use {profile}. Remove them first:", profile=self.profile.name)
            lines = [self._named(each) for each in users]
            keep.relabel(tr("&Close"))
        else:
            head = tr("Remove {profile} from this workstation?", profile=self.profile.name)
            lines = [
                tr("The wizard's own copy of the profile goes."),
                tr("The file that it was opened from stays."),
            ]
            really = Button(tr("&Remove"), "really-remove-profile", icon="remove")
            really.setAccessibleDescription(self.profile.name)
            really.clicked.connect(self.remove)
            answers.append(really)
        self._fill(self._question, head, lines, answers)
        self._column.addWidget(self._question)
        self._question.show()  # a layout would only do it a moment later
        keep.setFocus()

    def keep(self) -> bool:
        """Take the question back; False if none is asked."""
        question, self._question = self._question, None
        if question is None:
            return False
        self._button.show()
        self._button.setFocus()
        discard(question)
        return True

    def _fill(self, card: Card, head: str, lines: Sequence[str], answers: Sequence[Button]) -> None:
        said = Text(head)
        said.setObjectName("profile-asked")
        said.setFont(theme.scaled(said.font(), 1, theme.BOLD))
        card.body.addWidget(said)
        card.body.addLayout(bullets(lines))
        card.body.addWidget(Beside(*answers))

    def _named(self, state: SetupState) -> str:
        where = wording.instance(state.answers) or tr("HaloPSA not found yet")
        setup = f"{self.profile.name} → {where}"
        return tr("{setup} (practice)", setup=setup) if state.practice else setup
