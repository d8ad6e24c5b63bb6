"""Choosing the integration: a card for each guide, searchable; what it needs before the start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.profiles.mistakes import Mistake
from wizard.profiles.schema import Profile
from wizard.setup.state import SetupState
from wizard.ui import theme
from wizard.ui.profile_card import ProfileCard, needs
from wizard.ui.profile_file import MistakesStrip, ask_for_file
from wizard.ui.profile_removal import ProfileRemoval
from wizard.ui.widgets.beside import Beside
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.search import search_field
from wizard.ui.widgets.text import Text


class ChoosePage(QWidget):
    """Cards at the left, what the chosen one needs at the right.

    `chosen` carries the id, "" when none is chosen any more. `file_picked`: a profile file is to be
    opened. `adopt`: the integration is connected already, without the wizard. `removal`: whether to
    remove a profile is to be asked; `really_remove`: it was. Both carry its id.
    """

    chosen = Signal(str)
    started = Signal(str)
    file_picked = Signal(object)  # Path
    adopt = Signal()
    removal = Signal(str)
    really_remove = Signal(str)

    def __init__(
        self,
        profiles: Sequence[Profile],
        *,
        may_open: bool,
        may_adopt: bool = False,
        may_remove: Callable[[str], bool] | None = None,
    ) -> None:
        """`may_open`: profiles can be opened from files; `may_adopt`: connections be adopted;
        `may_remove` tells of an id whether that profile can be removed.
        """
        super().__init__()
        self._may_remove = may_remove
        self._removal: ProfileRemoval | None = None
        self.profile: Profile | None = None
        self._cards: list[ProfileCard] = []
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, 3 * theme.GRID)
        row.setSpacing(2 * theme.GRID)
        left = QVBoxLayout()
        left.setSpacing(theme.GRID)
        self.search = self._search_field()
        left.addWidget(self._top(may_open))
        if may_adopt:
            left.addWidget(self._adopt_line())
        self._mistakes = MistakesStrip()
        left.addWidget(self._mistakes)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.GRID)
        left.addLayout(self._list)
        for profile in profiles:
            self._add(profile)
        nothing = tr("No integration of this name.")
        if may_open:
            nothing = tr(
                "No integration of this name. Search for another, or open its profile file."
            )
        self._nothing = Text(nothing, muted=True)
        self._nothing.hide()
        left.addWidget(self._nothing)
        left.addStretch(1)
        row.addLayout(left, 1)
        self._side = QVBoxLayout()
        row.addLayout(self._side)
        self._needs: QWidget | None = None
        self._tell(None)

    def choose(self, profile_id: str) -> None:
        """Choose an integration and show what it needs."""
        for card in self._cards:
            if card.profile.id == profile_id:
                card.radio.setChecked(True)
                card.radio.setFocus()

    def take(self, profile: Profile) -> None:
        """Put a profile that was opened among the others, and choose it."""
        self._mistakes.hide()
        self.search.clear()
        self._take_away(profile.id)
        self._add(profile)
        self.choose(profile.id)

    def ask_removal(self, profile_id: str, users: Sequence[SetupState]) -> None:
        """Ask whether to remove the chosen profile, or say which saved setups need it."""
        if self._removal is not None and self._removal.profile.id == profile_id:
            self._removal.ask(users)

    def keep(self) -> bool:
        """Take the question back; False if none is asked."""
        return self._removal is not None and self._removal.keep()

    def drop(self, profile_id: str) -> None:
        """Take a profile that was removed from among the others."""
        self._choose_none()
        self._take_away(profile_id)
        self.search.setFocus()

    def show_mistakes(self, name: str, mistakes: Sequence[Mistake]) -> None:
        """Say what is wrong in the file of this name."""
        self._mistakes.show_mistakes(name, mistakes)

    def _take_away(self, profile_id: str) -> None:
        for card in [card for card in self._cards if card.profile.id == profile_id]:
            self._cards.remove(card)
            self._group.removeButton(card.radio)
            discard(card)

    def _add(self, profile: Profile) -> None:
        card = ProfileCard(profile)
        self._cards.append(card)
        self._group.addButton(card.radio)
        card.radio.toggled.connect(lambda on: self._toggled(profile, on))
        card.started.connect(lambda: self.started.emit(profile.id))
        self._list.addWidget(card)

    def _toggled(self, profile: Profile, on: bool) -> None:
        if not on:
            return
        self.profile = profile
        self._tell(profile)
        self.chosen.emit(profile.id)

    def _top(self, may_open: bool) -> QWidget:
        if not may_open:
            return self.search
        button = Button(tr("Open a profile &file…"), "open-profile", icon="file")
        button.setAccessibleDescription(tr("A guide as data, in a .toml file"))
        button.clicked.connect(self._ask_for_file)
        return Beside(self.search, button)

    def _adopt_line(self) -> QWidget:
        button = Button(tr("&Adopt it…"), "adopt")
        button.setAccessibleDescription(tr("Saves a connection that was made without the wizard"))
        button.clicked.connect(self.adopt)
        question = Text(tr("Connected already, by hand?"), muted=True)
        question.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        return Beside(question, button)

    def _ask_for_file(self) -> None:
        def picked(path: Path) -> None:
            self.file_picked.emit(path)

        ask_for_file(self, picked)

    def _search_field(self) -> QLineEdit:
        field = search_field(tr("Search integrations"), self._filter)
        words = field.fontMetrics().horizontalAdvance(field.placeholderText())
        field.setMinimumWidth(words + 2 * theme.GRID)
        return field

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for card in self._cards:
            card.setVisible(card.matches(words))
        shown = [card for card in self._cards if not card.isHidden()]
        self._nothing.setVisible(not shown)
        if words and len(shown) == 1:
            shown[0].radio.setChecked(True)  # the focus stays here: Enter starts it
        elif all(card.profile is not self.profile for card in shown):
            self._choose_none()  # what is out of sight must not be started

    def _choose_none(self) -> None:
        self._group.setExclusive(False)
        for card in self._cards:
            card.radio.setChecked(False)
        self._group.setExclusive(True)
        if self.profile is not None:
            self.profile = None
            self._tell(None)
            self.chosen.emit("")

    def _tell(self, profile: Profile | None) -> None:
        if self._needs is not None:
            discard(self._needs)
        self._removal = self._offer_removal(profile)
        self._needs = needs(profile, self._removal)
        self._side.addWidget(self._needs)

    def _offer_removal(self, profile: Profile | None) -> ProfileRemoval | None:
        if profile is None or self._may_remove is None or not self._may_remove(profile.id):
            return None
        removal = ProfileRemoval(profile)
        removal.asked.connect(lambda: self.removal.emit(profile.id))
        removal.remove.connect(lambda: self.really_remove.emit(profile.id))
        return removal
