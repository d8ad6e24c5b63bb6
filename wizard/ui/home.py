"""The home page: the setups of this workstation, and the way to a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.fleet.overview import Entry
from wizard.language import tr
from wizard.profiles.schema import Profile
from wizard.setup.removal import Going
from wizard.setup.state import SetupState
from wizard.ui import theme
from wizard.ui.home_bar import HomeBar
from wizard.ui.setup_card import SetupCard
from wizard.ui.widgets.search import search_field
from wizard.ui.widgets.text import Text

_MANY = 6  # setups; from here on a search helps


class HomePage(QWidget):
    """What there is to go on with."""

    resume = Signal(object)  # SetupState
    check_again = Signal(object)  # SetupState
    remove = Signal(object, bool)  # SetupState, and whether to leave its secrets

    def __init__(
        self,
        states: Sequence[SetupState],
        profiles: Sequence[Profile],
        going: Callable[[SetupState], Going] | None,
        bar: HomeBar,
        above: QWidget | None = None,
    ) -> None:
        """`going` tells what a removal takes away; `above` stands over the setups."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, 3 * theme.GRID)
        column.setSpacing(theme.GRID + 4)
        known = {each.id: each for each in profiles}
        self._cards = [
            SetupCard(each, known.get(each.profile_id), going(each) if going else None)
            for each in states
        ]
        for card in self._cards[1:]:
            card.drop_letters()  # a letter stands for one button of the page: the newest setup's
        self.search = search_field(tr("Search setups"), self._filter)
        bar.end_with(self.search)
        column.addWidget(bar)
        if above is not None:
            column.addWidget(above)
        column.addSpacing(theme.GRID // 2)
        self._nothing = Text(tr("No setup of this name."), muted=True)
        self._nothing.hide()
        column.addWidget(self._nothing)
        for card in self._cards:
            card.resume.connect(self.resume)
            card.check_again.connect(self.check_again)
            card.remove.connect(self.remove)
            card.asked.connect(lambda asked=card: self._ask_one(asked))
            column.addWidget(card)
        column.addStretch(1)
        self.search.setVisible(len(self._cards) >= _MANY)

    @property
    def picked(self) -> list[str]:
        """Give the ids of the setups that are shown."""
        return [card.state.id for card in self._cards if not card.isHidden()]

    def take(self, entry: Entry) -> None:
        """Take what became of a setup."""
        for card in self._cards:
            if card.state.id == entry.setup_id:
                card.show_entry(entry)

    def take_all(self, entries: Iterable[Entry]) -> None:
        """Take all setups as they stand by now, whoever changed them."""
        for entry in entries:
            self.take(entry)

    def keep(self) -> bool:
        """Take back the question whether to remove a setup; False if none is asked."""
        asking = [card for card in self._cards if card.asking]
        for card in asking:
            card.keep()
        return bool(asking)

    def offer_record_only(self, state: SetupState) -> None:
        """Offer to remove the record of a setup and leave its secrets."""
        for card in self._cards:
            if card.state.id == state.id:
                card.offer_record_only()

    def _ask_one(self, asked: SetupCard) -> None:
        for card in self._cards:
            if card is not asked and card.asking:
                card.keep()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for card in self._cards:
            card.setVisible(card.matches(words))
        self._nothing.setVisible(all(card.isHidden() for card in self._cards))
